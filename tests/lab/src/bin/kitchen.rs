//! Scores the reader against one model that every generator wrote.
//!
//! `cargo run --release -p lab --bin kitchen -- ../shared`

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use codegen::Config;
use lab::corpus::Corpora;
use lab::kitchen::{self, Score, Truth};

/// Scores the reader against one model that every generator wrote. Fails if a page is read in a wrong
/// dialect, or if a figure is less than all that the documents say.
#[derive(Parser)]
struct Arguments {
    /// The folder with `corpora`.
    folder: PathBuf,

    /// Only folders with this text in their path.
    #[arg(default_value = "")]
    only: String,

    /// Prints what is missing.
    #[arg(long)]
    differences: bool,
}

fn main() -> io::Result<ExitCode> {
    let arguments = Arguments::parse();
    let corpora = Corpora::open(&arguments.folder)?;
    let truth = Truth::read(&corpora.text("kitchen", "kitchen.yaml")?)?;
    let documents = corpora.documents("kitchen")?;
    let mut folders: BTreeMap<String, Vec<(String, String)>> = BTreeMap::new();
    for (path, text) in documents.iter().cloned() {
        let parts: Vec<&str> = path.split('/').collect();
        let folder = match parts.as_slice() {
            [_, version, generator, _, ..] => format!("{version}/{generator}"),
            [_, version, file] => format!("{version}/{}", file.trim_end_matches(".md")),
            _ => continue,
        };
        folders.entry(folder).or_default().push((path, text));
    }
    let together = kitchen::dialects(&Config::new().compile_texts(documents));
    let mut passed = true;
    for (folder, documents) in folders.iter().filter(|(folder, _)| folder.contains(&arguments.only)) {
        let outcome = Config::new().compile_texts(documents.iter().cloned());
        let alone = kitchen::dialects(&outcome);
        let mut found: BTreeSet<&str> = alone.values().map(String::as_str).collect();
        let in_company = documents.iter().filter_map(|(path, _)| together.get(path)).map(String::as_str);
        found.extend(in_company);
        // Some generators write documents of calls only.
        if documents.iter().all(|(path, _)| path.ends_with("/README.md")) {
            continue;
        }
        let wanted = kitchen::dialect_of(folder);
        let names: Vec<&str> = found.iter().copied().collect();
        let right = wanted.map_or(found.is_empty(), |it| found.len() == 1 && found.contains(it));
        print!("{folder}: {} {}", names.join(" "), if right { "" } else { "(WRONG)" });
        if let Some(score) = Score::of(&truth, &outcome, documents) {
            println!(", {score}");
            passed &= right && score.is_full();
            let missing = score.missing.iter().filter(|_| arguments.differences);
            missing.for_each(|it| println!("    {it}"));
        } else {
            println!(", no model");
            passed &= wanted.is_none();
        }
        if arguments.differences {
            let said = outcome.diagnostics.iter().filter(|it| !kitchen::is_expected(it));
            said.for_each(|it| println!("    {it}"));
        }
    }
    let of_version = |version: &str| {
        let own =
            folders.iter().filter(|(folder, _)| folder.starts_with(version) && kitchen::dialect_of(folder).is_some());
        Config::new().compile_texts(own.flat_map(|(_, documents)| documents.iter().cloned()))
    };
    for version in ["4.3.1", "6.6.0", "7.26.0"].iter().filter(|it| it.contains(&arguments.only)) {
        let Some(merged) = kitchen::Merged::of(&truth, &of_version(version)) else { continue };
        println!("{version}, merged: {merged}");
        merged.wrong.iter().filter(|_| arguments.differences).for_each(|it| println!("    {it}"));
    }
    println!("{}", if passed { "every figure is full" } else { "a figure is not full" });
    Ok(if passed { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
