let order = models::Order::default();
let copies: i32 = order.copies.unwrap_or(models::Order::DEFAULT_COPIES);
assert!(copies > 0);
