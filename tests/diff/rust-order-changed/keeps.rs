let order = models::Order::default().with_id("o1").with_note("Ring.");
assert_eq!(order.note.as_deref(), Some("Ring."));
