//! What third-party tools make of the output. They need a network or programs that are not part of this project, so
//! they are ignored unless they are asked for; CONTRIBUTING.md has the command.
//!
//! `DOCUMENTS` is the folder of documents that is exported; without it, those in `specs`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

use codegen::schema::{Field, Model, ModelName, Scalar, Schema, Shape, Type, folded};
use codegen::{Config, Level};
use serde_json::Value;
use tests::python::python_words;
use tests::scratch::{cargo, empty_folder, repository};

fn documents() -> PathBuf {
    env::var_os("DOCUMENTS").map_or_else(|| repository().join("specs"), PathBuf::from)
}

fn required(variable: &str, what: &str) -> PathBuf {
    env::var_os(variable).map_or_else(|| panic!("`{variable}` is the path of {what}"), PathBuf::from)
}

/// What the tool prints. Only 2 is an exit code of a run that failed.
fn printed(arguments: &[&str]) -> io::Result<Vec<u8>> {
    let mut command = Command::new(env!("CARGO_BIN_EXE_codegen-tool"));
    let output = command.current_dir(repository()).args(arguments).output()?;
    assert_ne!(output.status.code(), Some(2), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    Ok(output.stdout)
}

/// Writes an export to a folder.
fn export(folder: &Path, name: &str, arguments: &[&str]) -> io::Result<PathBuf> {
    let (documents, file) = (documents(), folder.join(name));
    let documents = documents.to_string_lossy();
    fs::write(&file, printed(&[&["export", &*documents], arguments].concat())?)?;
    Ok(file)
}

fn run(command: &mut Command) -> io::Result<()> {
    let output = command.output()?;
    let [out, err] = [&output.stdout, &output.stderr].map(|text| String::from_utf8_lossy(text).into_owned());
    assert!(output.status.success(), "{command:?}:\n{out}{err}");
    Ok(())
}

#[test]
#[ignore = "needs npx and a network"]
fn redocly_reports_no_error_in_openapi() -> io::Result<()> {
    let folder = empty_folder("proof-redocly")?;
    for (name, yaml) in [("openapi.json", &[][..]), ("openapi.yaml", &["--yaml"])] {
        let file = export(&folder, name, &[&["--format", "openapi"], yaml].concat())?;
        run(Command::new("npx").args(["--yes", "@redocly/cli@2", "lint"]).arg(file).current_dir(&folder))?;
    }
    Ok(())
}

const TYPIFIED: &str = r#"
[package]
name = "typified"
version = "0.0.0"
edition = "2024"

[workspace]

[dependencies]
chrono = { version = "0.4", features = ["serde"] }
regress = "0.10"
serde = { version = "1", features = ["derive"] }
serde_json = "1"
typify = "0.8"
uuid = { version = "1", features = ["serde"] }
"#;

#[test]
#[ignore = "needs a network"]
fn what_typify_generates_compiles() -> io::Result<()> {
    let folder = empty_folder("proof-typify")?;
    fs::create_dir(folder.join("src"))?;
    fs::write(folder.join("Cargo.toml"), TYPIFIED)?;
    fs::write(folder.join("src/lib.rs"), "typify::import_types!(schema = \"models.schema.json\");\n")?;
    export(&folder, "models.schema.json", &[])?;
    run(&mut cargo("check", &folder)?)
}

/// Documents become OpenAPI, this becomes documents of a generator, and these say the same.
#[test]
#[ignore = "needs Java and openapi-generator"]
fn documents_of_openapi_generator_say_the_same() -> io::Result<()> {
    let generator = required("OPENAPI_GENERATOR", "openapi-generator-cli.jar");
    let folder = empty_folder("proof-generator")?;
    let file = export(&folder, "openapi.json", &["--format", "openapi"])?;
    let mut java = Command::new("java");
    java.arg("-jar").arg(generator).args(["generate", "--skip-validate-spec", "-g", "python", "-i"]).arg(file);
    java.args(["--global-property", "models,modelDocs=true,modelTests=false", "-o", "."]).current_dir(&folder);
    run(&mut java)?;
    let old = schema(&documents());
    let differences = differences(&old, &schema(&folder.join("docs")));
    let fields: usize = old.models.values().map(|model| model.fields().len()).sum();
    println!("{} models with {fields} fields; these differ:\n{}", old.models.len(), differences.join("\n"));
    assert!(differences.is_empty(), "{} differences", differences.len());
    Ok(())
}

fn schema(folder: &Path) -> Schema {
    let outcome = Config::new().specs(folder).compile();
    let error = outcome.diagnostics.iter().find(|diagnostic| diagnostic.level == Level::Error);
    assert!(error.is_none(), "{}", error.map(ToString::to_string).unwrap_or_default());
    outcome.schema
}

/// What is lost or differs: models that have fields, fields, their presence and type.
fn differences(old: &Schema, new: &Schema) -> Vec<String> {
    let by_name: BTreeMap<String, &Model> = new.models.iter().map(|(name, model)| (folded(&name.0), model)).collect();
    let mut differences = Vec::new();
    // The generator writes no page for an object without fields, which is any object to it.
    for (ModelName(name), model) in old.models.iter().filter(|(_, model)| !model.fields().is_empty()) {
        // A name that the language of the generator has is preceded by another word.
        let found = [name.clone(), format!("Model{name}")].iter().find_map(|name| by_name.get(&folded(name)).copied());
        let Some(other) = found else {
            differences.push(format!("{name}: not there"));
            continue;
        };
        for field in model.fields() {
            let is_exact = |other: &&Field| other.wire == field.wire;
            let is_similar = |other: &&Field| folded(&other.wire.0) == folded(&field.wire.0);
            let fields = other.fields().iter();
            let same = fields.clone().find(is_exact).or_else(|| fields.clone().find(is_similar));
            let same = same.map(|other| said(other, new));
            if same.as_ref() != Some(&said(field, old)) {
                differences.push(format!("{name}.{}: {:?} and then {same:?}", field.wire.0, said(field, old)));
            }
        }
    }
    differences
}

/// The presence and type of a field; the width of numbers and names for other types are not in the documents of this
/// generator. What has no page, or no fields, is any JSON.
fn said(field: &Field, schema: &Schema) -> String {
    let inner = match schema.unaliased(field.ty.innermost()) {
        Type::Model(name) if schema.models.get(name).is_none_or(is_empty) => Type::Scalar(Scalar::Any),
        Type::Model(ModelName(name)) => Type::Model(ModelName(name.strip_prefix("Model").unwrap_or(name).to_owned())),
        // OpenAPI has one format for each of these, or none.
        Type::Scalar(Scalar::DateOrDateTime) => Type::Scalar(Scalar::String),
        Type::Scalar(Scalar::File) => Type::Scalar(Scalar::Bytes),
        other => other.clone(),
    };
    let ty = field.ty.clone().with_innermost(&inner);
    format!("{} {}", field.presence.word(), folded(&python_words(&ty)))
}

fn is_empty(model: &Model) -> bool {
    matches!(&model.shape, Shape::Object(fields) if fields.is_empty())
}

#[test]
#[ignore = "needs the schema of SARIF by OASIS"]
fn sarif_is_valid() -> io::Result<()> {
    let text = fs::read_to_string(required("SARIF_SCHEMA", "sarif-schema-2.1.0.json"))?;
    let schema: Value = serde_json::from_str(&text)?;
    let validator = jsonschema::validator_for(&schema).expect("a JSON Schema");
    for folder in ["specs", "twice", "planted", "project"] {
        let folder = format!("tests/cli/check.in/{folder}");
        let mut log: Value = serde_json::from_slice(&printed(&["check", &folder, "--format", "sarif"])?)?;
        let wrong: Vec<String> = validator.iter_errors(&log).map(|error| error.to_string()).collect();
        assert_eq!(wrong, [""; 0], "{folder}");
        assert!(log["runs"][0]["results"].as_array().is_some_and(|results| !results.is_empty()), "{folder}");
        log["runs"][0]["results"][0]["severity"] = "error".into();
        assert!(!validator.is_valid(&log));
    }
    Ok(())
}
