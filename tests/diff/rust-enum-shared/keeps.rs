let order = models::Order::default().with_state(models::OrderState::Open);
assert_eq!(order.state, Some(models::OrderState::Open));
assert_eq!(models::ParcelState::Open.as_str(), "open");
