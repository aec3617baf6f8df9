//! An explanation for a terminal.

use std::fmt::Write;

use super::Explanation;
use crate::cli::output::{View, wrapped};
use crate::cli::problems::human::Printer;
use crate::cli::problems::{Problems, with_options_of_file};
use crate::diag::{Code, folded};

/// A longer line is hard to read.
const WIDTH: usize = 100;

pub(super) fn of(code: &'static Code, view: View) -> String {
    let explanation = Explanation::of(code);
    let width = view.width.min(WIDTH);
    let paragraph = |text: &str| format!("{}\n\n", wrapped(text, width));
    let mut text = format!("{explanation}\n\n{}", paragraph(&with_options_of_file(code.meaning)));
    text.push_str(&paragraph(&format!("Why it is a problem: {}", explanation.example.why)));
    text.push_str(&example(&explanation, view));
    text.push_str(&paragraph(&format!("How to fix it: {}", with_options_of_file(code.remedy))));
    text.truncate(text.trim_end().len());
    text.push('\n');
    text
}

/// The documents, and what is reported about them.
fn example(Explanation { code, example }: &Explanation, view: View) -> String {
    let mut text = String::new();
    if example.documents.is_empty() {
        return text;
    }
    for document in &example.documents {
        let _ = writeln!(text, "Example, {}:\n\n{}", document.path, indented(document.text.trim_matches('\n')));
    }
    let outcome = example.outcome();
    let problems = Problems::of(&outcome);
    let mut printer = Printer::new(&problems, view).without_remedies();
    let own = problems.all.iter().copied().filter(|diagnostic| diagnostic.code == *code);
    for problem in folded(own) {
        text.push_str(&indented(printer.render(&problem).trim_end()));
        text.push('\n');
    }
    text
}

fn indented(text: &str) -> String {
    text.lines().map(|line| if line.is_empty() { "\n".to_owned() } else { format!("    {line}\n") }).collect()
}
