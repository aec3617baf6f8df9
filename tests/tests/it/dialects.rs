//! The answers of every dialect, those that it shares with others too.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use codegen::{Config, Outcome, dialect};
use snapbox::{Data, assert_data_eq};

/// A dialect states only what differs from the one that it is derived from; the table has the rest.
#[test]
fn the_table_shows_every_answer_of_every_dialect() {
    let printed: Vec<(&str, String)> =
        dialect::ALL.iter().map(|dialect| (dialect.name, format!("{dialect:?}"))).collect();
    let mut questions: BTreeMap<&str, Vec<Answer<'_>>> = BTreeMap::new();
    for (dialect, printed) in &printed {
        for (question, text) in fields(printed) {
            let answers = questions.entry(question).or_default();
            match answers.iter_mut().find(|answer| answer.text == text) {
                Some(answer) => answer.dialects.push(dialect),
                None => answers.push(Answer { text, dialects: vec![dialect] }),
            }
        }
    }
    questions.retain(|question, _| !["name", "about"].contains(question));
    let mut table = String::new();
    for (question, answers) in questions {
        writeln!(table, "# {question}").expect("a string takes all");
        for Answer { text, dialects } in answers {
            let lines = text.replace("}, ", "},\n    ");
            writeln!(table, "\n{}\n    {lines}", dialects.join(" ")).expect("a string takes all");
        }
        table.push('\n');
    }
    let expected = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/dialects.txt");
    assert_data_eq!(table, Data::read_from(&expected, None).raw());
}

const HEADER: &str = "## Properties\n\nName | Type | Description | Notes\n--- | --- | --- | ---\n";

/// Compiles pages with these names and rows, which are all in one folder.
fn folder(pages: &[(String, &str)]) -> Outcome {
    let texts = pages.iter().map(|(name, rows)| (format!("docs/{name}.md"), format!("# {name}\n\n{HEADER}{rows}\n")));
    Config::new().compile_texts(texts.collect::<Vec<_>>())
}

/// Pages in the dialect of Go clients before 5.0; their number keeps the names apart.
fn go_pages(count: usize) -> Vec<(String, &'static str)> {
    let rows =
        "**OpenedAt** | [**time.Time**](time.Time.md) |  | [optional] \n**Tags** | **[]string** |  | [optional] ";
    (0..count).map(|number| (format!("Order{number}"), rows)).collect()
}

/// Each row has a default, which is a sign of several dialects.
const BY_CHANCE: &str = "**WinningVersion** | **string** | The better one. | [default to null]";

#[test]
fn a_page_is_in_the_dialect_of_its_folder() {
    let mut pages = go_pages(16);
    pages.push(("Result".to_owned(), BY_CHANCE));
    let outcome = folder(&pages);
    assert_eq!(outcome.dialects["docs/Result.md"], "openapi-go-4");
    let alone = folder(&[("Result".to_owned(), BY_CHANCE)]);
    let codes: Vec<&str> = alone.diagnostics.iter().map(|diagnostic| diagnostic.code.name).collect();
    assert_eq!(codes, ["ambiguous-dialect"]);
}

#[test]
fn a_folder_does_not_make_a_page_what_it_cannot_be() {
    let mut pages = go_pages(16);
    pages.push(("Result".to_owned(), "**tags** | [**array[string]**](string.md) | Its tags. | [default to null]"));
    assert_eq!(folder(&pages).dialects["docs/Result.md"], "openapi-bash");
}

#[test]
fn optional_pointers_are_those_of_newer_go_clients() {
    let newer =
        "**AccessKey** | Pointer to **string** | The key. | [optional] \n**Roles** | **[]string** | The roles. | ";
    let older = "**AccessKey** | Pointer to **string** | The key. | [optional] \n**Roles** | **[]string** | The roles. | [optional] ";
    let dialect_of = |rows| folder(&[("Login".to_owned(), rows)]).dialects["docs/Login.md"];
    assert_eq!((dialect_of(newer), dialect_of(older)), ("openapi-go", "openapi-go-4"));
}

/// An answer and the dialects that give it.
struct Answer<'a> {
    text: &'a str,
    dialects: Vec<&'a str>,
}

/// The fields of a struct as `Debug` prints it, `Dialect { name: "house", about: … }`.
fn fields(printed: &str) -> Vec<(&str, &str)> {
    let inner = printed.split_once(" { ").and_then(|(_, rest)| rest.strip_suffix(" }")).expect("a struct");
    let mut fields = Vec::new();
    let mut depth = 0_usize;
    let mut in_text = false;
    let mut is_escaped = false;
    let mut start = 0;
    for (at, letter) in inner.char_indices() {
        match letter {
            _ if is_escaped => {}
            '"' => in_text = !in_text,
            _ if in_text => {}
            '(' | '[' | '{' => depth += 1,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                fields.push(&inner[start..at]);
                start = at + 1;
            }
            _ => {}
        }
        is_escaped = letter == '\\' && !is_escaped;
    }
    fields.push(&inner[start..]);
    fields.iter().map(|field| field.trim().split_once(": ").expect("a name and a value")).collect()
}
