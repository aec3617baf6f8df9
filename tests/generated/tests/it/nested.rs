//! Models that require values of further models, many levels deep, stay small.

use std::thread;

use generated::cases::{nested, nested_strict};
use serde_json::{Value, json};

/// A small stack: that of a thread is 2 MiB by default.
const STACK: usize = 128 << 10;

#[test]
fn sizes_do_not_multiply_from_level_to_level() {
    assert!(size_of::<nested::Level0>() < 1024, "{}", size_of::<nested::Level0>());
    assert!(size_of::<nested_strict::Level0>() < 1024, "{}", size_of::<nested_strict::Level0>());
}

#[test]
fn a_small_stack_is_enough_to_read_and_drop_an_empty_object() {
    let reader = thread::Builder::new().stack_size(STACK).spawn(|| {
        let read: nested::Level0 = serde_json::from_str("{}").expect("an object");
        serde_json::to_value(&read).expect("JSON")
    });
    assert_eq!(reader.expect("a thread").join().expect("no panic"), json!({}));
}

#[test]
fn all_levels_are_read() {
    let deep = (0..30).fold(json!({"id": "last"}), |inner, _| json!({"left": inner}));
    let read: nested::Level0 = serde_json::from_value(deep.clone()).expect("an object");
    assert_eq!(serde_json::to_value(&read).expect("JSON"), deep);
    let refused = serde_json::from_value::<nested_strict::Level0>(Value::Object(serde_json::Map::new()));
    assert!(refused.is_err_and(|error| error.to_string().contains("left")));
    assert!(serde_json::from_str::<nested_strict::Loop>("{}").is_err());
}
