//! Prints figures of the source of `codegen`.
//!
//! `cargo run -p lab --bin house`

use std::error::Error;
use std::path::PathBuf;

use clap::Parser;
use lab::house::House;
use tests::scratch::{files, repository};

/// Prints figures of the source of `codegen`: the lengths of functions and files, closures, the arrows and circles
/// between modules, and phrases that are not idiomatic.
#[derive(Parser)]
struct Arguments {
    /// The folder of the crate; this project's `codegen` if there is none.
    folder: Option<PathBuf>,
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Arguments::parse().folder.unwrap_or_else(|| repository().join("codegen"));
    println!("{}", House::new(&files(&folder)?)?);
    Ok(())
}
