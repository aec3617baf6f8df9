//! Keys that are assumptions are read from other spellings, and written back as they came.

use std::collections::BTreeSet;
use std::error::Error;

use generated::cases::genesys_python_options::support::{machinery::Model, unexpected};
use generated::cases::{deny, genesys_python_options as guessed, house_order as exact, ignore, strict, strict_fields};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Map, Value, json};

type Test = Result<(), Box<dyn Error>>;

fn said(order: &guessed::Order) -> Vec<String> {
    unexpected(order).iter().map(ToString::to_string).collect()
}

#[test]
fn another_spelling_is_read_and_written_back() -> Test {
    let body = r#"{"ID":"a","placed-at":"2021-04-02T15:30:51Z","lines":[{"SKU":"b","Amount":2}],"labels":{}}"#;
    let mut order: guessed::Order = serde_json::from_str(body)?;
    assert_eq!(order.id.as_deref(), Some("a"));
    assert_eq!(order.lines[0].sku.as_deref(), Some("b"));
    assert!(order.placed_at.is_some() && order.extra_2.is_empty());
    assert_eq!(
        said(&order),
        [
            "id: read from `ID`",
            "placedAt: read from `placed-at`",
            "lines[0].sku: read from `SKU`",
            "lines[0].amount: read from `Amount`",
        ]
    );
    assert_eq!(serde_json::to_value(&order)?, serde_json::from_str::<Value>(body)?);

    order.id = Some("c".to_owned());
    assert_eq!(serde_json::to_value(&order)?["ID"], "c");
    Ok(())
}

