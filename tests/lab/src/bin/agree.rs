//! Compares the documents of one API in several dialects.
//!
//! `cargo run --release -p lab --bin agree -- ../shared`

use std::io;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Parser;
use lab::agree::{self, Agreement, Sdk};
use lab::corpus::Corpora;

/// Compares the documents of one API in several dialects, field by field. Fails if a difference has no explanation,
/// or if fewer models or fields agree than before.
#[derive(Parser)]
struct Arguments {
    /// The folder that contains `corpora`.
    folder: PathBuf,

    /// Prints all differences instead of examples.
    #[arg(long)]
    differences: bool,
}

/// Two SDKs of one API, and the minimum of what agrees.
struct Pair {
    first: &'static str,
    second: &'static str,
    /// Models, fields, types, presence and keys.
    bars: [usize; 5],
}

const fn pair(first: &'static str, second: &'static str, bars: [usize; 5]) -> Pair {
    Pair { first, second, bars }
}

const PAIRS: &[Pair] = &[
    pair("kubernetes-client-python", "kubernetes-client-java", [768, 3186, 2953, 3183, 3163]),
    pair("kubernetes-client-python", "kubernetes-client-c", [703, 2932, 2359, 2903, 2929]),
    pair("kubernetes-client-java", "kubernetes-client-c", [703, 2932, 2491, 2903, 2911]),
    pair("fireblocks-py-sdk", "fireblocks-java-sdk", [1183, 4372, 4012, 4368, 4324]),
    pair("fireblocks-py-sdk", "fireblocks-ts-sdk", [1135, 4457, 4254, 4447, 4398]),
    pair("fireblocks-java-sdk", "fireblocks-ts-sdk", [1131, 4173, 3725, 4169, 4156]),
];

fn main() -> io::Result<ExitCode> {
    let arguments = Arguments::parse();
    let corpora = Corpora::open(&arguments.folder)?;
    let mut passed = true;
    for Pair { first, second, bars } in PAIRS {
        let (first_sdk, second_sdk) =
            (Sdk::new(first, corpora.documents(first)?), Sdk::new(second, corpora.documents(second)?));
        let found = agree::compare(&first_sdk, &second_sdk);
        println!("{first} and {second}:");
        print(&found, arguments.differences);
        let figures = [found.models, found.fields, found.types, found.presence, found.keys];
        passed &= found.unexplained.is_empty() && figures.iter().zip(bars).all(|(figure, bar)| figure >= bar);
    }
    println!("{}", if passed { "every difference is explained" } else { "unexplained differences, or fewer agree" });
    Ok(if passed { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn print(found: &Agreement, all: bool) {
    let Agreement { models, fields, types, presence, keys, explained, unexplained } = found;
    println!(
        "  in common: {models} models, {fields} fields; same type {types}, same presence {presence}, same key {keys}"
    );
    for (explanation, cases) in explained {
        println!("  {} times {explanation}", cases.len());
        for case in cases.iter().take(if all { cases.len() } else { 2 }) {
            println!("      {case}");
        }
    }
    println!("  {} unexplained", unexplained.len());
    for difference in unexplained {
        println!("      {difference}");
    }
}
