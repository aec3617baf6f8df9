//! The JSON Schema of a file, with which editors complete it.

use serde_json::{Map, Value, json};

use super::dialects;
use super::keys::{self, Key, Takes};
use super::shape::Shape;
use super::words;
use crate::config::Config;

/// The JSON Schema of `codegen.toml`.
pub(super) fn schema() -> Value {
    let config = Config::new();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "codegen.toml",
        "description": "The options with which models are generated from documents.",
        "$ref": "#/$defs/options",
        "properties": of_whole(&config),
        "unevaluatedProperties": false,
        "$defs": { "options": { "type": "object", "properties": of_any(&config) } },
    })
}

/// The options that modules do not have.
fn of_whole(config: &Config) -> Map<String, Value> {
    properties(keys::ALL.iter().filter(|key| key.is_of_whole), config)
}

fn of_any(config: &Config) -> Map<String, Value> {
    properties(keys::ALL.iter().filter(|key| !key.is_of_whole), config)
}

fn properties<'k>(keys: impl Iterator<Item = &'k Key>, config: &Config) -> Map<String, Value> {
    keys.map(|key| (key.name.to_owned(), described(of_option(&key.takes, config), key.about))).collect()
}

fn described(mut schema: Value, about: &str) -> Value {
    schema["description"] = about.into();
    schema
}

fn of_option(takes: &Takes, config: &Config) -> Value {
    match takes {
        Takes::Flag(_) => json!({ "type": "boolean" }),
        Takes::Values(shape, _) => of_shape(*shape, config),
        Takes::Lists(..) => json!({ "type": "array", "items": list(&json!({ "type": "string" })) }),
        Takes::Modules => table(&json!({ "$ref": "#/$defs/options", "unevaluatedProperties": false })),
        Takes::Dialects => {
            let parts = dialects::PARTS.iter();
            let parts: Map<String, Value> =
                parts.map(|part| (part.name.to_owned(), described(of_shape(part.shape, config), part.about))).collect();
            table(&json!({ "type": "object", "properties": parts, "additionalProperties": false }))
        }
    }
}

fn of_shape(shape: Shape, config: &Config) -> Value {
    match shape {
        Shape::Number => json!({ "type": "integer", "minimum": 0 }),
        Shape::Text(_) => json!({ "type": "string" }),
        Shape::Word(_, words) if std::ptr::fn_addr_eq(words, words::dialects as super::shape::Words) => {
            // The file may have further ones.
            json!({ "anyOf": [{ "enum": words(config) }, { "type": "string" }] })
        }
        Shape::Word(_, words) => json!({ "enum": words(config) }),
        Shape::OneOrMore(one) => {
            let one = of_shape(*one, config);
            json!({ "anyOf": [one, list(&one)] })
        }
        Shape::Table(_, to) => table(&of_shape(*to, config)),
        Shape::Named(_, names, to) => {
            let to = of_shape(*to, config);
            let names: Map<String, Value> =
                names(config).into_iter().map(|name| (name.to_owned(), to.clone())).collect();
            json!({ "type": "object", "properties": names, "additionalProperties": false })
        }
        Shape::ForAll(_, _, to) => {
            let to = of_shape(*to, config);
            json!({ "anyOf": [to, table(&to)] })
        }
    }
}

fn list(of: &Value) -> Value {
    json!({ "type": "array", "items": of })
}

fn table(of: &Value) -> Value {
    json!({ "type": "object", "additionalProperties": of })
}
