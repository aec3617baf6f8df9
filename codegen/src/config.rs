//! The options of a run.

use std::path::PathBuf;

use crate::build::learn::Envelope;
use crate::build::resolve::Undocumented;
use crate::diag::{Level, Levels};
use crate::dialect::{self, Dialect, KeyCase};
use crate::pattern::Pattern;
use crate::read::detect;
use crate::rust::options::{self, Dates};
use crate::source::{Given, Limits, PathPattern};
use loaded::Loaded;
#[cfg(feature = "cli")]
pub(crate) use loaded::relative;

#[cfg(feature = "file")]
pub(crate) mod file;
mod kept;
mod loaded;
mod output;
#[cfg(feature = "cli")]
mod planned;
mod run;
#[cfg(feature = "internals")]
pub(crate) mod watched;

#[cfg(feature = "cli")]
pub(crate) use loaded::Paths;
#[cfg(feature = "cli")]
pub(crate) use planned::{ModulePlan, Plans, Text};

/// The options of a run, and the ways to start one.
///
/// ```no_run
/// // build.rs
/// codegen::Config::new().specs("specs").build();
/// ```
#[derive(Clone, Debug)]
pub struct Config {
    specs: Vec<Given>,
    corrections: Vec<Given>,
    samples: Vec<Given>,
    ignored: Vec<PathPattern>,
    follows_links: bool,
    pub(crate) limits: Limits,
    pub(crate) levels: Levels,
    pub(crate) envelopes: Vec<Envelope>,
    pub(crate) detect: detect::Options,
    pub(crate) key_cases: Vec<(Pattern, KeyCase)>,
    pub(crate) same_api: Vec<Vec<Pattern>>,
    pub(crate) only: Vec<Pattern>,
    pub(crate) undocumented: Undocumented,
    pub(crate) rust: options::Options,
    /// The documents that get a module each, by the name of the module.
    modules: Vec<(Pattern, Self)>,
    out_dir: Option<PathBuf>,
    pub(crate) file: String,
    /// The levels of the rules of `codegen diff`, by their names. Only the tool knows the rules.
    #[cfg(feature = "file")]
    pub(crate) diff_levels: Vec<(String, String)>,
    /// What is known of the file that the options are from.
    pub(crate) loaded: Loaded,
}

impl Config {
    /// No documents, every known dialect, `jiff` for dates, output in `OUT_DIR/models.rs`.
    pub fn new() -> Self {
        Self {
            specs: Vec::new(),
            corrections: Vec::new(),
            samples: Vec::new(),
            ignored: Vec::new(),
            follows_links: false,
            limits: Limits::default(),
            levels: Levels::default(),
            envelopes: Vec::new(),
            detect: detect::Options { configured: Vec::new(), known: dialect::ALL.to_vec() },
            key_cases: Vec::new(),
            same_api: Vec::new(),
            only: Vec::new(),
            undocumented: Undocumented::default(),
            rust: options::Options::default(),
            modules: Vec::new(),
            out_dir: None,
            file: "models".to_owned(),
            #[cfg(feature = "file")]
            diff_levels: Vec::new(),
            loaded: Loaded::default(),
        }
    }

    /// Adds a document, or a folder whose `.md` files, at any depth, are all documents. In a build script,
    /// relative paths start at the package.
    ///
    /// ```no_run
    /// codegen::Config::new().specs("specs").specs("../vendor-sdk/docs").build();
    /// ```
    pub fn specs(mut self, path: impl Into<PathBuf>) -> Self {
        self.specs.push(self.loaded.place(path.into()));
        self
    }

    /// Adds a file of corrections. A `CORRECTIONS.md` within [`Config::specs`] is read without this.
    ///
    /// ```no_run
    /// codegen::Config::new().specs("../vendor-sdk/docs").corrections("corrections.md").build();
    /// ```
    pub fn corrections(mut self, path: impl Into<PathBuf>) -> Self {
        self.corrections.push(self.loaded.place(path.into()));
        self
    }

    /// Adds a sample, or a folder whose `.json` and `.har` files, at any depth, are all samples. A folder `samples`
    /// within [`Config::specs`] is read without this. A body has the name of its model, or is in a folder with that
    /// name: `User.json`, `User-2.json`, `User/from-the-app.json`. A `.har` file is recorded traffic; the pages of
    /// calls among the documents determine the types of its bodies.
    ///
    /// ```no_run
    /// codegen::Config::new().specs("../vendor-sdk/docs").samples("../recordings").build();
    /// ```
    pub fn samples(mut self, path: impl Into<PathBuf>) -> Self {
        self.samples.push(self.loaded.place(path.into()));
        self
    }

