//! Reads every archive of real documents and says what became of the pages and rows.
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

/// Reads every archive of real documents and says what became of the pages and rows. Fails if a page or row
/// is lost without a word.
#[derive(Parser)]
struct Arguments {
    /// The folder with `corpora`.
    folder: PathBuf,

    /// Only archives with this text in their name.
    #[arg(default_value = "")]
    only: String,

    /// Prints what is said about the documents.
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
    for name in corpora.names()?.iter().filter(|it| it.contains(&arguments.only)) {
        let documents = corpora.documents(name)?;
        let start = Instant::now();
        let outcome = Config::new().compile_texts(documents);
        let time = start.elapsed();
        println!("{name}: {:?}, {time:.0?}", outcome.account);
        println!("  dialects: {:?}", counted(outcome.dialects.values().copied()));
        let models = outcome.schema.models.values();
        println!(
            "  assumed of models: {:?}",
            counted(models.clone().flat_map(|it| it.assumed.iter().copied()).map(word))
        );
        let fields = models.flat_map(Model::fields).flat_map(|it| it.assumed.iter().copied());
        println!("  assumed of fields: {:?}", counted(fields.map(word)));
        if arguments.unions {
            let is_union = |it: &&Model| it.assumed.contains(&Assumption::FlattenedUnion);
            let models = outcome.schema.models.iter().filter(|(_, it)| is_union(it));
            models.for_each(|(name, _)| println!("    {name}"));
        }
        println!("  said: {:?}", counted(outcome.diagnostics.iter().map(|it| it.code.name)));
        if arguments.diagnostics {
            outcome.diagnostics.iter().for_each(|it| println!("    {it}"));
        }
        passed &= is_accounted_for(&outcome);
    }
    println!("{}", if passed { "every page and row is accounted for" } else { "a page or row is lost" });
    Ok(if passed { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Whether each page and each row of a table of a model is accounted for.
fn is_accounted_for(outcome: &Outcome) -> bool {
    let account = &outcome.account;
    let pages = account.models + account.corrections + account.left_alone + account.failed;
    account.documents == pages && account.rows == account.tally.sum()
}

fn word(it: Assumption) -> String {
    format!("{it:?}")
}

fn counted<T: Ord>(words: impl Iterator<Item = T>) -> BTreeMap<T, usize> {
    let mut counts = BTreeMap::new();
    words.for_each(|it| *counts.entry(it).or_default() += 1);
    counts
}
