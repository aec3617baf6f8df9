let order = models::Order { address: Some(models::Address::default()), ..models::Order::default() };
assert_eq!(order.address, Some(models::Address::default()));
