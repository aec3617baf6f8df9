//! Writes a crate with the models of an archive, for checking, linting and documenting it.
//!
//! `cargo run --release -p lab --bin corpus_crate -- ../shared genesys-rust /tmp/genesys-rust`

use std::io;
use std::path::PathBuf;

use clap::Parser;
use lab::corpus::{self, Corpora};

/// Writes a crate with the models of an archive, for checking, linting and documenting it.
#[derive(Parser)]
struct Arguments {
    /// The folder that contains `corpora`.
    folder: PathBuf,

    /// The name of an archive, without `.tar.gz`.
    name: String,

    /// The folder to write the crate to.
    out: PathBuf,

    /// Selects one of several slices. A slice has a share of the models and all models that these refer to.
    #[arg(long, value_names = ["SLICE", "OF"], num_args = 2)]
    slice: Option<Vec<usize>>,
}

fn main() -> io::Result<()> {
    let arguments = Arguments::parse();
    let corpora = Corpora::open(&arguments.folder)?;
    let documents = corpora.documents(&arguments.name)?;
    let documents = match arguments.slice.as_deref() {
        Some([slice, of]) => corpus::closure(documents, |idx| idx % of == *slice),
        _ => documents,
    };
    let contents = corpus::write_crate(documents, &arguments.out)?;
    println!("{}: {} models", arguments.out.display(), contents.models);
    for error in &contents.errors {
        println!("left out: {error}");
    }
    Ok(())
}
