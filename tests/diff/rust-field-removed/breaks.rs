let order = models::Order::default().with_note("Ring.");
assert_eq!(order.note.as_deref(), Some("Ring."));
