let order = models::Order::default().with_count(2);
assert_eq!(serde_json::to_string(&order).expect("JSON"), r#"{"count":2}"#);
