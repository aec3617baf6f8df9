//! Reads all archives of real documents in one run, as if somebody had put them all into one folder.
//!
//! `cargo run --release -p lab --bin whole -- ../shared`

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

use clap::Parser;
use codegen::{Config, Outcome};
use lab::corpus::Corpora;
use lab::measure;

/// Reads all archives of real documents in one run, and says what it took. Fails if a page is recognised as
/// another dialect than when its archive is read alone, or if a page is lost.
#[derive(Parser)]
struct Arguments {
    /// The folder with `corpora`.
    folder: PathBuf,
}

fn main() -> io::Result<ExitCode> {
    let arguments = Arguments::parse();
    let corpora = Corpora::open(&arguments.folder)?;
    let archives: Vec<Vec<(String, String)>> =
        corpora.names()?.iter().map(|name| corpora.documents(name)).collect::<io::Result<_>>()?;
    let documents: Vec<&(String, String)> = archives.iter().flatten().collect();
    let (_, before) = measure::taken_here();
    println!("{} archives, the texts take {before:.0} MB", archives.len());
    // The peak never falls, so the half comes first. It has every second document of every archive.
    measured("half", documents.iter().copied().step_by(2));
    let together = measured("whole", documents.iter().copied());
    let account = &together.account;
    let accounted = account.models + account.corrections + account.left_alone + account.failed == documents.len();
    let mut differ = 0;
    for archive in &archives {
        let alone = Config::new().compile_texts(archive.iter().cloned());
        for (path, _) in archive {
            let (alone, together) = (alone.dialects.get(path), together.dialects.get(path));
            if alone != together {
                differ += 1;
                println!("  {path}: {together:?} in company, {alone:?} alone");
            }
        }
    }
    println!("  {differ} documents recognised in another way than when their archive is read alone");
    let passed = accounted && differ == 0;
    println!("{}", if passed { "every document is recognised in company" } else { "a document suffers from company" });
    Ok(if passed { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Reads these documents in one run and prints what it took, from texts to plan. Models that two archives
/// describe are mistakes, so there is no output.
fn measured<'a>(what: &str, documents: impl Iterator<Item = &'a (String, String)>) -> Outcome {
    let texts: Vec<(String, String)> = documents.cloned().collect();
    let (count, bytes) = (texts.len(), texts.iter().map(|it| it.1.len()).sum::<usize>());
    let (processor, _) = measure::taken_here();
    let start = Instant::now();
    let outcome = Config::new().compile_texts(texts);
    let seconds = start.elapsed().as_secs_f64();
    let (after, peak) = measure::taken_here();
    println!(
        "{what}: {count} documents, {bytes} bytes, {} of models, {} rows: {seconds:.1} s, {:.1} processor s, peak {peak:.0} MB",
        outcome.account.models,
        outcome.account.rows,
        after - processor,
    );
    outcome
}
