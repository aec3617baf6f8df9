//! Compares what the documents of one API say in several dialects.
//!
//! `cargo run --release -p lab --bin agree -- ../shared`

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use lab::agree::{self, Agreement, Sdk};
use lab::corpus::Corpora;

/// Compares what the documents of one API say in several dialects, field by field. Fails if a difference has no
/// explanation, or if less agrees than did.
#[derive(Parser)]
struct Arguments {
    /// The folder with `corpora`.
    folder: PathBuf,

    /// Prints every difference, and not only examples.
    #[arg(long)]
    differences: bool,
}

/// Documents of one API, two SDKs at a time, and how much agreed when this was written: models, fields, types,
/// presence and keys.
const PAIRS: &[(&str, &str, [usize; 5])] = &[
    ("kubernetes-client-python", "kubernetes-client-java", [768, 3186, 2953, 3183, 3125]),
    ("kubernetes-client-python", "kubernetes-client-c", [703, 2932, 2359, 2903, 2932]),
    ("kubernetes-client-java", "kubernetes-client-c", [703, 2932, 2491, 2903, 2875]),
    ("fireblocks-py-sdk", "fireblocks-java-sdk", [1183, 4372, 4012, 4368, 4324]),
    ("fireblocks-py-sdk", "fireblocks-ts-sdk", [1135, 4457, 4254, 4447, 4398]),
    ("fireblocks-java-sdk", "fireblocks-ts-sdk", [1131, 4173, 3725, 4169, 4156]),
];

fn main() -> io::Result<ExitCode> {
    let arguments = Arguments::parse();
    let corpora = Corpora::open(&arguments.folder)?;
    let mut passed = true;
    for (first, second, bars) in PAIRS {
        let sdk = |name: &str| corpora.documents(name).map(|documents| Sdk::new(name, documents));
        let found = agree::compare(&sdk(first)?, &sdk(second)?);
        println!("{first} and {second}:");
        print(&found, arguments.differences);
        let figures = [found.models, found.fields, found.types, found.presence, found.keys];
        passed &= found.unexplained.is_empty() && figures.iter().zip(bars).all(|(figure, bar)| figure >= bar);
    }
    println!("{}", if passed { "every difference is explained" } else { "unexplained differences, or less agrees" });
    Ok(if passed { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn print(found: &Agreement, all: bool) {
    let Agreement { models, fields, types, presence, keys, explained, unexplained } = found;
    println!(
        "  in common: {models} models, {fields} fields; same type {types}, same presence {presence}, same key {keys}"
    );
    for (explanation, cases) in explained {
        println!("  {} times {explanation}", cases.len());
        cases.iter().take(if all { cases.len() } else { 2 }).for_each(|it| println!("      {it}"));
    }
    println!("  {} unexplained", unexplained.len());
    for it in unexplained {
        println!("      {it}");
    }
}
