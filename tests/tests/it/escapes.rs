//! The escapes of each dialect: `escapes/<dialect>.txt` has every name that a generator escapes, and its key.

use std::fs;
use std::path::Path;

use codegen::dialect::{self, Dialect, Role};
use codegen::schema::ModelName;
use codegen::{Config, Outcome};

#[test]
fn every_escape_of_every_dialect_is_undone() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("escapes");
    let mut wrong = Vec::new();
    for dialect in dialect::ALL {
        let Ok(text) = fs::read_to_string(folder.join(format!("{}.txt", dialect.name))) else {
            assert!(dialect.wire.escapes.is_empty(), "no escapes/{}.txt", dialect.name);
            continue;
        };
        let escapes: Vec<(&str, &str)> = text.lines().filter_map(|line| line.split_once(" -> ")).collect();
        assert!(!escapes.is_empty(), "escapes/{}.txt has no line `spelling -> key`", dialect.name);
        let pages = escapes.iter().enumerate().map(|(idx, (spelled, _))| page(dialect, idx, spelled));
        let outcome = Config::new().dialect_of_all(dialect).compile_texts(pages);
        for (idx, (spelled, expected)) in escapes.iter().enumerate() {
            let key = key(&outcome, idx);
            if key != Some(expected) {
                wrong.push(format!("{}: {spelled} -> {key:?}, not {expected}", dialect.name));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong keys:\n{}", wrong.len(), wrong.join("\n"));
}

/// A page of a model whose only field has this name.
fn page(dialect: &Dialect, idx: usize, spelled: &str) -> (String, String) {
    let ty = dialect.types.words.first().expect("a type").text;
    let cell = |role: Role| match role {
        Role::Name if spelled.starts_with('`') => spelled.to_owned(),
        Role::Name => format!("**{}**", spelled.replace('_', "\\_")),
        Role::Type => format!("**{ty}**"),
        _ => String::new(),
    };
    let headings: Vec<&str> = dialect.columns.iter().map(|column| column.heading).collect();
    let cells: Vec<String> = dialect.columns.iter().map(|column| cell(column.role)).collect();
    let dashes = vec!["---"; headings.len()];
    let rows = [headings.join(" | "), dashes.join(" | "), cells.join(" | ")];
    let table = rows.map(|row| format!("| {row} |\n")).concat();
    (format!("specs/Model{idx}.md"), format!("# Model{idx}\n\n## Properties\n\n{table}"))
}

fn key(outcome: &Outcome, idx: usize) -> Option<&str> {
    let model = outcome.schema.models.get(&ModelName(format!("Model{idx}")))?;
    model.fields().first().map(|field| &*field.wire.0)
}
