//! Prints what samples show and the documents do not: rows for `CORRECTIONS.md`, and what no sample has shown.
//!
//! `cargo run --release -p codegen --example learn -- specs`

use std::path::PathBuf;

use clap::Parser;
use codegen::Config;

/// Prints what samples show and the documents do not; mistakes go to standard error, one per line.
#[derive(Parser)]
struct Arguments {
    /// Documents, or folders of documents; those of samples within them are read, too.
    #[arg(required = true)]
    paths: Vec<PathBuf>,

    /// Reads the samples in this file or folder.
    #[arg(long, value_name = "PATH")]
    samples: Vec<PathBuf>,

    /// Applies the corrections in this file.
    #[arg(long, value_name = "FILE")]
    corrections: Vec<PathBuf>,

    /// Looks for samples of all models below these keys, separated by dots.
    #[arg(long, value_name = "KEYS")]
    envelope: Vec<String>,
}

fn main() {
    let arguments = Arguments::parse();
    let mut config = Config::new();
    config = arguments.paths.iter().fold(config, Config::specs);
    config = arguments.samples.iter().fold(config, Config::samples);
    config = arguments.corrections.iter().fold(config, Config::corrections);
    config = arguments.envelope.iter().fold(config, |config, path| config.envelope("*", path));
    let outcome = config.compile();
    for diagnostic in &outcome.diagnostics {
        eprintln!("{diagnostic}");
    }
    print!("{}", outcome.findings);
}
