//! The ways to start a run.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::{env, io};

use super::Config;
use super::kept::{Files, Keeper};
use crate::build::learn::Findings;
use crate::cargo;
use crate::compile::{Kept, Outcome, compile};
use crate::diag::{Diagnostic, Sink, codes};
use crate::modules;
use crate::parallel;
use crate::pattern::Pattern;
use crate::schema::Origin;
use crate::source::{self, Given, Sources, Workspace};
use crate::write::{self, Written};

impl Config {
    /// Reads the documents and generates the code without writing it.
    pub fn compile(&self) -> Outcome {
        self.compile_kept(None)
    }

    /// The same with what an earlier run kept, and what is kept for the next one.
    fn compile_kept(&self, keeper: Option<&Keeper>) -> Outcome {
        if self.is_without_documents() {
            return self.refuse();
        }
        let mut sink = self.loaded.sink();
        let mut read = || source::read(self.roots(), &mut sink);
        let (earlier, sources) = match keeper {
            Some(keeper) => parallel::both(usize::MAX, || keeper.earlier(self), read),
            None => (None, read()),
        };
        let kept = earlier.or_else(|| keeper?.first(self, &sources));
        self.compile_sources(sources, sink, keeper, kept)
    }

    /// Whether mistakes in the configuration leave no document to read.
    pub(super) fn is_without_documents(&self) -> bool {
        let has_none = self.specs.is_empty() && self.modules.is_empty();
        self.loaded.is_broken || has_none && !self.loaded.mistakes.is_empty()
    }

    /// The result of a run without documents: the mistakes in the configuration, and nothing that would follow from them.
    fn refuse(&self) -> Outcome {
        let (config, kept) = (Self::new().show_all(), Kept::default());
        let mut outcome = compile(&Arc::default(), &config, kept, self.loaded.sink(), &mut |_| ());
        self.finish(&mut outcome);
        outcome
    }

    /// Adds to a result what only the configuration knows.
    pub(super) fn finish(&self, outcome: &mut Outcome) {
        outcome.inputs.extend(self.loaded.files.iter().cloned());
        self.loaded.show(&self.given(), &mut outcome.diagnostics);
    }

    /// All paths that were given.
    pub(super) fn given(&self) -> Vec<Given> {
        [&*self.corrections, &*self.samples, &*self.specs].concat()
    }

    /// Compiles the documents of each module, then the others.
    fn compile_sources(
        &self,
        sources: Sources,
        mut sink: Sink,
        keeper: Option<&Keeper>,
        kept: Option<Files>,
    ) -> Outcome {
        modules::check(self.modules.iter().map(|(name, _)| name), &mut sink);
        let mut own = self.with_names_of_modules();
        let mut modules = Vec::with_capacity(self.modules.len());
        for (name, config) in &self.modules {
            let module = self.of_module(name, config).compile_kept(keeper);
            for (ty, is_bare) in &module.foreign {
                *own.rust.foreign.entry(ty.clone()).or_default() |= *is_bare;
            }
            modules.push((name.text(), module));
        }
        let sources = Arc::new(sources);
        let mut outcome = match kept {
            None => compile(&sources, &own, Kept::default(), sink, &mut |_| ()),
            Some(files) => {
                let (kept, mut keep) = files.open(&own, &sources);
                compile(&sources, &own, kept, sink, &mut keep)
            }
        };
        self.finish(&mut outcome);
        for (name, module) in modules {
            outcome.add_module(name, module);
        }
        outcome
    }

    pub(super) fn with_names_of_modules(&self) -> Self {
        let mut own = self.clone();
        own.rust.modules = self.modules.iter().map(|(name, _)| name.text().to_owned()).collect();
        own
    }

    /// The configuration of a module within this one.
    pub(super) fn of_module(&self, name: &Pattern, config: &Self) -> Self {
        let mut config = config.clone();
        config.rust.dates = self.rust.dates;
        config.rust.is_module = true;
        config.rust.feature_prefix = format!("{}_", name.text());
        config.out_dir.clone_from(&self.out_dir);
        config.file = format!("{}/{}", self.file, name.text());
        config
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

    pub(super) fn roots(&self) -> source::Roots<'_> {
        source::Roots {
            specs: &self.specs,
            corrections: &self.corrections,
            samples: &self.samples,
            ignored: &self.ignored,
            follows_links: self.follows_links,
            limits: &self.limits,
        }
    }

