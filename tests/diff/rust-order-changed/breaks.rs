let first = models::Order::default().with_id("a").with_note("z");
let second = models::Order::default().with_id("b").with_note("y");
assert!(first < second);
