//! Stage 3, detect: which dialect a page is written in, by evidence and by vote over its folder.

mod score;
mod votes;

use std::collections::BTreeSet;

use crate::diag::{Sink, codes};
use crate::dialect::{Dialect, Role, ValuesForm};
use crate::parallel;
use crate::read::layout::{self, Layout, heading};
use crate::read::page::{Block, Page, Row, Table};
use crate::read::type_expr;
use crate::source::{Origin, Sources, Span, is_within, stem};
use score::score;
use votes::{Scores, Votes};

/// The dialects that pages can be in.
#[derive(Clone, Debug)]
pub struct Options {
    /// The dialects that were configured, each for the documents at a path; the last one that fits counts.
    pub told: Vec<(String, &'static Dialect)>,
    /// The dialects that can be detected.
    pub known: Vec<&'static Dialect>,
}

/// What became of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detected {
    /// A model, written in this dialect.
    Model(&'static Dialect),
    /// No model.
    LeftAlone,
    /// A model that cannot be read; a diagnostic says why.
    Failed,
}

/// Detects the dialect of every page, in the order given. What was told comes first. Then each dialect gets points on
/// each page: for the signs that speak for it, less those for cells that it cannot read. The dialect that has
/// most in the folder of a page gets some more there; what is still tied, all pages decide together, unless
/// the rivals would read the page alike.
pub fn detect(pages: &[Page], sources: &Sources, options: &Options, sink: &mut Sink) -> Vec<Detected> {
    let documented: BTreeSet<String> = pages.iter().map(|it| stem(&sources.get(it.file).path)).collect();
    let scores: Vec<Scores> = parallel::map(pages, |page| scores(page, &options.known, &documented));
    let votes = Votes::count(pages, sources, &scores);
    let mut detector = Detector { sources, options, votes, sink };
    pages.iter().zip(&scores).map(|(page, scores)| detector.detect(page, scores)).collect()
}

/// So many dialects are named in a message; of one more the name is as short as its number.
const NAMED: usize = 6;
/// The table at the head of an SDK's page of calls; what else such a page has describes parameters.
const CALLS: [&str; 3] = ["Method", "HTTP request", "Description"];

fn scores(page: &Page, known: &[&'static Dialect], documented: &BTreeSet<String>) -> Scores {
    if page.tables().any(|table| table.has_columns(&CALLS)) {
        return Scores::new();
    }
    let score = |(idx, dialect): (usize, &&'static Dialect)| Some((idx, score(dialect, page, documented)?));
    known.iter().enumerate().filter_map(score).collect()
}

/// Whether two dialects say the same about a page.
fn read_alike(a: &'static Dialect, b: &'static Dialect, page: &Page) -> bool {
    let (own, other) = (layout::lay_out(page, a), layout::lay_out(page, b));
    match (own.property_table(), other.property_table()) {
        (Some(table), Some(other)) => table.header.span == other.header.span && read_rows_alike(a, b, &table.rows),
        (None, None) => lists_values_alike(&own, &other) && name_in(a, page) == name_in(b, page),
        (Some(_), None) | (None, Some(_)) => false,
    }
}

/// Whether two dialects read the rows of a property table alike.
fn read_rows_alike(a: &'static Dialect, b: &'static Dialect, rows: &[Row]) -> bool {
    let ty = a.columns.iter().position(|column| column.role == Role::Type);
    let mut types = rows.iter().filter_map(|row| row.cells.get(ty?));
    (a.columns, a.nested) == (b.columns, b.nested)
        && (a.title, a.empty, a.rows, &a.wire) == (b.title, b.empty, b.rows, &b.wire)
        && (a.notes, a.phrases, a.presence, a.nullable) == (b.notes, b.phrases, b.presence, b.nullable)
        && (a.defaults, a.values) == (b.defaults, b.values)
        && types.all(|cell| type_expr::parse(cell, a.types) == type_expr::parse(cell, b.types))
}

/// Whether two layouts of a page have a model whose values are listed in the same form.
fn lists_values_alike(a: &Layout<'_>, b: &Layout<'_>) -> bool {
    values_form(a).is_some_and(|form| Some(form) == values_form(b))
}

fn values_form(layout: &Layout<'_>) -> Option<&'static ValuesForm> {
    layout.models.first()?.shape.values.as_ref().map(|values| values.form)
}

/// The name of the model as a dialect reads the first heading.
fn name_in<'a>(dialect: &Dialect, page: &'a Page) -> &'a str {
    let title = page.blocks.iter().find_map(heading).unwrap_or_default();
    dialect.title.name_in(title)
}

struct Detector<'a> {
    sources: &'a Sources,
    options: &'a Options,
    votes: Votes,
    sink: &'a mut Sink,
}

impl Detector<'_> {
    fn detect(&mut self, page: &Page, scores: &Scores) -> Detected {
        let source = self.sources.get(page.file);
        let told = self.options.told.iter().rev().find(|(path, _)| is_within(&source.path, path));
        if let Some((_, dialect)) = told.filter(|(_, dialect)| !layout::lay_out(page, dialect).models.is_empty()) {
            return Detected::Model(dialect);
        }
        if told.is_some() || scores.is_empty() {
            return self.without_property_table(page);
        }
        match self.votes.choose(source.folder(), scores) {
            Ok(idx) => Detected::Model(self.options.known[idx]),
            Err(rivals) => match self.alike(page, &rivals) {
                Some(dialect) => Detected::Model(dialect),
                None => self.undecided(page, scores, &rivals),
            },
        }
    }

