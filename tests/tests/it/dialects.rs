//! The answers of every dialect, those that it shares with others too.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

use codegen::dialect;
use snapbox::{Data, assert_data_eq};

/// A dialect states only what differs from the one that it is derived from; the table has the rest.
#[test]
fn the_table_shows_every_answer_of_every_dialect() {
    let printed: Vec<(&str, String)> = dialect::ALL.iter().map(|it| (it.name, format!("{it:?}"))).collect();
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
