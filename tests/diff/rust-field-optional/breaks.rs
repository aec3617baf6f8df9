let order = models::Order { tags: vec!["new".to_owned()], ..models::Order::default() };
assert_eq!(order.tags.len(), 1);
