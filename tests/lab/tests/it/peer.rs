//! Tests the models that are written in openapi-generator's style from the documents in `peer/`.

use std::io;

use codegen::Config;
use codegen::schema::{Model, ModelName};
use lab::cut::{self, Cut, Wanted};
use lab::peer;
use snapbox::{Assert, Data};
use tests::scratch::repository;

fn cut(wanted: &Wanted) -> io::Result<Cut> {
    Cut::new(cut::documents(&repository().join("tests/lab/peer"))?, wanted, None)
}

#[test]
fn writes_a_model_in_the_other_style() -> io::Result<()> {
    let modules = peer::modules(&cut(&Wanted::All)?.schema);
    let files: Vec<&str> = modules.iter().map(|(file, _)| file.as_str()).collect();
    assert_eq!(files, ["person.rs", "ticket.rs", "mod.rs"]);
    let expected = Data::read_from(&repository().join("tests/lab/peer/ticket.rs"), None).raw();
    Assert::new().action_env("SNAPSHOTS").eq(modules[1].1.clone(), expected);
    assert_eq!(
        modules[2].1,
        "pub mod person;\npub use self::person::Person;\npub mod ticket;\npub use self::ticket::Ticket;\n"
    );
    Ok(())
}

/// Selected models keep all their fields, so that no style has an easier task.
#[test]
fn a_cut_has_the_wanted_models_with_all_their_fields() -> io::Result<()> {
    let documents = cut::documents(&repository().join("specs"))?;
    let whole = Cut::new(documents.clone(), &Wanted::All, None)?.schema;
    let specs = Config::new().specs(repository().join("specs"));
    let in_conversations = specs.only(["Conversation"]).compile().account.wanted;
    let closure = Wanted::Closure(ModelName("Conversation".to_owned()));
    for (wanted, count) in [(Wanted::First(1), 1), (Wanted::First(40), 40), (closure, in_conversations)] {
        let cut = Cut::new(documents.clone(), &wanted, None)?;
        assert_eq!(cut.schema.models.len(), count);
        let text: String = peer::modules(&cut.schema).into_iter().map(|(_, text)| text).collect();
        assert_eq!(count_fields(&text), cut.schema.field_count());
        for (name, model) in &cut.schema.models {
            assert_eq!(keys(model), keys(&whole.models[name]), "{name}");
        }
    }
    Ok(())
}

/// Counts the fields in a text. A `pub` line follows the attribute of a field, but not that of a known value.
fn count_fields(text: &str) -> usize {
    let lines: Vec<&str> = text.lines().map(str::trim_start).collect();
    let pairs = lines.windows(2);
    pairs.filter(|pair| pair[0].starts_with("#[serde(rename = ") && pair[1].starts_with("pub ")).count()
}

fn keys(model: &Model) -> Vec<&str> {
    model.fields().iter().map(|field| field.wire.0.as_str()).collect()
}
