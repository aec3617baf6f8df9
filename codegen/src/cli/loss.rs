//! `codegen loss`: what documents do not say.

use clap::{Args, ValueEnum};

use super::documents::Documents;
use super::output::Output;
use super::problems::Problems;
use super::{End, Failure, mistakes};
use count::{Kind, Losses};
use limit::Limit;

mod count;
mod limit;
mod print;

/// Counts what the documents do not say, and what was assumed instead.
///
/// A document that says nothing about a fact is not wrong, but code that depends on the fact may be. Each kind of loss is
/// counted, and so is what each model has of it. A limit makes the command fail in CI when documents say less than before.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  codegen loss specs
  codegen loss specs --kind items-unknown          the places of a kind
  codegen loss specs --max 120                     at most 120 in total
  codegen loss specs --max items-unknown=0 --max undocumented-model=3
  codegen loss specs --format json

The exit code is 1 if a limit is exceeded or a document has an error.")]
pub(super) struct Arguments {
    #[command(flatten)]
    documents: Documents,

    /// How the losses are printed.
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,

    /// Lists the places of this kind. Can be repeated.
    #[arg(long = "kind", value_name = "KIND")]
    kinds: Vec<Kind>,

    /// Fails if there are more losses than this, in total or of a kind. Can be repeated.
    #[arg(long = "max", value_name = "[KIND=]NUMBER")]
    limits: Vec<Limit>,
}

/// How losses are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// Tables for people.
    #[default]
    Human,
    /// One JSON object with every loss.
    Json,
}

pub(super) fn run(arguments: &Arguments, output: &mut Output) -> Result<End, Failure> {
    let plans = arguments.documents.config()?.plan();
    let mut end = mistakes::report(&Problems::new(&plans), output)?;
    let losses = Losses::of(&plans);
    match arguments.format {
        Format::Human => print::human(&losses, &arguments.kinds, output)?,
        Format::Json => print::json(&losses, &mut output.out)?,
    }
    output.out.flush()?;
    for message in arguments.limits.iter().filter_map(|limit| limit.exceeded(&losses)) {
        output.say(format_args!("error: {message}"))?;
        end = End::Wrong;
    }
    Ok(end)
}