    /// Generates the code for documents given as path and text, without accessing the disk.
    ///
    /// ```
    /// let document = "# Tag\n\n## Properties\n\nName | Type | Description | Notes\n\
    ///                 --- | --- | --- | ---\n**id** | Option<**i64**> | Its number. | [optional]\n";
    /// let outcome = codegen::Config::new().compile_texts([("specs/Tag.md", document)]);
    /// assert!(outcome.diagnostics.is_empty());
    /// assert!(outcome.files[1].text.contains("pub id: Option<i64>,"));
    /// ```
    pub fn compile_texts<P: Into<String>, T: Into<String>>(&self, texts: impl IntoIterator<Item = (P, T)>) -> Outcome {
        if self.loaded.is_broken {
            return self.refuse();
        }
        let mut sink = self.loaded.sink();
        let texts = texts.into_iter().map(|(path, text)| source::Source::new(path, text)).collect();
        self.compile_sources(source::take(texts, &self.ignored, &mut sink), sink, None, None)
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
    /// the mistakes and the paths to watch. After an error the last good output stays, and cargo fails the build.
    ///
    /// With 500 documents and more, it keeps in `OUT_DIR` what each of them says. The next run reads only the documents
    /// that changed and prints only the structs that differ. The result is the same without these files, whose names end
    /// with `.cache`.
    ///
    /// Each mistake is one line, whose path starts at the root of the workspace, where terminals and editors are. Mistakes
    /// with the same cause are one line, and there is at most a screen of them, unless [`Config::show_all`] asks for all;
    /// the result has all of them. Below are what can be done about each kind of error, and the command of the tool that
    /// shows the rows.
    pub fn build(&self) -> Outcome {
        let shows_all = self.levels.show_all;
        let mut outcome = self.clone().showing_all().compile_kept(Keeper::of_build_script().as_ref());
        if !outcome.has_errors()
            && let Err(error) = self.write(&outcome)
        {
            let origin = Origin { path: format!("{}.rs", self.file).into(), line: 1, column: 1 };
            outcome.diagnostics.push(Diagnostic::new(&codes::CANNOT_WRITE, origin, error.to_string()));
        }
        // Cargo watches a folder with all that is in it, so it notices files that are added, edited, renamed or deleted.
        let package = env::var_os("CARGO_MANIFEST_DIR").map_or_else(PathBuf::new, PathBuf::from);
        let (workspace, given) = (Workspace::around(&package), self.checked());
        let report = cargo::Report { outcome: &outcome, workspace: &workspace, given: &given, shows_all };
        for line in report.lines(self.watched().into_iter()) {
            println!("{line}");
        }
        outcome
    }

    /// The same with all mistakes, in which absolute paths are shown where they were given.
    fn showing_all(mut self) -> Self {
        self.levels.show_all = true;
        self.loaded.shows_absolute = true;
        self.modules = self.modules.into_iter().map(|(name, config)| (name, config.showing_all())).collect();
        self
    }

    /// The paths with which the tool checks these documents: the folder of the file that has them, or the documents.
    fn checked(&self) -> Vec<&Path> {
        let files = self.loaded.files.iter().map(|file| file.parent().unwrap_or(Path::new("")));
        let own = self.specs.iter().map(|given| given.disk.as_path());
        let given = own.chain(self.modules.iter().flat_map(|(_, config)| config.checked()));
        if self.loaded.files.is_empty() { given.collect() } else { files.collect() }
    }

    /// Writes the files to the configured folder or to `OUT_DIR`.
    fn write(&self, outcome: &Outcome) -> io::Result<()> {
        let folder = self
            .folder()
            .ok_or_else(|| io::Error::other("OUT_DIR is not set; outside of a build script use `generate`"))?;
        write::write(&folder, &outcome.files).map(|_| ())
    }

    /// The folder of the output, if there is one.
    pub(super) fn folder(&self) -> Option<PathBuf> {
        self.out_dir.clone().or_else(|| env::var_os("OUT_DIR").map(PathBuf::from))
    }

    fn watched(&self) -> Vec<&PathBuf> {
        let given = self.specs.iter().chain(&self.corrections).chain(&self.samples).map(|given| &given.disk);
        given.chain(&self.loaded.files).chain(self.modules.iter().flat_map(|(_, config)| config.watched())).collect()
    }
}
