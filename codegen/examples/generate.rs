//! Writes the models of documents to a folder, for those who keep generated code in their repository.
//!
//! `cargo run --release -p codegen --example generate -- specs --out /tmp/models`

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use codegen::Config;

/// Writes the models of documents to a folder; mistakes go to standard error, one per line.
#[derive(Parser)]
struct Arguments {
    /// Documents, or folders of documents.
    #[arg(required = true)]
    paths: Vec<PathBuf>,

    /// Where to write `models.rs` and its parts.
    #[arg(long, value_name = "FOLDER")]
    out: PathBuf,

    /// Writes nothing, and fails if something would be written.
    #[arg(long)]
    check: bool,
}

fn main() -> io::Result<ExitCode> {
    let arguments = Arguments::parse();
    let config = arguments.paths.iter().fold(Config::new(), Config::specs);
    let outcome = config.compile();
    for diagnostic in &outcome.diagnostics {
        eprintln!("{diagnostic}");
    }
    if outcome.has_errors() {
        return Ok(ExitCode::FAILURE);
    }
    if arguments.check {
        let differs = |it: &&codegen::OutputFile| {
            std::fs::read_to_string(arguments.out.join(&it.path)).ok().as_deref() != Some(&it.text)
        };
        let stale: Vec<_> = outcome.files.iter().filter(differs).collect();
        for file in &stale {
            eprintln!("{} is not what the documents say; generate it again", arguments.out.join(&file.path).display());
        }
        return Ok(if stale.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE });
    }
    let written = codegen::write::write(&arguments.out, &outcome.files)?;
    let account = &outcome.account;
    println!(
        "{} models with {} fields; {} files written, {} removed",
        account.models,
        account.fields,
        written.changed.len(),
        written.removed.len(),
    );
    Ok(ExitCode::SUCCESS)
}
