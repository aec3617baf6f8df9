//! The published JSON Schema of what `codegen schema` prints.

use std::collections::BTreeSet;
use std::fs;

use codegen::schema::{Assumption, Case, Constraints, Fact, Presence, Scalar, Type, UnionOf, ValuesSource};
use codegen::{Config, schema};
use jsonschema::Validator;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use tests::accepted;
use tests::scratch::repository;

fn format() -> Value {
    let path = repository().join(format!("codegen/formats/schema-{}.json", schema::VERSION));
    serde_json::from_str(&fs::read_to_string(path).expect("a published format")).expect("JSON")
}

fn validator() -> Validator {
    jsonschema::draft202012::new(&format()).expect("a JSON Schema")
}

#[test]
fn the_schemas_of_all_cases_are_valid() {
    let validator = validator();
    for case in accepted::cases().expect("the cases") {
        let schema = Config::new().compile_texts(case.iter().map(|(path, text)| (&**path, &**text))).schema;
        let json = serde_json::to_value(&schema).expect("JSON");
        let wrong: Vec<String> =
            validator.iter_errors(&json).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(wrong.is_empty(), "{:?}: {wrong:#?}", case.first());
    }
}

#[test]
fn what_is_no_schema_is_refused() {
    let place = json!({"path": "specs/Tag.md", "line": 1, "column": 3});
    let model = json!({"shape": {"alias": {"scalar": "string"}}, "origin": place});
    let schema = |model: &Value| json!({"version": schema::VERSION, "models": {"Tag": model}});
    let validator = validator();
    assert!(validator.is_valid(&schema(&model)));
    let with = |pointer: &str, value: Value| {
        let mut model = model.clone();
        *model.pointer_mut(pointer).expect("a part of the model") = value;
        schema(&model)
    };
    assert!(!validator.is_valid(&with("/shape/alias/scalar", json!("strng"))));
    assert!(!validator.is_valid(&with("/shape", json!({"alias": {"scalar": "string"}, "object": []}))));
    assert!(!validator.is_valid(&with("/origin/line", json!(0))));
    assert!(!validator.is_valid(&with("/origin", json!("specs/Tag.md:1:3"))));
    assert!(!validator.is_valid(&json!({"version": schema::VERSION + 1, "models": {}})));
}

/// The words that serde knows for a type: it lists them where it gets another one.
fn words<T: DeserializeOwned>() -> BTreeSet<String> {
    let error = match serde_json::from_value::<T>(json!("?")) {
        Ok(_) => String::new(),
        Err(error) => error.to_string(),
    };
    let expected = error.split_once("expected").map(|(_, expected)| expected.to_owned()).unwrap_or_default();
    expected.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

/// The values of an enum of the format, or the keys of its alternatives.
fn listed(at: &str) -> BTreeSet<String> {
    let format = format();
    let def = format.pointer(at).expect("a part of the format");
    let values = def["enum"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned);
    let alternatives = def["oneOf"].as_array().into_iter().flatten();
    let keys = alternatives.filter_map(|it| it["properties"].as_object()).flat_map(|it| it.keys().cloned());
    values.chain(keys).collect()
}

#[test]
fn the_format_lists_every_word() {
    assert_eq!(listed("/$defs/Scalar"), words::<Scalar>());
    assert_eq!(listed("/$defs/Assumption"), words::<Assumption>());
    assert_eq!(listed("/$defs/Fact"), words::<Fact>());
    assert_eq!(listed("/$defs/Case"), words::<Case>());
    assert_eq!(listed("/$defs/Type"), words::<Type>());
    assert_eq!(listed("/$defs/Shape"), words::<schema::Shape>());
    assert_eq!(listed("/$defs/Hole/properties/problem"), words::<schema::Problem>());
    assert_eq!(listed("/$defs/Values/properties/source"), words::<ValuesSource>());
    assert_eq!(listed("/$defs/Union/properties/of"), words::<UnionOf>());
    assert_eq!(listed("/$defs/Field/properties/presence"), words::<Presence>());
}

#[test]
fn the_format_lists_every_limit() {
    let text = || Some("1".to_owned());
    let all = Constraints {
        minimum: text(),
        maximum: text(),
        exclusive_minimum: text(),
        exclusive_maximum: text(),
        multiple_of: text(),
        pattern: text(),
        min_length: Some(1),
        max_length: Some(1),
        min_items: Some(1),
        max_items: Some(1),
        unique_items: true,
    };
    let written = serde_json::to_value(all).expect("JSON");
    let format = format();
    let keys = |value: &Value| value.as_object().expect("an object").keys().cloned().collect::<BTreeSet<String>>();
    assert_eq!(keys(&written), keys(&format["$defs"]["Constraints"]["properties"]));
}
