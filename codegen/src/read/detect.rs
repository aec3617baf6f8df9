//! Finds the dialect of each page by evidence and by the votes of its folder.

mod configured;
mod minority;
mod score;
mod votes;

use std::collections::BTreeSet;
use std::ptr;

use crate::diag::{Code, Message, Sink, Subject, codes};
use crate::dialect::{Dialect, Note, Role, ValuesForm};
use crate::parallel;
use crate::read::layout::{self, Outline, Sought, Tables, heading, instead_of_table};
use crate::read::page::{self, Block, LazyPage, Page, Row, Table};
use crate::read::type_expr;
use crate::source::{CORRECTION_COLUMNS, CORRECTIONS, Origin, Sources, Span, stem};
use score::{Facts, TypeFits, score};

use configured::foreign;
pub use configured::{Configured, Options};
#[cfg(feature = "cli")]
pub(crate) use score::shown_signs;
pub use score::{Points, foreign_word};
pub use votes::Scores;
use votes::Votes;

/// What a page is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detected {
    /// A page of models in this dialect.
    Model(&'static Dialect),
    /// A page without models.
    LeftAlone,
    /// A page of models that cannot be read; a diagnostic says why.
    Failed,
}

/// What is known of a page before it is looked at. More than nothing is known only of pages without a conflict.
pub enum Evidence {
    /// Nothing; the page shows it.
    Page,
    /// The points of the dialects and, if it was read in a configured dialect, that dialect.
    Scored(Scores, Option<ReadAs>),
    /// See [`is_left_alone_anyway`].
    LeftAlone,
}

impl Evidence {
    /// What is known of the page in a dialect, if it was read in it because that is configured.
    fn read_as(&self, dialect: &'static Dialect) -> Option<ReadAs> {
        let Self::Scored(_, read_as) = self else { return None };
        read_as.filter(|read_as| ptr::eq(read_as.dialect, dialect))
    }
}

/// A configured dialect in which a page has models.
#[derive(Clone, Copy, Debug)]
pub struct ReadAs {
    /// The dialect.
    pub dialect: &'static Dialect,
    /// Whether the dialect has no meaning for most of the types.
    pub is_foreign: bool,
}

/// What was found out about a page.
pub struct Found {
    /// What it is.
    pub detected: Detected,
    /// The points of the dialects.
    pub scores: Scores,
    /// The dialect, if it is configured.
    pub read_as: Option<ReadAs>,
}

impl Found {
    /// See [`ReadAs::is_foreign`].
    pub fn is_foreign(&self) -> Option<bool> {
        self.read_as.map(|read_as| read_as.is_foreign)
    }
}

/// Detects the dialect of every page, in the order given.
///
/// A configured dialect comes first. Then each dialect gets points on each page: those of the signs that speak for it,
/// less those of the cells that it cannot read. The leader of a folder gets some more on the pages there. A tie is
/// decided by all pages together, unless the rivals would read the page alike.
pub fn detect(
    pages: &[LazyPage<'_>],
    mut evidence: Vec<Evidence>,
    sources: &Sources,
    options: &Options,
    sink: &mut Sink,
) -> Vec<Found> {
    let documented: BTreeSet<String> = pages.iter().map(|page| stem(&sources.get(page.file).path)).collect();
    let sought = Sought::by_all(&options.known);
    let scores: Vec<Scores> = parallel::map_with(
        pages.iter().zip(&mut evidence),
        || TypeFits::new(&documented),
        |types, (page, evidence)| match evidence {
            Evidence::Page => scores(page.get(), &sought, types),
            Evidence::Scored(scores, _) => std::mem::take(scores),
            Evidence::LeftAlone => Scores::new(),
        },
    );
    let votes = Votes::count(pages, sources, &scores);
    let foreign = foreign(pages, &scores, &evidence, &documented, sources, options);
    let fitting = options.fitting(pages, &foreign, sources, sink);
    let dialect_of = |page: &LazyPage<'_>| {
        Options::configured(fitting.iter().copied(), sources.get(page.file)).map(|configured| configured.dialect)
    };
    let configured: Vec<Option<&'static Dialect>> = pages.iter().map(dialect_of).collect();
    let open: Vec<bool> = configured.iter().map(Option::is_none).collect();
    let mut detector = Detector { sources, options, votes, sink };
    let mut detected = Vec::with_capacity(pages.len());
    for (((page, scores), evidence), configured) in pages.iter().zip(&scores).zip(&evidence).zip(&configured) {
        detected.push(detector.detect(page, scores, evidence, *configured));
    }
    minority::settle(pages, &mut detected, &open, sources, sink);
    let mut found = Vec::with_capacity(pages.len());
    for (((detected, scores), configured), foreign) in detected.into_iter().zip(scores).zip(configured).zip(foreign) {
        let dialect = configured.filter(|dialect| detected == Detected::Model(dialect));
        let read_as = dialect.zip(foreign).map(|(dialect, is_foreign)| ReadAs { dialect, is_foreign });
        found.push(Found { detected, scores, read_as });
    }
    found
}

