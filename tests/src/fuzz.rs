//! Inputs that nobody wrote, and what has to hold for all of them: no panic, no lost document or row, output that is
//! Rust, and the same result for the same input.
//!
//! Each [`Target`] makes an input from random numbers and checks what becomes of it. A seed makes the same input
//! everywhere. `tests/it/fuzz.rs` runs each target for a moment, and the program `fuzz` of `lab` for hours.

use std::collections::BTreeSet;

use codegen::internals::{Sp, Span, inline, names, page, type_expr};
use codegen::{Config, Outcome, Schema, dialect};

use crate::mutation::Random;

mod inputs;
mod options;

pub use inputs::PIECES;

use inputs::{corrections, json, page_of_case, pieces, text};

/// A kind of input.
#[derive(Debug)]
pub struct Target {
    /// Its name.
    pub name: &'static str,
    /// The inputs of a short run.
    pub moment: usize,
    /// Makes an input and checks what becomes of it.
    ///
    /// # Panics
    ///
    /// Something does not hold.
    pub run: fn(&mut Random),
}

/// All kinds of inputs: those that take longest first.
pub static TARGETS: &[Target] = &[
    Target { name: "folder", moment: 60, run: folder },
    Target { name: "page", moment: 150, run: damaged_page },
    Target { name: "corrections", moment: 150, run: corrected },
    Target { name: "options", moment: 300, run: configured },
    Target { name: "sample", moment: 150, run: sampled },
    Target { name: "schema", moment: 100, run: schema },
    Target { name: "markdown", moment: 2000, run: markdown },
    Target { name: "type", moment: 20_000, run: type_cell },
    Target { name: "cell", moment: 20_000, run: cell },
    Target { name: "name", moment: 20_000, run: name },
];

/// Documents of any pieces, in a layout of several folders.
fn folder(random: &mut Random) {
    let paths = ["Tag.md", "a/Tag.md", "a/b/Other.md", "a/c/Tag.md", "b/User.mdx", "CORRECTIONS.md", "XApi.md"];
    let mut documents = Vec::new();
    for path in paths {
        if random.below(2) == 0 {
            documents.push((format!("specs/{path}"), pieces(random, 40)));
        }
    }
    check(&Config::new(), &documents);
}

/// A page of a case, damaged at several places.
fn damaged_page(random: &mut Random) {
    let (path, mut text) = page_of_case(random);
    for _ in 0..=random.below(6) {
        inputs::damage(&mut text, random);
    }
    check(&Config::new(), &[(path, text)]);
}

/// A page with any corrections.
fn corrected(random: &mut Random) {
    let page = "# Tag\n\n## Properties\n\n| Name | Type | Description | Notes |\n| --- | --- | --- | --- |\n\
                | id | string | Its name. |  |\n| size | int32 | Its size. | [optional] |\n";
    let documents =
        [("specs/Tag.md".to_owned(), page.to_owned()), ("specs/CORRECTIONS.md".to_owned(), corrections(random))];
    check(&Config::new(), &documents);
}

/// A page with any file of options. Its mistakes are reported, and the rest of it applies.
fn configured(random: &mut Random) {
    let page = page_of_case(random);
    let file = options::options(random);
    check(&codegen::internals::options(&file), &[page]);
}

/// A page with any sample.
fn sampled(random: &mut Random) {
    let (path, text) = page_of_case(random);
    let name = path.rsplit('/').next().unwrap_or_default().replace(".md", "");
    let sample = if random.below(4) == 0 { pieces(random, 12) } else { json(random, 4) };
    let extension = if random.below(6) == 0 { "har" } else { "json" };
    check(&Config::new(), &[(path, text), (format!("specs/samples/{name}.{extension}"), sample)]);
}

/// Compiles documents and checks what holds for all of them.
fn check(config: &Config, documents: &[(String, String)]) {
    let outcome = config.compile_texts(documents.iter().cloned());
    let account = &outcome.account;
    assert_eq!(account.documents, account.models + account.corrections + account.left_alone + account.failed);
    assert_eq!(account.rows, account.tally.sum(), "rows are lost");
    for diagnostic in &outcome.diagnostics {
        assert!(diagnostic.origin.line > 0 && diagnostic.origin.column > 0, "{diagnostic}");
        assert!(!diagnostic.to_string().contains(char::is_control), "{diagnostic:?}");
    }
    let models = outcome.files.iter().filter(|file| crate::guide::has_models(&file.path));
    models.for_each(|file| drop(file.text.parse::<proc_macro2::TokenStream>().expect("Rust")));
    outcome.schema.to_json().expect("a schema that reads back");
    assert!(is_same(&outcome, &config.compile_texts(documents.iter().rev().cloned())), "the order matters");
}

fn is_same(a: &Outcome, b: &Outcome) -> bool {
    a.files == b.files && a.diagnostics == b.diagnostics && a.schema == b.schema
}

/// The JSON of a schema, damaged. It is a schema, or not, but reading it ends.
fn schema(random: &mut Random) {
    let (path, text) = page_of_case(random);
    let mut json = Config::new().compile_texts([(path, text)]).schema.to_json().expect("a schema that reads back");
    for _ in 0..=random.below(3) {
        inputs::damage(&mut json, random);
    }
    if let Ok(schema) = Schema::from_json(&json) {
        schema.to_json().expect("what was read can be written");
    }
}

/// Any text as Markdown. All rows and headings are at places in the text, in order.
fn markdown(random: &mut Random) {
    let text = if random.below(3) == 0 { text(random, 80) } else { pieces(random, 60) };
    let page = page::read(0, &text);
    let starts: Vec<usize> = page.blocks.iter().map(|block| block.span().start).collect();
    assert!(starts.is_sorted(), "{starts:?}");
    for cell in page.tables().flat_map(|table| &table.rows).flat_map(|row| &row.cells) {
        assert!(text.get(cell.span.start..cell.span.end).is_some(), "{cell:?}");
    }
}

/// A type cell in any dialect. It is a type, or there is a message at a place within it.
fn type_cell(random: &mut Random) {
    let dialect = dialect::ALL[random.below(dialect::ALL.len())];
    let value = inputs::type_text(random);
    let cell = Sp { span: Span { file: 0, start: 0, end: value.len() }, value };
    let parsed = type_expr::parse(&cell, dialect.types);
    if let type_expr::TypeExpr::Unknown { message, span, .. } = parsed {
        assert!(!message.is_empty() && span.start <= span.end && span.end <= cell.value.len(), "{cell:?}: {span:?}");
    }
}

/// The text of a cell, with its places and without.
fn cell(random: &mut Random) {
    let source = pieces(random, 8);
    let plain = inline::plain(&source);
    assert_eq!(plain, inline::decode(&source).iter().map(|placed| placed.letter).collect::<String>());
}

/// Names of one scope. All are identifiers, and no two are the same.
fn name(random: &mut Random) {
    let mut scope = names::Scope::new();
    let mut seen = BTreeSet::new();
    for _ in 0..=random.below(6) {
        let words = text(random, 12);
        let ident = match random.below(2) {
            0 => scope.claim_type(&words, "").ident.to_string(),
            _ => scope.claim_field(&words, "").ident.to_string(),
        };
        let plain = ident.strip_prefix("r#").unwrap_or(&ident);
        let mut letters = plain.chars();
        assert!(letters.next().is_some_and(|first| first == '_' || first.is_alphabetic()), "{words:?}: {ident}");
        assert!(plain != "_" && ident.parse::<proc_macro2::TokenStream>().is_ok(), "{words:?}: {ident}");
        assert!(seen.insert(ident), "{words:?} is there twice");
    }
}
