//! Compiles generated code with the oldest compiler that it supports, Rust 1.85.
//!
//! `cargo run --release -p lab --bin oldest -- ~/.rustup/toolchains/1.85-x86_64-unknown-linux-gnu/bin`

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{fs, io};

use clap::Parser;
use codegen::{Config, Outcome};
use tests::accepted::{self, ALL_DATES, DEPENDENCIES, Kind, Package};
use tests::hostile;
use tests::scratch::{self, Scratch};

/// Compiles generated code with an old compiler: the models of `specs/`, all cases, and the names of Rust in each role.
/// Warnings are denied. The types of the crate `time` are left out, because that crate needs a newer compiler itself.
#[derive(Parser)]
struct Arguments {
    /// The folder with `cargo` and `rustc`.
    toolchain: PathBuf,
}

fn main() -> io::Result<()> {
    let arguments = Arguments::parse();
    let version = version(&arguments.toolchain)?;
    let scratch = Scratch::new("oldest")?;
    let mut package = Package::new(&scratch, "oldest-models", Kind::Library, "warnings, missing_docs");
    let outcomes = outcomes()?;
    for (number, outcome) in outcomes.iter().enumerate() {
        package.add(&format!("models_{number}"), outcome)?;
    }
    package.finish("2024", &format!("{DEPENDENCIES}\n[workspace]\n"))?;
    check(&arguments.toolchain, &scratch::folder("oldest").join("oldest-models"))?;
    let models: usize = outcomes.iter().map(|outcome| outcome.schema.models.len()).sum();
    println!("{models} models of {} sets of documents compile with {version}", outcomes.len());
    Ok(())
}

/// Documents without errors, under all options.
fn outcomes() -> io::Result<Vec<Outcome>> {
    let dates = &ALL_DATES[..3];
    let mut outcomes = vec![Config::new().specs(scratch::repository().join("specs")).compile()];
    for (number, documents) in accepted::cases()?.into_iter().enumerate() {
        outcomes.push(accepted::config(number, dates).compile_texts(documents));
    }
    let names = hostile::names()?;
    for turn in 0..hostile::TURNS {
        outcomes.push(hostile::config(turn, dates).compile_texts(hostile::documents(&names, turn)));
    }
    outcomes.retain(|outcome| !outcome.has_errors());
    Ok(outcomes)
}

fn version(toolchain: &Path) -> io::Result<String> {
    let output = Command::new(toolchain.join("rustc")).arg("--version").output()?;
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs the old cargo, with the versions of dependencies of this project.
fn check(toolchain: &Path, package: &Path) -> io::Result<()> {
    fs::copy(scratch::repository().join("Cargo.lock"), package.join("Cargo.lock"))?;
    let mut cargo = Command::new(toolchain.join("cargo"));
    cargo.args(["check", "--quiet"]).current_dir(package).env("RUSTC", toolchain.join("rustc"));
    cargo.env("CARGO_TARGET_DIR", package.join("target")).env_remove("RUSTFLAGS");
    if cargo.status()?.success() { Ok(()) } else { Err(io::Error::other("generated code does not compile")) }
}
