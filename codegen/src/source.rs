//! The documents of a run, and places in them.

use std::collections::BTreeMap;
use std::panic::Location;
use std::path::PathBuf;
use std::sync::{Arc, OnceLock};

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use crate::diag::{Place, Sink};
use ignored::Ignored;

pub(crate) use labels::labels;
pub use limits::Limits;
pub(crate) use names::{has_extension, is_within, stem};
pub(crate) use pattern::{PathPattern, matches};
#[cfg(feature = "cli")]
pub(crate) use texts::read_beside;
#[cfg(feature = "file")]
pub(crate) use walk::read_up_to;
pub(crate) use walk::{Roots, read};
pub(crate) use workspace::{Workspace, straightened};

mod ignored;
mod labels;
mod limits;
mod names;
mod other;
mod pattern;
#[cfg(feature = "cli")]
mod texts;
mod walk;
mod workspace;

/// A place in a document or in the configuration.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Origin {
    /// The document as diagnostics show it: the given folder and the path below it, with `/` between the parts.
    /// Never an absolute path. The places of a document share it.
    #[cfg_attr(feature = "serde", serde(with = "crate::schema::json::shared"))]
    pub path: Arc<str>,
    /// The line, counted from 1.
    pub line: u32,
    /// The column, counted from 1 in characters, not bytes.
    pub column: u32,
}

impl Origin {
    /// The place of a call in a build script.
    pub(crate) fn of_call(place: &Location<'_>) -> Self {
        Self { path: place.file().replace('\\', "/").into(), line: place.line(), column: place.column() }
    }

    /// The start of a document or folder.
    pub(crate) fn start_of(path: &str) -> Self {
        Self { path: path.into(), line: 1, column: 1 }
    }
}

/// A path that the configuration has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Given {
    /// What diagnostics show and patterns match: in a file of configuration, relative to its folder.
    pub shown: PathBuf,
    /// Where it is for this process.
    pub disk: PathBuf,
}

impl Given {
    /// A path that is shown as it is.
    pub(crate) fn new(path: PathBuf) -> Self {
        Self { shown: path.clone(), disk: path }
    }
}

/// The name of a file of corrections within a folder of documents.
pub(crate) const CORRECTIONS: &str = "CORRECTIONS.md";

/// The columns of a table of corrections.
pub(crate) const CORRECTION_COLUMNS: &[&str] = &["Model", "Field", "Correction", "Value", "Reason"];

/// The name of a folder of samples within a folder of documents.
const SAMPLES: &str = "samples";

/// The extensions of documents. MDX is Markdown with statements and components of JavaScript.
const DOCUMENT_EXTENSIONS: &[&str] = &["md", "mdx"];

/// The extensions of samples: JSON bodies and recorded traffic.
const SAMPLE_EXTENSIONS: &[&str] = &["json", "har"];

/// A piece of one document: byte offsets into its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The number of the document.
    pub file: usize,
    /// The first byte.
    pub start: usize,
    /// The byte after the last one.
    pub end: usize,
}

impl Span {
    /// The piece of this span that starts `from` bytes in and is `len` bytes long.
    pub fn part(self, from: usize, len: usize) -> Self {
        let start = self.start + from;
        Self { start, end: start + len, ..self }
    }
}

/// A value and where it is in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sp<T> {
    /// The value.
    pub value: T,
    /// Where it is.
    pub span: Span,
}

/// One document.
#[derive(Clone, Debug)]
pub(crate) struct Source {
    /// As in [`Origin::path`].
    pub path: Arc<str>,
    /// The path below the given folder.
    pub below: String,
    /// The whole text, without a byte order mark.
    pub text: String,
    /// Whether it has corrections and not a model.
    pub corrects: bool,
    /// See [`Source::line_starts`].
    line_starts: OnceLock<Box<[usize]>>,
}

impl Source {
    /// A file whose path is shown as it is.
    #[cfg(feature = "file")]
    pub(crate) fn file(path: String, text: String) -> Self {
        Self::within(path, 0, text)
    }

