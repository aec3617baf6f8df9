let order: models::Order = serde_json::from_str(r#"{"copies":"two"}"#).expect("an order");
assert_eq!(order.copies, None);
