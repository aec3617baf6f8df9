//! JSON beside the cases is read as the type of its file's name and written back.

use generated::cases;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

type RoundTrip = fn(&str) -> serde_json::Result<Value>;

/// Module, file and the function that reads and writes it.
static ROUND_TRIPS: &[(&str, &str, RoundTrip)] = include!(concat!(env!("OUT_DIR"), "/round_trips.rs"));

fn round_trip<T: DeserializeOwned + Serialize>(json: &str) -> serde_json::Result<Value> {
    serde_json::to_value(serde_json::from_str::<T>(json)?)
}

#[test]
fn json_is_written_as_it_was_read() {
    assert!(!ROUND_TRIPS.is_empty());
    for (module, path, round_trip) in ROUND_TRIPS {
        let json = std::fs::read_to_string(path).unwrap();
        let written = round_trip(&json).unwrap_or_else(|error| panic!("{module}: {path}: {error}"));
        assert_eq!(written, serde_json::from_str::<Value>(&json).unwrap(), "{module}: {path}");
    }
}
