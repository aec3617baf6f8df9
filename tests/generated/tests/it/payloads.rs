//! Bodies as responses have them: those in `payloads/` and the large one that is made.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::{fs, io};

use codegen::Config;
use codegen::schema::{Model, ModelName, Presence, Scalar, Schema, Type};
use generated::same::difference;
use models::support;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use snapbox::{Data, assert_data_eq};
use tests::payload::{self, Payload};
use tests::scratch::repository;

/// A body is judged by its keys and types, as the documents have them.
fn schema() -> Schema {
    Config::new().specs(repository().join("specs")).compile().schema
}

#[test]
fn the_large_conversation_is_as_documented_and_the_same_every_time() {
    let schema = schema();
    for kilobytes in [1, 100, 150] {
        let conversation = payload::conversation(kilobytes);
        let size = conversation.to_string().len();
        assert!((kilobytes * 1000..kilobytes * 1000 + 10_000).contains(&size), "{size} bytes");
        assert_eq!(unexpected(&conversation, &model("Conversation"), &schema), BTreeSet::new());
        assert_eq!(conversation, payload::conversation(kilobytes));
    }
}

#[test]
fn our_models_read_and_write_the_large_conversation() -> serde_json::Result<()> {
    let conversation = payload::conversation(150);
    let read: models::Conversation = serde_json::from_value(conversation.clone())?;
    assert_eq!(serde_json::to_value(read)?, conversation);
    Ok(())
}

/// Each model has one ordinary body, and each oddity is in the body that is named after it.
#[test]
fn bodies_are_as_ordinary_or_odd_as_their_names() -> io::Result<()> {
    let schema = schema();
    let mut said: BTreeMap<String, BTreeSet<&str>> = BTreeMap::new();
    for payload in payload::written_by_hand()? {
        let body: Value = serde_json::from_str(&payload.body)?;
        let found = unexpected(&body, &model(&payload.model), &schema);
        let name = format!("{}/{}", payload.model, payload.name);
        if payload.name == "ordinary" {
            assert_eq!(found, BTreeSet::new(), "{name}");
        }
        said.entry(payload.model).or_default().extend(found);
    }
    let models = ["ChatMediaParticipant", "Conversation", "ConversationChat", "InternalMessage", "Message"];
    for model in models {
        assert!(repository().join(format!("tests/payloads/{model}/ordinary.json")).is_file(), "{model}");
    }
    let all: BTreeSet<&str> = said.into_values().flatten().collect();
    assert_eq!(all.into_iter().collect::<Vec<_>>(), ODDITIES);
    Ok(())
}

type Run = fn(&str) -> serde_json::Result<(Value, Vec<String>)>;

/// Every model with the function that reads and writes it.
static MODELS: &[(&str, Run)] = include!(concat!(env!("OUT_DIR"), "/every_model.rs"));

fn run<M: support::Inspect + DeserializeOwned + Serialize>(body: &str) -> serde_json::Result<(Value, Vec<String>)> {
    let model: M = serde_json::from_str(body)?;
    let unexpected = support::unexpected(&model);
    Ok((serde_json::to_value(&model)?, unexpected.iter().map(|unexpected| format!("{unexpected}\n")).collect()))
}

/// What is odd in a body is in the file beside it, `<name>.unexpected.txt`, if anything is.
#[test]
fn bodies_lose_nothing_and_report_what_is_odd() -> Result<(), Box<dyn Error>> {
    let schema = schema();
    for Payload { model, name, body } in payload::written_by_hand()? {
        let (_, run) = MODELS.iter().find(|(name, _)| *name == model).ok_or("no such model")?;
        let (written, unexpected) = run(&body).map_err(|error| format!("{model}/{name}: {error}"))?;
        let difference = difference(&serde_json::from_str(&body)?, &written, &ModelName(model.clone()), &schema);
        assert_eq!(difference, None, "{model}/{name}");
        let expected = repository().join(format!("tests/payloads/{model}/{name}.unexpected.txt"));
        if expected.exists() || !unexpected.is_empty() {
            assert_data_eq!(unexpected.concat(), Data::read_from(&expected, None).raw());
        }
    }
    Ok(())
}

