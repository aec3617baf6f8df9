//! The mistakes of a run, as commands show them.

use std::borrow::Cow;
use std::fs;
use std::path::Path;
use std::sync::Arc;

use crate::compile::Outcome;
use crate::config::{Config, Paths, Plans};
use crate::diag::{Diagnostic, Level, codes, one_line};
use crate::source::{Origin, Source};

pub(super) mod concise;
pub(super) mod github;
pub(super) mod human;
pub(super) mod json;
pub(super) mod sarif;

mod dialects;
mod places;

/// The mistakes of a run: errors first, those in the configuration before others, then in the order of their places.
pub(super) struct Problems<'a> {
    pub all: Vec<&'a Diagnostic>,
    /// What was made of the documents of each module.
    pub parts: Vec<Part<'a>>,
}

/// What was made of the documents of a module, and how their paths are shown.
#[derive(Clone, Copy)]
pub(super) struct Part<'a> {
    pub outcome: &'a Outcome,
    /// Nothing where they are shown as the stages call them.
    paths: Option<&'a Paths>,
}

/// A document that a diagnostic is about.
pub(super) struct Document<'a> {
    pub outcome: &'a Outcome,
    /// Its path, as the stages call it.
    pub path: String,
    pub source: &'a Source,
}

impl Part<'_> {
    /// A path of a stage as it was given.
    pub(super) fn shown(&self, path: &str) -> String {
        let mut path = Arc::from(path);
        if let Some(paths) = self.paths {
            paths.show(&mut path);
        }
        path.to_string()
    }
}

impl<'a> Problems<'a> {
    pub(super) fn new(plans: &'a Plans) -> Self {
        let parts: Vec<Part<'a>> =
            plans.values().map(|part| Part { outcome: &part.planned.outcome, paths: Some(&part.paths) }).collect();
        Self::of_parts(parts)
    }

    /// Those of documents that are not on the disk.
    pub(super) fn of(outcome: &'a Outcome) -> Self {
        Self::of_parts(vec![Part { outcome, paths: None }])
    }

    fn of_parts(parts: Vec<Part<'a>>) -> Self {
        let mut all: Vec<&Diagnostic> = parts.iter().flat_map(|part| &part.outcome.diagnostics).collect();
        // What is wrong in documents may follow from what is wrong in the configuration.
        all.sort_by_key(|diagnostic| (diagnostic.level, diagnostic.code != &codes::BAD_CONFIGURATION));
        Self { all, parts }
    }

    /// How many of them have this level.
    pub(super) fn count(&self, level: Level) -> usize {
        self.all.iter().filter(|diagnostic| diagnostic.level == level).count()
    }

    /// The document or sample at a path that is shown.
    pub(super) fn document(&self, path: &str) -> Option<Document<'a>> {
        self.parts.iter().find_map(|Part { outcome, paths }| {
            let mut hidden =
                paths.map_or_else(|| vec![path.to_owned()], |paths| paths.hidden(path).collect()).into_iter();
            hidden.find_map(|path| Some(Document { source: outcome.sources.at(&path)?, path, outcome }))
        })
    }

    /// The document, sample or file of options that has a place.
    fn source(&self, origin: &Origin) -> Option<Cow<'a, Source>> {
        if let Some(document) = self.document(&origin.path) {
            return Some(Cow::Borrowed(document.source));
        }
        let is_options = Path::new(&*origin.path).extension().is_some_and(|extension| extension == "toml");
        let text = is_options.then(|| fs::read_to_string(&*origin.path).ok())??;
        Some(Cow::Owned(Source::file(origin.path.to_string(), text)))
    }
}

/// A text of the library, in which options are those of a file: whoever runs the tool need not have a build script.
pub(super) fn with_options_of_file(text: &str) -> String {
    let mut text = text.to_owned();
    for (option, _) in Config::options_of_file() {
        text = text.replace(&format!("`Config::{option}`"), &format!("the option `{option}`"));
    }
    text
}

/// `path:line:column` for a terminal.
fn place(Origin { path, line, column }: &Origin) -> String {
    format!("{}:{line}:{column}", one_line(path))
}
