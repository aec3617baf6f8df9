//! What samples show: APIs of our own whose documents are wrong in every way that samples can show, with what is
//! reported, the rows that are learned, and a second run that finds nothing.

use std::path::{Path, PathBuf};
use std::{fs, io};

use codegen::learn::Row;
use codegen::schema::Assumption;
use codegen::{Config, Level};
use proptest::prelude::*;
use serde_json::Value as Json;
use snapbox::{Data, assert_data_eq};
use tests::scratch::{self, Scratch};

const HEAD: &str = "| Model | Field | Correction | Value | Reason |\n| --- | --- | --- | --- | --- |\n";

/// All values of samples in `tests/samples` that are free text have this word in them.
const CANARY: &str = "canary";

#[test]
fn what_samples_show_is_reported_and_learned() {
    for api in apis() {
        let outcome = config().compile_texts(texts(&api));
        assert!(!outcome.has_errors(), "{:#?}", outcome.diagnostics);
        let said: String = outcome.diagnostics.iter().map(|diagnostic| format!("{diagnostic}\n")).collect();
        assert_data_eq!(said, Data::read_from(&api.join("expected.txt"), None).raw());
        assert_data_eq!(outcome.findings.to_string(), Data::read_from(&api.join("expected.md"), None).raw());
    }
}

#[test]
fn after_the_learned_rows_the_second_run_is_clean() {
    for api in apis() {
        let table = config().compile_texts(texts(&api)).findings.table();
        let second = config().compile_texts(texts(&api).into_iter().chain([learned(table)]));
        assert!(!second.has_errors(), "{:#?}", second.diagnostics);
        assert!(second.findings.differences.is_empty(), "{:#?}", second.findings.differences);
    }
}

#[test]
fn no_value_of_a_sample_leaves_its_file() {
    for api in apis() {
        let first = config().compile_texts(texts(&api));
        let second = config().compile_texts(texts(&api).into_iter().chain([learned(first.findings.table())]));
        for outcome in [&first, &second] {
            let (schema, findings) = (outcome.schema.to_json().expect("JSON"), format!("{:#?}", outcome.findings));
            let said = format!("{:#?}{:#?}", outcome.diagnostics, outcome.account);
            let code: String = outcome.files.iter().map(|file| file.text.as_str()).collect();
            for (what, text) in [("schema", schema), ("findings", findings), ("diagnostics", said), ("code", code)] {
                assert!(!text.contains(CANARY), "a value of a sample is in the {what} of {}", api.display());
            }
        }
    }
}

#[test]
fn the_pages_of_calls_of_every_sdk_give_recorded_bodies_their_types() {
    for sdk in ["csharp", "go", "java", "php", "python"] {
        let of_sdk = |path: &str| path.contains(&format!("/{sdk}/")) || has_extension(path, "har");
        let shop = texts(&apis()[0]).into_iter().filter(|(path, _)| of_sdk(path));
        let bodies = config().compile_texts(shop).findings.bodies;
        assert_eq!((bodies.compared, bodies.unmatched, bodies.untyped), (3, 1, 0), "{sdk}");
    }
}

#[test]
fn samples_are_read_from_the_disk() -> io::Result<()> {
    let scratch = Scratch::new("samples")?;
    let folder = scratch::folder("samples");
    for (path, text) in documents() {
        scratch.write(&path, &text)?;
    }
    scratch.write("specs/samples/Thing-1.json", "{\"a\": \"x\", \"k\": [], \"one\": 1}")?;
    scratch.write("specs/other/Thing-2.json", "this is no sample")?;
    scratch.write("recorded/Thing/3.json", "{\"a\": \"x\", \"k\": [], \"two\": 2}")?;
    fs::write(folder.join("recorded/Thing/4.json"), b"{\"a\": \"\xff\"}")?;
    let config = Config::new().specs(folder.join("specs")).samples(folder.join("recorded"));
    let outcome = config.compile();
    let said: Vec<String> = outcome
        .diagnostics
        .iter()
        .filter(|diagnostic| diagnostic.code.level == Level::Error)
        .map(ToString::to_string)
        .collect();
    assert_eq!(said, ["recorded/Thing/4.json:1:8: error[not-utf8]: this document is not UTF-8 from here on"]);
    let keys: Vec<_> = config.learn().rows().into_iter().filter_map(|row| row.field.clone()).collect();
    assert_eq!(keys, ["one", "two"]);
    Ok(())
}

