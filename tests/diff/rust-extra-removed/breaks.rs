let order = models::Order::default();
assert!(order.extra.is_empty());
