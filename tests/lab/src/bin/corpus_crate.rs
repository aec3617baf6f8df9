//! Writes a crate with the models of a corpus, to be checked, linted and documented.
//!
//! `cargo run --release -p lab --bin corpus_crate -- ../shared genesys-rust /tmp/genesys-rust`

use std::io;
use std::path::PathBuf;

use clap::Parser;
use lab::corpus::{self, Corpora};

/// Writes a crate with the models of a corpus, to be checked, linted and documented.
#[derive(Parser)]
struct Arguments {
    /// The folder with `corpora`.
    folder: PathBuf,

    /// The name of an archive, without `.tar.gz`.
    name: String,

    /// Where to write the crate.
    out: PathBuf,

    /// Takes one slice of so many; a slice has a share of the models and all that these reach.
    #[arg(long, value_names = ["SLICE", "OF"], num_args = 2)]
    slice: Option<Vec<usize>>,
}

fn main() -> io::Result<()> {
    let arguments = Arguments::parse();
    let corpora = Corpora::open(&arguments.folder)?;
    let documents = corpora.documents(&arguments.name)?;
    let documents = match arguments.slice.as_deref() {
        Some([slice, of]) => {
            let share = |idx: usize| idx % of == *slice;
            corpus::closure(documents, share)
        }
        _ => documents,
    };
    let contents = corpus::write_crate(documents, &arguments.out)?;
    println!("{}: {} models", arguments.out.display(), contents.models);
    contents.errors.iter().for_each(|it| println!("left out: {it}"));
    Ok(())
}