/// At most this many dialects are listed in a message; the rest are counted.
const NAMED: usize = 6;
/// The columns of the table at the head of an SDK's page of calls; the other tables of such a page are parameters.
const CALLS: [&str; 3] = ["Method", "HTTP request", "Description"];

/// Whether a page describes calls.
pub fn is_of_calls(page: &Page) -> bool {
    page.tables().any(|table| table.has_columns(&CALLS))
}

fn scores<'p>(page: &'p Page, known: &[Sought], types: &mut TypeFits<'p>) -> Scores {
    if is_of_calls(page) {
        return Scores::new();
    }
    let mut facts = Facts::new(page);
    let mut scores = Scores::new();
    for (idx, sought) in known.iter().enumerate() {
        if let Some(points) = score(*sought, &mut facts, types) {
            scores.push((idx, points));
        }
    }
    scores
}

/// Whether a page means the same in two dialects.
fn read_alike(a: &'static Dialect, b: &'static Dialect, page: &Page) -> bool {
    let (own, other) = (layout::models(page, a), layout::models(page, b));
    match (layout::property_table(&own), layout::property_table(&other)) {
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
        && a.values == b.values
        && (a.defaults == b.defaults || !have_defaults(a, rows))
        && types.all(|cell| type_expr::parse(cell, a.types) == type_expr::parse(cell, b.types))
}

/// Whether a row has a default.
fn have_defaults(dialect: &Dialect, rows: &[Row]) -> bool {
    let mut words = dialect.notes.iter().chain(dialect.phrases).filter(|word| word.note == Note::Default);
    let has_column = dialect.columns.iter().any(|column| column.role == Role::Default);
    has_column || words.any(|word| rows.iter().flat_map(|row| &row.cells).any(|cell| cell.value.contains(word.text)))
}

/// Whether two layouts of a page have a model whose values are listed in the same form.
fn lists_values_alike(a: &[Outline<'_>], b: &[Outline<'_>]) -> bool {
    values_form(a).is_some_and(|form| Some(form) == values_form(b))
}

fn values_form(models: &[Outline<'_>]) -> Option<&'static ValuesForm> {
    models.first()?.shape.values.as_ref().map(|values| values.form)
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
    fn detect(
        &mut self,
        page: &LazyPage<'_>,
        scores: &Scores,
        evidence: &Evidence,
        configured: Option<&'static Dialect>,
    ) -> Detected {
        let source = self.sources.get(page.file);
        if matches!(evidence, Evidence::Page)
            && let Some(span) = page.get().conflict.filter(|_| !is_expected(source.file_name()))
        {
            return self.fail(page.get(), &codes::CONFLICT_MARKER, span, page::conflict());
        }
        if let Some(dialect) = configured {
            let has_models =
                evidence.read_as(dialect).is_some() || Tables::new(page.get()).find(Sought::by(dialect)).is_some();
            return if has_models { Detected::Model(dialect) } else { self.without_property_table(page.get()) };
        }
        if matches!(evidence, Evidence::LeftAlone) {
            return Detected::LeftAlone;
        }
        if scores.is_empty() {
            return self.without_property_table(page.get());
        }
        match self.votes.choose(source.folder(), scores) {
            Ok(idx) => Detected::Model(self.options.known[idx]),
            Err(rivals) => match self.alike(page.get(), &rivals) {
                Some(dialect) => Detected::Model(dialect),
                None => self.undecided(page.get(), scores, &rivals),
            },
        }
    }

    /// The first of several dialects that all read a page alike, so that the choice makes no difference.
    fn alike(&self, page: &Page, rivals: &[usize]) -> Option<&'static Dialect> {
        let (first, others) = rivals.split_first()?;
        let first = self.options.known[*first];
        let is_shown = self.votes.is_any_shown() || layout::property_table(&layout::models(page, first)).is_none();
        let mut others = others.iter().map(|idx| self.options.known[*idx]);
        (is_shown && others.all(|other| read_alike(first, other, page))).then_some(first)
    }

    fn undecided(&mut self, page: &Page, scores: &Scores, rivals: &[usize]) -> Detected {
        let names = self.listed(rivals);
        let (code, message) = if scores.iter().any(|(idx, _)| self.votes.is_shown(*idx)) {
            (&codes::AMBIGUOUS_DIALECT, format!("this page could be in any of {names}"))
        } else {
            (&codes::UNKNOWN_DIALECT, format!("nothing shows which dialect this page is in; known are {names}"))
        };
        let table =
            rivals.first().and_then(|idx| layout::property_table(&layout::models(page, self.options.known[*idx])));
        let span = table.map_or(Span { file: page.file, start: 0, end: 0 }, |table| table.header.span);
        self.fail(page, code, span, message)
    }

    /// Reports why a page cannot be read.
    fn fail(&mut self, page: &Page, code: &'static Code, span: Span, message: impl Into<Message>) -> Detected {
        let subject = Subject { models: names(page, self.sources), field: None };
        self.sink.report_of(subject, code, self.sources.place(span), message);
        Detected::Failed
    }

    /// The names of dialects for a message.
    fn listed(&self, dialects: &[usize]) -> String {
        let names: Vec<String> = dialects.iter().map(|idx| format!("`{}`", self.options.known[*idx].name)).collect();
        match names.len().saturating_sub(NAMED) {
            // One more name is as short as its number.
            0 | 1 => names.join(", "),
            others => format!("{} and {others} others", names[..NAMED].join(", ")),
        }
    }

    /// Handles a page without a property table. Skips it, or reports it if it looks like a damaged model page. Expected
    /// non-models (`README`, `*Api`) are skipped silently.
    fn without_property_table(&mut self, page: &Page) -> Detected {
        if let Some(span) = corrections(page, self.sources) {
            let message = "these corrections are not applied, as the document is not called `CORRECTIONS.md`";
            return self.fail(page, &codes::MISPLACED_CORRECTIONS, span, message.to_owned());
        }
        // Other headings, such as `Fields`, are common on pages of any kind.
        let counts = |idx: usize, own: &Dialect| own.section == Dialect::BASE.section || self.votes.is_shown(idx);
        let known: Vec<&Dialect> =
            self.options.known.iter().enumerate().filter(|(idx, own)| counts(*idx, own)).map(|(_, own)| *own).collect();
        let section = section(page, &known);
        let file_name = self.sources.get(page.file).file_name();
        let is_expected = is_expected(file_name) || describes_calls(page);
        let broken = page.blocks.iter().find_map(Block::broken_table);
        if is_expected && section.is_none() && !may_be_model(page, file_name) {
            return Detected::LeftAlone;
        }
        if let Some(other) = instead_of_table(page, section, &known) {
            return self.fail(page, &codes::PROPERTIES_NOT_A_TABLE, other.span, other.message());
        }
        if let Some(span) = broken {
            let message =
                "this looks like a table but is not one: its delimiter row is missing or does not fit the header";
            return self.fail(page, &codes::BROKEN_TABLE, span, message.to_owned());
        }
        let below_section = section.map_or(&[][..], |section| &page.blocks[section..]);
        let above = below_section.first().and_then(heading).unwrap_or_default();
        let may_have_fields = |table: &&Table| may_have_fields(table, above, &known);
        if let Some(table) = below_section.iter().find_map(Block::table).filter(may_have_fields) {
            let foreign = known.iter().find_map(|dialect| Some((dialect.name, foreign_word(dialect, page)?)));
            let message = match foreign {
                Some((dialect, word)) => {
                    format!("this table has the columns of `{dialect}`, but `{word}` is none of its words")
                }
                None => format!("no dialect has a property table with the columns `{}`", columns(table)),
            };
            return self.fail(page, &codes::UNKNOWN_DIALECT, table.header.span, message);
        }
        if !is_expected {
            self.report_skipped(page);
        }
        Detected::LeftAlone
    }

    fn report_skipped(&mut self, page: &Page) {
        let table = page.tables().next();
        let hint = table.map(|table| format!(" (its first table has the columns `{}`)", columns(table)));
        let message = format!("this page has no property table{} and is skipped", hint.unwrap_or_default());
        let subject = Subject { models: names(page, self.sources), field: None };
        let origin = Origin::start_of(&self.sources.get(page.file).path);
        self.sink.report_of(subject, &codes::NO_TABLE, origin, message);
    }
}

/// The names that the model of a page may have, if the page cannot be read: that of the file, and the first heading
/// with and without packages.
pub fn names(page: &Page, sources: &Sources) -> Vec<String> {
    let mut names = vec![stem(&sources.get(page.file).path)];
    let title = page.blocks.iter().find_map(heading).unwrap_or_default();
    let last = title.rsplit(['.', ':', '\\']).next().unwrap_or_default();
    for name in [title, last] {
        if !name.is_empty() && !names.iter().any(|known| known == name) {
            names.push(name.to_owned());
        }
    }
    names
}

/// The headings of the columns of a table.
pub fn columns(table: &Table) -> String {
    table.header.cells.iter().map(|cell| cell.value.as_str()).collect::<Vec<_>>().join(" | ")
}

/// Where a page has corrections although it is not named so.
fn corrections(page: &Page, sources: &Sources) -> Option<Span> {
    let is_named = sources.get(page.file).file_name().eq_ignore_ascii_case(CORRECTIONS);
    let table = page.tables().find(|table| is_named || table.has_columns(CORRECTION_COLUMNS));
    let start = Span { file: page.file, start: 0, end: 0 };
    table.map(|table| table.header.span).or(is_named.then_some(start))
}

/// The position of the heading that is above the property tables of one of these dialects.
fn section(page: &Page, known: &[&Dialect]) -> Option<usize> {
    let is_section = |text: &str| known.iter().any(|dialect| dialect.has_section_heading(text));
    page.blocks.iter().position(|block| heading(block).is_some_and(is_section))
}

/// Whether the page with the name of one of calls may be that of a model: the name of a model may end like it, but pages
/// of calls have tables.
fn may_be_model(page: &Page, file_name: &str) -> bool {
    let is_broken = || page.blocks.iter().any(|block| block.broken_table().is_some());
    names_calls(file_name) && page.tables().next().is_none() && is_broken()
}

/// Whether a page without scores is left alone in silence, whatever the other pages show.
pub fn is_left_alone_anyway(page: &Page, known: &[&'static Dialect], sources: &Sources) -> bool {
    let file_name = sources.get(page.file).file_name();
    corrections(page, sources).is_none()
        && (is_expected(file_name) || describes_calls(page))
        && section(page, known).is_none()
        && !may_be_model(page, file_name)
}

/// Whether a page is expected among an SDK's documents without being a model.
fn is_expected(file_name: &str) -> bool {
    let known = ["readme", "index", "releasenotes", "changelog"];
    names_calls(file_name) || known.contains(&stem(file_name).to_lowercase().as_str())
}

/// Whether a table below a section heading of these dialects may be a property table: other tables are also below
/// `Fields`, so the first column decides there.
fn may_have_fields(table: &Table, section: &str, known: &[&Dialect]) -> bool {
    let first = table.header.cells.first().map_or("", |cell| cell.value.as_str());
    known.iter().filter(|own| own.has_section_heading(section)).any(|own| {
        let is_headed = || own.columns.first().is_some_and(|column| column.heading.eq_ignore_ascii_case(first));
        own.section == Dialect::BASE.section || is_headed()
    })
}

/// Whether a page has a table of the parameters of a call.
fn describes_calls(page: &Page) -> bool {
    let is_parameters = |table: &Table| table.header.cells.first().is_some_and(|cell| cell.value == "Parameter");
    page.tables().any(is_parameters)
}

/// Whether a page is named like those that describe calls.
fn names_calls(file_name: &str) -> bool {
    let stem = stem(file_name);
    ["Api", "API", "_api", "ApiInterface"].iter().any(|end| stem.ends_with(end))
}
