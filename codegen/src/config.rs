//! The options of a run.

use std::path::{Path, PathBuf};
use std::{env, io};

use crate::build::learn::{Envelope, Findings};
use crate::build::resolve::Undocumented;
use crate::cargo;
use crate::compile::{Outcome, compile};
use crate::diag::{Diagnostic, Level, Levels, Sink, codes};
use crate::dialect::{self, Dialect, KeyCase};
use crate::modules;
use crate::pattern::Pattern;
use crate::read::detect;
use crate::rust::options::{self, Dates, UnknownKeys};
use crate::schema::Origin;
use crate::source::{self, PathPattern, Sources};
use crate::write::{self, Written};

/// The options of a run, and the ways to start one.
///
/// ```no_run
/// // build.rs
/// codegen::Config::new().specs("specs").build();
/// ```
#[derive(Clone, Debug)]
pub struct Config {
    specs: Vec<PathBuf>,
    corrections: Vec<PathBuf>,
    samples: Vec<PathBuf>,
    ignored: Vec<PathPattern>,
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
}

impl Config {
    /// No documents, every known dialect, `jiff` for dates, output in `OUT_DIR/models.rs`.
    pub fn new() -> Self {
        Self {
            specs: Vec::new(),
            corrections: Vec::new(),
            samples: Vec::new(),
            ignored: Vec::new(),
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
        }
    }

    /// Adds a document, or a folder whose `.md` files, at any depth, are all documents. In a build script,
    /// relative paths start at the package.
    ///
    /// ```no_run
    /// codegen::Config::new().specs("specs").specs("../vendor-sdk/docs").build();
    /// ```
    pub fn specs(mut self, path: impl Into<PathBuf>) -> Self {
        self.specs.push(path.into());
        self
    }

