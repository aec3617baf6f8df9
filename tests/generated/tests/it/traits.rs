//! The traits of models and of what they contain, and lists of what was unexpected in values of any type.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::fmt::Debug;
use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher, Hash};

use generated::cases::genesys_python_options::support::{Extra, Inspect, Patch, Report, unexpected};
use generated::cases::genesys_python_options::{Line, Meter, Order, OrderKinds, OrderState};
use generated::cases::house_unions::{Animal, Farm};
use generated::cases::{strict, strict_deny};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

type Test = serde_json::Result<()>;

fn compares<T: Ord + Hash + Clone + Debug>() {}

#[test]
fn models_of_any_parts_are_ordered_and_hashed() {
    compares::<(Order, Line, Meter, Extra, OrderState, OrderKinds)>();
    compares::<(Farm, Animal, models::Conversation, strict::Order, strict_deny::Scale)>();
    compares::<Patch<Line>>();
}

/// Checks that values are ordered, compared and hashed consistently, and that their order is the given one; equal
/// values are in one group.
fn is_consistent<T: DeserializeOwned + Ord + Hash + Debug>(groups: &[&[Value]]) -> Test {
    let mut values = Vec::new();
    for (place, group) in groups.iter().enumerate() {
        for body in *group {
            values.push((place, serde_json::from_value::<T>(body.clone())?));
        }
    }
    let hasher = BuildHasherDefault::<DefaultHasher>::default();
    for (a_place, a) in &values {
        for (b_place, b) in &values {
            assert_eq!(a.cmp(b), a_place.cmp(b_place), "{a:?} and {b:?}");
            assert_eq!(a.partial_cmp(b), Some(a.cmp(b)));
            assert_eq!(a == b, a_place == b_place, "{a:?} and {b:?}");
            if a == b {
                assert_eq!(hasher.hash_one(a), hasher.hash_one(b), "{a:?} and {b:?}");
            }
        }
    }
    Ok(())
}

#[test]
fn order_equality_and_hash_agree() -> Test {
    // Fields in their order, absent before present, and `extra` at last.
    is_consistent::<Order>(&[
        &[json!({}), json!({ "lines": [], "labels": {}, "note": null })],
        &[json!({ "unknown": 1 })],
        &[json!({ "unknown": { "a": [1, 2], "b": 1 } }), json!({ "unknown": { "b": 1, "a": [1, 2] } })],
        &[json!({ "unknown": { "a": [1, 3] } })],
        &[json!({ "kinds": ["a-b"] })],
        &[json!({ "kinds": ["never listed"] })],
        &[json!({ "paid": false })],
        &[json!({ "note": "a" })],
        &[json!({ "state": "lost" })],
        &[json!({ "state": "open" })],
        &[json!({ "labels": { "a": "b" } })],
        &[json!({ "labels": { "a": "b", "c": "" } })],
        &[json!({ "anything": null, "labels": { "b": "a" } })],
        &[json!({ "anything": false })],
        &[json!({ "anything": -1.5 })],
        &[json!({ "anything": 9_007_199_254_740_992_i64 })],
        &[json!({ "anything": 9_007_199_254_740_993_i64 })],
        &[json!({ "anything": u64::MAX })],
        &[json!({ "anything": "" })],
        &[json!({ "anything": [] })],
        &[json!({ "anything": [[]] })],
        &[json!({ "anything": {} })],
        &[json!({ "anything": { "a": null } })],
        &[json!({ "lines": [{}] })],
        &[json!({ "lines": [{}, {}] })],
        &[json!({ "lines": [{ "sku": "a" }] })],
        &[json!({ "placedAt": "2026-04-07T11:20:44Z" }), json!({ "placedAt": "2026-04-07T13:20:44+02:00" })],
        &[json!({ "price": -1e300 })],
        &[json!({ "price": 0.0 }), json!({ "price": -0.0 }), json!({ "price": 0 })],
        &[json!({ "price": 5e-324 })],
        &[json!({ "count": -1 })],
        &[json!({ "id": "" })],
    ])
}

#[test]
fn unions_are_ordered_by_their_types_and_then_their_values() -> Test {
    let dogs = [json!({ "kind": "dog", "name": "a" }), json!({ "kind": "dog", "name": "b" })];
    let mut animals: Vec<Animal> = Vec::new();
    for body in [json!(17), dogs[1].clone(), json!({ "kind": "cat", "name": "c" }), dogs[0].clone()] {
        animals.push(serde_json::from_value(body)?);
    }
    let unique: HashSet<Animal> = animals.iter().cloned().chain(animals.clone()).collect();
    assert_eq!(unique.len(), 4);
    animals.sort();
    let sorted = serde_json::to_value(&animals)?;
    let places: Vec<Option<usize>> =
        dogs.iter().map(|dog| sorted.as_array()?.iter().position(|animal| animal == dog)).collect();
    assert!(places[0].is_some() && places[0] < places[1], "{sorted}");
    assert_eq!(sorted[3], 17, "a value of none of the types comes last");
    Ok(())
}

#[test]
fn nan_equals_itself_and_comes_last() {
    let scale = |weight| strict_deny::Scale { weight };
    let scales: BTreeSet<strict_deny::Scale> = [f64::NAN, 0.5, -f64::NAN, f64::INFINITY].map(scale).into();
    assert_eq!(scales.len(), 3);
    assert!(scales.last().is_some_and(|scale| scale.weight.is_nan()));
    assert_eq!(scale(f64::NAN), scale(-f64::NAN));
    assert_eq!([f64::NAN, -f64::NAN].map(scale).into_iter().collect::<HashSet<_>>().len(), 1);
}

