//! `codegen explain`: what a kind of mistake means, and where what is known of a model or field is from.

use std::fmt;

use clap::Args;

use super::documents::Documents;
use super::output::{Output, first_sentence, hanging};
use super::problems::{Problems, with_options_of_file};
use super::{End, Failure, diff, mistakes};
use crate::diag::{Code, Level, codes, did_you_mean};
use examples::Example;

mod examples;
mod facts;
mod field;
mod find;
mod markdown;
mod model;
mod rust;
mod text;

/// Explains a kind of mistake, or where everything that is known of a model or field comes from.
///
/// A kind of mistake has the code that messages show in brackets: what it means, why it is a problem, and how to fix it,
/// with an example. A model or field has its name in the documents, in JSON or in Rust: each fact is shown with the line,
/// the correction, the other document or the rule that it is from, and what became of it. Without a subject, all codes are
/// listed.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  codegen explain
  codegen explain unknown-type
  codegen explain Order specs
  codegen explain Order.state specs
  codegen explain accounting::Invoice.total")]
pub(super) struct Arguments {
    /// The code of a kind of mistake, such as `unknown-type`; a rule of `codegen diff`; a model; or a field, as
    /// `Model.field`.
    subject: Option<String>,

    #[command(flatten)]
    documents: Documents,

    /// Prints all explanations of codes as one page in Markdown.
    #[arg(long, conflicts_with = "subject")]
    markdown: bool,
}

pub(super) fn run(arguments: &Arguments, output: &mut Output) -> Result<End, Failure> {
    if arguments.markdown {
        output.out.write_all(markdown::page().as_bytes())?;
        return Ok(End::Clean);
    }
    let Some(name) = &arguments.subject else {
        list(output)?;
        return Ok(End::Clean);
    };
    let name = name.trim_matches(['[', ']']);
    if let Some(rule) = diff::rules::by_name(name).filter(|_| is_code(name)) {
        return diff::explain(rule, output);
    }
    match codes::ALL.iter().find(|code| code.name == name) {
        Some(code) => output.out.write_all(text::of(code, output.out_view).as_bytes())?,
        None if is_code(name) => return Err(unknown(name)),
        None => return origins(name, &arguments.documents, output),
    }
    Ok(End::Clean)
}

/// Whether a text is written as codes are, and models are not.
fn is_code(name: &str) -> bool {
    name.contains('-') && name.chars().all(|letter| letter.is_ascii_lowercase() || letter == '-')
}

fn unknown(name: &str) -> Failure {
    let rules = diff::rules::ALL.iter().map(|rule| rule.name);
    let hint = did_you_mean(name, codes::ALL.iter().map(|code| code.name).chain(rules));
    let hint = hint.unwrap_or_else(|| "`codegen explain` lists all codes".to_owned());
    Failure::Message(format!("no kind of mistake has the code `{name}`; {hint}"))
}

/// Explains what is known of a model or field.
fn origins(name: &str, documents: &Documents, output: &mut Output) -> Result<End, Failure> {
    let config = match documents.config() {
        Err(_) if name.chars().all(|letter| letter.is_ascii_lowercase()) => return Err(unknown(name)),
        config => config?,
    };
    let plans = config.plan();
    mistakes::report(&Problems::new(&plans), output)?;
    for (idx, subject) in find::find(&plans, name).map_err(Failure::Message)?.iter().enumerate() {
        if idx > 0 {
            writeln!(output.out)?;
        }
        let page = match subject.field {
            Some(position) => field::explain(subject, position, &config.file),
            None => model::explain(subject, &config.file),
        };
        page.write(&mut output.out, output.out_view)?;
    }
    Ok(End::Clean)
}

/// Lists all codes with the first sentence about each.
fn list(output: &mut Output) -> Result<(), Failure> {
    let width = codes::ALL.iter().map(|code| code.name.len()).max().unwrap_or_default();
    for level in [Level::Error, Level::Warning] {
        writeln!(output.out, "{}", if level == Level::Error { "Errors:" } else { "\nWarnings:" })?;
        let mut listed: Vec<&Code> = codes::ALL.iter().copied().filter(|code| code.level == level).collect();
        listed.sort_unstable_by_key(|code| code.name);
        for code in listed {
            let head = format!("  {:width$}  ", code.name);
            writeln!(
                output.out,
                "{}",
                hanging(&head, first_sentence(&with_options_of_file(code.meaning)), output.out_view.width)
            )?;
        }
    }
    writeln!(output.out, "\nMore about one of them: codegen explain CODE")?;
    Ok(())
}

/// What is said about a code.
struct Explanation {
    code: &'static Code,
    example: Example,
}

impl Explanation {
    fn of(code: &'static Code) -> Self {
        Self { code, example: examples::of(code) }
    }
}

impl fmt::Display for Explanation {
    /// The heading.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.code.name, self.code.level.word())
    }
}