/// On every path through such unions a value could be compared again, more often than there is time for.
#[test]
fn values_are_compared_with_unions_of_each_other_once() {
    let house = codegen::dialect::by_name("house").expect("a dialect");
    let names: Vec<String> = (0..12).map(|number| format!("Union{number}")).collect();
    let members: String = names.iter().map(|name| format!("* [{name}]({name}.md)\n")).collect();
    let pages = names.iter().map(|name| (format!("specs/{name}.md"), format!("# {name}\n\n## One of\n\n{members}")));
    let sample = ("specs/samples/Union0.json".to_owned(), "[\"x\", {\"deep\": [[[\"x\"]]]}]".to_owned());
    let outcome = Config::new().dialect_of_all(house).compile_texts(pages.chain([sample]));
    assert!(outcome.diagnostics.iter().any(|diagnostic| diagnostic.code.name == "sample-differs"));
}

/// What is reported about a recorded body of a call that returns this type, and how often `Tag` was seen.
fn of_call(returned: &str, body: &str) -> (Vec<String>, String) {
    let tag = "# Tag\n\n## Properties\n\n| Name | Type | Description | Notes |\n| --- | --- | --- | --- |\n\
               | id | string | Its key. |  |\n| uses | int32 | How often. | [optional] |\n";
    let calls = format!(
        "# TagsApi\n\n| Method | HTTP request | Description |\n| --- | --- | --- |\n\
         | [**get_tags**](#get_tags) | **GET** /tags | Gets tags |\n\n## get_tags\n\n### Return type\n\n{returned}\n"
    );
    let text = Json::String(body.to_owned());
    let content = format!("{{\"mimeType\": \"application/json\", \"text\": {text}}}");
    let har = format!(
        "{{\"log\": {{\"version\": \"1.2\", \"entries\": [{{\"request\": {{\"method\": \"GET\", \
         \"url\": \"https://shop.example/tags\"}}, \"response\": {{\"status\": 200, \"content\": {content}}}}}]}}}}"
    );
    let documents = [("specs/Tag.md", tag.to_owned()), ("specs/TagsApi.md", calls), ("specs/samples/tags.har", har)];
    let outcome = Config::new().compile_texts(documents);
    let said = outcome.diagnostics.iter().map(|it| it.code.name.to_owned()).collect();
    (said, outcome.findings.to_string())
}

