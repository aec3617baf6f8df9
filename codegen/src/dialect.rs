//! Stage 3, recognise: which dialect a page is written in.
//!
//! A dialect is a value, a composition of answers. To add one, write a constant in a file of its own
//! and name it in [`ALL`]; a user's own dialect is a constant too and is given to
//! [`Config::known_dialect`](crate::Config::known_dialect).

use std::collections::BTreeMap;

use crate::diag::{Sink, codes};
use crate::page::{Block, Page, Table};
use crate::schema::{Assumption, Scalar};
use crate::source::{Source, Sources};

mod genesys_python;
mod genesys_python_jekyll;
mod openapi_rust;
pub mod words;

/// Every dialect that is known without being told, sorted by name.
pub static ALL: &[&Dialect] = &[&genesys_python::DIALECT, &genesys_python_jekyll::DIALECT, &openapi_rust::DIALECT];

/// How one generator writes its documents.
#[derive(Debug, PartialEq, Eq)]
pub struct Dialect {
    /// A short name in kebab-case.
    pub name: &'static str,
    /// Which generators write it.
    pub about: &'static str,
    /// What on a page speaks for it, and what against it.
    pub evidence: &'static [Evidence],
    /// The heading above the property table.
    pub section: &'static str,
    /// The columns of the property table.
    pub columns: &'static [Column],
    /// The words and brackets of the type column.
    pub types: &'static TypeSyntax,
    /// What the notes column can say.
    pub notes: &'static [NoteWord],
    /// How a field's name becomes its key in JSON.
    pub wire: WireRule,
}

/// A column of the property table.
#[derive(Debug, PartialEq, Eq)]
pub struct Column {
    /// Its heading; the case does not matter.
    pub heading: &'static str,
    /// What its cells say.
    pub role: Role,
}

/// What the cells of a column say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The name of the field.
    Name,
    /// Its type.
    Type,
    /// Its description.
    Description,
    /// Presence and the like, in brackets.
    Notes,
}

/// A sign and what it says.
#[derive(Debug, PartialEq, Eq)]
pub struct Evidence {
    /// What to look for.
    pub sign: Sign,
    /// What follows when it is there.
    pub weight: Weight,
}

/// What a sign says about the dialect.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// So much for it.
    For(u32),
    /// It is not this dialect.
    Against,
}

/// Something that can be seen on a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// YAML front matter has a title.
    FrontMatterTitle,
    /// A paragraph has this text.
    Text(&'static str),
    /// The header starts with a `|`, or does not.
    OuterPipes(bool),
    /// A type cell has this text.
    TypeHas(&'static str),
    /// A type cell is bold as a whole, or is a link whose label is: `**str**`, `[**X**](X.md)`.
    TypeBold,
    /// A type cell has no bold text.
    TypeBare,
}

/// How type cells are written.
#[derive(Debug, PartialEq, Eq)]
pub struct TypeSyntax {
    /// Types without parts.
    pub words: &'static [Word],
    /// Types with parts.
    pub generics: &'static [Generic],
    /// What stands before the name of a model, longest first.
    pub model_prefixes: &'static [&'static str],
}

/// A type without parts.
#[derive(Debug, PartialEq, Eq)]
pub struct Word {
    /// As it is written.
    pub text: &'static str,
    /// What it means.
    pub scalar: Scalar,
    /// What it leaves open.
    pub assumed: Option<Assumption>,
}

/// A type with parts: `list[T]`, `dict(str, T)`.
#[derive(Debug, PartialEq, Eq)]
pub struct Generic {
    /// As it is written.
    pub text: &'static str,
    /// The bracket that opens the parts.
    pub open: char,
    /// The bracket that closes them.
    pub close: char,
    /// What it means.
    pub makes: Makes,
}

/// What a type with parts means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Makes {
    /// A list of its only part.
    List,
    /// A map to its only part.
    Map,
    /// A map from its first part to its second.
    KeyedMap,
    /// Its only part, or nothing.
    Optional,
}

/// A word of the notes column, within brackets: `[optional]`, `[default to 5]`.
#[derive(Debug, PartialEq, Eq)]
pub struct NoteWord {
    /// The text within the brackets, or what it starts with if [`Note::Default`] follows.
    pub text: &'static str,
    /// What it means.
    pub note: Note,
}

/// What a note means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// The key may be absent.
    Optional,
    /// Only the server sets the field.
    ReadOnly,
    /// The rest of the note is the default.
    Default,
}

/// How a field's name becomes its key in JSON.
#[derive(Debug, PartialEq, Eq)]
pub struct WireRule {
    /// What the SDK's language put before names that it cannot use, undone first.
    pub escapes: &'static [Escape],
    /// The case of the keys.
    pub case: KeyCase,
    /// Words that the API writes in capitals wherever they are not the first word of a key.
    pub capitals: &'static [&'static str],
}

/// A prefix that was put before a name.
#[derive(Debug, PartialEq, Eq)]
pub struct Escape {
    /// The prefix.
    pub prefix: &'static str,
    /// Before which names it is an escape.
    pub before: EscapedName,
}

