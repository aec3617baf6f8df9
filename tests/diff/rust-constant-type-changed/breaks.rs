let copies: i32 = models::Order::DEFAULT_COPIES;
assert_eq!(copies, 1);
