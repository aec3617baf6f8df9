#[deny(deprecated)]
fn build() -> models::Order {
    models::Order::default().with_note("Ring.")
}
assert_ne!(build(), models::Order::default());