/// Before which names a prefix is an escape.
#[derive(Debug, PartialEq, Eq)]
pub enum EscapedName {
    /// Any name that starts with a capital letter, which the escape made one.
    Capitalised,
    /// One of these words.
    OneOf(&'static [&'static str]),
}

/// The case of the keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KeyCase {
    /// `self_uri` is the key `selfUri`.
    Camel,
    /// The key is what the document spells.
    AsSpelled,
}

impl Dialect {
    /// The property table of a page: the first one with the right columns that stands under the section
    /// heading, or under the first heading if the page has no such section.
    pub fn property_table<'a>(&self, page: &'a Page) -> Option<&'a Table> {
        let headings: Vec<&'static str> = self.columns.iter().map(|it| it.heading).collect();
        let has_section = page.blocks.iter().any(|it| self.is_section(it));
        let mut open = !has_section;
        for block in &page.blocks {
            match block {
                Block::Heading(_) if has_section => open |= self.is_section(block),
                // Titles may be repeated; a parameter table of an API page has a heading of its own.
                Block::Heading(text) => open = !text.value.eq_ignore_ascii_case("Parameters"),
                Block::Table(table) if open && table.has_columns(&headings) => return Some(table),
                _ => {}
            }
        }
        None
    }

    /// Whether a block is the heading above the property table.
    pub fn is_section(&self, block: &Block) -> bool {
        matches!(block, Block::Heading(text) if text.value.eq_ignore_ascii_case(self.section))
    }

    /// How much a page speaks for this dialect; `None` if it cannot be it.
    fn score(&self, page: &Page) -> Option<u32> {
        let table = self.property_table(page)?;
        let mut score = 0;
        for evidence in self.evidence {
            match evidence.weight {
                Weight::For(weight) if evidence.sign.is_on(page, table) => score += weight,
                Weight::Against if evidence.sign.is_on(page, table) => return None,
                Weight::For(_) | Weight::Against => {}
            }
        }
        Some(score)
    }
}

impl Sign {
    fn is_on(self, page: &Page, table: &Table) -> bool {
        let types = table.rows.iter().filter_map(|row| row.cells.get(1)).filter(|it| !it.value.is_empty());
        let any_type = |test: &dyn Fn(&str) -> bool| types.clone().any(|it| test(&it.value));
        match self {
            Self::FrontMatterTitle => page.blocks.iter().any(|it| matches!(it, Block::FrontMatterTitle(_))),
            Self::Text(text) => {
                page.blocks.iter().any(|it| matches!(it, Block::Paragraph(it) if it.value.contains(text)))
            }
            Self::OuterPipes(piped) => table.header.piped == piped,
            Self::TypeHas(text) => any_type(&|it| it.contains(text)),
            Self::TypeBold => any_type(&|it| it.starts_with("**") || it.starts_with("[**")),
            Self::TypeBare => any_type(&|it| !it.contains("**")),
        }
    }
}

/// What became of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recognised {
    /// A model, written in this dialect.
    Model(&'static Dialect),
    /// No model.
    LeftAlone,
    /// A model that cannot be read; a diagnostic says why.
    Failed,
}

