//! Any JSON object that `serde_json::Value` takes is read as any model, and nothing of it is lost.
//!
//! `PROPTEST_CASES=150000 cargo test --release -p generated -- total --nocapture` for many cases of each of the
//! four properties.

use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use codegen::Config;
use codegen::schema::{ModelName, Schema};
use generated::same::difference;
use generated::tape::Tape;
use models::support;
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use tests::scratch::repository;

/// What came of a text.
struct Outcome {
    /// Reading it again gave the same model.
    same: bool,
    /// The model, written to a value.
    written: Value,
    /// The model that was read from a value, written to one. It may differ where a list or map was refused:
    /// what came before the odd item was read already, and a value has its keys in another order.
    of_value: Value,
    /// The model, written to text.
    text: String,
    /// That text, read and written.
    again: Value,
    /// The model that was read from a value, written to text; and that text, read and written.
    settled: [String; 2],
    /// What the model reports as unexpected.
    unexpected: Vec<String>,
}

type Run = fn(&str, &Value) -> serde_json::Result<Outcome>;

/// Every model with the function that reads and writes it.
static MODELS: &[(&str, Run)] = include!(concat!(env!("OUT_DIR"), "/every_model.rs"));

fn run<M: support::Inspect + DeserializeOwned + Serialize + PartialEq>(
    text: &str,
    value: &Value,
) -> serde_json::Result<Outcome> {
    let model: M = serde_json::from_str(text)?;
    let others: [M; 2] = [serde_json::from_str(text)?, serde_json::from_reader(text.as_bytes())?];
    let of_values: [M; 2] = [M::deserialize(value)?, serde_json::from_value(value.clone())?];
    let text = serde_json::to_string(&model)?;
    let again: M = serde_json::from_str(&text)?;
    let of_value = serde_json::to_string(&of_values[0])?;
    let settled: M = serde_json::from_str(&of_value)?;
    Ok(Outcome {
        same: others.iter().all(|other| *other == model) && of_values[0] == of_values[1],
        written: serde_json::to_value(&model)?,
        of_value: serde_json::to_value(&of_values[0])?,
        again: serde_json::to_value(&again)?,
        settled: [serde_json::to_string(&settled)?, of_value],
        unexpected: support::unexpected(&model).iter().map(ToString::to_string).collect(),
        text,
    })
}

static SCHEMA: LazyLock<Schema> = LazyLock::new(|| Config::new().specs(repository().join("specs")).compile().schema);

/// Counted with those that are tried while a failing one is simplified.
static READ: AtomicUsize = AtomicUsize::new(0);
static NO_JSON: AtomicUsize = AtomicUsize::new(0);
static ODD: AtomicUsize = AtomicUsize::new(0);

fn check(position: usize, make: impl Fn(&ModelName, &mut String)) -> Result<Vec<String>, TestCaseError> {
    let (name, run) = MODELS[position];
    let (name, mut text) = (ModelName(name.to_owned()), String::new());
    make(&name, &mut text);
    let Ok(value) = serde_json::from_str::<Value>(&text) else {
        // A number beyond all floats, or nested too deep.
        NO_JSON.fetch_add(1, Ordering::Relaxed);
        return Ok(Vec::new());
    };
    let outcome = run(&text, &value).map_err(|error| TestCaseError::fail(format!("{name} refuses {text}: {error}")))?;
    let Outcome { same, written, of_value, text: written_text, again, settled, unexpected } = outcome;
    prop_assert!(same, "{name}: not read alike: {text}");
    for written in [&written, &of_value] {
        prop_assert_eq!(difference(&value, written, &name, &SCHEMA), None, "{}", text);
    }
    // A map that was refused for a key that came a second time, and was right, is not refused again: so to
    // the letter only what has no key twice stays as it is.
    prop_assert_eq!(difference(&written, &again, &name, &SCHEMA), None, "{}", text);
    prop_assert_eq!(&settled[0], &settled[1], "{}: {}", name, text);
    prop_assert_eq!(serde_json::from_str::<Value>(&written_text).ok(), Some(written), "{}: {}", name, text);
    READ.fetch_add(1, Ordering::Relaxed);
    ODD.fetch_add(usize::from(!unexpected.is_empty()), Ordering::Relaxed);
    Ok(unexpected)
}

fn tape(length: usize) -> impl Strategy<Value = Vec<u16>> {
    prop::collection::vec(any::<u16>(), 0..length)
}

/// The number of cases, unless `PROPTEST_CASES` has another.
fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

fn report(what: &str) {
    let [read, odd, no_json] = [&READ, &ODD, &NO_JSON].map(|it| it.load(Ordering::Relaxed));
    println!("after {what}: {read} bodies read by {} models, {odd} of them odd; {no_json} were not JSON", MODELS.len());
}

#[test]
fn every_model_is_here() {
    let names: Vec<&str> = SCHEMA.models.keys().map(|name| &*name.0).collect();
    assert_eq!(MODELS.iter().map(|model| model.0).collect::<Vec<_>>(), names);
}

#[test]
fn odd_bodies_are_read_and_nothing_is_lost() {
    proptest!(cases(2400), |(position in 0..MODELS.len(), tape in tape(400))| {
        check(position, |name, text| Tape::odd(&tape).model(name, &SCHEMA, text))?;
    });
    report("odd bodies");
}

#[test]
fn any_values_at_known_keys_are_read_and_nothing_is_lost() {
    proptest!(cases(800), |(position in 0..MODELS.len(), tape in tape(120))| {
        check(position, |name, text| Tape::odd(&tape).any_of_known_keys(name, &SCHEMA, text))?;
    });
    report("known keys");
}

#[test]
fn any_object_is_read_and_nothing_is_lost() {
    proptest!(cases(400), |(position in 0..MODELS.len(), tape in tape(60))| {
        check(position, |_, text| Tape::odd(&tape).object(text))?;
    });
    report("any objects");
}

#[test]
fn ordinary_bodies_are_read_and_nothing_in_them_is_unexpected() {
    proptest!(cases(400), |(position in 0..MODELS.len(), tape in tape(400))| {
        let unexpected = check(position, |name, text| Tape::ordinary(&tape).model(name, &SCHEMA, text))?;
        prop_assert_eq!(unexpected, Vec::<String>::new());
    });
    report("ordinary bodies");
}
