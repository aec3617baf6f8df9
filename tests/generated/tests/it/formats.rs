//! Models in any format of serde's, and within the types of users.

use std::error::Error;

use generated::cases::house_unions::Farm;
use generated::cases::{genesys_python_options as total, strict, strict_deny, three_valued};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use tests::payload;

type Test = Result<(), Box<dyn Error>>;

/// An order that all models of it read.
fn order() -> Value {
    json!({
        "id": "o-1",
        "count": 9_007_199_254_740_993_i64,
        "price": 12.5,
        "placedAt": "2026-04-07T11:20:44.803Z",
        "lines": [{ "sku": "s-1", "amount": -3 }, { "sku": "", "meter": { "at": "2026-04-07T11:20:44Z", "steps": 0 } }],
        "main": { "sku": "s-1" },
        "anything": { "any": [1, 2.5, "text", false, {}] },
        "labels": { "": "empty", "a.b": "dotted" },
        "state": "sent",
        "note": "1e3",
        "width": 2_147_483_647,
        "ratio": 0.1,
        "paid": true,
        "due": "2026-04-08",
        "sizes": [1, -1],
        "grid": [[], [1, 2]],
        "byName": { "first": { "sku": "s-2" } },
        "kinds": ["a-b", "unlisted", "never listed", ""],
        "several": [{}, "text", 3],
        "parent": {
            "id": "o-0", "count": 0, "price": 0.0, "placedAt": "2026-04-07T11:20:44Z", "lines": [],
            "main": { "sku": "s-1" }, "anything": "text", "labels": {}, "state": "",
        },
        "extra": "a key like any other",
    })
}

/// The order and what reality does to it.
fn odd_order() -> Value {
    let mut order = order();
    order["count"] = "many".into();
    order["lines"][1]["sku"] = 17.into();
    order["note"] = json!({ "text": "n", "parts": [1, 2.5] });
    order["unknown"] = json!([{ "key": true }]);
    order["due"] = "soon".into();
    order["sizes"] = json!([1, "two"]);
    order["state"] = "lost".into();
    order
}

fn in_yaml<M: DeserializeOwned + Serialize>(order: &Value) -> Result<Value, Box<dyn Error>> {
    let model: M = serde_saphyr::from_str(&serde_saphyr::to_string(order)?)?;
    let model: M = serde_saphyr::from_str(&serde_saphyr::to_string(&model)?)?;
    Ok(serde_json::to_value(model)?)
}

fn in_toml<M: DeserializeOwned + Serialize>(order: &Value) -> Result<Value, Box<dyn Error>> {
    let model: M = toml::from_str(&toml::to_string(order)?)?;
    let model: M = toml::from_str(&toml::to_string(&model)?)?;
    Ok(serde_json::to_value(model)?)
}

#[test]
fn yaml_and_toml_lose_nothing() -> Test {
    for order in [order(), odd_order()] {
        assert_eq!(in_yaml::<total::Order>(&order)?, order);
        assert_eq!(in_toml::<total::Order>(&order)?, order);
        assert_eq!(in_yaml::<three_valued::Order>(&order)?, order);
    }
    assert_eq!(in_yaml::<strict::Order>(&order())?, order());
    assert_eq!(in_toml::<strict::Order>(&order())?, order());
    let large = payload::conversation(20);
    assert_eq!(in_yaml::<models::Conversation>(&large)?, large);
    assert_eq!(in_toml::<models::Conversation>(&large)?, large);
    Ok(())
}

#[test]
fn a_format_without_null_reports_it() -> Test {
    let order: total::Order = serde_json::from_value(json!({ "lines": [], "labels": {}, "sizes": [1, null] }))?;
    assert!(toml::to_string(&order).is_err());
    let order: total::Order = serde_json::from_value(json!({ "lines": [], "labels": {}, "sizes": [1] }))?;
    assert!(toml::to_string(&order).is_ok());
    Ok(())
}

