let order = models::Order::default();
let models::Order { id, extra } = order;
assert_eq!((id, extra), Default::default());
