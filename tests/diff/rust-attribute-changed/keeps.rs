fn build() -> models::Order {
    models::Order::default()
}
let _ = build();
