let order: models::Order = serde_json::from_str(r#"{"copies":2}"#).expect("an order");
assert_eq!(order.copies, Some(2));
