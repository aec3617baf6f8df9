//! Writes models in the style of openapi-generator's Rust clients, or the documents that were chosen for it.
//!
//! `cargo run --release -p lab --bin peer_crate -- specs /tmp/peer --only Conversation`

use std::io;
use std::path::PathBuf;

use clap::Parser;
use codegen::schema::ModelName;
use lab::corpus::Corpora;
use lab::cut::{self, Cut, Wanted};
use lab::peer;

/// Writes models in the style of openapi-generator's Rust clients, or the documents that were chosen for it.
#[derive(Parser)]
struct Arguments {
    /// A folder of documents; with `--archive` the folder that has `corpora`.
    folder: PathBuf,

    /// Where to write; nothing is written without it.
    out: Option<PathBuf>,

    /// Takes the documents of an archive, named without `.tar.gz`.
    #[arg(long)]
    archive: Option<String>,

    /// Takes so many models: the first by name, each with what it reaches.
    #[arg(long, conflicts_with = "only")]
    models: Option<usize>,

    /// Takes a model and all that it reaches.
    #[arg(long)]
    only: Option<String>,

    /// Writes the documents of the chosen models instead of a crate.
    #[arg(long)]
    documents: bool,

    /// Prints the names of the chosen models.
    #[arg(long)]
    list: bool,
}

fn main() -> io::Result<()> {
    let arguments = Arguments::parse();
    let documents = match &arguments.archive {
        Some(name) => Corpora::at(&arguments.folder)
            .ok_or_else(|| io::Error::other("there are no corpora in this folder"))?
            .documents(name)?,
        None => cut::documents(&arguments.folder)?,
    };
    let wanted = match (arguments.models, arguments.only) {
        (Some(count), _) => Wanted::First(count),
        (None, Some(name)) => Wanted::Closure(ModelName(name)),
        (None, None) => Wanted::All,
    };
    let cut = Cut::new(documents, &wanted, None)?;
    if arguments.list {
        cut.schema.models.keys().for_each(|it| println!("{it}"));
    }
    if let Some(out) = arguments.out {
        let files = if arguments.documents { cut.documents } else { peer::files(&cut.schema) };
        cut::write(&out, &files)?;
        println!("{}: {} models", out.display(), cut.schema.models.len());
    }
    Ok(())
}
