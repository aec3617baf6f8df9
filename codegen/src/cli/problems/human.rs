//! For people: the row, a caret below the cell, and what to do about it.

use std::collections::BTreeSet;
use std::ops::Range;

use annotate_snippets::{Annotation, AnnotationKind, Element, Group, Origin as Header, Renderer, Snippet};

use super::dialects::Notes;
use super::places::range;
use super::{Problems, place, with_options_of_file};
use crate::cli::output::{View, wrapped};
use crate::diag::{Diagnostic, Level, Problem, hidden, one_line};
use crate::source::{Origin, Source};

/// At most this many other places of a problem are named.
const NAMED: usize = 3;

/// What is before the texts below a snippet: the width of a number, ` = ` and `help: `.
const MARGIN: usize = 14;

/// Renders problems one after another.
pub(in crate::cli) struct Printer<'a> {
    problems: &'a Problems<'a>,
    renderer: Renderer,
    width: usize,
    notes: Notes,
    /// The codes whose remedy was shown; `None` if none is.
    explained: Option<BTreeSet<&'static str>>,
}

impl<'a> Printer<'a> {
    pub(in crate::cli) fn new(problems: &'a Problems<'a>, view: View) -> Self {
        let renderer = if view.is_colored { Renderer::styled() } else { Renderer::plain() };
        Self {
            problems,
            renderer: renderer.term_width(view.width),
            width: view.width,
            notes: Notes::default(),
            explained: Some(BTreeSet::new()),
        }
    }

    /// The same without what can be done about each kind of mistake.
    pub(in crate::cli) fn without_remedies(self) -> Self {
        Self { explained: None, ..self }
    }

    /// The lines of a problem, with an empty one at the end.
    pub(in crate::cli) fn render(&mut self, problem: &Problem<'_>) -> String {
        let (first, width) = (problem.first, self.width.saturating_sub(MARGIN));
        let level = level(first.level);
        let message = one_line(&first.message);
        let group = Group::with_title(level.primary_title(message).id(first.code.name));
        let group = self.snippets(first).into_iter().fold(group, Group::element);
        let notes = [others(problem), self.notes.about(first, self.problems)];
        let notes =
            notes.into_iter().flatten().map(|note| annotate_snippets::Level::NOTE.message(wrapped(&note, width)));
        let help = self.help(first).map(|help| annotate_snippets::Level::HELP.message(wrapped(&help, width)));
        let group = notes.chain(help).fold(group, Group::element);
        format!("{}\n\n", self.renderer.render(&[group]))
    }

    /// What to do about a mistake, or about all of its kind; the latter once.
    fn help(&mut self, diagnostic: &Diagnostic) -> Option<String> {
        if let Some(help) = &diagnostic.help {
            return Some(with_options_of_file(&one_line(help)));
        }
        let is_first = self.explained.as_mut()?.insert(diagnostic.code.name);
        is_first.then(|| as_phrase(&with_options_of_file(diagnostic.code.remedy)))
    }

    /// The lines of the documents that the mistake is about.
    fn snippets(&self, diagnostic: &Diagnostic) -> Vec<Element<'static>> {
        let own = Mark { origin: &diagnostic.origin, width: diagnostic.width, label: None };
        let related = diagnostic.related.iter();
        let related = related.map(|it| Mark { origin: &it.origin, width: it.width, label: Some(one_line(&it.label)) });
        let (beside, elsewhere): (Vec<Mark<'_>>, Vec<Mark<'_>>) =
            related.partition(|mark| mark.origin.path == diagnostic.origin.path);
        let mut elements = vec![self.snippet(&[own].into_iter().chain(beside).collect::<Vec<_>>())];
        for mark in elsewhere {
            elements.push(self.snippet(&[mark]));
        }
        elements.into_iter().flatten().collect()
    }

    /// The lines of one document, from the first mark to the last.
    fn snippet(&self, marks: &[Mark<'_>]) -> Option<Element<'static>> {
        let origin = marks.first()?.origin;
        let path = one_line(&origin.path);
        let header = || Some(Header::path(path.clone()).line(origin.line as usize).char_column(origin.column as usize));
        // Samples have personal data, and what is printed gets into the logs of builds.
        let source = self.problems.source(origin).filter(|source| !source.is_sample());
        let Some(source) = source else { return header().map(Element::from) };
        let mut ranges = Vec::with_capacity(marks.len());
        for mark in marks {
            match range(&source, mark.origin, mark.width) {
                Some(range) => ranges.push((mark, range)),
                None => return header().map(Element::from),
            }
        }
        let lines = || marks.iter().map(|mark| mark.origin.line);
        let (first, last) = (lines().min()?, lines().max()?);
        let piece = piece(&source, first, last)?;
        let text = shown(source.text.get(piece.clone())?);
        let annotations = ranges.into_iter().map(|(mark, range)| mark.annotation(range, piece.start));
        let snippet = Snippet::source(text).line_start(first as usize).path(path).annotations(annotations);
        Some(snippet.into())
    }
}

/// The lines of a document with signs of the same length for hidden characters, which a terminal could act upon.
fn shown(lines: &str) -> String {
    let mut shown = String::with_capacity(lines.len());
    for letter in lines.chars() {
        match letter.len_utf8() {
            len @ 2.. if hidden(letter) => shown.push_str(["\u{b7}", "\u{fffd}", "\u{b7}\u{b7}"][len - 2]),
            _ => shown.push(letter),
        }
    }
    shown
}

/// The other places with the same mistake.
fn others(problem: &Problem<'_>) -> Option<String> {
    let count = problem.others.len();
    let named: Vec<String> = problem.others.iter().take(NAMED).map(|other| place(&other.origin)).collect();
    let (more, places) = (if count > NAMED { ", …" } else { "" }, if count == 1 { "place" } else { "places" });
    (count > 0).then(|| format!("and {count} more {places}: {}{more}", named.join(", ")))
}

/// Sentences as a phrase that follows a colon.
fn as_phrase(sentences: &str) -> String {
    let mut letters = sentences.trim_end_matches('.').chars();
    letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
}

/// A place to underline.
struct Mark<'a> {
    origin: &'a Origin,
    width: u32,
    /// What a place is that is not the one of the mistake.
    label: Option<String>,
}

impl Mark<'_> {
    /// The bytes of the annotation are counted from `start`.
    fn annotation(&self, range: Range<usize>, start: usize) -> Annotation<'static> {
        let kind = if self.label.is_some() { AnnotationKind::Context } else { AnnotationKind::Primary };
        kind.span(range.start - start..range.end - start).label(self.label.clone())
    }
}

/// The bytes of some lines, without the end of the last one.
fn piece(source: &Source, first: u32, last: u32) -> Option<Range<usize>> {
    let (start, _) = source.line(first)?;
    let (end, line) = source.line(last)?;
    Some(start..end + line.len())
}

fn level(level: Level) -> annotate_snippets::Level<'static> {
    match level {
        Level::Error => annotate_snippets::Level::ERROR,
        Level::Warning | Level::Allow => annotate_snippets::Level::WARNING,
    }
}
