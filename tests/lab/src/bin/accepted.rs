//! Compiles what is generated from damaged documents that are accepted nevertheless.
//!
//! `cargo run --release -p lab --bin accepted -- --count 5000`

use std::collections::BTreeSet;
use std::io;

use clap::Parser;
use tests::accepted::{self, ALL_DATES, DEPENDENCIES, Kind, Package, TIME};
use tests::hostile;
use tests::mutation::Random;
use tests::scratch::Scratch;

/// Damages the documents of all cases, gives some words the names of Rust, and compiles the models of those that are
/// accepted, with warnings and missing documentation denied, under all types of dates and ways to read. The first crate
/// is also documented, and its documentation tests run; there should be none.
#[derive(Parser)]
struct Arguments {
    /// The number of accepted sets of documents.
    #[arg(long, default_value_t = 2_000)]
    count: usize,

    /// How many of them are in one crate.
    #[arg(long, default_value_t = 250)]
    batch: usize,

    /// The seed of the random numbers.
    #[arg(long, default_value_t = 14)]
    seed: u64,
}

fn main() -> io::Result<()> {
    let arguments = Arguments::parse();
    let scratch = Scratch::new("accepted")?;
    let (cases, names) = (accepted::cases()?, hostile::names()?);
    let mut random = Random::new(arguments.seed);
    let (mut tried, mut accepted, mut models) = (0, 0, 0);
    while accepted < arguments.count {
        let mut package = Package::new(&scratch, "accepted-models", Kind::Library, "warnings, missing_docs");
        let end = arguments.count.min(accepted + arguments.batch);
        let is_first = accepted == 0;
        while accepted < end {
            let case = &cases[random.below(cases.len())];
            let Some(documents) = accepted::damaged(case, &names, &mut random) else { continue };
            tried += 1;
            let outcome = accepted::config(accepted, &ALL_DATES).compile_texts(documents);
            if !outcome.has_errors() {
                package.add(&format!("damaged_{accepted}"), &outcome)?;
                models += outcome.schema.models.len();
                accepted += 1;
            }
        }
        package.finish("2024", &format!("{DEPENDENCIES}{TIME}"))?;
        scratch.write("Cargo.toml", "[workspace]\nresolver = \"3\"\nmembers = [\"accepted-models\"]\n")?;
        let commands: &[&[&str]] =
            if is_first { &[&["check"], &["doc", "--no-deps"], &["test", "--doc"]] } else { &[&["check"]] };
        for command in commands {
            run(&scratch, command)?;
        }
        println!("{accepted} of {tried} sets of damaged documents are accepted, and their {models} models compile");
    }
    Ok(())
}

/// Runs a command of cargo, and prints each kind of error once.
fn run(scratch: &Scratch, command: &[&str]) -> io::Result<()> {
    let build = scratch.run(command[0], &command[1..])?;
    if build.passed {
        return Ok(());
    }
    let text = build.to_string();
    let errors: BTreeSet<&str> = text.lines().filter(|line| line.starts_with("error")).collect();
    Err(io::Error::other(format!("cargo {}: {errors:#?}", command.join(" "))))
}
