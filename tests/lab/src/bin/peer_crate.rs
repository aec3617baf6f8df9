//! Writes models in the style of openapi-generator's Rust clients, or their documents.
//!
//! `cargo run --release -p lab --bin peer_crate -- specs /tmp/peer --only Conversation`

use std::io;
use std::path::PathBuf;

use clap::Parser;
use codegen::schema::ModelName;
use lab::corpus::Corpora;
use lab::cut::{self, Cut, Wanted};
use lab::peer;

/// Writes models in the style of openapi-generator's Rust clients, or their documents.
#[derive(Parser)]
struct Arguments {
    /// The folder with the documents, or with `--archive` the folder that contains `corpora`.
    folder: PathBuf,

    /// The folder to write to. If it is omitted, no files are written.
    out: Option<PathBuf>,

    /// Reads the documents of this archive, named without `.tar.gz`.
    #[arg(long)]
    archive: Option<String>,

    /// Selects this number of models: the first by name, each with the models that it refers to.
    #[arg(long, conflicts_with = "only")]
    models: Option<usize>,

    /// Selects this model and all models that it refers to.
    #[arg(long)]
    only: Option<String>,

    /// Writes the documents of the selected models instead of a crate.
    #[arg(long)]
    documents: bool,

    /// Prints the names of the selected models.
    #[arg(long)]
    list: bool,
}

fn main() -> io::Result<()> {
    let arguments = Arguments::parse();
    let documents = match &arguments.archive {
        Some(name) => Corpora::open(&arguments.folder)?.documents(name)?,
        None => cut::documents(&arguments.folder)?,
    };
    let wanted = match (arguments.models, arguments.only) {
        (Some(count), _) => Wanted::First(count),
        (None, Some(name)) => Wanted::Closure(ModelName(name)),
        (None, None) => Wanted::All,
    };
    let cut = Cut::new(documents, &wanted, None)?;
    if arguments.list {
        for name in cut.schema.models.keys() {
            println!("{name}");
        }
    }
    if let Some(out) = arguments.out {
        let files = if arguments.documents { cut.documents } else { peer::files(&cut.schema) };
        cut::write(&out, &files)?;
        println!("{}: {} models", out.display(), cut.schema.models.len());
    }
    Ok(())
}
