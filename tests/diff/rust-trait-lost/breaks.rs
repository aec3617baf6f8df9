let order = models::Order { id: Default::default(), ..Default::default() };
assert_eq!(order, models::Order::default());