    /// A document that was not read from the disk. The first part of its path is taken as the given folder.
    pub(crate) fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        let path = path.into();
        let root = path.find('/').unwrap_or_default();
        Self::within(path, root, text.into())
    }

    /// A document; the first `root` bytes of its path are the given folder.
    pub(crate) fn within(path: String, root: usize, mut text: String) -> Self {
        if text.starts_with('\u{feff}') {
            text.remove(0);
        }
        let corrects = path.rsplit('/').next() == Some(CORRECTIONS);
        let below = path.get(root..).unwrap_or_default().trim_start_matches('/').to_owned();
        Self { path: path.into(), below, text, corrects, line_starts: OnceLock::new() }
    }

    /// The byte offset at which each line starts. Found when somebody asks, because documents are read one after the other
    /// and asked about on all processors.
    fn line_starts(&self) -> &[usize] {
        self.line_starts
            .get_or_init(|| std::iter::once(0).chain(self.text.match_indices('\n').map(|(at, _)| at + 1)).collect())
    }

    /// A line without its end, counted from 1, and the byte offset at which it starts.
    #[cfg(feature = "cli")]
    pub(crate) fn line(&self, line: u32) -> Option<(usize, &str)> {
        let start = *self.line_starts().get((line as usize).checked_sub(1)?)?;
        let text = self.text.get(start..)?;
        Some((start, text.split('\n').next()?.trim_end_matches('\r')))
    }

    /// The folder of this document; empty if the path has none.
    pub(crate) fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The file's name without its folder.
    pub(crate) fn file_name(&self) -> &str {
        self.path.rsplit_once('/').map_or(&*self.path, |(_, name)| name)
    }

    /// Whether it is in MDX and not in Markdown.
    pub(crate) fn is_mdx(&self) -> bool {
        has_extension(&self.path, &["mdx"])
    }

    /// Whether it is a sample.
    #[cfg(feature = "cli")]
    pub(crate) fn is_sample(&self) -> bool {
        has_extension(&self.path, SAMPLE_EXTENSIONS)
    }

    /// The path below the folder of samples that has this file; `None` if there is none.
    fn below_samples(&self) -> Option<&str> {
        let is_sample = has_extension(&self.path, SAMPLE_EXTENSIONS);
        let at = self.path.match_indices(SAMPLES).map(|(at, _)| at).find(|at| {
            let (before, after) = (&self.path[..*at], &self.path[at + SAMPLES.len()..]);
            (before.is_empty() || before.ends_with('/')) && after.starts_with('/')
        });
        at.filter(|_| is_sample).map(|at| &self.path[at + SAMPLES.len() + 1..])
    }

    /// The place of a byte offset.
    pub(crate) fn origin(&self, offset: usize) -> Origin {
        let starts = self.line_starts();
        let line = starts.partition_point(|start| *start <= offset).max(1);
        let before = self.text.get(starts[line - 1]..offset).unwrap_or_default();
        Origin { path: Arc::clone(&self.path), line: count(line), column: count(before.chars().count() + 1) }
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// All documents of a run, in the order of their paths.
#[derive(Debug, Default)]
pub(crate) struct Sources {
    files: Vec<Source>,
    /// The samples. [`Source::below`] is the path below their folder.
    samples: Vec<Source>,
    /// Documents that could not be read, as in [`Origin::path`].
    unread: Vec<String>,
    /// The folders and files that were opened, in this order.
    read: Vec<PathBuf>,
    /// The given paths of documents.
    roots: Vec<Root>,
    has_lost_folder: bool,
}

/// A path of documents that was given, and what is at it beside documents and samples.
#[derive(Debug, Default)]
pub(crate) struct Root {
    /// How diagnostics show it.
    pub label: String,
    /// The files that are not read, by extension.
    pub other_files: BTreeMap<String, usize>,
    /// Whether a path that was given before has some of its files, or a mistake about it was reported.
    pub is_explained: bool,
    /// Whether something at it is left out.
    pub has_ignored: bool,
}

impl Sources {
    /// Sorts the documents, so that nothing later depends on the order of files in a folder.
    pub(crate) fn new(mut files: Vec<Source>) -> Self {
        files.sort_by(|a, b| a.path.cmp(&b.path));
        let mut sources = Self::default();
        for mut file in files {
            if let Some(below) = file.below_samples().map(str::to_owned) {
                file.below = below;
                sources.samples.push(file);
            } else {
                sources.files.push(file);
            }
        }
        sources
    }

    /// The samples, in the order of their paths.
    pub(crate) fn samples(&self) -> &[Source] {
        &self.samples
    }

    /// The given paths of documents.
    pub(crate) fn roots(&self) -> &[Root] {
        &self.roots
    }

    /// The given paths that have documents or samples, as diagnostics show them.
    pub(crate) fn given(&self) -> Vec<&str> {
        let mut given: Vec<&str> = Vec::new();
        for file in self.files.iter().chain(&self.samples) {
            let root = file.path.strip_suffix(&*file.below).unwrap_or_default().trim_end_matches('/');
            if given.last() != Some(&root) {
                given.push(root);
            }
        }
        given.sort_unstable();
        given.dedup();
        given
    }

    /// Whether a folder could not be read, so that nobody knows which documents are in it.
    pub(crate) fn has_lost_folder(&self) -> bool {
        self.has_lost_folder
    }

    /// The documents that could not be read, as in [`Origin::path`].
    pub(crate) fn unread(&self) -> impl Iterator<Item = &str> {
        self.unread.iter().map(String::as_str)
    }

    /// The folders and files on the disk that determine what was read.
    pub(crate) fn on_disk(&self) -> &[PathBuf] {
        &self.read
    }

    /// Every document with its number.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (usize, &Source)> {
        self.files.iter().enumerate()
    }

    /// One document.
    pub(crate) fn get(&self, file: usize) -> &Source {
        &self.files[file]
    }

    /// Whether there is a document with this path.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.files.binary_search_by(|file| (*file.path).cmp(path)).is_ok()
    }

    /// Whether a document, sample or given path is at a path.
    pub(crate) fn has_any_at(&self, pattern: &PathPattern) -> bool {
        let mut files = self.files.iter().chain(&self.samples);
        files.any(|file| pattern.matches_source(file))
            || self.unread.iter().any(|path| pattern.matches_path(path))
            || self.roots.iter().any(|root| pattern.matches_path(&root.label))
    }

    /// The document or sample with this path.
    #[cfg(feature = "cli")]
    pub(crate) fn at(&self, path: &str) -> Option<&Source> {
        let find = |files: &'_ [Source]| files.binary_search_by(|file| (*file.path).cmp(path)).ok();
        find(&self.files).map(|idx| &self.files[idx]).or_else(|| find(&self.samples).map(|idx| &self.samples[idx]))
    }

    /// The number of documents.
    pub(crate) fn len(&self) -> usize {
        self.files.len()
    }

    /// The text of a span.
    pub(crate) fn text(&self, span: Span) -> &str {
        self.get(span.file).text.get(span.start..span.end).unwrap_or_default()
    }

    /// The place of a span's start.
    pub(crate) fn origin(&self, span: Span) -> Origin {
        self.get(span.file).origin(span.start)
    }

    /// The place of a span, or of its first line, without the marks of bold text and code at its end.
    pub(crate) fn place(&self, span: Span) -> Place {
        let line = self.text(span).lines().next().unwrap_or_default().trim_end();
        let text = line.trim_end_matches(['*', '`']);
        let text = if text.is_empty() { line } else { text };
        Place { origin: self.origin(span), width: count(text.chars().count()) }
    }
}

/// Takes documents and samples that are not on the disk.
pub(crate) fn take(mut files: Vec<Source>, ignored: &[PathPattern], sink: &mut Sink) -> Sources {
    let mut ignored = Ignored::new(ignored);
    let given = files.len();
    files.retain(|file| !ignored.has(&file.path, &file.below));
    let has_ignored = files.len() < given;
    let mut sources = Sources::new(files);
    if !sources.files.is_empty() {
        sources.roots.push(Root { has_ignored, ..Root::default() });
    }
    ignored.check(&sources, sink);
    sources
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn origins_count_lines_and_characters_from_one() {
        let source = Source::new("specs/X.md", "ab\näöü\n");
        let place = |offset| (source.origin(offset).line, source.origin(offset).column);
        assert_eq!(place(0), (1, 1));
        assert_eq!(place(3), (2, 1));
        assert_eq!(place(7), (2, 3));
        assert_eq!(place(10), (3, 1));
    }
}
