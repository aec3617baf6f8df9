//! Scores the reader against one model that many generators document.
//!
//! `cargo run --release -p lab --bin kitchen -- ../shared`

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use codegen::Config;
use lab::corpus::{Corpora, Sdks};
use lab::kitchen::{self, MergedScore, Score, Specification};

/// Scores the reader against one model that many generators document. Fails if a page is read in the wrong dialect,
/// or if a fact that the documents state is missing or wrong.
#[derive(Parser)]
struct Arguments {
    /// The folder that contains `corpora`.
    folder: PathBuf,

    /// Only folders whose path contains this text.
    #[arg(default_value = "")]
    only: String,

    /// Prints what is missing or wrong.
    #[arg(long)]
    differences: bool,
}

/// The releases whose documents are merged as those of one API.
const RELEASES: [&str; 3] = ["4.3.1", "6.6.0", "7.26.0"];

fn main() -> io::Result<ExitCode> {
    let arguments = Arguments::parse();
    let corpora = Corpora::open(&arguments.folder)?;
    let specification = Specification::read(&corpora.text("kitchen", "kitchen.yaml")?)?;
    let documents = corpora.documents("kitchen")?;
    let folders = folders(&documents);
    let together = kitchen::dialects(&Config::new().compile_texts(documents));
    let mut passed = true;
    for (folder, documents) in folders.iter().filter(|(folder, _)| folder.contains(&arguments.only)) {
        // Some generators document calls only.
        if !documents.iter().all(|(path, _)| path.ends_with("/README.md")) {
            passed &= print_folder(folder, documents, &together, &specification, arguments.differences);
        }
    }
    for release in RELEASES.iter().filter(|release| release.contains(&arguments.only)) {
        print_merged(release, &folders, &specification, arguments.differences);
    }
    println!("{}", if passed { "every figure is full" } else { "a figure is not full" });
    Ok(if passed { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The documents of each `version/generator`.
fn folders(documents: &[(String, String)]) -> Sdks {
    let mut folders = Sdks::new();
    for (path, text) in documents {
        let folder = match path.split('/').collect::<Vec<_>>()[..] {
            [_, version, generator, _, ..] => format!("{version}/{generator}"),
            [_, version, file] => format!("{version}/{}", file.trim_end_matches(".md")),
            _ => continue,
        };
        folders.entry(folder).or_default().push((path.clone(), text.clone()));
    }
    folders
}

/// Prints the score of one folder. Returns whether it is full and every page has the expected dialect, also when
/// all folders are read together.
fn print_folder(
    folder: &str,
    documents: &[(String, String)],
    together: &BTreeMap<String, String>,
    specification: &Specification,
    differences: bool,
) -> bool {
    let outcome = Config::new().show_all().compile_texts(documents.iter().cloned());
    let alone = kitchen::dialects(&outcome);
    let mut found: BTreeSet<&str> = alone.values().map(String::as_str).collect();
    found.extend(documents.iter().filter_map(|(path, _)| together.get(path)).map(String::as_str));
    let found = Vec::from_iter(found);
    let expected = kitchen::dialect_of(folder);
    let right = found == Vec::from_iter(expected);
    print!("{folder}: {} {}", found.join(" "), if right { "" } else { "(WRONG)" });
    let score = Score::of(specification, &outcome, documents);
    match &score {
        Some(score) => println!(", {score}"),
        None => println!(", no model"),
    }
    if differences {
        for missing in score.iter().flat_map(|score| &score.missing) {
            println!("    {missing}");
        }
        for diagnostic in outcome.diagnostics.iter().filter(|diagnostic| !kitchen::is_expected(diagnostic)) {
            println!("    {diagnostic}");
        }
    }
    score.map_or(expected.is_none(), |score| right && score.is_full())
}

/// Prints the score of all documents of a release read as one API.
fn print_merged(release: &str, folders: &Sdks, specification: &Specification, differences: bool) {
    let mut documents = Vec::new();
    for (folder, of_folder) in folders {
        if folder.starts_with(release) && kitchen::dialect_of(folder).is_some() {
            documents.extend(of_folder.iter().cloned());
        }
    }
    let Some(merged) = MergedScore::of(specification, &Config::new().compile_texts(documents)) else { return };
    println!("{release}, merged: {merged}");
    if differences {
        for wrong in &merged.wrong {
            println!("    {wrong}");
        }
    }
}
