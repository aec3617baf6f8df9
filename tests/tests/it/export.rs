//! What `codegen export` prints, in the hands of a validator.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

use codegen::schema::folded;
use jsonschema::Validator;
use serde_json::{Value, json};
use snapbox::{Data, assert_data_eq};
use tests::payload;
use tests::scratch::{empty_folder, files, repository};

fn export(arguments: &[&str]) -> Value {
    serde_json::from_slice(&printed(arguments)).expect("JSON")
}

fn printed(arguments: &[&str]) -> Vec<u8> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_codegen-tool"));
    let output = command.current_dir(repository()).arg("export").args(arguments).output().expect("the tool");
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// The validator of a model within a document.
fn validator(document: &Value, key: &str) -> Validator {
    let mut document = document.clone();
    document["$ref"] = json!(format!("#/$defs/{key}"));
    jsonschema::draft202012::new(&document).expect("a JSON Schema")
}

/// What is wrong with a value, in one line each.
fn mistakes(validator: &Validator, value: &Value) -> Vec<String> {
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

/// The cases of all dialects.
fn cases() -> io::Result<Vec<PathBuf>> {
    let mut cases = Vec::new();
    for dialect in fs::read_dir(repository().join("tests/cases"))? {
        for case in fs::read_dir(dialect?.path())? {
            cases.push(case?.path());
        }
    }
    cases.sort();
    Ok(cases)
}

/// The JSON beside the documents of a case, by path, and the key of its model.
fn bodies(case: &Path, document: &Value) -> Vec<(String, String, Value)> {
    let definitions = document["$defs"].as_object().expect("definitions");
    let keys: BTreeMap<String, &String> = definitions.keys().map(|key| (folded(key), key)).collect();
    let mut bodies = Vec::new();
    for (path, (_, text)) in files(case).expect("the files of a case") {
        let Some(stem) = path.strip_suffix(".json") else { continue };
        let model = stem.rsplit('/').next().and_then(|name| name.split('-').next()).unwrap_or_default();
        if let Some(key) = keys.get(&folded(model)) {
            bodies.push((path.clone(), (*key).clone(), serde_json::from_str(&text).expect("JSON")));
        }
    }
    bodies
}

/// The JSON beside cases is read by the generated models, which accept all JSON; some of it is wrong on purpose.
/// Everything that a validator refuses is in the list.
#[test]
fn a_validator_refuses_what_the_documents_do_not_allow() {
    let (mut refused, mut accepted) = (String::new(), 0);
    for case in cases().expect("the cases") {
        let document = export(&[&case.to_string_lossy()]);
        let folder = case.strip_prefix(repository().join("tests/cases")).expect("a case").display().to_string();
        for (path, key, body) in bodies(&case, &document) {
            let mut wrong = mistakes(&validator(&document, &key), &body);
            wrong.sort();
            accepted += usize::from(wrong.is_empty());
            refused.extend(wrong.iter().map(|mistake| format!("{folder}/{path}: {mistake}\n")));
        }
    }
    let specs = export(&["specs", "--open-enums"]);
    for payload in payload::written_by_hand().expect("the payloads") {
        let body: Value = serde_json::from_str(&payload.body).expect("JSON");
        let mut wrong = mistakes(&validator(&specs, &payload.model), &body);
        wrong.sort();
        accepted += usize::from(wrong.is_empty());
        let name = format!("payloads/{}/{}.json", payload.model, payload.name);
        refused.extend(wrong.iter().map(|mistake| format!("{name}: {mistake}\n")));
    }
    writeln!(refused, "{accepted} bodies are accepted.").expect("a string takes all");
    let expected = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/refused.txt");
    assert_data_eq!(refused, Data::read_from(&expected, None).raw());
}

/// YAML has the same document as JSON. Each case takes two runs of the tool, so not all are tried.
#[test]
fn yaml_is_read_as_the_same_document() {
    let mut count = 0;
    for case in cases().expect("the cases").iter().step_by(8) {
        let case = case.to_string_lossy();
        let document = export(&[&case, "--format", "openapi"]);
        let yaml = printed(&[&case, "--format", "openapi", "--yaml"]);
        let read: Value = serde_saphyr::from_slice(&yaml).expect("YAML");
        assert_eq!(read, document, "{case}");
        count += 1;
    }
    assert!(count > 10, "{count} cases");
}

#[test]
fn ordinary_bodies_are_accepted() {
    let ordinary = payload::written_by_hand().expect("the payloads").into_iter().filter(|it| it.name == "ordinary");
    let documents = [export(&["specs"]), export(&["specs", "--open-enums"])];
    let mut count = 0;
    for payload in ordinary {
        let body: Value = serde_json::from_str(&payload.body).expect("JSON");
        for document in &documents {
            assert_eq!(mistakes(&validator(document, &payload.model), &body), [""; 0], "{}", payload.model);
        }
        count += 1;
    }
    assert!(count > 5);
}

/// Responses lack keys that their documents require.
#[test]
fn responses_are_accepted_without_required_keys() {
    let document = export(&["specs", "--open-enums", "--no-required"]);
    let mut count = 0;
    for payload in payload::written_by_hand().expect("the payloads") {
        if payload.name.starts_with("event-") || ["open", "empty"].contains(&&*payload.name) {
            let body: Value = serde_json::from_str(&payload.body).expect("JSON");
            assert_eq!(mistakes(&validator(&document, &payload.model), &body), [""; 0], "{}", payload.name);
            count += 1;
        }
    }
    assert!(count > 5);
}

#[test]
fn a_document_with_a_root_is_the_schema_of_that_model() {
    let document = export(&["specs", "--root", "AdditionalMessage"]);
    let validator = jsonschema::draft202012::new(&document).expect("a JSON Schema");
    assert!(validator.is_valid(&json!({"textBody": "Hello"})));
    assert_eq!(mistakes(&validator, &json!({"textBody": 5})), [r#"/textBody: 5 is not of type "string""#]);
    assert_eq!(mistakes(&validator, &json!({})), [r#": "textBody" is a required property"#]);
    let definitions = document["$defs"].as_object().expect("definitions");
    assert!(definitions.len() > 1 && definitions.len() < 20, "{}", definitions.len());
}

/// A width that a rule decided is not a fact of the documents, wherever the number is.
#[test]
fn assumed_widths_have_no_format() -> io::Result<()> {
    let folder = empty_folder("export-widths")?;
    let member = |ty: &str| format!("### `{ty}`\n\n```python\nvalue: {ty} = /* values here */\n```\n\n");
    let members: String = ["str", "int", "List[float]"].map(member).concat();
    fs::write(folder.join("target.md"), format!("# Target\n\n\n## Supported Types\n\n{members}"))?;
    let document = export(&[&folder.to_string_lossy(), "--set", "dialect = 'speakeasy-python'"]);
    let numbers = json!({ "type": "array", "items": { "type": "number" } });
    assert_eq!(document["$defs"]["Target"], json!({ "anyOf": [{ "type": "string" }, { "type": "integer" }, numbers] }));
    Ok(())
}

/// Each reference of an OpenAPI document leads to a schema, and each of its keys is one.
#[test]
fn the_references_of_components_resolve() {
    let is_key = |key: &str| key.chars().all(|it| it.is_ascii_alphanumeric() || matches!(it, '.' | '-' | '_'));
    for case in cases().expect("the cases") {
        let document = export(&[&case.to_string_lossy(), "--format", "openapi"]);
        let schemas = document["components"]["schemas"].as_object().expect("schemas");
        assert!(schemas.keys().all(|key| !key.is_empty() && is_key(key)), "{}", case.display());
        for reference in references(&document) {
            let key = reference.strip_prefix("#/components/schemas/");
            assert!(key.is_some_and(|key| schemas.contains_key(key)), "{}: {reference}", case.display());
        }
    }
}

fn references(value: &Value) -> Vec<&str> {
    match value {
        Value::Object(entries) => {
            let own = entries.get("$ref").and_then(Value::as_str);
            let mapped = entries.get("mapping").and_then(Value::as_object).into_iter().flat_map(|it| it.values());
            own.into_iter()
                .chain(mapped.filter_map(Value::as_str))
                .chain(entries.values().flat_map(references))
                .collect()
        }
        Value::Array(items) => items.iter().flat_map(references).collect(),
        _ => Vec::new(),
    }
}