/// A list is not an object, whichever of them the page of the call names.
#[test]
fn a_recorded_body_is_compared_with_what_its_call_returns() {
    let list = "[**list[Tag]**](Tag.md)";
    let (said, findings) = of_call(list, r#"[{"id": "a", "uses": 5000000000}]"#);
    assert_eq!(said, ["sample-differs"]);
    assert!(findings.contains("| Tag | uses | type | int64 |"), "{findings}");
    // The items of a list are compared where the page names their type.
    assert_eq!(of_call("[**Tag**](Tag.md)", r#"[{"id": "a", "uses": 5000000000}]"#).0, ["sample-differs"]);
    let (said, findings) = of_call(list, r#"{"id": "a", "uses": 5000000000}"#);
    assert_eq!(said, ["unfit-sample"]);
    assert!(!findings.contains("| Tag |"), "{findings}");
}

fn has_extension(path: &str, extension: &str) -> bool {
    Path::new(path).extension().is_some_and(|found| found == extension)
}

/// Samples settle keys that a rule made of names; everything else is a row that a person takes.
#[test]
fn samples_alone_change_nothing_but_assumed_keys() {
    for api in apis() {
        let with = config().compile_texts(texts(&api)).schema;
        let documents = texts(&api).into_iter().filter(|(path, _)| has_extension(path, "md"));
        let mut without = config().compile_texts(documents).schema;
        let mut settled = Vec::new();
        for (name, model) in &mut without.models {
            let Some(fields) = model.fields_mut() else { continue };
            for (field, seen) in fields.iter_mut().zip(with.models[name].fields()) {
                if field.wire != seen.wire {
                    settled.push(seen.wire.0.clone());
                }
                if field.assumed.contains(&Assumption::WireNameByRule) {
                    field.wire.clone_from(&seen.wire);
                    field.assumed.clone_from(&seen.assumed);
                    field.key_named.clone_from(&seen.key_named);
                }
            }
        }
        without.keys.clone_from(&with.keys);
        assert_eq!(settled, ["selfURI"]);
        assert_eq!(with, without);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    /// A row can change which member of a union a value is, so that the next run sees more of that member.
    #[test]
    fn any_bodies_can_be_learned(bodies in prop::collection::vec(body(), 1..4)) {
        let samples: Vec<(String, String)> = bodies
            .iter()
            .enumerate()
            .map(|(idx, body)| (format!("specs/samples/Thing-{idx}.json"), body.clone()))
            .collect();
        let mut rows: Vec<Row> = Vec::new();
        for _ in 0..4 {
            let table = format!("{HEAD}{}", rows.iter().map(|row| format!("{row}\n")).collect::<String>());
            let outcome = Config::new().compile_texts(documents().into_iter().chain(samples.clone()).chain([learned(table)]));
            prop_assert!(!outcome.has_errors(), "{:#?}", outcome.diagnostics);
            if outcome.findings.differences.is_empty() {
                return Ok(());
            }
            let new: Vec<Row> = outcome.findings.rows().into_iter().cloned().collect();
            let is_set_anew = |old: &Row| {
                new.iter().any(|row| (&row.model, &row.field, row.correction) == (&old.model, &old.field, old.correction))
            };
            rows.retain(|old| !is_set_anew(old));
            rows.extend(new);
        }
        prop_assert!(false, "after four runs there are still differences: {rows:#?}");
    }

    #[test]
    fn any_text_is_a_sample_or_a_mistake(text in "\\PC*", har in any::<bool>()) {
        let path = if har { "specs/samples/x.har" } else { "specs/samples/Thing.json" };
        let outcome = Config::new().compile_texts(documents().into_iter().chain([(path.to_owned(), text)]));
        let bad = outcome.diagnostics.iter().filter(|diagnostic| diagnostic.to_string().contains("[bad-sample]")).count();
        prop_assert!(bad <= 1);
    }
}

/// A model with a field of each kind, and what it refers to.
fn documents() -> Vec<(String, String)> {
    let table = |rows: &[&str]| {
        let rows: String = rows.iter().map(|row| format!("| {row} |\n")).collect();
        format!("## Properties\n\n| Name | Type | Description | Notes |\n| --- | --- | --- | --- |\n{rows}")
    };
    let thing = [
        "a | string | Text. | ",
        "b | int32 | Number. | [optional]",
        "c | list[int64] | Numbers. | [optional]",
        "d | map[date] | Days. | [optional]",
        "e | Other | A model. | [optional]",
        "f | Choice | A union. | [optional]",
        "g | Kind | A list of values. | [optional]",
        "h_i | datetime | A moment. | [optional]",
        "j | Name | Another name. | [optional]",
        "k | list[Other] | Models. | ",
        "l | boolean | A switch. | [optional]",
        "m | float64 | Any number. | [optional]",
    ];
    let pages = [
        ("Thing", format!("# Thing\n\n{}", table(&thing))),
        ("Other", format!("# Other\n\n{}", table(&["a | int32 | Number. | ", "n | string | Text. | [optional]"]))),
        ("Choice", "# Choice\n\n## One of\n\n- Other\n- int32\n- list[string]\n".to_owned()),
        ("Kind", "# Kind\n\n## Values\n\n- red\n- green\n".to_owned()),
        ("Name", "# Name\n\n## Type\n\nlist[uint32]\n".to_owned()),
    ];
    pages.into_iter().map(|(name, text)| (format!("specs/{name}.md"), text)).collect()
}

const TEXTS: &[&str] = &["red", "blue", "2024-05-01", "2024-05-01T10:00:00Z", "a b", "x@y", "", "7"];

const KEYS: &[&str] = &["a", "b", "c", "d", "e", "f", "g", "hI", "h_i", "j", "k", "l", "m", "n", "new", "n|w", "A"];

/// JSON of a few keys, most of which the model has.
fn body() -> impl Strategy<Value = String> {
    let leaf = prop_oneof![
        Just(Json::Null),
        any::<bool>().prop_map(Into::into),
        any::<i32>().prop_map(Into::into),
        any::<u64>().prop_map(Into::into),
        (-4.0..4.0_f64).prop_map(Into::into),
        prop::sample::select(TEXTS).prop_map(Into::into),
    ];
    let nested = leaf.prop_recursive(4, 24, 6, |inner| {
        prop_oneof![prop::collection::vec(inner.clone(), 0..4).prop_map(Json::from), object(inner, 6)]
    });
    object(nested, 9).prop_map(|json| json.to_string())
}

fn object(values: impl Strategy<Value = Json>, most: usize) -> impl Strategy<Value = Json> {
    let members = prop::collection::btree_map(prop::sample::select(KEYS), values, 0..most);
    members.prop_map(|members| members.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

fn config() -> Config {
    Config::new().envelope("*", "data.items")
}

fn learned(table: String) -> (String, String) {
    ("specs/learned/CORRECTIONS.md".to_owned(), table)
}

fn apis() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples");
    let mut apis: Vec<PathBuf> = fs::read_dir(folder)
        .expect("a folder of the tests")
        .map(|it| it.expect("an entry of a folder").path())
        .collect();
    apis.sort();
    assert!(!apis.is_empty());
    apis
}

/// All documents and samples of an API, with the paths that messages show.
fn texts(api: &Path) -> Vec<(String, String)> {
    let mut found = Vec::new();
    collect(&api.join("specs"), "specs", &mut found);
    found
}

fn collect(folder: &Path, label: &str, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("a folder of the tests") {
        let path = entry.expect("an entry of a folder").path();
        let label = format!("{label}/{}", path.file_name().expect("a name").to_string_lossy());
        if path.is_dir() {
            collect(&path, &label, found);
        } else {
            found.push((label, fs::read_to_string(&path).expect("text")));
        }
    }
}
