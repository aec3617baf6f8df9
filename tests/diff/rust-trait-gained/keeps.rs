let order: models::Order = serde_json::from_str(r#"{"id":"o1"}"#).expect("an order");
assert_eq!(order.clone(), order);
