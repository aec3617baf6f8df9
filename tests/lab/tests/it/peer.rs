//! The other style, in which models are written to be compared with: what it makes of the documents in
//! `peer/`.

use std::io;

use codegen::Config;
use codegen::schema::ModelName;
use lab::cut::{self, Cut, Wanted};
use lab::peer;
use snapbox::{Assert, Data};
use tests::scratch::repository;

fn cut(wanted: &Wanted) -> io::Result<Cut> {
    Cut::new(cut::documents(&repository().join("tests/lab/peer"))?, wanted, None)
}

#[test]
fn a_model_in_the_other_style() -> io::Result<()> {
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

/// Whatever is chosen, the fields are those of the schema: no style can have an easier task.
#[test]
fn a_cut_has_so_many_models_with_all_their_fields() -> io::Result<()> {
    let documents = cut::documents(&repository().join("specs"))?;
    let whole = Cut::new(documents.clone(), &Wanted::All, None)?.schema;
    let specs = Config::new().specs(repository().join("specs"));
    let in_conversations = specs.only(["Conversation"]).compile().account.wanted;
    let closure = Wanted::Closure(ModelName("Conversation".to_owned()));
    for (wanted, count) in [(Wanted::First(1), 1), (Wanted::First(40), 40), (closure, in_conversations)] {
        let cut = Cut::new(documents.clone(), &wanted, None)?;
        assert_eq!(cut.schema.models.len(), count);
        let text: String = peer::modules(&cut.schema).into_iter().map(|(_, text)| text).collect();
        // A field has a public line of its own under its attribute, a known value has not.
        let lines: Vec<&str> = text.lines().map(str::trim_start).collect();
        let is_field = |it: &&[&str]| it[0].starts_with("#[serde(rename = ") && it[1].starts_with("pub ");
        assert_eq!(lines.windows(2).filter(is_field).count(), cut.schema.field_count());
        for (name, model) in &cut.schema.models {
            let fields =
                |it: &codegen::schema::Model| -> Vec<_> { it.fields().iter().map(|it| it.wire.clone()).collect() };
            assert_eq!(fields(model), fields(&whole.models[name]), "{name}");
        }
    }
    Ok(())
}
