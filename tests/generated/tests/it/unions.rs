//! Any JSON is read as any union, and nothing of it is lost.

use std::error::Error;

use generated::cases::house_unions::support::{machinery::Union, unexpected};
use generated::cases::house_unions::{Animal, Cat, CatRequired, Circle, Dog, DogRequired, Farm, Round, Tame, Trick};
use proptest::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

/// Keys, texts and numbers that the models of the case know, and some that they do not.
const KEYS: &[&str] = &["kind", "name", "lives", "kittens", "friend", "tricks", "wanted", "a", "", "$serde_json"];
const TEXTS: &[&str] = &["cat", "dog", "Dog", "ANIMAL", "easy", "2026-03-01", "2026-03-01T09:30:00Z", "1e3", "", "é"];

fn scalars() -> impl Strategy<Value = Value> {
    prop_oneof![
        any::<bool>().prop_map(Value::from),
        prop::sample::select(TEXTS).prop_map(Value::from),
        (-3..3_i64).prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        prop::sample::select(vec![0.5, -0.0, 1e300, 5.0, 0.1]).prop_map(Value::from),
    ]
}

fn values(leaf: impl Strategy<Value = Value> + 'static) -> impl Strategy<Value = Value> {
    leaf.prop_recursive(6, 40, 5, |inner| {
        let entries = prop::collection::btree_map(prop::sample::select(KEYS), inner.clone(), 0..5);
        prop_oneof![
            2 => entries.prop_map(|it| it.into_iter().map(|(key, it)| (key.to_owned(), it)).collect()),
            1 => prop::collection::vec(inner, 0..4).prop_map(Value::from),
        ]
    })
}

/// The same without keys that are `null`, because models do not write them, and with one way to write a number.
fn normal(value: Value) -> Value {
    match value {
        #[allow(clippy::cast_possible_truncation, reason = "it is a whole number of few digits")]
        Value::Number(it) => match it.as_f64() {
            Some(float) if it.is_f64() && float.fract() == 0.0 && float.abs() < 1e15 => (float as i64).into(),
            _ => it.into(),
        },
        Value::Array(all) => all.into_iter().map(normal).collect(),
        Value::Object(all) => {
            all.into_iter().filter(|item| !item.1.is_null()).map(|item| (item.0, normal(item.1))).collect()
        }
        other => other,
    }
}

fn loses_nothing<U: DeserializeOwned + Serialize + Union>(value: &Value) -> Result<U, TestCaseError> {
    let union: U = serde_json::from_str(&value.to_string()).map_err(|it| TestCaseError::fail(it.to_string()))?;
    let written = serde_json::to_value(&union).map_err(|it| TestCaseError::fail(it.to_string()))?;
    prop_assert_eq!(normal(written), normal(value.clone()), "{:?}", union.cases());
    Ok(union)
}

fn reads_back<U: DeserializeOwned + Serialize + Union + PartialEq>(value: &Value) -> Result<(), TestCaseError> {
    let union: U = loses_nothing(value)?;
    let fail = |it: &dyn std::fmt::Display| TestCaseError::fail(it.to_string());
    let text = serde_json::to_string(&union).map_err(|it| fail(&it))?;
    prop_assert!(serde_json::from_str::<U>(&text).map_err(|it| fail(&it))? == union, "{text}");
    prop_assert!(U::deserialize(value).map_err(|it| fail(&it))? == union, "{text}");
    // Formats that do not say what a value is.
    let bytes = postcard::to_allocvec(&vec![&union]).map_err(|it| fail(&it))?;
    prop_assert!(postcard::from_bytes::<Vec<U>>(&bytes).map_err(|it| fail(&it))? == [union], "{text}");
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_value_is_refused_and_nothing_is_lost(value in values(prop_oneof![scalars(), Just(Value::Null)])) {
        loses_nothing::<Animal>(&value)?;
        loses_nothing::<Tame>(&value)?;
        loses_nothing::<Trick>(&value)?;
        loses_nothing::<Circle>(&value)?;
        loses_nothing::<Round>(&value)?;
    }

    /// A `null` may have had a meaning, and is not written in a model.
    #[test]
    fn what_was_written_is_read_as_the_same(value in values(scalars())) {
        reads_back::<Animal>(&value)?;
        reads_back::<Tame>(&value)?;
        reads_back::<Trick>(&value)?;
        reads_back::<Circle>(&value)?;
        reads_back::<Round>(&value)?;
    }

    /// What is known to be a model is read as it, whatever else it has.
    #[test]
    fn a_model_is_read_as_itself(name in "[a-z]{0,3}", lives in any::<i32>(), more in values(scalars())) {
        let mut cat = Cat::new(CatRequired { kind: "cat".into(), name: name.clone(), lives });
        cat.extra.insert("more", more);
        let dog = Dog::new(DogRequired { kind: "dog".into(), name, friend: Animal::from(cat.clone()) });
        let read = |it: Value| serde_json::from_value::<Animal>(it).map_err(|it| TestCaseError::fail(it.to_string()));
        prop_assert!(read(json!(cat))? == Animal::from(cat));
        prop_assert!(read(json!(dog))? == Animal::from(dog));
    }
}