/// Recognises every page, in the order given. What a page shows itself comes first; where that leaves a
/// choice or nothing, its folder decides, and then all folders together.
pub fn recognise(
    pages: &[Page],
    sources: &Sources,
    told: &[(String, &'static Dialect)],
    known: &[&'static Dialect],
    sink: &mut Sink,
) -> Vec<Recognised> {
    let scores: Vec<Vec<(usize, u32)>> = pages.iter().map(|page| scores(page, known)).collect();
    let votes = Votes::count(pages, sources, &scores);
    let recognise = |(page, scores): (&Page, &Vec<(usize, u32)>)| {
        let source = sources.get(page.file);
        if let Some((_, dialect)) = told.iter().rev().find(|(path, _)| is_within(&source.path, path)) {
            return if dialect.property_table(page).is_some() {
                Recognised::Model(dialect)
            } else {
                left_alone(page, source, sources, sink)
            };
        }
        if scores.is_empty() {
            return left_alone(page, source, sources, sink);
        }
        match votes.choose(source.folder(), scores) {
            Ok(idx) => Recognised::Model(known[idx]),
            Err(rivals) => {
                let names: Vec<String> = rivals.iter().map(|idx| format!("`{}`", known[*idx].name)).collect();
                let (code, message) = if votes.says_nothing(scores) {
                    let message =
                        format!("nothing shows which dialect this page is in; known are {}", names.join(", "));
                    (&codes::UNKNOWN_DIALECT, message)
                } else {
                    (&codes::AMBIGUOUS_DIALECT, format!("this page could be in any of {}", names.join(", ")))
                };
                sink.report(code, table_origin(page, sources), message);
                Recognised::Failed
            }
        }
    };
    pages.iter().zip(&scores).map(recognise).collect()
}

/// The dialects that a page can be in and how much speaks for each.
fn scores(page: &Page, known: &[&'static Dialect]) -> Vec<(usize, u32)> {
    known.iter().enumerate().filter_map(|(idx, dialect)| Some((idx, dialect.score(page)?))).collect()
}

/// How much the pages of a folder, and all pages, speak for each dialect.
struct Votes {
    by_folder: BTreeMap<String, BTreeMap<usize, u32>>,
    all: BTreeMap<usize, u32>,
}

impl Votes {
    fn count(pages: &[Page], sources: &Sources, scores: &[Vec<(usize, u32)>]) -> Self {
        let mut votes = Self { by_folder: BTreeMap::new(), all: BTreeMap::new() };
        for (page, scores) in pages.iter().zip(scores) {
            let folder = votes.by_folder.entry(sources.get(page.file).folder().to_owned()).or_default();
            for (idx, score) in scores {
                *folder.entry(*idx).or_default() += score;
                *votes.all.entry(*idx).or_default() += score;
            }
        }
        votes
    }

    /// The dialect of a page, or those between which nothing decides.
    fn choose(&self, folder: &str, scores: &[(usize, u32)]) -> Result<usize, Vec<usize>> {
        let most = scores.iter().map(|it| it.1).max().unwrap_or_default();
        let candidates: Vec<usize> = scores.iter().filter(|it| it.1 == most).map(|it| it.0).collect();
        if let ([only], true) = (&*candidates, most > 0) {
            return Ok(*only);
        }
        let mut deciding = [self.by_folder.get(folder), Some(&self.all)].into_iter().flatten();
        deciding.find_map(|votes| strongest(votes, &candidates)).ok_or(candidates)
    }

    fn says_nothing(&self, scores: &[(usize, u32)]) -> bool {
        scores.iter().all(|(idx, _)| self.all.get(idx).is_none_or(|votes| *votes == 0))
    }
}

/// The candidate with the most votes, unless there are none or another has as many.
fn strongest(votes: &BTreeMap<usize, u32>, candidates: &[usize]) -> Option<usize> {
    let of = |idx: usize| votes.get(&idx).copied().unwrap_or_default();
    let most = candidates.iter().map(|idx| of(*idx)).max().filter(|most| *most > 0)?;
    let mut winners = candidates.iter().filter(|idx| of(**idx) == most);
    winners.next().filter(|_| winners.next().is_none()).copied()
}

fn is_within(path: &str, folder: &str) -> bool {
    folder.is_empty() || path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// A page without a property table is no model; it is said aloud unless that is to be expected.
fn left_alone(page: &Page, source: &Source, sources: &Sources, sink: &mut Sink) -> Recognised {
    let has_section = ALL.iter().any(|dialect| page.blocks.iter().any(|it| dialect.is_section(it)));
    if is_expected(source.file_name()) && !has_section {
        return Recognised::LeftAlone;
    }
    let broken = page.blocks.iter().find_map(|it| if let Block::BrokenTable(span) = it { Some(*span) } else { None });
    if let Some(span) = broken {
        let message = "this looks like a table and is none: its delimiter row is missing or does not fit the header";
        sink.report(&codes::BROKEN_TABLE, sources.origin(span), message.to_owned());
        return Recognised::Failed;
    }
    if let Some(table) = table_of_a_section(page) {
        let columns: Vec<&str> = table.header.cells.iter().map(|it| &*it.value).collect();
        let message = format!("no dialect has a property table with the columns `{}`", columns.join(" | "));
        sink.report(&codes::UNKNOWN_DIALECT, sources.origin(table.header.span), message);
        return Recognised::Failed;
    }
    if is_expected(source.file_name()) {
        return Recognised::LeftAlone;
    }
    let origin = crate::schema::Origin { path: source.path.clone(), line: 1, column: 1 };
    let columns = |it: &Table| it.header.cells.iter().map(|it| it.value.as_str()).collect::<Vec<_>>().join(" | ");
    let other = page.tables().next().map(|it| format!(" (its first table has the columns `{}`)", columns(it)));
    let message = format!("this page has no property table{} and is left alone", other.unwrap_or_default());
    sink.report(&codes::NO_TABLE, origin, message);
    Recognised::LeftAlone
}

/// Pages that come with an SDK's documents and are no models.
fn is_expected(file_name: &str) -> bool {
    let stem = file_name.rsplit_once('.').map_or(file_name, |(stem, _)| stem);
    let known = ["readme", "index", "releasenotes", "changelog", "corrections"];
    stem.ends_with("Api") || known.contains(&stem.to_lowercase().as_str())
}

/// The first table under a heading that any known dialect has above its property table.
fn table_of_a_section(page: &Page) -> Option<&Table> {
    let is_section = |it: &Block| ALL.iter().any(|dialect| dialect.is_section(it));
    page.blocks
        .iter()
        .skip_while(|it| !is_section(it))
        .find_map(|it| if let Block::Table(table) = it { Some(table) } else { None })
}

fn table_origin(page: &Page, sources: &Sources) -> crate::schema::Origin {
    let span = page.tables().next().map(|it| it.header.span);
    sources.origin(span.unwrap_or(crate::source::Span { file: page.file, start: 0, end: 0 }))
}

/// The known dialect of this name.
pub fn by_name(name: &str) -> Option<&'static Dialect> {
    ALL.iter().copied().find(|it| it.name == name)
}
