//! `codegen learn`: the corrections that samples suggest.

use clap::Args;

use super::check::summary::Covered;
use super::corrections::{Proposal, propose};
use super::documents::Documents;
use super::output::Output;
use super::problems::{Problems, concise};
use super::progress::Progress;
use super::{End, Failure};
use crate::build::learn::report::{Bodies, Findings, Row};
use crate::diag::{Level, codes, counted, separated};

/// Proposes corrections with which the models agree with samples.
///
/// Samples are JSON bodies from the API: those in a folder `samples` among the documents, and those that the configuration
/// or `--samples` names. What they have and the documents do not becomes rows of CORRECTIONS.md. Which of them are right is
/// for you to decide, so the change is shown first, and `--write` makes it. No value of a sample is printed, unless it is one
/// that a list of allowed values lacks.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  codegen learn specs                                the rows as a diff
  codegen learn specs --write                        adds them to specs/CORRECTIONS.md
  codegen learn vendor/docs --samples ../recordings  compares recorded traffic

Exit codes: 0 if all is well, 1 after an error in a document or sample, 2 if it cannot be done.")]
pub(super) struct Arguments {
    #[command(flatten)]
    documents: Documents,

    /// Adds the rows to the file of corrections.
    #[arg(long)]
    write: bool,

    /// Names everything that no sample has, and not only the first.
    #[arg(long)]
    all: bool,
}

const NO_SAMPLES: &str = "there are no samples: put JSON bodies into a folder `samples` among the documents, or name \
                          them with `--samples`";

/// At most this many of what no sample has are named, unless all are wanted.
const NAMED: usize = 10;

pub(super) fn run(arguments: &Arguments, output: &mut Output) -> Result<End, Failure> {
    let config = arguments.documents.config()?.show_all();
    let progress = Progress::of("Comparing samples");
    let plans = config.plan();
    drop(progress);
    let mut problems = Problems::new(&plans);
    if problems.parts.iter().all(|part| part.outcome.findings.bodies == Bodies::default()) {
        concise::write(&problems, &mut output.err)?;
        let has_errors = problems.count(Level::Error) > 0;
        return if has_errors { Ok(End::Wrong) } else { Err(Failure::Message(NO_SAMPLES.to_owned())) };
    }
    // The rows say the same.
    problems.all.retain(|diagnostic| diagnostic.code != &codes::SAMPLE_DIFFERS);
    concise::write(&problems, &mut output.err)?;
    for part in &problems.parts {
        let findings = &part.outcome.findings;
        let rows: Vec<Row> = findings.rows().into_iter().cloned().collect();
        for proposal in propose(part, &rows) {
            apply(&proposal, arguments.write, output)?;
        }
        report(findings, if arguments.all { usize::MAX } else { NAMED }, output)?;
    }
    let has_errors = problems.parts.iter().any(|part| part.outcome.has_errors());
    Ok(if has_errors { End::Wrong } else { End::Clean })
}

fn apply(proposal: &Proposal, is_written: bool, output: &mut Output) -> Result<(), Failure> {
    output.out.write_all(proposal.diff().as_bytes())?;
    output.out.flush()?;
    let rows = counted(proposal.rows, "row");
    if is_written {
        proposal.write()?;
        output.say(format_args!("{rows} added to {}.", proposal.path))?;
    } else {
        output.say(format_args!("{rows} to add to {}; `--write` adds them.", proposal.path))?;
    }
    Ok(())
}

/// What was compared, and what no sample has.
fn report(findings: &Findings, named: usize, output: &mut Output) -> Result<(), Failure> {
    if findings.differences.is_empty() && findings.bodies.compared > 0 {
        output.say("The models agree with the samples.")?;
    }
    write!(output.err, "{}", findings.bodies)?;
    let mut coverage = findings.coverage.clone();
    let models = coverage.unseen_models.len().saturating_sub(named);
    let fields = coverage.unseen_fields.len().saturating_sub(named);
    let mut covered = Covered::default();
    covered.add(findings);
    output.say(covered)?;
    coverage.unseen_models.truncate(named);
    coverage.unseen_fields.truncate(named);
    let names_of_fields: Vec<String> =
        coverage.unseen_fields.iter().map(|(model, field)| format!("{model}.{field}")).collect();
    unseen("Models", &coverage.unseen_models, models, output)?;
    unseen("Fields", &names_of_fields, fields, output)
}

fn unseen(what: &str, names: &[String], more: usize, output: &mut Output) -> Result<(), Failure> {
    if names.is_empty() {
        return Ok(());
    }
    let more = if more > 0 { format!(", and {} more (`--all` names them)", separated(more)) } else { String::new() };
    output.say(format_args!("{what} not seen: {}{more}.", crate::diag::one_line(&names.join(", "))))?;
    Ok(())
}