#[test]
fn null_in_yaml_is_read() -> Test {
    let order: total::Order =
        serde_saphyr::from_str("id: ~\nlines: null\nsizes: [1, null]\nmaybe: [1, null]\nnote:\n")?;
    assert_eq!(
        serde_json::to_value(&order)?,
        json!({ "lines": [], "labels": {}, "sizes": [1, null], "maybe": [1, null] })
    );
    let order: three_valued::Order = serde_saphyr::from_str("note: ~\n")?;
    assert!(order.note.is_null() && order.width.is_absent());
    Ok(())
}

fn in_bytes<M: DeserializeOwned + Serialize + PartialEq + std::fmt::Debug>(order: &Value) -> Test {
    let model: M = serde_json::from_value(order.clone())?;
    let of_postcard: M = postcard::from_bytes(&postcard::to_allocvec(&model)?)?;
    let of_bincode: M = bincode::deserialize(&bincode::serialize(&model)?)?;
    for read in [of_postcard, of_bincode] {
        assert_eq!(read, model);
        assert_eq!(serde_json::to_value(read)?, *order);
    }
    Ok(())
}

#[test]
fn postcard_and_bincode_keep_everything_that_is_documented() -> Test {
    let mut with_gaps = order();
    with_gaps["maybe"] = json!([1, null, 3]);
    in_bytes::<strict::Order>(&with_gaps)?;
    in_bytes::<strict_deny::Order>(&with_gaps)?;
    with_gaps["sizes"] = json!([null, 1, null]);
    with_gaps["grid"] = json!([[1, null], null]);
    with_gaps["labels"] = json!({ "a": null, "b": "c" });
    with_gaps["placedAt"] = json!("9999-12-31T23:59:59Z");
    in_bytes::<total::Order>(&with_gaps)?;
    with_gaps["note"] = Value::Null;
    in_bytes::<three_valued::Order>(&with_gaps)?;
    in_bytes::<models::Conversation>(&payload::conversation(20))?;
    in_bytes::<total::Order>(&json!({ "lines": [], "labels": {} }))
}

#[test]
fn postcard_and_bincode_report_what_they_cannot_write() -> Test {
    let order: total::Order = serde_json::from_value(odd_order())?;
    assert!(postcard::to_allocvec(&order).is_err());
    // postcard drops the message.
    let said = bincode::serialize(&order).expect_err("there are extra keys").to_string();
    assert_eq!(said, "`Order` holds the unexpected key `count`, which this format cannot represent");
    Ok(())
}

#[test]
fn bytes_that_are_not_a_model_are_errors() -> Test {
    let order: strict::Order = serde_json::from_value(order())?;
    let bytes = postcard::to_allocvec(&order)?;
    for length in 0..bytes.len() {
        assert!(postcard::from_bytes::<strict::Order>(&bytes[..length]).is_err(), "{length} bytes");
    }
    for at in 0..bytes.len() {
        let mut bytes = bytes.clone();
        for flipped in [0, 1, 2, 0x7f, 0xff] {
            bytes[at] = flipped;
            // Not a panic; whether it is another order or none is up to the bytes.
            let _ = postcard::from_bytes::<strict::Order>(&bytes);
        }
    }
    Ok(())
}

fn in_cbor<M: DeserializeOwned>(value: &impl Serialize) -> Result<M, Box<dyn Error>> {
    let mut bytes = Vec::new();
    ciborium::into_writer(value, &mut bytes)?;
    Ok(ciborium::from_reader(&*bytes)?)
}

/// In each of the forms that `rmp_serde` has.
fn in_message_pack<M: DeserializeOwned>(value: &impl Serialize) -> Result<[M; 3], Box<dyn Error>> {
    let named = rmp_serde::from_slice(&rmp_serde::to_vec_named(value)?)?;
    let compact = rmp_serde::from_read(&*rmp_serde::to_vec(value)?)?;
    let mut readable = rmp_serde::Serializer::new(Vec::new()).with_human_readable();
    value.serialize(&mut readable)?;
    let mut reader = rmp_serde::Deserializer::from_read_ref(&**readable.get_ref()).with_human_readable();
    Ok([named, compact, M::deserialize(&mut reader)?])
}

