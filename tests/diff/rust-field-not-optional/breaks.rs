let order = models::Order { tags: Some(vec!["new".to_owned()]), ..models::Order::default() };
assert_eq!(order.tags.map(|tags| tags.len()), Some(1));
