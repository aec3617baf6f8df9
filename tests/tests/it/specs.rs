//! The documents in `specs/`: nothing is wrong with them, and they hold the facts of the API.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{fs, io};

use codegen::internals::report::{Gain, SdkReport};
use codegen::schema::{Field, Model, ModelName, Presence, Schema, Values};
use codegen::{Config, Outcome};
use tests::python::python_words;
use tests::scratch::repository;

/// Models whose documents in the Python and Rust SDK are those that this project started from.
const SEEDS: &[&str] = &["ChatMediaParticipant", "Conversation", "ConversationChat", "InternalMessage", "Message"];

fn specs() -> Outcome {
    Config::new().specs(repository().join("specs")).compile()
}

#[test]
fn every_document_is_read_without_a_diagnostic() -> io::Result<()> {
    let outcome = specs();
    assert_eq!(outcome.diagnostics, []);
    let mut documents = documents(&repository().join("specs"))?;
    assert!(documents.remove("README") && documents.remove("CORRECTIONS"));
    assert!(outcome.schema.models.keys().map(|name| &name.0).eq(&documents));
    assert_eq!((outcome.account.failed, outcome.account.left_alone), (0, 1), "only README.md describes no model");
    for (name, field) in fields(&outcome.schema) {
        assert!(field.description.is_some(), "{name}.{} has no description", field.wire.0);
    }
    Ok(())
}

/// Every document contributes something that the others of its model do not have.
#[test]
fn the_sdks_complete_each_other() -> io::Result<()> {
    let outcome = specs();
    let report =
        outcome.merge_reports().iter().find(|report| report.api == "specs/genesys").expect("an API of several SDKs");
    assert!(report.contradictions >= 1, "`Limit.value`, which a correction settles");
    println!("{report}");
    let api = repository().join("specs/genesys");
    let all = documents(&api)?.len();
    for sdk in ["java", "python", "rust"] {
        let own = documents(&api.join(sdk))?.len();
        let report = sdk_report(&report.sdks, sdk);
        assert_eq!((report.models, gained(report, Gain::Models)), (own, all - own), "{sdk}");
    }
    let [python, rust] = ["python", "rust"].map(|sdk| sdk_report(&report.sdks, sdk));
    let values_from_java = with_values(&outcome.schema)
        .filter(|(_, field, values)| is_in_python(field) && values.origin.path.contains("/java/"));
    assert_eq!(gained(python, Gain::Values), values_from_java.count());
    assert!(gained(python, Gain::Values) > 100);
    assert!(gained(python, Gain::IntegerWidths) > 10);
    assert!(gained(rust, Gain::Dates) > 0);
    Ok(())
}

fn is_in_python(field: &Field) -> bool {
    let mut origins = field.merged.also.iter().map(|spelling| &spelling.origin).chain([&field.origin]);
    origins.any(|origin| origin.path.contains("/python/"))
}

fn sdk_report<'a>(reports: &'a [SdkReport], sdk: &str) -> &'a SdkReport {
    reports.iter().find(|report| report.sdk.ends_with(&format!("/{sdk}"))).expect("an SDK of the API")
}

fn gained(report: &SdkReport, gain: Gain) -> usize {
    report.gained.get(&gain).copied().unwrap_or_default()
}

/// The names of the documents below a folder, without `.md`.
fn documents(folder: &Path) -> io::Result<BTreeSet<String>> {
    let mut names = BTreeSet::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            names.extend(documents(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "md") {
            names.extend(path.file_stem().map(|stem| stem.to_string_lossy().into_owned()));
        }
    }
    Ok(names)
}

fn fields(schema: &Schema) -> impl Iterator<Item = (&str, &Field)> {
    schema.models.iter().flat_map(|(name, model)| model.fields().iter().map(|field| (&*name.0, field)))
}

fn with_values(schema: &Schema) -> impl Iterator<Item = (&str, &Field, &Values)> {
    fields(schema).filter_map(|(name, field)| Some((name, field, field.values.as_deref()?)))
}

/// Where the facts are beside the project: model, field, type, presence and key of every field.
#[test]
fn the_documents_hold_the_facts_of_the_api() -> io::Result<()> {
    let Ok(facts) = fs::read_to_string(repository().join("../shared/truth/conversation-closure.tsv")) else {
        println!("no facts beside the project: nothing is compared");
        return Ok(());
    };
    let mut expected: BTreeMap<&str, Vec<Vec<&str>>> = BTreeMap::new();
    for line in facts.lines().skip(1) {
        let [model, field, ty, optional, key, ..] = line.split('\t').collect::<Vec<_>>()[..] else {
            return Err(io::Error::other(format!("not a line of facts: {line}")));
        };
        expected.entry(model).or_default().push(vec![field, ty, optional, key]);
    }
    let schema = specs().schema;
    for (name, facts) in expected {
        let model = schema.models.get(&ModelName(name.to_owned()));
        let fields = model.unwrap_or_else(|| panic!("no document describes {name}")).fields();
        assert_eq!(fields.len(), facts.len(), "{name}");
        for expected in facts {
            let field = fields.iter().find(|field| field.wire.0 == expected[3]);
            let field = field.unwrap_or_else(|| panic!("{name} has no {}", expected[3]));
            // A field that only Java's document has does not have a name in Python.
            let mut found = fact(field);
            found[0] = python_name(field).map_or_else(|| expected[0].to_owned(), str::to_owned);
            assert_eq!(found, expected, "{name}");
        }
    }
    Ok(())
}

