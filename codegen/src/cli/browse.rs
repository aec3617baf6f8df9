//! `codegen browse`: all models as one HTML page.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use clap::Args;

use super::check::summary::Summary;
use super::documents::Documents;
use super::output::Output;
use super::problems::Problems;
use super::references::References;
use super::{End, Failure, mistakes};
use crate::diag::counted;
use crate::source::has_extension;

mod data;
mod facts;
mod intern;
mod page;

/// Writes a page to browse the models: search, fields, references in both directions, and graphs.
///
/// The page is one HTML file, which needs neither a server nor a network. It shows for each model and field its type, its
/// allowed values and limits, what became of it in Rust, the line of the document that it is from, and what was corrected
/// or assumed.
#[derive(Args, Debug)]
#[command(after_help = "\
Examples:
  codegen browse --out models.html --open
  codegen browse vendor/docs --out target/models.html
  codegen browse specs --out site/index.html --source 'https://github.com/me/api/blob/main/{path}#L{line}'

The address of a model is its name after a `#`, and that of a field has its key, too: models.html#Order/lines

The exit code is 1 if a document has an error; the page shows what could be read, and the errors.")]
pub(super) struct Arguments {
    #[command(flatten)]
    documents: Documents,

    /// Writes the page to this file; `-` is standard output.
    #[arg(long, value_name = "FILE.html")]
    out: PathBuf,

    /// Opens the page in the browser that `BROWSER` names, or in that of the system.
    #[arg(long)]
    open: bool,

    /// The title of the page.
    #[arg(long, value_name = "TEXT", default_value = "Models")]
    title: String,

    /// The address of the documents, with `{path}` and `{line}`, so that places become links.
    #[arg(long, value_name = "URL")]
    source: Option<String>,
}

pub(super) fn run(arguments: &Arguments, output: &mut Output) -> Result<End, Failure> {
    arguments.check()?;
    let plans = arguments.documents.config()?.plan();
    let problems = Problems::new(&plans);
    let end = mistakes::report(&problems, output)?;
    let references = References::new(&plans);
    if references.nodes.is_empty() {
        return Err(mistakes::no_model());
    }
    let data = data::of(&plans, &references, &problems, &arguments.head());
    if arguments.is_stdout() {
        page::write(&data, &mut output.out)?;
        return Ok(end);
    }
    let mut text = Vec::new();
    page::write(&data, &mut text)?;
    save(&arguments.out, &text)?;
    let Summary { models, fields, .. } = Summary::of(&problems);
    let (models, fields) = (counted(models, "model"), counted(fields, "field"));
    output.say(format_args!("{}: {models} with {fields}", arguments.out.display()))?;
    if arguments.open {
        open(&arguments.out)?;
    }
    Ok(end)
}

impl Arguments {
    /// Refuses arguments that are probably mistakes: a document given as the output would be lost.
    fn check(&self) -> Result<(), Failure> {
        let name = self.out.to_string_lossy();
        let message = if self.is_stdout() && self.open {
            "`--open` needs a file: give its name with `--out`".to_owned()
        } else if !self.is_stdout() && !has_extension(&name, &["html", "htm"]) {
            format!("the page is HTML, so its name ends with `.html`: `{name}`")
        } else if self.source.as_ref().is_some_and(|url| !url.contains("{path}")) {
            "the address of the documents needs `{path}`, such as `https://example.com/{path}#L{line}`".to_owned()
        } else {
            return Ok(());
        };
        Err(Failure::Message(message))
    }

    fn is_stdout(&self) -> bool {
        self.out == Path::new("-")
    }

    fn head(&self) -> data::Head<'_> {
        data::Head { title: &self.title, source: self.source.as_deref() }
    }
}

fn save(path: &Path, text: &[u8]) -> Result<(), Failure> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let made = folder.map_or(Ok(()), fs::create_dir_all);
    let written = made.and_then(|()| fs::File::create(path)).and_then(|mut file| file.write_all(text));
    written.map_err(|error| Failure::Message(format!("cannot write {}: {error}", path.display())))
}

/// Opens a file in a browser, and does not wait for it.
fn open(path: &Path) -> Result<(), Failure> {
    let system = match env::consts::OS {
        "macos" => "open",
        "windows" => "explorer",
        _ => "xdg-open",
    };
    let chosen = env::var_os("BROWSER").filter(|browser| !browser.is_empty());
    let program = chosen.unwrap_or_else(|| OsString::from(system));
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let mut command = Command::new(&program);
    command.arg(path).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let message = |error| Failure::Message(format!("cannot open a browser, {}: {error}", program.to_string_lossy()));
    command.spawn().map(drop).map_err(message)
}
