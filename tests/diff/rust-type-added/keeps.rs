let order = models::Order::default().with_id("o1");
assert_eq!(order.id.as_deref(), Some("o1"));
