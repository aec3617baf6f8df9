#[deny(unused_must_use)]
fn run() {
    fn build() -> models::Order {
        models::Order::default()
    }
    build();
}
run();