    /// The first of several dialects that all read a page alike, so that the choice makes no difference.
    fn alike(&self, page: &Page, rivals: &[usize]) -> Option<&'static Dialect> {
        let (first, others) = rivals.split_first()?;
        let first = self.options.known[*first];
        let shows = self.votes.is_any_shown() || layout::lay_out(page, first).property_table().is_none();
        (shows && others.iter().all(|it| read_alike(first, self.options.known[*it], page))).then_some(first)
    }

    fn undecided(&mut self, page: &Page, scores: &Scores, rivals: &[usize]) -> Detected {
        let names: Vec<String> = rivals.iter().map(|idx| format!("`{}`", self.options.known[*idx].name)).collect();
        let others = names.len().saturating_sub(NAMED);
        let names = match others {
            0 | 1 => names.join(", "),
            _ => format!("{} and {others} others", names[..NAMED].join(", ")),
        };
        let (code, message) = if !scores.keys().any(|idx| self.votes.is_shown(*idx)) {
            (&codes::UNKNOWN_DIALECT, format!("nothing shows which dialect this page is in; known are {names}"))
        } else {
            (&codes::AMBIGUOUS_DIALECT, format!("this page could be in any of {names}"))
        };
        let table = rivals.first().and_then(|idx| layout::lay_out(page, self.options.known[*idx]).property_table());
        let span = table.map_or(Span { file: page.file, start: 0, end: 0 }, |it| it.header.span);
        self.sink.report(code, self.sources.origin(span), message);
        Detected::Failed
    }

    /// Such a page is no model, unless it looks like one that went wrong. It is said aloud if the name of
    /// the file does not let expect it.
    fn without_property_table(&mut self, page: &Page) -> Detected {
        let known = &self.options.known;
        let is_section = |text: &str| known.iter().any(|dialect| dialect.has_section_heading(text));
        let section = page.blocks.iter().position(|block| heading(block).is_some_and(is_section));
        let is_expected = is_expected(self.sources.get(page.file).file_name());
        if is_expected && section.is_none() {
            return Detected::LeftAlone;
        }
        if let Some(span) = page.blocks.iter().find_map(Block::broken_table) {
            let message =
                "this looks like a table but is not one: its delimiter row is missing or does not fit the header";
            self.sink.report(&codes::BROKEN_TABLE, self.sources.origin(span), message.to_owned());
            return Detected::Failed;
        }
        if let Some(table) = page.blocks[section.unwrap_or(page.blocks.len())..].iter().find_map(Block::table) {
            let message = format!("no dialect has a property table with the columns `{}`", columns(table));
            self.sink.report(&codes::UNKNOWN_DIALECT, self.sources.origin(table.header.span), message);
            return Detected::Failed;
        }
        if !is_expected {
            let other = page.tables().next();
            let other = other.map(|it| format!(" (its first table has the columns `{}`)", columns(it)));
            let message = format!("this page has no property table{} and is left alone", other.unwrap_or_default());
            let origin = Origin { path: self.sources.get(page.file).path.clone(), line: 1, column: 1 };
            self.sink.report(&codes::NO_TABLE, origin, message);
        }
        Detected::LeftAlone
    }
}

fn columns(table: &Table) -> String {
    table.header.cells.iter().map(|it| it.value.as_str()).collect::<Vec<_>>().join(" | ")
}

/// Pages that come with an SDK's documents and are no models.
fn is_expected(file_name: &str) -> bool {
    let stem = stem(file_name);
    let known = ["readme", "index", "releasenotes", "changelog", "corrections"];
    let of_calls = ["Api", "API", "_api", "ApiInterface"];
    of_calls.iter().any(|it| stem.ends_with(it)) || known.contains(&stem.to_lowercase().as_str())
}