    /// Leaves out a document, sample or folder, with all that is in it. The path is below the one that was given to
    /// [`Config::specs`] or [`Config::samples`], or as diagnostics show it; `*` matches any text. Nothing is reported
    /// about what is left out, and models that only it describes have no document.
    ///
    /// ```no_run
    /// codegen::Config::new().specs("../vendor-sdk/docs").ignore("drafts").ignore("*/Legacy*.md").build();
    /// ```
    #[track_caller]
    pub fn ignore(mut self, path: impl Into<String>) -> Self {
        self.ignored.push(PathPattern::new(path));
        self
    }

    /// Follows links that lead out of the folders that were given to [`Config::specs`] and [`Config::samples`]. By
    /// default, they are errors, because folders come with links from wherever they were cloned. Build systems that put
    /// links to all files into the folder of an action need this.
    ///
    /// ```no_run
    /// codegen::Config::new().specs("specs").follow_links().build();
    /// ```
    pub fn follow_links(mut self) -> Self {
        self.follows_links = true;
        self
    }

    /// Sets how much is read.
    ///
    /// ```no_run
    /// let limits = codegen::Limits { document_bytes: 64 << 20, ..codegen::Limits::default() };
    /// codegen::Config::new().specs("specs").limits(limits).build();
    /// ```
    pub fn limits(mut self, limits: Limits) -> Self {
        self.limits = limits;
        self
    }

    /// Sets the level of a kind of mistake, by the code that a diagnostic has in brackets. See [`Config::level_in`].
    ///
    /// ```no_run
    /// use codegen::Level;
    /// codegen::Config::new().specs("specs").level("note-twice", Level::Allow).level("no-table", Level::Error).build();
    /// ```
    #[track_caller]
    pub fn level(self, code: impl Into<String>, level: Level) -> Self {
        self.level_in("", code, level)
    }

    /// Sets the level of a kind of mistake in the documents at a path, as in [`Config::ignore`]. Of several calls that
    /// apply, the last one counts.
    ///
    /// An error that becomes a warning, or is allowed, has the consequence that its explanation states: what cannot be
    /// read is left out, and a type that cannot be read holds any JSON.
    /// [`Outcome::explanations`](crate::Outcome::explanations) has the explanations.
    ///
    /// ```no_run
    /// use codegen::Level;
    /// codegen::Config::new().specs("specs").level_in("legacy", "short-row", Level::Warning).build();
    /// ```
    #[track_caller]
    pub fn level_in(mut self, path: impl Into<String>, code: impl Into<String>, level: Level) -> Self {
        self.levels.set(PathPattern::new(path), code.into(), level);
        self
    }

    /// Shows all mistakes. By default, of more than 20 of one kind, only the first are shown and the others are
    /// counted, and so are documents of one folder that all have the same one.
    ///
    /// ```
    /// let config = codegen::Config::new().show_all();
    /// ```
    pub fn show_all(mut self) -> Self {
        self.levels.show_all = true;
        self
    }

    /// Sets the keys that lead to the body within the samples of these models. A sample without these keys is a body
    /// itself. The last pattern that matches a model applies; `*` matches any text.
    ///
    /// ```no_run
    /// codegen::Config::new().specs("specs").envelope("*", "data").envelope("User", "data.items").build();
    /// ```
    #[track_caller]
    pub fn envelope(mut self, models: impl Into<String>, path: impl Into<String>) -> Self {
        self.envelopes.push(Envelope { models: Pattern::new(models), path: path.into() });
        self
    }

    /// Sets the dialect of a document or folder, which is detected otherwise. The path is the one that
    /// diagnostics show, such as `specs/chats`, or below the given one; the last path that matches a document applies.
    ///
    /// ```
    /// let dialect = codegen::dialect::by_name("openapi-rust").expect("a known dialect");
    /// let config = codegen::Config::new().specs("docs").dialect("docs/models", dialect);
    /// ```
    #[track_caller]
    pub fn dialect(mut self, path: impl Into<String>, dialect: &'static Dialect) -> Self {
        self.detect.configured.push(detect::Configured { path: PathPattern::new(path), dialect });
        self
    }

    /// Sets the dialect of every document.
    #[track_caller]
    pub fn dialect_of_all(self, dialect: &'static Dialect) -> Self {
        self.dialect("", dialect)
    }

    /// Adds a custom dialect to those that are detected.
    ///
    /// ```
    /// use codegen::dialect::{Column, Dialect, Evidence, Role, Sign, Weight};
    ///
    /// static OURS: Dialect = Dialect {
    ///     name: "ours",
    ///     about: "the tables in our wiki",
    ///     evidence: &[Evidence { sign: Sign::Text("Our wiki"), weight: Weight::For(1) }],
    ///     section: Some("Fields"),
    ///     columns: &[
    ///         Column { heading: "Field", role: Role::Name },
    ///         Column { heading: "Kind", role: Role::Type },
    ///         Column { heading: "About", role: Role::Description },
    ///         Column { heading: "Flags", role: Role::Notes },
    ///     ],
    ///     ..Dialect::BASE
    /// };
    /// let config = codegen::Config::new().known_dialect(&OURS);
    /// ```
    pub fn known_dialect(mut self, dialect: &'static Dialect) -> Self {
        self.detect.known.push(dialect);
        self
    }

