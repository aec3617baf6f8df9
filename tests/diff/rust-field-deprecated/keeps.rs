#[allow(deprecated)]
let order = models::Order::default().with_note("Ring.");
assert_ne!(order, models::Order::default());
