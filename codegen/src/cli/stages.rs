//! `codegen stages`: what each stage makes of a model.

use clap::{Args, ValueEnum};
use similar::TextDiff;

use super::documents::Documents;
use super::output::{Output, plain};
use super::problems::Problems;
use super::{End, Failure, mistakes};
use crate::diag::did_you_mean;
use record::{Made, Record};

mod compact;
mod record;

/// Shows what each stage makes of a model, from its page to its Rust.
///
/// The stages that read show what they made. The stages that change the schema show what they changed, as a difference.
/// The documentation of `codegen` says what each stage is for.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  codegen stages --name Order specs
  codegen stages --name Order --after corrections specs

The exit code is 1 if a document has an error, and 2 if no document has the model.")]
pub(super) struct Arguments {
    #[command(flatten)]
    documents: Documents,

    /// The name of the model in the documents.
    #[arg(long, value_name = "MODEL")]
    name: String,

    /// Shows all that this stage made, and nothing else.
    #[arg(long, value_enum, value_name = "STAGE")]
    after: Option<Name>,
}

/// The stages, in their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, ValueEnum)]
enum Name {
    /// The blocks of the page.
    Page,
    /// The dialect of the page.
    Detect,
    /// The outline of each model of the page.
    Layout,
    /// What the outline says.
    Model,
    /// A model of the schema.
    Lower,
    /// The same, from the pages of several SDKs.
    Merge,
    /// The same, with unions that are documented as objects.
    Infer,
    /// The same, corrected.
    Corrections,
    /// The same, if the configuration asks for it.
    Prune,
    /// References, and the fields that are boxed.
    Resolve,
    /// The decisions about the output.
    Plan,
    /// The Rust.
    Print,
}

impl Name {
    /// The module of the stage.
    fn module(self) -> &'static str {
        match self {
            Self::Page => "read::page",
            Self::Detect => "read::detect",
            Self::Layout => "read::layout",
            Self::Model => "read::model",
            Self::Lower => "build::lower",
            Self::Merge => "build::merge",
            Self::Infer => "build::infer",
            Self::Corrections => "build::corrections",
            Self::Prune => "build::prune",
            Self::Resolve => "build::resolve",
            Self::Plan => "rust::plan",
            Self::Print => "rust::print",
        }
    }

    /// Whether the stage changes what the one before it made.
    fn is_change(self) -> bool {
        (Self::Merge..=Self::Prune).contains(&self)
    }
}

pub(super) fn run(arguments: &Arguments, output: &mut Output) -> Result<End, Failure> {
    let config = arguments.documents.config()?;
    let plans = config.plan();
    let end = mistakes::report(&Problems::new(&plans), output)?;
    let mut record = Record::of(&arguments.name);
    config.watch(&mut |stage| record.see(stage));
    if record.made.is_empty() {
        let known = plans.values().flat_map(|plan| plan.planned.outcome.schema.models.keys()).map(|name| &*name.0);
        let hint = did_you_mean(&arguments.name, known).map(|hint| format!("; {hint}")).unwrap_or_default();
        return Err(Failure::Message(format!("no document describes a model `{}`{hint}", arguments.name)));
    }
    match arguments.after {
        Some(after) => all_of(&record.made, after, output)?,
        None => changes(&record.made, output)?,
    }
    Ok(end)
}

/// All that one stage made.
fn all_of(made: &[Made], after: Name, output: &mut Output) -> Result<(), Failure> {
    for made in made.iter().filter(|made| made.stage == after) {
        writeln!(output.out, "{}", plain(made.text.trim_end()))?;
    }
    Ok(())
}

/// What each stage made or changed.
fn changes(made: &[Made], output: &mut Output) -> Result<(), Failure> {
    let mut before: Option<&Made> = None;
    for (idx, made) in made.iter().enumerate() {
        let space = if idx == 0 { "" } else { "\n" };
        let of = made.of.as_ref().map(|of| format!(" of {of}")).unwrap_or_default();
        writeln!(output.out, "{space}== {}{of}", made.stage.module())?;
        let old = before.filter(|_| made.stage.is_change()).map(|before| &*before.text);
        let text = match old {
            Some(old) if old == made.text => "no change".to_owned(),
            Some(old) => TextDiff::from_lines(old, &made.text).unified_diff().context_radius(2).to_string(),
            None => made.text.clone(),
        };
        writeln!(output.out, "{}", plain(text.trim_end()))?;
        before = Some(made);
    }
    Ok(())
}
