//! What a user may choose.

use std::path::{Path, PathBuf};
use std::{env, fmt, io};

use crate::build::learn::{Envelope, Findings};
#[cfg(feature = "internals")]
use crate::build::merge::report::Report;
use crate::build::resolve::Undocumented;
use crate::compile::{Outcome, compile};
use crate::diag::{Diagnostic, Level, Sink, codes};
use crate::dialect::{self, Dialect, KeyCase};
use crate::pattern::Pattern;
use crate::read::detect;
use crate::rust::options::{self, Dates, UnknownKeys};
use crate::rust::print::OutputFile;
use crate::schema::Origin;
use crate::source::{self, Sources};
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
    pub(crate) envelopes: Vec<Envelope>,
    pub(crate) detect: detect::Options,
    pub(crate) key_cases: Vec<(Pattern, KeyCase)>,
    pub(crate) same_api: Vec<Vec<Pattern>>,
    pub(crate) only: Vec<Pattern>,
    pub(crate) undocumented: Undocumented,
    pub(crate) rust: options::Options,
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
            envelopes: Vec::new(),
            detect: detect::Options { told: Vec::new(), known: dialect::ALL.to_vec() },
            key_cases: Vec::new(),
            same_api: Vec::new(),
            only: Vec::new(),
            undocumented: Undocumented::default(),
            rust: options::Options::default(),
            out_dir: None,
            file: "models".to_owned(),
        }
    }

    /// Adds a document, or a folder whose `.md` files are all documents, at any depth. In a build script
    /// relative paths start at the package.
    ///
    /// ```no_run
    /// codegen::Config::new().specs("specs").specs("../vendor-sdk/docs").build();
    /// ```
    pub fn specs(mut self, path: impl Into<PathBuf>) -> Self {
        self.specs.push(path.into());
        self
    }

    /// Adds a file of corrections. A `CORRECTIONS.md` within [`Config::specs`] needs no adding.
    ///
    /// ```no_run
    /// codegen::Config::new().specs("../vendor-sdk/docs").corrections("corrections.md").build();
    /// ```
    pub fn corrections(mut self, path: impl Into<PathBuf>) -> Self {
        self.corrections.push(path.into());
        self
    }

    /// Adds a sample, or a folder whose `.json` and `.har` files are all samples, at any depth. Samples in a folder
    /// `samples` within [`Config::specs`] need no adding. A body is called like its model, or is in a folder that
    /// is: `User.json`, `User-2.json`, `User/from-the-app.json`. A `.har` file is recorded traffic, and the pages of
    /// calls among the documents say of which types its bodies are.
    ///
    /// ```no_run
    /// codegen::Config::new().specs("../vendor-sdk/docs").samples("../recordings").build();
    /// ```
    pub fn samples(mut self, path: impl Into<PathBuf>) -> Self {
        self.samples.push(path.into());
        self
    }

    /// Says that samples of these models are within an envelope, and which keys lead to them. A body without these
    /// keys is a sample itself. Of several patterns that fit, the last one counts. In a pattern `*` stands for any
    /// text.
    ///
    /// ```no_run
    /// codegen::Config::new().specs("specs").envelope("*", "data").envelope("User", "data.items").build();
    /// ```
    #[track_caller]
    pub fn envelope(mut self, models: impl Into<String>, path: impl Into<String>) -> Self {
        self.envelopes.push(Envelope { models: Pattern::new(models), path: path.into() });
        self
    }

    /// Tells the dialect of a document or folder, instead of having it recognised. The path is the one
    /// that diagnostics show, such as `specs/chats`; of several that fit, the last one told counts.
    ///
    /// ```
    /// let dialect = codegen::dialect::by_name("openapi-rust").expect("a known dialect");
    /// let config = codegen::Config::new().specs("docs").dialect("docs/models", dialect);
    /// ```
    pub fn dialect(mut self, path: impl Into<String>, dialect: &'static Dialect) -> Self {
        self.detect.told.push((path.into(), dialect));
        self
    }

    /// Tells the dialect of every document.
    pub fn dialect_of_all(self, dialect: &'static Dialect) -> Self {
        self.dialect("", dialect)
    }

    /// Adds a dialect of your own to those that are recognised.
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

    /// Tells that the documents in these folders are of SDKs of one API, so that what they say about a model
    /// is merged; the first one leads (the guide has the rules). The layout
    /// `<specs>/<api>/<sdk>/…` needs no telling. Paths are those that diagnostics show.
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

    /// Chooses the types of dates and times.
    ///
    /// ```
    /// let config = codegen::Config::new().dates(codegen::Dates::Chrono);
    /// ```
    pub fn dates(mut self, dates: Dates) -> Self {
        self.rust.dates = dates;
        self
    }

    /// Chooses the case of the keys in JSON for the documents at a path, a file or a folder; the empty path
    /// stands for all. Most SDKs spell names in the case of their language, so a rule of the dialect has to
    /// make the keys, and where the API has another case it makes them wrong. Of several paths that fit, the
    /// last one counts.
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

    /// Chooses what to do about types that name a model without a document.
    ///
    /// ```
    /// let config = codegen::Config::new().undocumented(codegen::Undocumented::Forbid);
    /// ```
    pub fn undocumented(mut self, undocumented: Undocumented) -> Self {
        self.undocumented = undocumented;
        self
    }

    /// Generates only the models that fit one of these patterns, and all that these contain. In a pattern `*`
    /// stands for any text. May be called several times.
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

    /// Reads what fits a pattern strictly: of models (`Conversation`, `*Request`) a value of the wrong kind is
    /// an error, and a field that the document requires must be there and is a bare `T`; of unions a value that
    /// is none of their types is an error. Of single fields (`User.version`, `*.id`) only that field. `*` is the
    /// whole project.
    ///
    /// ```no_run
    /// codegen::Config::new().specs("specs").strict("*Request").strict("User.version").build();
    /// ```
    #[track_caller]
    pub fn strict(mut self, pattern: impl Into<String>) -> Self {
        self.rust.strict.push(Pattern::new(pattern));
        self
    }

    /// Chooses what to do about keys that the document of a model does not have. They are kept unless this
    /// says otherwise; of several patterns that fit, the last one counts.
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

    /// Makes optional fields three-valued: absent, `null`, or a value. Requests that change something need
    /// that. The pattern is one of models or fields.
    ///
    /// ```no_run
    /// codegen::Config::new().specs("specs").three_valued("*Patch*").build();
    /// ```
    #[track_caller]
    pub fn three_valued(mut self, pattern: impl Into<String>) -> Self {
        self.rust.three_valued.push(Pattern::new(pattern));
        self
    }

    /// Adds an attribute, or a derive, to the types of models: structs, enums, and the enums for known values of
    /// their fields. A derive that asks its trait of every field asks it of the types in the support module too.
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

    /// Names the output `<name>.rs` instead of `models.rs`; its parts are in a folder `<name>`.
    pub fn file(mut self, name: impl Into<String>) -> Self {
        self.file = name.into();
        self
    }

    /// Reads the documents and makes everything, without writing.
    pub fn compile(&self) -> Outcome {
        let mut sink = Sink::new();
        let sources = source::read(self.roots(), &mut sink);
        compile(&sources, self, sink)
    }

    /// Compares the samples with the documents. The rows of corrections that the result has make the models agree
    /// with the samples; none of them is applied unless a person puts it into `CORRECTIONS.md`.
    ///
    /// ```no_run
    /// print!("{}", codegen::Config::new().specs("specs").learn());
    /// ```
    pub fn learn(&self) -> Findings {
        self.compile().findings
    }

    fn roots(&self) -> source::Roots<'_> {
        source::Roots { specs: &self.specs, corrections: &self.corrections, samples: &self.samples }
    }

    /// Makes everything from documents that are given as path and text, without touching the disk.
    ///
    /// ```
    /// let document = "# Tag\n\n## Properties\n\nName | Type | Description | Notes\n\
    ///                 --- | --- | --- | ---\n**id** | Option<**i64**> | Its number. | [optional]\n";
    /// let outcome = codegen::Config::new().compile_texts([("specs/Tag.md", document)]);
    /// assert!(outcome.diagnostics.is_empty());
    /// assert!(outcome.files[0].text.contains("pub id: Option<i64>,"));
    /// ```
    pub fn compile_texts<P: Into<String>, T: Into<String>>(&self, texts: impl IntoIterator<Item = (P, T)>) -> Outcome {
        let sources = texts.into_iter().map(|(path, text)| source::Source::new(path, text)).collect();
        compile(&Sources::new(sources), self, Sink::new())
    }

    /// Makes everything and writes it to a folder, unless there is an error.
    ///
    /// # Errors
    ///
    /// The disk refuses, or a file is in the way that was not generated.
    pub fn generate(&self, folder: &Path) -> io::Result<(Outcome, Written)> {
        let outcome = self.compile();
        let written = if outcome.has_errors() { Written::default() } else { write::write(folder, &outcome.files)? };
        Ok((outcome, written))
    }

    /// Does what a build script has to do: makes everything, writes it to `OUT_DIR`, and tells cargo
    /// what went wrong and when to run again. After an error the last good output stays, and cargo fails
    /// the build with one line per mistake.
    pub fn build(&self) -> Outcome {
        let folder = self.out_dir.clone().or_else(|| env::var_os("OUT_DIR").map(PathBuf::from));
        let mut outcome = self.compile();
        let write = |folder: &Path| write::write(folder, &outcome.files).map(|_| ());
        let no_folder = || Err(io::Error::other("OUT_DIR is not set; outside of a build script use `generate`"));
        if !outcome.has_errors()
            && let Err(error) = folder.as_deref().map_or_else(no_folder, write)
        {
            let origin = Origin { path: format!("{}.rs", self.file), line: 1, column: 1 };
            let (code, message) = (&codes::CANNOT_WRITE, error.to_string());
            outcome.diagnostics.push(Diagnostic { origin, level: code.level, code, message });
        }
        for line in self.cargo_lines(&outcome.diagnostics) {
            println!("{line}");
        }
        for report in outcome.merged() {
            println!("{report}");
        }
        println!("{} of {} models", outcome.account.wanted, outcome.schema.models.len());
        outcome
    }

    /// A folder stands for all that is in it, so cargo notices what is added, edited, renamed or deleted.
    fn cargo_lines(&self, diagnostics: &[Diagnostic]) -> Vec<String> {
        let watched = self.specs.iter().chain(&self.corrections).chain(&self.samples);
        let watched = watched.map(|path| format!("cargo::rerun-if-changed={}", path.display()));
        let said = diagnostics.iter().map(|it| match it.level {
            Level::Error => format!("cargo::error={it}"),
            Level::Warning => format!("cargo::warning={it}"),
        });
        watched.chain(said).collect()
    }
}

impl Default for Config {
    fn default() -> Self {
        Self::new()
    }
}

impl Outcome {
    /// Whether a build with these diagnostics fails.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|it| it.level == Level::Error)
    }

    /// The file with this path.
    pub fn file(&self, path: &str) -> Option<&OutputFile> {
        self.files.iter().find(|file| file.path == path)
    }

    /// What the documents of several SDKs of one API gave to each other: one text per API.
    pub fn merged(&self) -> impl Iterator<Item = impl fmt::Display> {
        self.merged.iter()
    }

    /// What [`Outcome::merged`] shows, in numbers.
    #[cfg(feature = "internals")]
    #[doc(hidden)]
    pub fn merge_reports(&self) -> &[Report] {
        &self.merged
    }
}
