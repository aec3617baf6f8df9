let state = models::State::default().with_name("open");
assert_eq!(state.name.as_deref(), Some("open"));
