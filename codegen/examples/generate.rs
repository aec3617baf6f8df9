//! Writes the models of documents to a folder, for projects that keep generated code in their repository.
//!
//! `cargo run --release -p codegen --example generate -- specs --out /tmp/models`

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::process::ExitCode;
use std::{fs, io};

use clap::Parser;
use codegen::{Config, Outcome, OutputFile};

/// Writes the models of documents to a folder. Mistakes are printed to standard error, one per line.
#[derive(Parser)]
#[allow(clippy::struct_excessive_bools, reason = "each is an argument")]
struct Arguments {
    /// Documents, or folders of documents.
    #[arg(required = true)]
    paths: Vec<PathBuf>,

    /// The folder that gets `models.rs` and its parts.
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,

    /// Puts the models of each folder into a module of its own.
    #[arg(long)]
    module_per_folder: bool,

    /// Gives the models of each folder a feature of cargo, and writes the features to `models.toml`.
    #[arg(long)]
    feature_per_folder: bool,

    /// Writes nothing, and fails if a file would change.
    #[arg(long)]
    check: bool,

    /// Also prints how to fix each kind of mistake.
    #[arg(long)]
    explain: bool,
}

fn main() -> io::Result<ExitCode> {
    let arguments = Arguments::parse();
    let mut config = arguments.paths.iter().fold(Config::new(), Config::specs);
    if arguments.module_per_folder {
        config = config.module_per_folder();
    }
    if arguments.feature_per_folder {
        config = config.feature_per_folder();
    }
    if arguments.check {
        return Ok(check(&config.compile(), &arguments));
    }
    let (outcome, written) = config.generate(&arguments.out)?;
    print_diagnostics(&outcome, arguments.explain);
    if outcome.has_errors() {
        return Ok(ExitCode::FAILURE);
    }
    let account = &outcome.account;
    println!(
        "{} models with {} fields; {} files written, {} removed",
        account.models,
        account.tally.fields,
        written.changed.len(),
        written.removed.len(),
    );
    Ok(ExitCode::SUCCESS)
}

/// Fails after an error, or if a file in the folder is out of date.
fn check(outcome: &Outcome, arguments: &Arguments) -> ExitCode {
    print_diagnostics(outcome, arguments.explain);
    let folder = &arguments.out;
    let is_stale = |file: &&OutputFile| fs::read_to_string(folder.join(&file.path)).ok().as_ref() != Some(&file.text);
    let stale: Vec<&OutputFile> = outcome.files.iter().filter(is_stale).collect();
    for file in &stale {
        eprintln!("{} is out of date; generate it again", folder.join(&file.path).display());
    }
    if stale.is_empty() && !outcome.has_errors() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn print_diagnostics(outcome: &Outcome, explain: bool) {
    for diagnostic in &outcome.diagnostics {
        eprintln!("{diagnostic}");
    }
    if explain {
        let codes = outcome.diagnostics.iter().map(|diagnostic| (diagnostic.code.name, diagnostic.code.explanation));
        for (name, explanation) in codes.collect::<BTreeMap<_, _>>() {
            eprintln!("help[{name}]: {explanation}");
        }
    }
}
