let order = models::Order { note: Some("Ring.".to_owned()), ..models::Order::default() };
assert_eq!(order.note.as_deref(), Some("Ring."));
