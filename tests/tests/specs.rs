//! The documents in `specs/`: nothing is wrong with them, and they hold the facts of the API.

use std::collections::BTreeMap;
use std::{fs, io};

use codegen::schema::{Field, Model, ModelName, Presence, ValuesSource};
use codegen::{Config, Outcome};
use tests::corpus::python_words;
use tests::scratch::repository;

/// Models whose documents are those that this project started from; they know fewer fields than the API
/// has by now.
const SEEDS: &[&str] = &["ChatMediaParticipant", "Conversation", "ConversationChat", "InternalMessage", "Message"];

fn specs() -> Outcome {
    Config::new().specs(repository().join("specs")).compile()
}

#[test]
fn nothing_is_wrong_with_the_documents() {
    let outcome = specs();
    assert_eq!(outcome.diagnostics, []);
    assert_eq!(outcome.schema.models.len(), 157);
    assert_eq!((outcome.account.failed, outcome.account.left_alone), (0, 1), "only README.md is no model");
    let without_text = outcome.schema.models.values().flat_map(Model::fields).filter(|it| it.description.is_none());
    assert_eq!(without_text.count(), 0);
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
    assert!(expected.keys().eq(schema.models.keys().map(|it| &it.0)));
    for (name, facts) in expected.iter().filter(|(name, _)| !SEEDS.contains(name)) {
        let fields = schema.models[&ModelName((*name).to_owned())].fields();
        let said: Vec<Vec<String>> = fields.iter().map(fact).collect();
        assert_eq!(&said, facts, "{name}");
    }
    Ok(())
}

/// Where the facts are beside the project: the values of every text that has any, but for three fields that
/// the first document of `Message` does not know.
#[test]
fn the_texts_have_the_values_of_the_api() -> io::Result<()> {
    let Ok(facts) = fs::read_to_string(repository().join("../shared/truth/conversation-closure.tsv")) else {
        println!("no facts beside the project: nothing is compared");
        return Ok(());
    };
    let schema = specs().schema;
    let mut unknown = Vec::new();
    let mut compared = 0;
    for line in facts.lines().skip(1) {
        let [model, field, .., values] = line.split('\t').collect::<Vec<_>>()[..] else {
            return Err(io::Error::other(format!("not a line of facts: {line}")));
        };
        let known = schema.models[&ModelName(model.to_owned())].fields().iter().find(|it| it.spelled == field);
        let Some(known) = known else {
            unknown.extend((!values.is_empty()).then(|| format!("{model}.{field}")));
            continue;
        };
        if !values.is_empty() {
            let known = known.values.as_ref().map(|it| it.known.join(", "));
            assert_eq!(known.as_deref(), Some(values), "{model}.{field}");
            compared += 1;
        }
    }
    assert_eq!(unknown, ["Message.initial_state", "Message.type", "Message.engagement_source"]);
    assert_eq!(compared, 112);
    Ok(())
}

/// Values come from the API's definition by a correction, and from two sentences.
#[test]
fn values_say_where_they_come_from() {
    let schema = specs().schema;
    let fields = schema.models.iter().flat_map(|(name, model)| model.fields().iter().map(move |it| (name, it)));
    let with_values: Vec<_> = fields.filter_map(|(name, it)| Some((name, it, it.values.as_ref()?))).collect();
    let in_prose = with_values.iter().filter(|it| it.2.source == ValuesSource::Prose);
    let in_prose: Vec<String> = in_prose.map(|(name, field, _)| format!("{name}.{}", field.spelled)).collect();
    assert_eq!(in_prose, ["ChatMediaParticipant.purpose", "ChatMediaParticipant.direction"]);
    assert_eq!(with_values.len(), 113);
}

/// The corrections are sorted by model and field, so that there is one place for each.
#[test]
fn corrections_are_sorted() -> io::Result<()> {
    let page = fs::read_to_string(repository().join("specs/CORRECTIONS.md"))?;
    let rows: Vec<Vec<&str>> = page.lines().filter(|it| it.starts_with('|')).skip(2).map(cells).collect();
    assert!(rows.is_sorted_by_key(|it| it.iter().take(3).copied().collect::<Vec<_>>()));
    assert!(rows.len() > 100);
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
    let schema = specs().schema;
    assert!(seeds.models.keys().map(|it| &it.0).eq(SEEDS));
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
