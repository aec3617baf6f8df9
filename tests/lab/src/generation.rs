//! What the generator is measured on, and its stages.

use std::io;
use std::path::{Path, PathBuf};
use std::{env, fs};

use clap::Args;
use codegen::internals::generate_watched;
use codegen::{Config, Outcome, Undocumented};
use tests::accepted::Documents;
use tests::synthetic::{Renaming, Synthetic};

use crate::corpus::Corpora;
use crate::cut;

/// Documents to measure on: synthetic ones, unless there is a folder with real ones.
#[derive(Args, Debug)]
pub struct Source {
    /// The folder that contains `corpora`, for real documents.
    #[arg(long)]
    shared: Option<PathBuf>,

    /// The archive with the real documents. If more are asked for, its copies have other names.
    #[arg(long, default_value = "genesys-python")]
    archive: String,

    /// The dialect of all synthetic documents; all dialects by turns if there is none.
    #[arg(long)]
    dialect: Option<String>,

    /// Other synthetic documents for each number.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

impl Source {
    /// This number of documents.
    ///
    /// # Errors
    ///
    /// Returns an error if cases or the archive cannot be read.
    pub fn documents(&self, count: usize) -> io::Result<Documents> {
        if let Some(shared) = &self.shared {
            return Ok(copies(&Corpora::open(shared)?.documents(&self.archive)?, count));
        }
        let synthetic = Synthetic::new()?;
        Ok(match &self.dialect {
            Some(dialect) => synthetic.documents_in(dialect, count, self.seed),
            None => synthetic.documents(count, self.seed),
        })
    }

    /// Documents to take this number of models from: all real ones, or as many synthetic ones. Paths start at the folder
    /// of the documents.
    ///
    /// # Errors
    ///
    /// See [`Source::documents`].
    pub fn documents_for(&self, models: usize) -> io::Result<Documents> {
        if let Some(shared) = &self.shared {
            return Corpora::open(shared)?.documents(&self.archive);
        }
        let documents = self.documents(models)?.into_iter();
        Ok(documents.map(|(path, text)| (path.trim_start_matches("specs/").to_owned(), text)).collect())
    }

    /// What the documents are, for a title.
    pub fn about(&self) -> String {
        match (&self.shared, &self.dialect) {
            (Some(_), _) => format!("documents of {}", self.archive),
            (None, Some(dialect)) => format!("synthetic documents in {dialect}"),
            (None, None) => "synthetic documents in all dialects".to_owned(),
        }
    }
}

/// The first documents, followed by as many copies of all of them as are needed. Each copy has a folder of its own and
/// models with other names.
fn copies(documents: &Documents, count: usize) -> Documents {
    let names = Config::new().undocumented(Undocumented::Allow).compile_texts(documents.iter().cloned()).schema;
    let names: Vec<&str> = names.models.keys().map(|name| name.0.as_str()).collect();
    let mut copies = Documents::with_capacity(count);
    let mut number = 0;
    while copies.len() < count && !documents.is_empty() {
        let wanted = documents.iter().take(count - copies.len());
        if number == 0 {
            copies.extend(wanted.map(|(path, text)| (format!("specs/first/{path}"), text.clone())));
        } else {
            let renaming = Renaming::exact(names.iter().copied(), number);
            let renamed = |(path, text): &(String, String)| (renaming.path(path), renaming.text(text));
            copies.extend(wanted.map(renamed).map(|(path, text)| (format!("specs/copy{number}/{path}"), text)));
        }
        number += 1;
    }
    copies
}

/// Documents in a folder, and another folder for what becomes of them.
#[derive(Debug)]
pub struct Workload {
    folder: PathBuf,
}

impl Workload {
    /// Writes documents, whose paths start with `specs/`, to a folder in which nothing else is.
    ///
    /// # Errors
    ///
    /// Returns an error if a file cannot be written.
    pub fn new(folder: &Path, documents: &Documents) -> io::Result<Self> {
        remove(folder)?;
        cut::write(folder, documents)?;
        Ok(Self { folder: folder.to_owned() })
    }

    /// The documents that are in a folder since [`Workload::new`].
    pub fn at(folder: &Path) -> Self {
        Self { folder: folder.to_owned() }
    }

    /// Generates the code with nothing there from an earlier run. Calls `ended` after each stage.
    ///
    /// # Errors
    ///
    /// Returns an error if a file cannot be written, or if a document has an error.
    pub fn run(&self, ended: &mut dyn FnMut(&'static str)) -> io::Result<Outcome> {
        let outcome = generate_watched(&self.config(), &self.folder.join("out"), ended)?;
        match outcome.diagnostics.iter().find(|found| found.level == codegen::Level::Error) {
            Some(error) => Err(io::Error::other(error.to_string())),
            None => Ok(outcome),
        }
    }

    /// Removes what the last run generated.
    ///
    /// # Errors
    ///
    /// Returns an error if a file cannot be removed.
    pub fn clean(&self) -> io::Result<()> {
        remove(&self.folder.join("out"))
    }

    fn config(&self) -> Config {
        // The first documents of a corpus refer to others.
        Config::new().specs(self.folder.join("specs")).undocumented(Undocumented::Allow)
    }
}

fn remove(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// A folder of this name for documents.
pub fn folder(name: &str) -> PathBuf {
    env::temp_dir().join("generation").join(name)
}

/// The median of numbers; 0 if there are none.
pub fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let at = |idx: usize| values.get(idx).copied().unwrap_or_default();
    f64::midpoint(at(values.len() / 2), at(values.len().saturating_sub(1) / 2))
}
