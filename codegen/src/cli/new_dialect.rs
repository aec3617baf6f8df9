//! `codegen new-dialect`: the files of a dialect in the source of this project.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use super::output::Output;
use super::{End, Failure};
use draft::Draft;
use facts::{Document, Facts};

mod draft;
mod facts;
mod list;

/// Adds a dialect to the source of this project, from pages that are in it.
///
/// Writes the dialect with what the pages show: the columns of the property table, the heading above it, and the known
/// dialect that reads the cells best. Adds it to the lists, and makes a case and a page of the guide from the first pages.
#[derive(Args, Debug)]
#[command(after_help = EXAMPLES)]
pub(super) struct Arguments {
    /// The name of the dialect in kebab-case.
    name: String,

    /// Pages in the dialect, or folders of them; without any, an example that is to be replaced.
    #[arg(long, value_name = "PATH", num_args = 1..)]
    from: Vec<PathBuf>,

    /// The folder of this project.
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
}

const EXAMPLES: &str = "\
Examples:
  codegen new-dialect wiki --from ../wiki/export
  SNAPSHOTS=overwrite cargo test -p tests -- documents:: dialects:: settings::
  git diff                               What the new dialect makes of the pages";

/// The documentation of dialects, their list, and that of the pages of the guide.
const LIST: &str = "codegen/src/dialect.rs";
const PAGES: &str = "codegen/src/guide.rs";

pub(super) fn run(arguments: &Arguments, output: &mut Output) -> Result<End, Failure> {
    let Arguments { name, from, root } = arguments;
    check_name(name)?;
    let list = text_of(&root.join(LIST)).map_err(|_| {
        let shown = root.display();
        Failure::Message(format!(
            "`{shown}` is not the source of this project: it has no {LIST}; give it with `--root`"
        ))
    })?;
    let documents = if from.is_empty() { vec![Document::example()] } else { facts::documents(from)? };
    let facts = Facts::of(&documents)
        .ok_or_else(|| Failure::Message("no page has a table with a column for names and one for types".to_owned()))?;
    let draft = Draft::new(name, facts, &documents);
    let module = name.replace('-', "_");
    let files = [
        (format!("codegen/src/dialect/{module}.rs"), draft.source()),
        (format!("tests/guide/{name}.md"), draft.guide(&documents)),
    ];
    let cases = documents
        .iter()
        .take(CASES)
        .map(|document| (format!("tests/cases/{name}/first/{}", document.file_name()), document.text.clone()));
    let files: Vec<(String, String)> = files.into_iter().chain(cases).collect();
    if let Some((taken, _)) = files.iter().find(|(file, _)| root.join(file).exists()) {
        return Err(Failure::Message(format!("`{taken}` exists and is not overwritten")));
    }
    let pages = text_of(&root.join(PAGES))?;
    let changed = [
        (LIST, list::with_dialect(&list, &module)),
        (PAGES, list::with_line(&pages, "    ", &format!("    {module}: \"{name}\","))),
    ];
    for (file, text) in &files {
        write(&root.join(file), text)?;
        writeln!(output.out, "created {file}")?;
    }
    for (file, text) in changed {
        write(&root.join(file), &text)?;
        writeln!(output.out, "changed {file}")?;
    }
    writeln!(output.out, "\n{}", draft.summary(documents.len()))?;
    writeln!(output.out, "{NEXT}")?;
    Ok(End::Clean)
}

/// As many pages become a case.
const CASES: usize = 5;

const NEXT: &str = "
Next:
  1. State in the dialect's `evidence` what only its pages have, and in `about` who writes them.
  2. Replace what is not yours in the case and in the page of the guide: names, descriptions.
  3. SNAPSHOTS=overwrite cargo test -p tests -- documents:: dialects:: settings::
  4. Read the difference, and add the page to the list in tests/guide/README.md.";

fn check_name(name: &str) -> Result<(), Failure> {
    let is_usual = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    let starts_well = name.starts_with(|letter: char| letter.is_ascii_lowercase());
    if !starts_well || !name.chars().all(is_usual) || name.ends_with('-') || name.contains("--") {
        return Err(Failure::Message(format!("`{name}` is not a name in kebab-case, such as `acme-go`")));
    }
    if crate::dialect::by_name(name).is_some() || RESERVED.contains(&name) {
        return Err(Failure::Message(format!("`{name}` is taken")));
    }
    Ok(())
}

/// The other modules beside those of dialects.
const RESERVED: [&str; 5] = ["answers", "base", "words", "apimatic", "speakeasy"];

fn text_of(path: &Path) -> Result<String, Failure> {
    fs::read_to_string(path).map_err(|error| Failure::Message(format!("cannot read `{}`: {error}", path.display())))
}

fn write(path: &Path, text: &str) -> Result<(), Failure> {
    let written = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| fs::write(path, text));
    written.map_err(|error| Failure::Message(format!("cannot write `{}`: {error}", path.display())))
}