    /// States that the documents in these folders are of SDKs of the same API, so that what they say about a model
    /// is merged. Folders in the layout `<specs>/<api>/<sdk>/…` are merged without this. Paths are those that
    /// diagnostics show.
    ///
    /// Of the documents of a model, the first one leads, in the order of this call or else of the folders' names:
    ///
    /// - Models are the same if their names are equal except for case and separators. So are fields, if one of
    ///   their keys is an assumption; otherwise their keys must be equal.
    /// - A fact that one document states counts, where the others cannot express it or only assume it.
    /// - Models, fields and allowed values that only one document has are kept.
    /// - Where two documents contradict each other, the more permissive fact counts: the wider type, `optional`. If
    ///   neither is more permissive, the leading document counts. The contradiction is reported, unless a
    ///   correction settles it.
    ///
    /// ```no_run
    /// let docs = codegen::Config::new().specs("vendor/python/docs").specs("vendor/java/docs");
    /// docs.same_api(["vendor/python/docs", "vendor/java/docs"]).build();
    /// ```
    #[track_caller]
    pub fn same_api<P: Into<String>>(mut self, folders: impl IntoIterator<Item = P>) -> Self {
        let mut patterns = Vec::new();
        for folder in folders {
            patterns.push(Pattern::new(folder));
        }
        self.same_api.push(patterns);
        self
    }

    /// Generates the models of other documents into a module of their own, beside the support module, which all share.
    /// This keeps several APIs apart: their models can have the same names. The other configuration has the documents,
    /// corrections and options of the module; its dates, folder and file are those of this configuration.
    ///
    /// ```no_run
    /// let docs = |api: &str| codegen::Config::new().specs(format!("vendor/{api}/docs"));
    /// codegen::Config::new().module("accounting", docs("accounting")).module("payroll", docs("payroll")).build();
    /// ```
    #[track_caller]
    pub fn module(mut self, name: impl Into<String>, config: Self) -> Self {
        self.modules.push((Pattern::new(name), config));
        self
    }

    /// Selects the types of dates and times.
    ///
    /// ```
    /// let config = codegen::Config::new().dates(codegen::Dates::Chrono);
    /// ```
    pub fn dates(mut self, dates: Dates) -> Self {
        self.rust.dates = dates;
        self
    }

    /// Sets the case of the JSON keys for the documents at a path, a file or a folder; the empty path matches all
    /// documents. Most SDKs spell names in the case of their language, so the case of the keys is found in what else
    /// the documents say. This option overrides that, and settles the warning that they do not show it. Single keys can
    /// still differ, if samples or the texts of the documents name them; [`KeyCase::AsSpelled`] takes all names as they
    /// are. The last path that matches a document applies.
    ///
    /// ```no_run
    /// use codegen::KeyCase;
    /// codegen::Config::new().specs("specs").key_case("specs/shop", KeyCase::Snake).build();
    /// ```
    #[track_caller]
    pub fn key_case(mut self, path: impl Into<String>, case: KeyCase) -> Self {
        self.key_cases.push((Pattern::new(path), case));
        self
    }

    /// Sets what happens if a type names a model without a document.
    ///
    /// ```
    /// let config = codegen::Config::new().undocumented(codegen::Undocumented::Forbid);
    /// ```
    pub fn undocumented(mut self, undocumented: Undocumented) -> Self {
        self.undocumented = undocumented;
        self
    }

    /// Generates only the models that match one of these patterns, and all models that these contain. In a
    /// pattern, `*` matches any text. Several calls add up.
    ///
    /// ```no_run
    /// codegen::Config::new().specs("specs").only(["Conversation", "*Notification"]).build();
    /// ```
    #[track_caller]
    pub fn only<P: Into<String>>(mut self, models: impl IntoIterator<Item = P>) -> Self {
        for model in models {
            self.only.push(Pattern::new(model));
        }
        self
    }

    /// Writes to this folder instead of `OUT_DIR`.
    pub fn out_dir(mut self, folder: impl Into<PathBuf>) -> Self {
        self.out_dir = Some(folder.into());
        self
    }

    /// Names the output `<name>.rs` and `<name>.md` instead of `models.rs` and `models.md`; the folder of its parts is
    /// called `<name>`.
    pub fn file(mut self, name: impl Into<String>) -> Self {
        self.file = name.into();
        self
    }
}

impl Default for Config {
    fn default() -> Self {
        Self::new()
    }
}
