let code = models::Code::Integer(2_i32);
assert!(matches!(code, models::Code::Integer(2)));
