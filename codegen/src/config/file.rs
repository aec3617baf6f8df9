//! The options in a file.

use std::io;
use std::path::Path;
#[cfg(feature = "cli")]
use std::path::PathBuf;

use super::Config;
use super::loaded::folder_of;
use crate::diag::{Diagnostic, codes};
use crate::source::{Limits, Origin, Source, read_up_to};

mod dialects;
mod keys;
mod reader;
mod schema;
mod shape;
mod words;

/// The name that the tool looks for.
#[cfg(feature = "cli")]
pub(crate) const NAME: &str = "codegen.toml";

/// The options in a text, whose paths are relative to the folder of this process.
#[cfg(feature = "internals")]
pub fn options(text: &str) -> Config {
    let mut config = Config::new();
    config.take(&Source::file("codegen.toml".to_owned(), text.to_owned()));
    config
}

impl Config {
    /// Reads the options from a file, usually `codegen.toml`. The file has a key for each method of `Config`, and the tool
    /// reads the same file, so that a build script and the tool agree. Paths in the file are relative to its folder. Further
    /// calls add to what the file has.
    ///
    /// Mistakes in the file are reported by the run, in the way of mistakes in documents and with them. Documents are read
    /// without an option that has a mistake, and nothing is generated. In a build script, cargo watches the file.
    ///
    /// ```no_run
    /// codegen::Config::from_file("codegen.toml").build();
    /// ```
    ///
    /// ```toml
    /// specs = ["specs", "../vendor-sdk/docs"]
    /// only = ["Conversation", "*Notification"]
    /// strict = ["*Request", "User.version"]
    /// dates = "chrono"
    ///
    /// [key_case]
    /// "specs/shop" = "snake"
    ///
    /// [level]
    /// note-twice = "allow"
    ///
    /// [replace]
    /// uuid = "uuid::Uuid"
    /// ```
    ///
    /// The method `dialect_of_all` is `dialect = "…"`, and the method `known_dialect` is a table `[known_dialect.<name>]`,
    /// which describes a dialect by what differs from a known one.
    pub fn from_file(path: impl AsRef<Path>) -> Self {
        let path = path.as_ref();
        let mut config = Self::new();
        config.loaded.base = folder_of(path);
        config.loaded.files.push(path.to_owned());
        let label = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        match text_of(path, &label) {
            Ok(text) => {
                config.loaded.is_reading = true;
                config.take(&Source::file(label, text));
                config.loaded.is_reading = false;
            }
            Err(mistake) => {
                config.loaded.is_broken = true;
                config.loaded.mistakes.push(*mistake);
            }
        }
        config
    }

    /// The JSON Schema of the file, with which editors complete it.
    pub fn schema_of_file() -> String {
        format!("{:#}\n", schema::schema())
    }

    /// The options that a file can have, and what they are.
    #[cfg(feature = "cli")]
    pub(crate) fn options_of_file() -> impl Iterator<Item = (&'static str, &'static str)> {
        keys::ALL.iter().map(|key| (key.name, key.about))
    }

    /// Adds an option in the form that it has in a file, unless there is a mistake in it. Relative paths are those of this
    /// process.
    #[cfg(feature = "cli")]
    pub(crate) fn set(mut self, label: &str, text: &str) -> Result<Self, String> {
        let mistakes = reader::read(&Source::file(label.to_owned(), text.to_owned()), &mut self);
        mistakes.first().map_or(Ok(self), |mistake| Err(mistake.text()))
    }

    /// The same options for other documents, if there are any. Those of modules are left out, too.
    #[cfg(feature = "cli")]
    pub(crate) fn only_documents<P: Into<PathBuf> + Clone>(mut self, documents: &[P]) -> Self {
        if documents.is_empty() {
            return self;
        }
        self.loaded.is_partial |= !self.specs.is_empty() || !self.modules.is_empty();
        self.specs.clear();
        self.modules.clear();
        documents.iter().cloned().fold(self, Self::specs)
    }

    /// Whether there are documents to read, or a mistake because of which there are none.
    #[cfg(feature = "cli")]
    pub(crate) fn has_documents(&self) -> bool {
        !self.specs.is_empty() || !self.modules.is_empty() || !self.loaded.mistakes.is_empty()
    }

    /// The configured folder for the output.
    #[cfg(feature = "cli")]
    pub(crate) fn output_folder(&self) -> Option<&Path> {
        self.out_dir.as_deref()
    }

    /// Shows all paths as they are given, and so absolute ones as absolute.
    #[cfg(feature = "cli")]
    pub(crate) fn showing_given_paths(mut self) -> Self {
        self.loaded.shows_absolute = true;
        for (_, module) in &mut self.modules {
            module.loaded.shows_absolute = true;
        }
        self
    }

    /// Takes the options in a text.
    fn take(&mut self, source: &Source) {
        let mistakes = reader::read(source, self);
        self.loaded.mistakes.extend(mistakes);
    }
}

/// The text of a file, or why there is none.
fn text_of(path: &Path, label: &str) -> Result<String, Box<Diagnostic>> {
    let longest = Limits::default().document_bytes;
    let bytes = read_up_to(path, longest).and_then(|bytes| bytes.ok_or_else(|| too_long(longest)));
    let bytes = bytes.map_err(|error| {
        let message = format!("cannot read the configuration: {error}");
        Box::new(Diagnostic::new(&codes::UNREADABLE, Origin::start_of(label), message))
    })?;
    String::from_utf8(bytes).map_err(|error| {
        let valid = error.utf8_error().valid_up_to();
        let readable = String::from_utf8_lossy(error.as_bytes().get(..valid).unwrap_or_default()).into_owned();
        let origin = Source::file(label.to_owned(), readable).origin(valid);
        Box::new(Diagnostic::new(&codes::NOT_UTF8, origin, "the configuration is not UTF-8 from here on"))
    })
}

fn too_long(longest: u64) -> io::Error {
    io::Error::other(format!("it has more than {longest} bytes"))
}
