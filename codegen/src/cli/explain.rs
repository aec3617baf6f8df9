//! `codegen explain`: what a kind of mistake means.

use std::fmt;

use clap::Args;

use super::output::Output;
use super::{End, Failure};
use crate::diag::{Code, Level, codes, did_you_mean};
use examples::Example;

mod examples;
mod markdown;
mod text;

/// Explains a kind of mistake: what it means, why it is a problem, and how to fix it, with an example.
///
/// A kind of mistake has the code that messages show in brackets. Without a code, all of them are listed.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  codegen explain
  codegen explain unknown-type")]
pub(super) struct Arguments {
    /// The code of a kind of mistake, such as `unknown-type`.
    code: Option<String>,

    /// Prints all explanations as one page in Markdown.
    #[arg(long, conflicts_with = "code")]
    markdown: bool,
}

pub(super) fn run(arguments: &Arguments, output: &mut Output) -> Result<End, Failure> {
    if arguments.markdown {
        output.out.write_all(markdown::page().as_bytes())?;
        return Ok(End::Clean);
    }
    let Some(name) = &arguments.code else {
        list(output)?;
        return Ok(End::Clean);
    };
    let name = name.trim_matches(['[', ']']);
    let code = codes::ALL.iter().find(|code| code.name == name).ok_or_else(|| unknown(name))?;
    output.out.write_all(text::of(code, output.out_view).as_bytes())?;
    Ok(End::Clean)
}

fn unknown(name: &str) -> Failure {
    let hint = did_you_mean(name, codes::ALL.iter().map(|code| code.name));
    let hint = hint.unwrap_or_else(|| "`codegen explain` lists all codes".to_owned());
    Failure::Message(format!("no kind of mistake has the code `{name}`; {hint}"))
}

/// Lists all codes with the first sentence about each.
fn list(output: &mut Output) -> Result<(), Failure> {
    let width = codes::ALL.iter().map(|code| code.name.len()).max().unwrap_or_default();
    for level in [Level::Error, Level::Warning] {
        writeln!(output.out, "{}", if level == Level::Error { "Errors:" } else { "\nWarnings:" })?;
        let mut listed: Vec<&Code> = codes::ALL.iter().copied().filter(|code| code.level == level).collect();
        listed.sort_unstable_by_key(|code| code.name);
        for code in listed {
            let sentence = code.meaning.split(". ").next().unwrap_or_default().trim_end_matches('.');
            writeln!(output.out, "  {:width$}  {sentence}", code.name)?;
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
