//! The documents in `specs/`: nothing is wrong with them, and they hold the facts of the API.

use std::collections::BTreeMap;
use std::{fs, io};

use codegen::build::merge::report::Gain;
use codegen::schema::{Field, Model, ModelName, Presence, ValuesSource};
use codegen::{Config, Outcome};
use tests::corpus::python_words;
use tests::scratch::repository;

/// Models whose documents in the Python and Rust SDK are those that this project started from.
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

/// Each document says something that the others of its model do not.
#[test]
fn the_sdks_give_something_to_each_other() {
    let outcome = specs();
    let [report] = &*outcome.merged else { panic!("{:?}", outcome.merged) };
    let sdks: Vec<(&str, usize)> = report.sdks.iter().map(|it| (&*it.sdk, it.models)).collect();
    assert_eq!(sdks, [("specs/genesys/java", 59), ("specs/genesys/python", 156), ("specs/genesys/rust", 1)]);
    assert_eq!(report.contradictions, 1, "`Limit.value`, which a correction settles");
    println!("{report}");
    let gained = |sdk: usize, what: Gain| report.sdks[sdk].gained.get(&what).copied().unwrap_or_default();
    let [java, python, rust] = [0, 1, 2];
    assert_eq!((gained(java, Gain::Models), gained(rust, Gain::Models)), (98, 156));
    assert_eq!(gained(python, Gain::Values), 108);
    assert!(gained(python, Gain::IntegerWidths) > 10);
    assert!(gained(rust, Gain::Dates) > 0);
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
    for (name, facts) in expected {
        let fields = schema.models[&ModelName(name.to_owned())].fields();
        assert_eq!(fields.len(), facts.len(), "{name}");
        for expected in facts {
            let field = fields.iter().find(|it| it.wire.0 == expected[3]);
            let field = field.unwrap_or_else(|| panic!("{name} has no {}", expected[3]));
            // What only Java's document knows has no name in Python.
            let mut said = fact(field);
            said[0] = python_name(field).map_or_else(|| expected[0].to_owned(), str::to_owned);
            assert_eq!(said, expected, "{name}");
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
    assert_eq!(compared, 115);
    Ok(())
}

/// Values are listed by the documents of the Java SDK, but for those of one sentence.
#[test]
fn values_say_where_they_come_from() {
    let schema = specs().schema;
    let fields = schema.models.iter().flat_map(|(name, model)| model.fields().iter().map(move |it| (name, it)));
    let with_values: Vec<_> = fields.filter_map(|(name, it)| Some((name, it, it.values.as_ref()?))).collect();
    let (listed, others): (Vec<_>, Vec<_>) =
        with_values.into_iter().partition(|it| it.2.source == ValuesSource::Listed);
    assert_eq!(listed.len(), 115);
    assert!(listed.iter().all(|it| it.2.origin.path.starts_with("specs/genesys/java/")));
    let others: Vec<_> = others.iter().map(|(name, it, values)| (&*name.0, &*it.wire.0, values.source)).collect();
    assert_eq!(others, [("ChatMediaParticipant", "purpose", ValuesSource::Prose)]);
}

/// The corrections are sorted by model and field, so that there is one place for each.
#[test]
fn corrections_are_sorted() -> io::Result<()> {
    let page = fs::read_to_string(repository().join("specs/CORRECTIONS.md"))?;
    let rows: Vec<Vec<&str>> = page.lines().filter(|it| it.starts_with('|')).skip(2).map(cells).collect();
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

/// The field's name in the documents of the Python SDK, or of the Rust SDK, which has the same names.
fn python_name(field: &Field) -> Option<&str> {
    let own = std::iter::once((&field.spelled, &field.origin));
    let mut all = own.chain(field.merged.also.iter().map(|it| (&it.text, &it.origin)));
    all.find(|(_, origin)| !origin.path.contains("/java/")).map(|(name, _)| &**name)
}
