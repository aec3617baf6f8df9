let text = match models::State::from("open") {
    models::State::Open => "open",
    _ => "another",
};
assert_eq!(text, "open");
