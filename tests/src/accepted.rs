//! Crates of generated models, and accepted documents to generate them from.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{fs, io};

use codegen::{Config, Dates, Outcome, UnknownKeys};

use crate::mutation::{Random, Subject};
use crate::scratch::{Scratch, files, repository};

/// The dependencies of generated code, whatever its dates are.
pub const DEPENDENCIES: &str = "\n[dependencies]\n\
    chrono = { version = \"0.4\", default-features = false, features = [\"std\"] }\n\
    jiff = { version = \"0.2\", default-features = false, features = [\"std\"] }\n\
    serde = \"1\"\n\
    serde_json = \"1\"\n";

/// The crate for [`Dates::Time`], which needs a newer compiler than the others.
pub const TIME: &str = "time = { version = \"0.3\", features = [\"formatting\", \"parsing\"] }\n";

/// What kind of crate has the models.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A library that exports them.
    Library,
    /// A program that uses nothing of them.
    Program,
}

/// A package whose source includes generated models, a module for each outcome.
#[derive(Debug)]
pub struct Package<'s> {
    scratch: &'s Scratch,
    name: &'s str,
    kind: Kind,
    source: String,
    /// The module that has a support module with this text.
    support: BTreeMap<String, String>,
}

impl<'s> Package<'s> {
    /// A package without models, which denies these lints.
    pub fn new(scratch: &'s Scratch, name: &'s str, kind: Kind, lints: &str) -> Self {
        let source = format!("//! Generated models.\n#![deny({lints})]\n#![forbid(unsafe_code)]\n");
        Self { scratch, name, kind, source, support: BTreeMap::new() }
    }

    /// Adds the models of documents without errors.
    ///
    /// # Errors
    ///
    /// The disk refuses.
    pub fn add(&mut self, module: &str, outcome: &Outcome) -> io::Result<()> {
        for file in &outcome.files {
            let is_support = file.path == "models/support.rs";
            let text = if is_support { self.support(&file.text, module) } else { file.text.clone() };
            self.scratch.write(&format!("{}/src/{module}/{}", self.name, file.path), &text)?;
        }
        let visible = if self.kind == Kind::Library { "pub " } else { "" };
        let _ = writeln!(self.source, "/// The models of `{module}`.");
        let _ = writeln!(self.source, "{visible}mod {module} {{ include!(\"{module}/models.rs\"); }}");
        Ok(())
    }

    /// The support module. The compiler has to see each text only once.
    fn support(&mut self, text: &str, module: &str) -> String {
        if let Some(first) = self.support.get(text) {
            return format!("pub use crate::{first}::support::*;\n");
        }
        self.support.insert(text.to_owned(), module.to_owned());
        text.to_owned()
    }

    /// Writes the manifest, with these dependencies, and the source.
    ///
    /// # Errors
    ///
    /// The disk refuses.
    pub fn finish(self, edition: &str, dependencies: &str) -> io::Result<()> {
        let rest = if self.kind == Kind::Program { "fn main() {}\n" } else { "" };
        self.finish_with(edition, dependencies, rest)
    }

    /// Writes the manifest, with these dependencies, and the source, with this code after it.
    ///
    /// # Errors
    ///
    /// The disk refuses.
    pub fn finish_with(self, edition: &str, dependencies: &str, code: &str) -> io::Result<()> {
        let Self { scratch, name, kind, source, .. } = self;
        let manifest = format!("[package]\nname = \"{name}\"\nedition = \"{edition}\"\n{dependencies}");
        scratch.write(&format!("{name}/Cargo.toml"), &manifest)?;
        let file = if kind == Kind::Library { "lib.rs" } else { "main.rs" };
        scratch.write(&format!("{name}/src/{file}"), &(source + code))
    }
}

/// Documents of a case of `tests/cases`, as path and text.
pub type Documents = Vec<(String, String)>;

/// The documents of all cases.
///
/// # Errors
///
/// A case cannot be read.
pub fn cases() -> io::Result<Vec<Documents>> {
    let mut cases = Vec::new();
    for dialect in sorted(&repository().join("tests/cases"))? {
        let dialect = dialect.file_name().unwrap_or_default().to_string_lossy().into_owned();
        for mut documents in cases_of(&dialect)? {
            for (path, _) in &mut documents {
                path.insert_str(0, "specs/");
            }
            cases.push(documents);
        }
    }
    Ok(cases)
}

/// The documents of the cases of a dialect. Their paths start at the case.
///
/// # Errors
///
/// A case cannot be read.
pub fn cases_of(dialect: &str) -> io::Result<Vec<Documents>> {
    let mut cases = Vec::new();
    for case in sorted(&repository().join("tests/cases").join(dialect))? {
        let mut documents = Vec::new();
        for (path, (_, text)) in files(&case)? {
            if Path::new(&path).extension().is_some_and(|extension| extension == "md") {
                documents.push((path, text));
            }
        }
        cases.push(documents);
    }
    Ok(cases)
}

fn sorted(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let mut entries = Vec::new();
    for entry in fs::read_dir(folder)? {
        entries.push(entry?.path());
    }
    entries.sort();
    Ok(entries)
}

/// Types of dates.
pub const ALL_DATES: [Dates; 4] = [Dates::Jiff, Dates::Chrono, Dates::Text, Dates::Time];

/// Configurations that generate different code: these types of dates, and all ways to read.
pub fn config(number: usize, dates: &[Dates]) -> Config {
    let dates = dates[number % dates.len()];
    let unknown_keys = [UnknownKeys::Keep, UnknownKeys::Ignore, UnknownKeys::Deny][number / 4 % 3];
    let config = Config::new().dates(dates).unknown_keys("*", unknown_keys);
    if (number / 12).is_multiple_of(2) { config } else { config.strict("*") }
}

/// Damages documents in one place, and gives another name to one of the words. `None` if that changes nothing, or if
/// the documents have errors before.
pub fn damaged(documents: &Documents, names: &[String], random: &mut Random) -> Option<Documents> {
    let mutation = Subject::new(documents.clone(), None)?.mutate(random)?;
    let mut damaged = documents.clone();
    for (path, text) in &mut damaged {
        if *path == mutation.path {
            text.clone_from(&mutation.text);
        }
    }
    let words: Vec<&str> = mutation.text.split(|letter: char| !letter.is_alphanumeric()).collect();
    let word = words[random.below(words.len())].to_owned();
    let name = &names[random.below(names.len())];
    if word.len() > 1 && random.below(2) == 0 {
        // A model is called so in all documents.
        for (_, text) in &mut damaged {
            *text = text.replace(&word, name);
        }
    }
    Some(damaged)
}
