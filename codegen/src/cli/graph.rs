//! `codegen graph`: which models refer to which.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use super::documents::{NO_DOCUMENTS, Options, exist};
use super::mistakes;
use super::output::Output;
use super::problems::Problems;
use super::references::References;
use super::{End, Failure};
use roots::find;
use selection::Selection;

mod dot;
mod edges;
mod mermaid;
mod roots;
mod selection;
mod text;

/// Shows which models refer to which: a tree for terminals, or a graph for Mermaid or Graphviz.
///
/// An argument that is the path of a document or folder selects the documents; every other argument is a model to start
/// from. Without one, all models are shown.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  codegen graph Order                              a tree, with the documents of codegen.toml
  codegen graph Order specs --direction used-by    what refers to `Order`, directly or not
  codegen graph Order specs --depth 2 --format mermaid >> README.md
  codegen graph specs --format dot | dot -Tsvg > models.svg

In a tree, `(*)` is a model whose references are shown above, `(cycle)` leads back to a model on the way to it, \
`(boxed)` is in a `Box` in Rust, `(undocumented)` has no document, and `…` has references below the depth.

In Mermaid and DOT, `[]` is a list and `{}` a map; an edge on a cycle is red, and one to a boxed value is dashed. Unions \
are hexagons, allowed values are rounded, and models without a document are dashed.

The exit code is 1 if a document has an error; what could be read is shown nevertheless.")]
pub(super) struct Arguments {
    /// The models to start from, and documents or folders of documents instead of those in the configuration.
    #[arg(value_name = "MODEL|PATH")]
    targets: Vec<PathBuf>,

    /// Starts from this model, which may have the name of a folder. Can be repeated.
    #[arg(long = "root", value_name = "MODEL")]
    roots: Vec<String>,

    /// How the graph is printed.
    #[arg(long, value_enum, default_value_t, value_name = "FORMAT")]
    format: Format,

    /// Goes at most this many references far.
    #[arg(long, value_name = "NUMBER")]
    depth: Option<usize>,

    /// Which references to follow.
    #[arg(long, value_enum, default_value_t, value_name = "DIRECTION")]
    direction: Direction,

    #[command(flatten)]
    options: Options,
}

/// How the graph is printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A tree for terminals.
    #[default]
    Text,
    /// A flowchart, for Markdown pages.
    Mermaid,
    /// A graph for Graphviz.
    Dot,
}

/// Which references are followed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Direction {
    /// From a model to those that it refers to.
    #[default]
    Uses,
    /// From a model to those that refer to it.
    UsedBy,
}

pub(super) fn run(arguments: &Arguments, output: &mut Output) -> Result<End, Failure> {
    let (names, paths) = arguments.names_and_paths();
    exist(&paths)?;
    let plans = arguments.options.config_or(&paths, &no_documents(&names))?.plan();
    let references = References::new(&plans);
    let end = mistakes::report(&Problems::new(&plans), output)?;
    if references.nodes.is_empty() {
        return Err(mistakes::no_model());
    }
    let roots = names.iter().map(|name| find(&references, name)).collect::<Result<Vec<usize>, Failure>>()?;
    let selection = Selection::new(&references, roots, arguments.direction, arguments.depth);
    match arguments.format {
        Format::Text => text::write(&selection, output.out_view.is_colored, &mut output.out)?,
        Format::Mermaid => mermaid::write(&selection, output)?,
        Format::Dot => dot::write(&selection, &mut output.out)?,
    }
    Ok(end)
}

impl Arguments {
    /// The models to start from, and the paths of documents.
    fn names_and_paths(&self) -> (Vec<String>, Vec<PathBuf>) {
        let (paths, names): (Vec<&PathBuf>, Vec<&PathBuf>) = self.targets.iter().partition(|target| is_path(target));
        let names = names.into_iter().map(|name| name.to_string_lossy().into_owned());
        (names.chain(self.roots.iter().cloned()).collect(), paths.into_iter().cloned().collect())
    }
}

/// What to do where no documents are given. What is no path was taken for the name of a model.
fn no_documents(names: &[String]) -> String {
    match names.first() {
        Some(name) => format!("{NO_DOCUMENTS}; `{name}` is not a path, and so the name of a model"),
        None => NO_DOCUMENTS.to_owned(),
    }
}

/// Whether an argument is meant to be a path, although nothing may be there.
fn is_path(argument: &Path) -> bool {
    let text = argument.to_string_lossy();
    text.starts_with('.') || text.contains(['/', '\\']) || text.ends_with(".md") || argument.exists()
}
