let order = models::Order { id: Some("o1".to_owned()), ..models::Order::default() };
let models::Order { id, .. } = order;
assert_eq!(id.as_deref(), Some("o1"));
