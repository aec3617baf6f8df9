//! Reads documents from the disk; the only module that does.

use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};
use std::{fs, io};

use serde::{Deserialize, Serialize};

use crate::diag::{Sink, codes};

/// A place in a document or in the configuration.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Origin {
    /// The document as diagnostics show it: the given folder and the path below it, with `/` between the parts.
    /// Never an absolute path.
    pub path: String,
    /// The line, counted from 1.
    pub line: u32,
    /// The column, counted from 1 in characters, not bytes.
    pub column: u32,
}

/// The name of a file of corrections within a folder of documents.
pub(crate) const CORRECTIONS: &str = "CORRECTIONS.md";

/// The name of a folder of samples within a folder of documents.
const SAMPLES: &str = "samples";

/// The extensions of samples: JSON bodies and recorded traffic.
const SAMPLE_EXTENSIONS: &[&str] = &["json", "har"];

/// A piece of one document: byte offsets into [`Source::text`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Span {
    /// The document, an index into [`Sources`].
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
    pub path: String,
    /// The path below the given folder.
    pub below: String,
    /// The whole text, without a byte order mark.
    pub text: String,
    /// Whether it has corrections and not a model.
    pub corrects: bool,
    /// The byte offset at which each line starts.
    line_starts: Vec<usize>,
}

impl Source {
    /// A document that was not read from the disk. The first part of its path is taken as the given folder.
    pub(crate) fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        let path = path.into();
        let root = path.find('/').unwrap_or_default();
        Self::within(path, root, text.into())
    }

    /// A document; the first `root` bytes of its path are the given folder.
    fn within(path: String, root: usize, mut text: String) -> Self {
        if text.starts_with('\u{feff}') {
            text.remove(0);
        }
        let corrects = path.rsplit('/').next() == Some(CORRECTIONS);
        let line_starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let below = path.get(root..).unwrap_or_default().trim_start_matches('/').to_owned();
        Self { path, below, text, corrects, line_starts }
    }

    /// The folder of this document; empty if the path has none.
    pub(crate) fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// The file's name without its folder.
    pub(crate) fn file_name(&self) -> &str {
        self.path.rsplit_once('/').map_or(&*self.path, |(_, name)| name)
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
        let line = self.line_starts.partition_point(|start| *start <= offset).max(1);
        let before = self.text.get(self.line_starts[line - 1]..offset).unwrap_or_default();
        Origin { path: self.path.clone(), line: count(line), column: count(before.chars().count() + 1) }
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

    /// The documents that could not be read, as in [`Origin::path`].
    pub(crate) fn unread(&self) -> impl Iterator<Item = &str> {
        self.unread.iter().map(String::as_str)
    }

    /// Every document with its number.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (usize, &Source)> {
        self.files.iter().enumerate()
    }

    /// One document.
    pub(crate) fn get(&self, file: usize) -> &Source {
        &self.files[file]
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
}

/// The paths of the files of a run.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Roots<'a> {
    /// Documents and folders of documents, samples among them.
    pub(crate) specs: &'a [PathBuf],
    /// Files of corrections.
    pub(crate) corrections: &'a [PathBuf],
    /// Samples and folders of samples.
    pub(crate) samples: &'a [PathBuf],
}

/// Reads every Markdown document and sample at or below the given paths, and the given files of corrections.
pub(crate) fn read(given: Roots<'_>, sink: &mut Sink) -> Sources {
    let roots: Vec<PathBuf> = [given.corrections, given.samples, given.specs].concat();
    let mut walk = Walk {
        root: 0,
        in_samples: false,
        files: Vec::new(),
        samples: Vec::new(),
        unread: Vec::new(),
        seen: BTreeSet::new(),
        sink,
    };
    for (idx, (root, label)) in roots.iter().zip(labels(&roots)).enumerate() {
        walk.root = label.len();
        walk.in_samples = (given.corrections.len()..given.corrections.len() + given.samples.len()).contains(&idx);
        walk.visit(root, &label, true);
        if idx < given.corrections.len() {
            walk.files.iter_mut().for_each(|file| file.corrects = true);
        }
    }
    let mut sources = Sources { unread: walk.unread, ..Sources::new(walk.files) };
    sources.samples.append(&mut walk.samples);
    sources.samples.sort_by(|a, b| a.path.cmp(&b.path));
    sources
}

/// Whether a document is at or below a path. Every document is below the empty path.
pub(crate) fn is_within(document: &str, path: &str) -> bool {
    let rest = document.strip_prefix(path.trim_end_matches('/'));
    path.is_empty() || rest.is_some_and(|it| it.is_empty() || it.starts_with('/'))
}

/// The name of a document without folder and extension, which should be the name of its model.
pub(crate) fn stem(path: &str) -> String {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned()
}

/// Whether a path ends in one of these extensions, in any case.
fn has_extension(path: &str, extensions: &[&str]) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let extension = name.rsplit_once('.').map(|(_, extension)| extension);
    extension.is_some_and(|own| extensions.iter().any(|other| own.eq_ignore_ascii_case(other)))
}

