//! `codegen generate`: the models in a folder, for projects that keep them in their repository and for other build systems.

use std::fs;
use std::mem;
use std::path::{Path, PathBuf};

use clap::Args;

use super::documents::Documents;
use super::output::Output;
use super::{End, Failure, shell};
use crate::compile::Outcome;
use crate::diag::{counted, separated};
use crate::write::{self, Difference, Written};

mod depfile;
mod diff;

/// Writes the models of documents to a folder.
///
/// Only files that change are written, and files of models that no longer exist are removed. After an error in a document,
/// nothing is written. The output depends on nothing but the documents and the options: not on the folder in which this
/// runs, the machine, the time or the order of files.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    #[command(flatten)]
    documents: Documents,

    /// The folder that gets `models.rs` and its parts; otherwise `out_dir` in the configuration.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,

    /// Writes nothing. Shows what would change, and fails if anything would.
    #[arg(long)]
    check: bool,

    /// Also writes the files that were read, as a rule for make or ninja. The target is `models.rs`.
    #[arg(long, value_name = "FILE", conflicts_with = "check")]
    depfile: Option<PathBuf>,

    /// Puts the models of each folder of documents into a module of its own.
    #[arg(long)]
    module_per_folder: bool,

    /// Gives the models of each folder of documents a feature of cargo, and writes the features to `models.toml`.
    #[arg(long)]
    feature_per_folder: bool,
}

const EXAMPLES: &str = "\
Examples:
  codegen generate --out src            what codegen.toml names: src/models.rs and src/models/
  codegen generate specs --out src      the documents in a folder
  codegen generate --out src --check    in CI: fails if files in the repository are out of date
  codegen generate --out gen --depfile gen/models.d
                                        as a step of make or ninja
  codegen generate --out src --set 'only = [\"Order\"]' --set 'dates = \"chrono\"'
                                        with options that are not in codegen.toml

Exit codes: 0 if all is well, 1 after an error in a document or if --check finds a difference, 2 if it cannot be done.";

pub(super) fn run(arguments: &Arguments, output: &mut Output) -> Result<End, Failure> {
    let mut config = arguments.documents.config()?;
    if arguments.module_per_folder {
        config = config.module_per_folder();
    }
    if arguments.feature_per_folder {
        config = config.feature_per_folder();
    }
    let missing = "no folder for the output: give one with `--out`, or set `out_dir` in `codegen.toml`";
    let folder = arguments.out.as_deref().or(config.output_folder());
    let folder = folder.ok_or_else(|| Failure::Message(missing.to_owned()))?.to_owned();
    let outcome = config.compile();
    for diagnostic in &outcome.diagnostics {
        writeln!(output.err, "{diagnostic}")?;
    }
    if outcome.has_errors() {
        let left = if arguments.check { "compared" } else { "written" };
        writeln!(output.err, "nothing is {left} because of the errors")?;
        return Ok(End::Wrong);
    }
    if arguments.check {
        let differences = write::compare(&folder, &outcome.files).map_err(|error| in_folder(&folder, &error))?;
        return report(&differences, &outcome, output);
    }
    let written = write::write(&folder, &outcome.files).map_err(|error| in_folder(&folder, &error))?;
    if let Some(file) = &arguments.depfile {
        write_depfile(file, &folder, &outcome)?;
    }
    summarize(&outcome, &written, output)?;
    // The process ends, and freeing what was read would take a tenth of its time.
    mem::forget(outcome);
    Ok(End::Clean)
}

/// Shows what would change.
fn report(differences: &[Difference], outcome: &Outcome, output: &mut Output) -> Result<End, Failure> {
    if differences.is_empty() {
        writeln!(output.err, "{} are up to date", counted(outcome.files.len(), "file"))?;
        return Ok(End::Clean);
    }
    for difference in differences {
        write!(output.out, "{}", diff::unified(difference))?;
    }
    output.out.flush()?;
    let count = counted(differences.len(), "file");
    let are = if differences.len() == 1 { "is" } else { "are" };
    writeln!(
        output.err,
        "{count} of {} {are} out of date; to update: {}",
        separated(outcome.files.len()),
        shell::command(&["--check"])
    )?;
    Ok(End::Wrong)
}

fn summarize(outcome: &Outcome, written: &Written, output: &mut Output) -> Result<(), Failure> {
    let modules = || std::iter::once(outcome).chain(outcome.modules.values());
    let models: usize = modules().map(|outcome| outcome.account.wanted).sum();
    let (changed, removed) = (counted(written.changed.len(), "file"), separated(written.removed.len()));
    writeln!(output.err, "{}; {changed} written, {removed} removed", counted(models, "model"))?;
    Ok(())
}

fn write_depfile(file: &Path, folder: &Path, outcome: &Outcome) -> Result<(), Failure> {
    let Some(target) = outcome.files.first() else { return Ok(()) };
    let text = depfile::rule(&folder.join(&target.path), &outcome.inputs).map_err(Failure::Message)?;
    fs::write(file, text).map_err(|error| Failure::Message(format!("cannot write `{}`: {error}", file.display())))
}

fn in_folder(folder: &Path, error: &std::io::Error) -> Failure {
    Failure::Message(format!("cannot write to `{}`: {error}", folder.display()))
}