    /// Adds a file of corrections. A `CORRECTIONS.md` within [`Config::specs`] is read without this.
    ///
    /// ```no_run
    /// codegen::Config::new().specs("../vendor-sdk/docs").corrections("corrections.md").build();
    /// ```
    pub fn corrections(mut self, path: impl Into<PathBuf>) -> Self {
        self.corrections.push(path.into());
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
        self.samples.push(path.into());
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
    /// read is left out, and a type that cannot be read holds any JSON. [`Outcome::explanations`] has the explanations.
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

    /// Reads strictly what matches a pattern. The pattern selects models (`Conversation`, `*Request`), single
    /// fields (`User.version`, `*.id`), or everything (`*`).
    ///
    /// In a strict model, a value of an unexpected type is an error, and a field that the document requires must be
    /// there and has the type `T` instead of `Option<T>`. In a strict union, a value that fits no member is an
    /// error. Of a strict field, only that field is read in this way.
    ///
    /// ```no_run
    /// codegen::Config::new().specs("specs").strict("*Request").strict("User.version").build();
    /// ```
    #[track_caller]
    pub fn strict(mut self, pattern: impl Into<String>) -> Self {
        self.rust.strict.push(Pattern::new(pattern));
        self
    }

    /// Sets what happens to the unknown keys of a model, which are kept by default. The last pattern that matches a
    /// model applies.
    ///
    /// ```no_run
    /// use codegen::UnknownKeys;
    /// codegen::Config::new().specs("specs").unknown_keys("*Request", UnknownKeys::Deny).build();
    /// ```
    #[track_caller]
    pub fn unknown_keys(mut self, models: impl Into<String>, choice: UnknownKeys) -> Self {
        self.rust.unknown_keys.push((Pattern::new(models), choice));
        self
    }

    /// Makes optional fields three-valued: absent, `null`, or a value. A request that changes something needs the
    /// difference. The pattern selects models or fields.
    ///
    /// ```no_run
    /// codegen::Config::new().specs("specs").three_valued("*Patch*").build();
    /// ```
    #[track_caller]
    pub fn three_valued(mut self, pattern: impl Into<String>) -> Self {
        self.rust.three_valued.push(Pattern::new(pattern));
        self
    }

    /// Adds an attribute, or a derive, to the types of models: structs, enums, and the enums for the allowed values
    /// of their fields. A derived trait must also be implemented by the types in the support module.
    ///
    /// ```no_run
    /// codegen::Config::new().specs("specs").attribute("*", "#[must_use]").build();
    /// ```
    #[track_caller]
    pub fn attribute(mut self, models: impl Into<String>, attribute: impl Into<String>) -> Self {
        self.rust.attributes.push((Pattern::new(models), attribute.into()));
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

    /// Reads the documents and generates the code without writing it.
    pub fn compile(&self) -> Outcome {
        let mut sink = Sink::new();
        let sources = source::read(self.roots(), &mut sink);
        self.compile_sources(&sources, sink)
    }

    /// Compiles the documents, then those of each module.
    fn compile_sources(&self, sources: &Sources, mut sink: Sink) -> Outcome {
        modules::check(self.modules.iter().map(|(name, _)| name), &mut sink);
        let mut own = self.clone();
        own.rust.modules = self.modules.iter().map(|(name, _)| name.text().to_owned()).collect();
        let mut outcome = compile(sources, &own, sink);
        for (name, config) in &self.modules {
            let mut config = config.clone();
            config.rust.dates = self.rust.dates;
            config.rust.is_module = true;
            config.file = format!("{}/{}", self.file, name.text());
            outcome.add_module(name.text(), config.compile());
        }
        outcome
    }

    /// Compares the samples with the documents. The result has the rows of corrections that make the models agree with
    /// the samples. A row is applied only when a person adds it to `CORRECTIONS.md`.
    ///
    /// ```no_run
    /// print!("{}", codegen::Config::new().specs("specs").learn());
    /// ```
    pub fn learn(&self) -> Findings {
        self.compile().findings
    }

    fn roots(&self) -> source::Roots<'_> {
        source::Roots {
            specs: &self.specs,
            corrections: &self.corrections,
            samples: &self.samples,
            ignored: &self.ignored,
        }
    }

    /// Generates the code for documents given as path and text, without accessing the disk.
    ///
    /// ```
    /// let document = "# Tag\n\n## Properties\n\nName | Type | Description | Notes\n\
    ///                 --- | --- | --- | ---\n**id** | Option<**i64**> | Its number. | [optional]\n";
    /// let outcome = codegen::Config::new().compile_texts([("specs/Tag.md", document)]);
    /// assert!(outcome.diagnostics.is_empty());
    /// assert!(outcome.files[0].text.contains("pub id: Option<i64>,"));
    /// ```
    pub fn compile_texts<P: Into<String>, T: Into<String>>(&self, texts: impl IntoIterator<Item = (P, T)>) -> Outcome {
        let mut sink = Sink::new();
        let texts = texts.into_iter().map(|(path, text)| source::Source::new(path, text)).collect();
        self.compile_sources(&source::take(texts, &self.ignored, &mut sink), sink)
    }

    /// Generates the code and writes it to a folder, unless there is an error.
    ///
    /// # Errors
    ///
    /// The files cannot be written, or a file with one of their names was not generated.
    pub fn generate(&self, folder: &Path) -> io::Result<(Outcome, Written)> {
        let outcome = self.compile();
        let written = if outcome.has_errors() { Written::default() } else { write::write(folder, &outcome.files)? };
        Ok((outcome, written))
    }

    /// Does all that a build script has to do: generates the code, writes it to `OUT_DIR`, and reports to cargo
    /// the mistakes and the paths to watch. After an error the last good output stays, and cargo fails the build
    /// with one line per mistake, followed by one per kind of error that says what to do about it.
    pub fn build(&self) -> Outcome {
        let mut outcome = self.compile();
        if !outcome.has_errors()
            && let Err(error) = self.write(&outcome)
        {
            let origin = Origin { path: format!("{}.rs", self.file), line: 1, column: 1 };
            let code = &codes::CANNOT_WRITE;
            outcome.diagnostics.push(Diagnostic { origin, level: code.level, code, message: error.to_string() });
        }
        // Cargo watches a folder with all that is in it, so it notices files that are added, edited, renamed or deleted.
        for line in cargo::lines(self.watched().into_iter(), &outcome) {
            println!("{line}");
        }
        outcome
    }

    /// Writes the files to the configured folder or to `OUT_DIR`.
    fn write(&self, outcome: &Outcome) -> io::Result<()> {
        let folder = self.out_dir.clone().or_else(|| env::var_os("OUT_DIR").map(PathBuf::from));
        let folder =
            folder.ok_or_else(|| io::Error::other("OUT_DIR is not set; outside of a build script use `generate`"))?;
        write::write(&folder, &outcome.files).map(|_| ())
    }

    fn watched(&self) -> Vec<&PathBuf> {
        let own = self.specs.iter().chain(&self.corrections).chain(&self.samples);
        own.chain(self.modules.iter().flat_map(|(_, config)| config.watched())).collect()
    }
}

impl Default for Config {
    fn default() -> Self {
        Self::new()
    }
}
