//! Reads every archive of real documents and accounts for its pages and rows.
//!
//! `cargo run --release -p lab --bin survey -- ../shared`

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use clap::Parser;
use codegen::schema::{Assumption, Model};
use codegen::{Config, Outcome};
use lab::corpus::Corpora;

/// Reads every archive of real documents and accounts for its pages and rows. Fails if a page or row is dropped
/// silently.
#[derive(Parser)]
struct Arguments {
    /// The folder that contains `corpora`.
    folder: PathBuf,

    /// Only archives whose name contains this text.
    #[arg(default_value = "")]
    only: String,

    /// Prints the diagnostics.
    #[arg(long)]
    diagnostics: bool,

    /// Prints the models that are probably unions.
    #[arg(long)]
    unions: bool,
}

fn main() -> io::Result<ExitCode> {
    let arguments = Arguments::parse();
    let corpora = Corpora::open(&arguments.folder)?;
    let mut passed = true;
    for name in corpora.names()?.iter().filter(|name| name.contains(&arguments.only)) {
        let documents = corpora.documents(name)?;
        let start = Instant::now();
        let outcome = Config::new().show_all().compile_texts(documents);
        println!("{name}: {:?}, {:.0?}", outcome.account, start.elapsed());
        print_counts(&outcome, &arguments);
        passed &= is_accounted_for(&outcome);
    }
    println!("{}", if passed { "every page and row is accounted for" } else { "a page or row is lost" });
    Ok(if passed { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn print_counts(outcome: &Outcome, arguments: &Arguments) {
    let models = &outcome.schema.models;
    let of_models = models.values().flat_map(|model| model.assumed.iter().copied());
    let of_fields = models.values().flat_map(Model::fields).flat_map(|field| field.assumed.iter().copied());
    println!("  dialects: {:?}", counted(outcome.dialects.values()));
    println!("  assumed of models: {:?}", counted(of_models.map(name_of)));
    println!("  assumed of fields: {:?}", counted(of_fields.map(name_of)));
    if arguments.unions {
        for (name, model) in models {
            if model.assumed.contains(&Assumption::FlattenedUnion) {
                println!("    {name}");
            }
        }
    }
    println!("  diagnostics: {:?}", counted(outcome.diagnostics.iter().map(|diagnostic| diagnostic.code.name)));
    if arguments.diagnostics {
        for diagnostic in &outcome.diagnostics {
            println!("    {diagnostic}");
        }
    }
}

/// Whether each page and each row of a table of a model is accounted for.
fn is_accounted_for(outcome: &Outcome) -> bool {
    let account = &outcome.account;
    let pages = account.models + account.corrections + account.left_alone + account.failed;
    account.documents == pages && account.rows == account.tally.sum()
}

fn name_of(assumption: Assumption) -> String {
    format!("{assumption:?}")
}

fn counted<T: Ord>(names: impl Iterator<Item = T>) -> BTreeMap<T, usize> {
    let mut counts = BTreeMap::new();
    for name in names {
        *counts.entry(name).or_default() += 1;
    }
    counts
}
