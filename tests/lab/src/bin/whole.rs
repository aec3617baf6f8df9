//! Reads all archives of real documents in one run, as if all documents were in one folder.
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

/// Reads all archives of real documents in one run, and reports the costs. Fails if another dialect is detected for a
/// page than when its archive is read alone, or if a page is lost.
#[derive(Parser)]
struct Arguments {
    /// The folder that contains `corpora`.
    folder: PathBuf,
}

fn main() -> io::Result<ExitCode> {
    let arguments = Arguments::parse();
    let corpora = Corpora::open(&arguments.folder)?;
    let archives: Vec<Vec<(String, String)>> =
        corpora.names()?.iter().map(|name| corpora.documents(name)).collect::<io::Result<_>>()?;
    let documents: Vec<&(String, String)> = archives.iter().flatten().collect();
    println!("{} archives, the texts take {:.0} MB", archives.len(), measure::own_usage().peak);
    // The peak memory never decreases, so the half is read first. It has every second document of every archive.
    compile_measured("half", documents.iter().copied().step_by(2));
    let together = compile_measured("whole", documents.iter().copied());
    let account = &together.account;
    let is_accounted_for =
        account.models + account.corrections + account.left_alone + account.failed == documents.len();
    let mut differ = 0;
    for archive in &archives {
        let alone = Config::new().show_all().compile_texts(archive.iter().cloned());
        for (path, _) in archive {
            let (alone, together) = (alone.dialects.get(&**path), together.dialects.get(&**path));
            if alone != together {
                differ += 1;
                println!("  {path}: {together:?} together, {alone:?} alone");
            }
        }
    }
    println!("  the dialect of {differ} documents differs from that detected when their archive is read alone");
    let passed = is_accounted_for && differ == 0;
    println!(
        "{}",
        if passed { "every document is read as if alone" } else { "a document is lost or read differently" }
    );
    Ok(if passed { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Compiles these documents in one run and prints the costs. The run generates no Rust, because models that two
/// archives describe are errors.
fn compile_measured<'a>(what: &str, documents: impl Iterator<Item = &'a (String, String)>) -> Outcome {
    let texts: Vec<(String, String)> = documents.cloned().collect();
    let (count, bytes) = (texts.len(), texts.iter().map(|(_, text)| text.len()).sum::<usize>());
    let before = measure::own_usage();
    let start = Instant::now();
    let outcome = Config::new().show_all().compile_texts(texts);
    let seconds = start.elapsed().as_secs_f64();
    let after = measure::own_usage();
    println!(
        "{what}: {count} documents, {bytes} bytes, {} of models, {} rows: {seconds:.1} s, {:.1} processor s, peak {:.0} MB",
        outcome.account.models,
        outcome.account.rows,
        after.seconds - before.seconds,
        after.peak,
    );
    outcome
}