fn in_binary<M: DeserializeOwned + Serialize + PartialEq + std::fmt::Debug>(body: &Value) -> Test {
    let model: M = serde_json::from_value(body.clone())?;
    // What others write, and then what is written here.
    let mut all = vec![in_cbor::<M>(body)?, in_cbor(&model)?];
    all.extend(in_message_pack::<M>(body)?);
    all.extend(in_message_pack(&model)?);
    for read in all {
        assert_eq!(read, model);
        assert_eq!(serde_json::to_value(read)?, *body);
    }
    Ok(())
}

#[test]
fn cbor_and_message_pack_lose_nothing() -> Test {
    in_binary::<total::Order>(&order())?;
    in_binary::<total::Order>(&odd_order())?;
    in_binary::<strict::Order>(&order())?;
    let mut body = odd_order();
    body["paid"] = Value::Null;
    in_binary::<three_valued::Order>(&body)?;
    in_binary::<models::Conversation>(&payload::conversation(20))?;
    in_binary::<Farm>(
        &json!({ "animals": [{ "kind": "cat", "lives": 9 }, 17, "text", { "wings": 2 }], "more": [1, {}] }),
    )
}

/// Nothing but the entries that there are: a program without these models counts them.
#[test]
fn binary_objects_have_no_keys_without_values() -> Test {
    let line: total::Line = serde_json::from_value(json!({ "sku": "s", "amount": "three", "more": 1 }))?;
    let mut bytes = Vec::new();
    ciborium::into_writer(&line, &mut bytes)?;
    assert_eq!(bytes[0], 0xa3, "an object of three entries");
    assert_eq!(rmp_serde::to_vec(&line)?[0], 0x83);
    assert_eq!(rmp_serde::to_vec(&total::Line::default())?, [0x80]);
    Ok(())
}

/// CBOR of others has `null` where ours has no value.
#[test]
fn null_in_cbor_is_not_zero() -> Test {
    let order: total::Order =
        in_cbor(&json!({ "id": null, "sizes": [1, null, 2], "labels": { "a": null, "b": "c" } }))?;
    assert_eq!(
        serde_json::to_value(&order)?,
        json!({ "lines": [], "sizes": [1, null, 2], "labels": { "a": null, "b": "c" } })
    );
    let said = in_cbor::<strict::Scale>(&json!({ "weight": null })).expect_err("a weight is required").to_string();
    assert!(said.contains("`weight`"), "{said}");
    let scale: strict::Scale = in_cbor(&json!({ "weight": 2.5, "unknown": 1 }))?;
    assert_eq!(scale.extra.get("unknown"), Some(&1.into()));
    Ok(())
}

#[derive(Debug, Serialize, Deserialize, PartialEq)]
struct Envelope {
    sent: u32,
    #[serde(flatten)]
    line: total::Line,
}

#[derive(Debug, Serialize, Deserialize, PartialEq)]
struct StrictEnvelope {
    sent: u32,
    #[serde(flatten)]
    line: strict::Line,
}