/// Where the facts are beside the project: the values of every text that has any.
#[test]
fn the_texts_have_the_values_of_the_api() -> io::Result<()> {
    let Ok(facts) = fs::read_to_string(repository().join("../shared/truth/conversation-closure.tsv")) else {
        println!("no facts beside the project: nothing is compared");
        return Ok(());
    };
    let schema = specs().schema;
    let mut compared = 0;
    for line in facts.lines().skip(1) {
        let [model, field, _, _, key, values] = line.split('\t').collect::<Vec<_>>()[..] else {
            return Err(io::Error::other(format!("not a line of facts: {line}")));
        };
        let known = schema.models[&ModelName(model.to_owned())].fields().iter().find(|it| it.wire.0 == key);
        let known = known.and_then(|it| it.values.as_ref()).map(|it| it.known.join(", "));
        if !values.is_empty() {
            assert_eq!(known.as_deref(), Some(values), "{model}.{field}");
            compared += 1;
        }
    }
    assert!(compared > 100, "{compared} lists of values compared");
    Ok(())
}

#[test]
fn values_are_in_the_document_that_they_come_from() -> io::Result<()> {
    let schema = specs().schema;
    let mut lists = 0;
    for (name, field, values) in with_values(&schema) {
        let document = fs::read_to_string(repository().join(&*values.origin.path))?;
        for value in &values.known {
            assert!(
                document.contains(value.as_str()),
                "{name}.{}: {value} is not in {}",
                field.wire.0,
                values.origin.path
            );
        }
        lists += 1;
    }
    assert!(lists > 100, "{lists} lists of values");
    Ok(())
}

/// The corrections are sorted by model and field, so that there is one place for each.
#[test]
fn corrections_are_sorted() -> io::Result<()> {
    let page = fs::read_to_string(repository().join("specs/CORRECTIONS.md"))?;
    let rows: Vec<Vec<&str>> = page.lines().filter(|line| line.starts_with('|')).skip(2).map(cells).collect();
    assert!(rows.is_sorted_by_key(|it| it.iter().take(3).copied().collect::<Vec<_>>()));
    assert!(!rows.is_empty());
    Ok(())
}

fn cells(row: &str) -> Vec<&str> {
    row.trim_matches('|').split('|').map(str::trim).collect()
}

/// Where the documents that this project started from are beside it: the same fields, types and notes.
#[test]
fn the_first_documents_are_kept() -> io::Result<()> {
    let Ok(seeds) = fs::read_dir(repository().join("../shared/seeds")) else {
        println!("no first documents beside the project: nothing is compared");
        return Ok(());
    };
    let texts = seeds.map(|it| fs::read_to_string(it?.path()));
    let texts = texts.enumerate().map(|(idx, text)| Ok((format!("{idx}.md"), text?)));
    let seeds = Config::new().compile_texts(texts.collect::<io::Result<Vec<_>>>()?).schema;
    let folder = repository().join("specs/genesys");
    let schema = Config::new().specs(folder.join("python")).specs(folder.join("rust")).compile().schema;
    assert!(seeds.models.keys().map(|name| &name.0).eq(SEEDS));
    for (name, seed) in &seeds.models {
        let facts = |model: &Model| -> Vec<_> {
            let fact = |it: &Field| (fact(it), it.nullable, it.read_only, it.default.clone());
            model.fields().iter().map(fact).collect()
        };
        assert_eq!(facts(&schema.models[name]), facts(seed), "{name}");
    }
    Ok(())
}

/// Name, type, whether optional, and key, in the words of the facts.
fn fact(field: &Field) -> Vec<String> {
    let optional = if field.presence == Presence::Optional { "yes" } else { "no" };
    vec![field.spelled.clone(), python_words(&field.ty), optional.to_owned(), field.wire.0.clone()]
}

/// The field's name in the documents of the Python SDK, or of the Rust SDK, which has the same names.
fn python_name(field: &Field) -> Option<&str> {
    let own = std::iter::once((&field.spelled, &field.origin));
    let mut all = own.chain(field.merged.also.iter().map(|spelling| (&spelling.text, &spelling.origin)));
    all.find(|(_, origin)| !origin.path.contains("/java/")).map(|(name, _)| &**name)
}