#[test]
fn allowed_values_are_ordered_by_text() {
    let mut states = ["sent", "lost", "", "open", "é"].map(OrderState::from);
    states.sort();
    assert_eq!(states.each_ref().map(OrderState::as_str), ["", "lost", "open", "sent", "é"]);
    assert_eq!(OrderState::from("lost").partial_cmp(&OrderState::Open), Some(Ordering::Less));
    assert_eq!(states.iter().max(), Some(&OrderState::from("é")));
}

#[test]
fn optional_values_are_compared_with_text_as_optional_strings_are() {
    let mut order = Order::default().with_note("n").with_state("lost");
    assert_eq!((order.note.as_deref(), order.state.as_deref()), (Some("n"), Some("lost")));
    assert!(order.state.as_deref() == Some("lost") && order.state == Some("lost".into()));
    assert!(order.state.as_ref().is_some_and(|state| state == "lost" && state.starts_with('l')));
    order.state = None;
    assert_eq!(order.state.as_deref().unwrap_or("none"), "none");
}

#[test]
fn extra_is_like_other_maps() {
    let mut extra: Extra = [("b", json!([1])), ("a", json!("text"))].into_iter().collect();
    extra.extend([("c".to_owned(), 3)]);
    assert_eq!(extra, Extra::from([("a", json!("text")), ("b", json!([1])), ("c", json!(3))]));
    assert_eq!((extra.len(), extra.is_empty(), Extra::default().len()), (3, false, 0));
    assert_eq!((extra.contains_key("a"), extra.contains_key("A")), (true, false));
    assert_eq!((&extra["a"], &extra["b"][0], &extra["no"]), (&json!("text"), &json!(1), &Value::Null));
    assert_eq!(extra.keys().collect::<Vec<_>>(), ["a", "b", "c"]);
    assert_eq!(extra.values().rev().cloned().collect::<Vec<_>>(), [json!(3), json!([1]), json!("text")]);
    assert_eq!((extra.iter().len(), Extra::default().keys().len()), (3, 0));
    if let Some(value) = extra.get_mut("b") {
        *value = false.into();
    }
    assert_eq!(extra.insert("c", "new"), Some(json!(3)));
    assert_eq!(extra.insert("d", ()), None);
    let mut seen = Vec::new();
    for (key, value) in &extra {
        seen.push(format!("{key}={value}"));
    }
    assert_eq!(seen, ["a=\"text\"", "b=false", "c=\"new\"", "d=null"]);
    assert_eq!(format!("{extra:?}"), r#"{"a": "text", "b": false, "c": "new", "d": null}"#);
    assert!(extra > Extra::default() && extra < [("b", 0)].into());
    let owned: BTreeMap<String, Value> = extra.into_iter().collect();
    assert_eq!(owned.len(), 4);
}

/// What a program may have around its models.
struct Page<'a> {
    total: u64,
    items: &'a [Line],
    next: Option<Box<Page<'a>>>,
}

impl Inspect for Page<'_> {
    fn report_to(&self, report: &mut Report) {
        report.key("total", &self.total);
        report.key("items", self.items);
        report.key("next page", &self.next);
    }
}

fn said<T: Inspect + ?Sized>(value: &T) -> Vec<String> {
    unexpected(value).iter().map(ToString::to_string).collect()
}

#[test]
fn what_is_unexpected_is_found_in_values_of_any_type() -> Test {
    let odd: Line = serde_json::from_value(json!({ "amount": "3", "meter": { "more": 1 } }))?;
    let within = |path: &str| {
        vec![format!("{path}meter.more: unknown key, found 1"), format!("{path}amount: expected int64, found \"3\"")]
    };
    let plain = Line::default();
    assert_eq!(said(&odd), within(""));
    assert_eq!(said(&[plain.clone(), odd.clone()]), within("[1]."));
    assert_eq!(said(&vec![odd.clone()]), within("[0]."));
    assert_eq!(said(&vec![&plain, &odd][..]), within("[1]."));
    assert_eq!(said([&plain, &odd].into_iter().skip(1).collect::<Vec<_>>().as_slice()), within("[0]."));
    assert_eq!(said(&Some(&odd)), within(""));
    assert_eq!(said(&None::<Line>), [""; 0]);
    assert_eq!(said(&Ok::<_, String>(std::rc::Rc::new(odd.clone()))), within(""));
    assert_eq!(said(&(2, "text", &odd)), within("[2]."));
    assert_eq!(said(&BTreeMap::from([("a.b", vec![odd.clone()])])), within("[\"a.b\"][0]."));
    assert_eq!(said(&HashSet::from([odd.clone()])), within("[0]."));
    let lines: HashMap<String, Line> = ["b", "a", "c"].map(|key| (key.to_owned(), odd.clone())).into();
    assert_eq!(said(&lines), ["a.", "b.", "c."].map(within).concat());
    assert_eq!(said(&Some(OrderState::from("lost"))), ["the value: unlisted value \"lost\""]);
    assert_eq!(said(&Patch::Value(odd.clone())), within(""));

    let items = [plain, odd];
    let last = Page { total: 2, items: &items, next: None };
    let first = Page { total: 2, items: &items[1..], next: Some(Box::new(last)) };
    assert_eq!(said(&first), [within("items[0]."), within("[\"next page\"].items[1].")].concat());
    assert_eq!(said(&[first]).len(), 4);
    Ok(())
}