#[test]
fn the_exact_key_wins_and_other_spellings_are_unknown() -> Test {
    for body in [r#"{"note":"a","Note":"b","NOTE":"c"}"#, r#"{"Note":"b","NOTE":"c","note":"a"}"#] {
        let order: guessed::Order = serde_json::from_str(body)?;
        assert_eq!(order.note.as_deref(), Some("a"), "{body}");
        assert_eq!(said(&order), ["NOTE: unknown key, found \"c\"", "Note: unknown key, found \"b\""], "{body}");
    }
    let order: guessed::Order = serde_json::from_str(r#"{"Note":"b","NOTE":"c","Note":"d"}"#)?;
    assert_eq!(order.note.as_deref(), Some("d"));
    assert_eq!(said(&order), ["note: read from `Note`", "NOTE: unknown key, found \"c\""]);
    Ok(())
}

#[test]
fn other_spellings_are_ignored_or_denied_in_any_order() -> Test {
    for (body, sku) in [
        (r#"{"sku":"a","SKU":"b"}"#, "sku"),
        (r#"{"SKU":"b","sku":"a"}"#, "sku"),
        (r#"{"S_KU":null,"SKU":"b","Sku":"c","sku":"a"}"#, "sku"),
        (r#"{"SKU":"a","Sku":"b"}"#, "SKU"),
        (r#"{"S_KU":null,"SKU":"a","Sku":"b"}"#, "SKU"),
    ] {
        let line: ignore::Line = serde_json::from_str(body)?;
        assert_eq!(serde_json::to_value(&line)?, json!({ sku: "a" }), "{body}");
        let loser = if body.contains("Sku") && sku == "SKU" { "Sku" } else { "SKU" };
        let error = serde_json::from_str::<deny::Line>(body).map(drop).map_err(|error| error.to_string());
        let error = error.expect_err(body);
        assert!(error.starts_with(&format!("unknown key `{loser}` in `Line`")), "{body}: {error}");
    }
    for body in [r#"{"s_ku":null,"SKU":"a"}"#, r#"{"SKU":"a","s_ku":null}"#, r#"{"sku":null,"SKU":"a"}"#] {
        let line: ignore::Line = serde_json::from_str(body)?;
        assert_eq!(serde_json::to_value(&line)?, json!({"SKU": "a"}), "{body}");
        let line: deny::Line = serde_json::from_str(body)?;
        assert_eq!(serde_json::to_value(&line)?, json!({"SKU": "a"}), "{body}");
    }
    Ok(())
}

#[test]
fn the_last_value_of_each_spelling_is_kept() -> Test {
    let order: guessed::Order = serde_json::from_str(r#"{"Note":"a","note":"b","Note":"c","note":"d"}"#)?;
    assert_eq!(order.note.as_deref(), Some("d"));
    assert_eq!(said(&order), ["Note: unknown key, found \"c\""]);
    Ok(())
}

#[test]
fn a_value_of_the_wrong_type_keeps_its_spelling() -> Test {
    let body = json!({"Width": "wide", "lines": [], "labels": {}});
    let order: guessed::Order = serde_json::from_value(body.clone())?;
    assert_eq!(order.width, None);
    assert_eq!(said(&order), ["width: read from `Width`", "width: expected int32, found \"wide\""]);
    assert_eq!(serde_json::to_value(&order)?, body);
    Ok(())
}

#[test]
fn spellings_do_not_count_when_models_are_compared() -> Test {
    let [one, other]: [guessed::Line; 2] =
        [serde_json::from_str(r#"{"SKU":"b"}"#)?, serde_json::from_str(r#"{"sku":"b"}"#)?];
    assert_eq!(one, other);
    Ok(())
}

#[test]
fn documented_keys_have_one_spelling() -> Test {
    let order: exact::Order = serde_json::from_str(r#"{"ID":"a"}"#)?;
    assert_eq!(order.extra.get("ID"), Some(&"a".into()));
    Ok(())
}

#[test]
fn another_spelling_is_an_error_if_the_field_is_strict() {
    let error = serde_json::from_str::<strict::Line>(r#"{"SKU":"b"}"#).expect_err("a strict model").to_string();
    assert_eq!(error, "key `SKU` in `Line`, where `sku` is expected at line 1 column 6");
    let error = serde_json::from_str::<strict_fields::Order>(r#"{"ID":"b"}"#).expect_err("a strict field").to_string();
    assert_eq!(error, "key `ID` in `Order`, where `id` is expected at line 1 column 5");
}

/// A key in other cases.
fn spellings(key: &str) -> Vec<String> {
    let mut snake = String::new();
    for letter in key.chars() {
        if letter.is_uppercase() {
            snake.push('_');
        }
        snake.extend(letter.to_lowercase());
    }
    let pascal = key[..1].to_uppercase() + &key[1..];
    vec![key.to_owned(), snake.replace('_', "-"), snake.to_uppercase(), key.to_lowercase(), pascal, snake]
}

fn entry() -> impl Strategy<Value = (&'static str, usize, Value)> {
    let values = prop_oneof![
        Just(json!("text")),
        Just(json!("2021-04-02T15:30:51Z")),
        Just(json!({"sku": "a", "SKU": 1, "Amount": 3})),
        Just(json!([{"Amount": 3}])),
        Just(json!({"a": {"SKU": "b"}})),
        Just(json!([1, 2])),
        Just(json!(["one", 2])),
        any::<i64>().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
    ];
    // An order within an order has required lists and maps, too; an integer is written as a float.
    let others = |key: &&str| !["parent", "price", "ratio"].contains(key);
    let keys: Vec<&str> = guessed::Order::SHAPE.keys.iter().copied().filter(others).collect();
    (select(keys), 0..6_usize, values)
}

/// The object with the keys that a model reads: the exact one, or else the first of each field.
fn as_assumed(entries: &[(&'static str, String, Value)]) -> Map<String, Value> {
    let exact: BTreeSet<&str> = entries.iter().filter(|(key, text, _)| key == text).map(|(key, ..)| *key).collect();
    let mut object = Map::new();
    for (key, text, value) in entries {
        let taken = exact.contains(key) || object.contains_key(*key);
        object.insert(if taken { text.clone() } else { (*key).to_owned() }, value.clone());
    }
    object
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_spelling_is_read_and_nothing_is_lost(drawn in prop::collection::vec(entry(), 0..12)) {
        let mut entries: Vec<(&'static str, String, Value)> = Vec::new();
        for (key, style, value) in drawn {
            let text = spellings(key).swap_remove(style);
            if entries.iter().all(|(_, other, _)| *other != text) {
                entries.push((key, text, value));
            }
        }
        let members: Vec<String> = entries.iter().map(|(_, text, value)| format!("{text:?}:{value}")).collect();
        let body = format!("{{{}}}", members.join(","));
        let order: guessed::Order = serde_json::from_str(&body)?;
        let assumed: guessed::Order = serde_json::from_value(as_assumed(&entries).into())?;
        prop_assert_eq!(&order, &assumed, "{}", body);

        let mut written = serde_json::to_value(&order)?;
        let again: guessed::Order = serde_json::from_value(written.clone())?;
        prop_assert_eq!(serde_json::to_value(&again)?, written.clone(), "{}", body);
        // Required lists and maps are written even if they are absent.
        for key in ["lines", "labels"] {
            if entries.iter().all(|entry| entry.0 != key) {
                written.as_object_mut().map(|object| object.remove(key));
            }
        }
        prop_assert_eq!(written, serde_json::from_str::<Value>(&body)?);
    }
}
