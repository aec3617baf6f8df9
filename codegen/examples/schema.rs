//! Prints the schema of documents or folders as JSON.
//!
//! `cargo run --release -p codegen --example schema -- specs`

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use codegen::{Config, dialect};

/// Prints the schema of documents or folders as JSON. Mistakes are printed to standard error, one per line.
#[derive(Parser)]
struct Arguments {
    /// Documents, or folders of documents.
    #[arg(required = true)]
    paths: Vec<PathBuf>,

    /// A folder of an SDK; all folders given in this way are of SDKs of the same API, and the first one leads.
    #[arg(long, value_name = "FOLDER")]
    same_api: Vec<String>,

    /// Also prints to standard error what the documents of several SDKs of one API gave to each other.
    #[arg(long)]
    report: bool,

    /// Sets the dialect, which is detected otherwise.
    #[arg(long, value_name = "NAME", value_parser = parse_dialect)]
    dialect: Option<&'static dialect::Dialect>,

    /// Applies the corrections in this file.
    #[arg(long, value_name = "FILE")]
    corrections: Vec<PathBuf>,
}

fn parse_dialect(name: &str) -> Result<&'static dialect::Dialect, String> {
    let known: Vec<&str> = dialect::ALL.iter().map(|dialect| dialect.name).collect();
    dialect::by_name(name).ok_or_else(|| format!("the known dialects are {}", known.join(", ")))
}

fn main() -> Result<ExitCode, serde_json::Error> {
    let arguments = Arguments::parse();
    let mut config = Config::new();
    config = arguments.paths.iter().fold(config, Config::specs);
    config = arguments.corrections.iter().fold(config, Config::corrections);
    if let Some(dialect) = arguments.dialect {
        config = config.dialect_of_all(dialect);
    }
    if !arguments.same_api.is_empty() {
        config = config.same_api(arguments.same_api);
    }
    let outcome = config.compile();
    for diagnostic in &outcome.diagnostics {
        eprintln!("{diagnostic}");
    }
    for report in outcome.merged().filter(|_| arguments.report) {
        eprintln!("{report}");
    }
    println!("{}", outcome.schema.to_json()?);
    Ok(if outcome.has_errors() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}