#[test]
fn models_can_be_flattened_into_others() -> Test {
    let body = json!({ "sent": 1, "sku": "s", "amount": "three", "meter": { "steps": 2 }, "unknown": [null] });
    let read: Envelope = serde_json::from_value(body.clone())?;
    assert_eq!((read.sent, read.line.sku.as_deref(), read.line.amount), (1, Some("s"), None));
    assert_eq!(serde_json::to_value(&read)?, body);
    assert_eq!(serde_json::from_str::<Envelope>(&serde_json::to_string(&read)?)?, read);
    assert_eq!(serde_saphyr::from_str::<Envelope>(&serde_saphyr::to_string(&read)?)?, read);
    let said = serde_json::from_str::<StrictEnvelope>(r#"{"sent": 1, "amount": 3}"#).expect_err("no sku").to_string();
    assert!(said.starts_with("missing key `sku` in `Line`"), "{said}");
    Ok(())
}

#[derive(Debug, Serialize, Deserialize, PartialEq)]
#[serde(untagged)]
enum Untagged {
    Line(strict_deny::Line),
    Scale(strict_deny::Scale),
    Any(Box<total::Order>),
    Many(Vec<total::Order>),
}

#[derive(Debug, Serialize, Deserialize, PartialEq)]
#[serde(tag = "is", rename_all = "lowercase")]
enum Tagged {
    Line(total::Line),
    Order(Box<total::Order>),
}

#[derive(Debug, Serialize, Deserialize, PartialEq)]
#[serde(tag = "is", content = "it", rename_all = "lowercase")]
enum Adjacent {
    Line(total::Line),
}

#[test]
fn models_can_be_in_enums_of_users() -> Test {
    let read = |body: Value| serde_json::from_value::<Untagged>(body);
    assert!(matches!(read(json!({ "sku": "s" }))?, Untagged::Line(_)));
    assert!(matches!(read(json!({ "weight": 1 }))?, Untagged::Scale(_)));
    assert!(matches!(read(json!({ "weight": "1" }))?, Untagged::Any(_)));
    // A list is not a model, even if it has as many items as the model has fields.
    assert!(matches!(read(json!([{}]))?, Untagged::Many(_)));
    assert!(read(json!([1.5])).is_err() && read(json!("text")).is_err() && read(json!(null)).is_err());
    for body in [odd_order(), json!([odd_order(), order()])] {
        assert_eq!(serde_json::to_value(read(body.clone())?)?, body);
    }
    let mut tagged = odd_order();
    tagged["is"] = "order".into();
    assert_eq!(serde_json::to_value(serde_json::from_value::<Tagged>(tagged.clone())?)?, tagged);
    let adjacent = json!({ "it": { "sku": 5, "amount": 1.0, "more": {} }, "is": "line" });
    let read: Adjacent = serde_json::from_value(adjacent)?;
    assert_eq!(serde_json::to_value(read)?, json!({ "is": "line", "it": { "sku": 5, "amount": 1, "more": {} } }));
    Ok(())
}

/// Path and error of what a strict model refuses.
fn refused<M: DeserializeOwned>(text: &str) -> String {
    let said = serde_path_to_error::deserialize::<_, M>(&mut serde_json::Deserializer::from_str(text));
    said.err().map_or_else(|| format!("{text} is read"), |it| format!("{}: {}", it.path(), it.inner()))
}

#[test]
fn strict_errors_have_model_key_and_path() {
    let order = |key: &str, value: Value| {
        let mut order = order();
        order[key] = value;
        serde_json::to_string_pretty(&json!({ "key": order["key"], key: order[key].take() })).unwrap_or_default()
    };
    let said = [
        refused::<strict::Order>(&order("count", json!("many"))),
        refused::<strict::Order>(&order("count", json!(1.5))),
        refused::<strict::Order>(&order("count", json!(null))),
        refused::<strict::Order>(&order("lines", json!(null))),
        refused::<strict::Order>(&order("width", json!(2_147_483_648_u32))),
        refused::<strict::Order>(&order("placedAt", json!("soon"))),
        refused::<strict::Order>(&order("placedAt", json!(5))),
        refused::<strict::Order>(&order("sizes", json!([1, "two", 3]))),
        refused::<strict::Order>(&order("grid", json!([[1], [2, {}]]))),
        refused::<strict::Order>(&order("labels", json!({ "a": "b", "c": 5 }))),
        refused::<strict::Order>(&order("lines", json!([{ "sku": "s" }, {}]))),
        refused::<strict::Order>(&order("lines", json!([{ "sku": "s" }, 7]))),
        refused::<strict::Order>(&order("byName", json!({ "first": { "sku": "s", "meter": { "at": false } } }))),
        refused::<strict::Order>("{}"),
        refused::<strict::Order>("[]"),
        refused::<strict::Order>("5"),
        refused::<strict::Line>(r#"{"sku": "s", "amount": 1"#),
        refused::<strict::Line>(r#"{"sku": "s", "sku": "t"}"#),
        refused::<strict_deny::Line>(r#"{"sku": "s", "size": 1}"#),
        refused::<strict_deny::Order>(r#"{"lines": [{"sku": "s", "": 1}]}"#),
    ];
    snapbox::assert_data_eq!(said.map(|it| it + "\n").concat(), snapbox::file!["errors.txt"].raw());
}