/// The list describes every file.
#[test]
fn the_readme_lists_every_body() -> io::Result<()> {
    let readme = fs::read_to_string(repository().join("tests/payloads/README.md"))?;
    for payload in payload::written_by_hand()? {
        let name = format!("`{}/{}`", payload.model, payload.name);
        assert!(readme.contains(&name), "{name}");
    }
    Ok(())
}

/// What a body can have against its document.
const ODDITIES: &[&str] = &[
    "a date or time of another form",
    "a number beyond 64 bits",
    "a required key is missing",
    "another kind",
    "null",
    "null within a list or map",
    "unknown key",
];

fn model(name: &str) -> Type {
    Type::Model(ModelName(name.to_owned()))
}

fn unexpected(value: &Value, ty: &Type, schema: &Schema) -> BTreeSet<&'static str> {
    let mut found = BTreeSet::new();
    inspect(value, ty, schema, &mut found);
    found
}

fn inspect(value: &Value, ty: &Type, schema: &Schema, found: &mut BTreeSet<&'static str>) {
    match (ty, value) {
        (_, Value::Null) => drop(found.insert("null")),
        (Type::List(item), Value::Array(values)) => items(values, item, schema, found),
        (Type::Map(item), Value::Object(values)) => items(values.values(), item, schema, found),
        (Type::Model(name), Value::Object(values)) => {
            let fields = schema.models.get(name).map(Model::fields).unwrap_or_default();
            let known: BTreeMap<&str, _> = fields.iter().map(|field| (field.wire.0.as_str(), field)).collect();
            for field in fields.iter().filter(|field| field.presence == Presence::Required) {
                if !values.contains_key(&field.wire.0) {
                    found.insert("a required key is missing");
                }
            }
            for (key, value) in values {
                match known.get(key.as_str()) {
                    Some(field) => inspect(value, &field.ty, schema, found),
                    None => drop(found.insert("unknown key")),
                }
            }
        }
        (Type::Scalar(scalar), value) => found.extend(scalar_oddity(*scalar, value)),
        _ => drop(found.insert("another kind")),
    }
}

fn items<'v>(
    values: impl IntoIterator<Item = &'v Value>,
    item: &Type,
    schema: &Schema,
    found: &mut BTreeSet<&'static str>,
) {
    for value in values {
        match value {
            Value::Null => drop(found.insert("null within a list or map")),
            value => inspect(value, item, schema, found),
        }
    }
}

fn scalar_oddity(scalar: Scalar, value: &Value) -> Option<&'static str> {
    match (scalar, value) {
        (Scalar::Any, _)
        | (Scalar::String | Scalar::File, Value::String(_))
        | (Scalar::Float32 | Scalar::Float64, Value::Number(_))
        | (Scalar::Boolean, Value::Bool(_)) => None,
        (Scalar::Int32, Value::Number(it)) if it.as_i64().is_some_and(|it| i32::try_from(it).is_ok()) => None,
        (Scalar::Int64, Value::Number(it)) if it.is_i64() => None,
        (Scalar::Int32 | Scalar::Int64, Value::Number(_)) => Some("a number beyond 64 bits"),
        (Scalar::DateTime, Value::String(it)) if is_rfc3339(it) => None,
        (Scalar::Date, Value::String(it)) if it.parse::<jiff::civil::Date>().is_ok() => None,
        (Scalar::DateTime | Scalar::Date, Value::String(_)) => Some("a date or time of another form"),
        _ => Some("another kind"),
    }
}

/// Strictly: jiff alone reads a space for the `T` and much more.
fn is_rfc3339(text: &str) -> bool {
    let shape: String = text.chars().map(|letter| if letter.is_ascii_digit() { '0' } else { letter }).collect();
    let rest = shape.strip_prefix("0000-00-00T00:00:00");
    let rest = rest.map(|it| it.strip_prefix('.').map_or(it, |it| it.trim_start_matches('0')));
    rest.is_some_and(|it| ["Z", "+00:00", "-00:00"].contains(&it)) && text.parse::<jiff::Timestamp>().is_ok()
}
