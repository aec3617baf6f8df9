let order: models::Order = serde_json::from_str(r#"{"count":2}"#).expect("an order");
assert_eq!(order.count, Some(2));