struct Walk<'a> {
    /// The length of the label of the given path.
    root: usize,
    /// Whether all files below the given path are samples.
    in_samples: bool,
    files: Vec<Source>,
    samples: Vec<Source>,
    unread: Vec<String>,
    /// Canonical paths of visited files and folders: each document is read once, and links cannot loop.
    seen: BTreeSet<PathBuf>,
    sink: &'a mut Sink,
}

impl Walk<'_> {
    /// Visits a file or folder. A file that the configuration names is read whatever its extension is.
    fn visit(&mut self, path: &Path, label: &str, is_configured: bool) {
        let canonical = match path.canonicalize() {
            Ok(canonical) => canonical,
            Err(error) => return self.unreadable(label, &error),
        };
        if canonical.is_dir() {
            if !self.seen.insert(canonical) {
                return;
            }
            match entries(path) {
                Ok(names) => {
                    for name in names {
                        self.visit(&path.join(&name), &format!("{label}/{name}"), false);
                    }
                }
                Err(error) => self.unreadable(label, &error),
            }
            return;
        }
        if (is_configured || self.is_read(label)) && self.seen.insert(canonical) {
            match fs::read(path) {
                Ok(bytes) => self.decode(bytes, label),
                Err(error) => {
                    self.lose(label);
                    self.unreadable(label, &error);
                }
            }
        }
    }

    /// Whether a file in a folder is read.
    fn is_read(&self, label: &str) -> bool {
        if has_extension(label, SAMPLE_EXTENSIONS) {
            return self.in_samples || label.split('/').any(|folder| folder == SAMPLES);
        }
        !self.in_samples && has_extension(label, &["md"])
    }

    /// Notes a document that cannot be read.
    fn lose(&mut self, label: &str) {
        if !has_extension(label, SAMPLE_EXTENSIONS) {
            self.unread.push(label.to_owned());
        }
    }

    fn unreadable(&mut self, label: &str, error: &io::Error) {
        let origin = Origin { path: label.to_owned(), line: 1, column: 1 };
        self.sink.report(&codes::UNREADABLE, origin, format!("cannot read this path: {error}"));
    }

    fn decode(&mut self, bytes: Vec<u8>, label: &str) {
        match String::from_utf8(bytes) {
            Ok(text) => {
                let source = Source::within(label.to_owned(), self.root, text);
                if self.in_samples { self.samples.push(source) } else { self.files.push(source) }
            }
            Err(error) => {
                self.lose(label);
                let valid = error.utf8_error().valid_up_to();
                let readable = String::from_utf8_lossy(&error.as_bytes()[..valid]).into_owned();
                let origin = Source::new(label, readable).origin(valid);
                self.sink.report(&codes::NOT_UTF8, origin, "this document is not UTF-8 from here on".to_owned());
            }
        }
    }
}

/// The names in a folder, sorted, without hidden files: editors' swap files and `.git` have no documents.
fn entries(folder: &Path) -> io::Result<Vec<String>> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder)? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if !name.starts_with('.') {
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}

/// How diagnostics show each root, the same on every machine: a relative path without leading `.` and `..`, or the
/// last part of an absolute path. Equal labels get more parts.
fn labels(roots: &[PathBuf]) -> Vec<String> {
    let parts: Vec<Vec<String>> = roots.iter().map(|root| shown_parts(root)).collect();
    let mut lengths: Vec<usize> = Vec::with_capacity(roots.len());
    for (root, parts) in roots.iter().zip(&parts) {
        lengths.push(if root.is_absolute() { 1 } else { parts.len() });
    }
    loop {
        let labels: Vec<String> = parts.iter().zip(&lengths).map(|(parts, length)| last(parts, *length)).collect();
        let mut has_grown = false;
        for idx in 0..roots.len() {
            let clashes = labels.iter().filter(|label| **label == labels[idx]).count() > 1;
            if clashes && lengths[idx] < parts[idx].len() {
                lengths[idx] += 1;
                has_grown = true;
            }
        }
        if !has_grown {
            return labels;
        }
    }
}

/// The last parts of a path.
fn last(parts: &[String], length: usize) -> String {
    parts[parts.len().saturating_sub(length)..].join("/")
}

/// The parts of a path that a label can show.
fn shown_parts(root: &Path) -> Vec<String> {
    let parts = named_parts(root);
    if !parts.is_empty() {
        return parts;
    }
    // `.` and `..` have no name of their own; the disk knows one.
    let canonical = root.canonicalize().map(|path| named_parts(&path)).unwrap_or_default();
    canonical.last().cloned().into_iter().collect()
}

/// The parts of a path without its root, `.` and `..`.
fn named_parts(path: &Path) -> Vec<String> {
    let name = |part| if let Component::Normal(name) = part { Some(name.to_string_lossy().into_owned()) } else { None };
    path.components().filter_map(name).collect()
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

    #[test]
    fn labels_are_distinct_and_the_same_on_every_machine() {
        let roots = ["../specs", "/home/x/a/docs", "/home/x/b/docs"].map(PathBuf::from);
        assert_eq!(labels(&roots), ["specs", "a/docs", "b/docs"]);
    }
}
