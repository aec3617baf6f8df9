let order = models::Order { copies: Some(2_i32), ..models::Order::default() };
let copies: Option<i32> = order.copies;
assert_eq!(copies, Some(2));