#[test]
fn what_no_type_fits_is_unexpected() -> Result<(), Box<dyn Error>> {
    let farm: Farm = serde_json::from_str(include_str!("../../../cases/house/unions/Farm.json"))?;
    let said: String = unexpected(&farm).iter().map(|unexpected| format!("{unexpected}\n")).collect();
    snapbox::assert_data_eq!(said, snapbox::file!["farm.txt"].raw());
    Ok(())
}

/// Each value is looked at once per type and read once, so what is deep takes no longer than it is large.
#[test]
fn unions_within_unions_take_no_more_time_than_they_have_bytes() -> serde_json::Result<()> {
    let mut dog = json!("nobody");
    let mut names = json!({ "lives": 1 });
    for depth in 0..60 {
        dog = json!({ "name": depth.to_string(), "friend": dog, "tricks": { "best": "sit" } });
        names = if depth % 2 == 0 { json!([names]) } else { json!({ "a": names, "b": 5 }) };
    }
    let animal: Animal = serde_json::from_str(&dog.to_string())?;
    assert_eq!(serde_json::to_value(&animal)?, dog);
    let trick: Trick = serde_json::from_str(&names.to_string())?;
    assert_eq!(serde_json::to_value(&trick)?, names);
    Ok(())
}

#[test]
fn other_formats_lose_nothing() -> Result<(), Box<dyn Error>> {
    let farm = json!({
        "owner": { "name": "Rex", "friend": { "name": "Tom", "lives": 9, "odd": [1, { "a": "b" }] } },
        "animals": [{ "lives": 7 }, "any", 5, { "wanted": true }],
        "tame": [{ "kind": "Dog", "lives": 0.5 }],
        "tricks": { "large": u64::MAX, "number": 0.25, "yes": true, "day": "2026-03-01", "cats": [[{ "lives": 1 }]] },
    });
    let read: Farm = serde_json::from_value(farm.clone())?;
    let of_yaml: Farm = serde_saphyr::from_str(&serde_saphyr::to_string(&read)?)?;
    let of_toml: Farm = toml::from_str(&toml::to_string(&read)?.replace(&u64::MAX.to_string(), "5"))?;
    let of_postcard: Farm = postcard::from_bytes(&postcard::to_allocvec(&read)?)?;
    let mut cbor = Vec::new();
    ciborium::into_writer(&read, &mut cbor)?;
    let of_cbor: Farm = ciborium::from_reader(&*cbor)?;
    for other in [of_yaml, of_postcard, of_cbor] {
        assert!(other == read, "{other:?}");
        assert_eq!(serde_json::to_value(other)?, farm);
    }
    assert_eq!(of_toml.owner, read.owner);
    Ok(())
}

#[test]
fn equal_values_are_of_one_type() -> serde_json::Result<()> {
    let read = |json: &str| serde_json::from_str::<Trick>(json);
    assert_eq!(read("5")?, Trick::Integer(5));
    assert_ne!(Trick::Number(5.0), Trick::Integer(5));
    assert_ne!(Trick::Text("easy".to_owned()), read("\"easy\"")?);
    assert_eq!(format!("{:?} {:?}", read("\"easy\"")?, read("[[]]")?), "\"easy\" [[]]");
    Ok(())
}
