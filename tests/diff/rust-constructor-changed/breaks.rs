let order = models::Order::new(models::OrderRequired { id: "o1".to_owned() });
assert_eq!(order.id.as_deref(), Some("o1"));
