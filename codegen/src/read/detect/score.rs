//! How well a single page fits a dialect.

use std::collections::{BTreeSet, HashMap};
use std::ptr;

use crate::dialect::{Dialect, Emphasis, Models, Note, NoteWord, Pipes, Role, TypeSyntax, Weight, words};
#[cfg(feature = "cli")]
use crate::dialect::{Evidence, Sign};
use crate::read::layout::{Found, Tables, heading};
use crate::read::page::{Block, Cell, Page, Row, Table, inline};
use crate::read::type_expr::{self, TypeExpr};

mod signs;

/// How well a dialect fits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Points {
    /// The points of the signs, less those for what does not fit.
    pub sum: i64,
    /// The points of the signs.
    pub signs: i64,
    /// The points for what does not fit.
    pub misfits: i64,
    /// The number of types that the dialect cannot read.
    pub unreadable: i64,
    /// The number of pages that can be in the dialect.
    pub pages: usize,
}

/// The cost of a type that the dialect cannot read, or does not write for an optional field.
const UNREADABLE: i64 = 2;
/// The cost of a type that can only be an undocumented model, and of an unknown note.
const DOUBTFUL: i64 = 1;
/// The cost of pipes, of small letters and of front matter that the generator does not write. Formatters, people and
/// site generators do, so this does not rule the dialect out.
const OUT_OF_STYLE: i64 = 4;
/// At most this many rows of a page are scored.
const ROWS: usize = 60;
/// What separates a name from the packages before it in the titles of some dialects.
const NAMESPACES: [&str; 2] = ["::", "."];

/// How the types of pages read in dialects. SDKs have few different types, and many dialects share a notation, so each
/// text is read once.
pub(super) struct TypeFits<'p> {
    documented: &'p BTreeSet<String>,
    /// By the address of the notation and the text; only looked up.
    known: HashMap<(usize, &'p str), TypeFit>,
}

/// How a dialect reads a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum TypeFit {
    /// It has a meaning.
    Read,
    /// It can only be an undocumented model.
    Doubtful,
    /// It has none that the dialect writes.
    Unreadable,
    /// It cannot be parsed.
    Unknown,
}

impl<'p> TypeFits<'p> {
    /// The names of the documents are those that types can name.
    pub(super) fn new(documented: &'p BTreeSet<String>) -> Self {
        Self { documented, known: HashMap::new() }
    }

    fn of(&mut self, cell: &'p Cell, syntax: &'static TypeSyntax) -> TypeFit {
        let documented = self.documented;
        let place = self.known.entry((ptr::from_ref(syntax).addr(), &cell.value));
        *place.or_insert_with(|| match type_expr::parse(cell, syntax).innermost() {
            TypeExpr::Name { text, .. } if documented.contains(syntax.model_name(text)) => TypeFit::Read,
            TypeExpr::Name { text, surely_model, .. } if *surely_model || text.starts_with(char::is_uppercase) => {
                TypeFit::Doubtful
            }
            TypeExpr::Name { .. } => TypeFit::Unreadable,
            TypeExpr::Unknown { .. } => TypeFit::Unknown,
            _ => TypeFit::Read,
        })
    }
}

/// The points of a dialect on a page; `None` if the page cannot be in it.
pub(super) fn score<'p>(
    dialect: &'static Dialect,
    tables: &mut Tables<'p>,
    types: &mut TypeFits<'p>,
) -> Option<Points> {
    let Found { table } = tables.find(dialect)?;
    let candidate = Candidate { dialect, page: tables.page(), table };
    if candidate.has_foreign_title() || candidate.has_foreign_emphasis() || candidate.has_foreign_words() {
        return None;
    }
    let signs = candidate.signs()?;
    let mut points = Points { sum: signs, signs, misfits: candidate.style_misfits(), unreadable: 0, pages: 1 };
    for row in candidate.rows().iter().take(ROWS) {
        let type_misfit = candidate.type_misfit(row, types);
        points.misfits += type_misfit + candidate.notes_misfit(row) + candidate.presence_misfit(row);
        points.unreadable += i64::from(type_misfit == UNREADABLE);
    }
    points.sum -= points.misfits;
    Some(points)
}

/// Whether a dialect cannot read a page: it finds no model there, or no meaning in most of the types.
pub(super) fn is_foreign<'p>(dialect: &'static Dialect, page: &'p Page, types: &mut TypeFits<'p>) -> bool {
    let Some(Found { table }) = Tables::new(page).find(dialect) else { return true };
    let candidate = Candidate { dialect, page, table };
    let rows = candidate.rows();
    let unreadable = rows.iter().filter(|row| candidate.type_misfit(row, types) == UNREADABLE).count();
    2 * unreadable > rows.len()
}

/// The signs of a dialect that a page shows, strongest first.
#[cfg(feature = "cli")]
pub(crate) fn shown_signs(dialect: &'static Dialect, page: &Page) -> Vec<Sign> {
    let candidate = Candidate::new(dialect, page);
    let weight = |evidence: &Evidence| match evidence.weight {
        Weight::For(weight) | Weight::Needed(weight) => weight,
    };
    let mut shown: Vec<&Evidence> = dialect.evidence.iter().filter(|evidence| candidate.shows(evidence.sign)).collect();
    shown.sort_by_key(|evidence| std::cmp::Reverse(weight(evidence)));
    shown.into_iter().map(|evidence| evidence.sign).collect()
}

/// A word on a page that has the columns of a dialect, but words of other dialects in them.
pub fn foreign_word(dialect: &'static Dialect, page: &Page) -> Option<String> {
    let candidate = Candidate::new(dialect, page);
    candidate.foreign_word().map(|cell| inline::name(cell).value)
}

/// A page, read as a dialect.
struct Candidate<'a> {
    dialect: &'static Dialect,
    page: &'a Page,
    table: Option<&'a Table>,
}

impl<'a> Candidate<'a> {
    fn new(dialect: &'static Dialect, page: &'a Page) -> Self {
        Self { dialect, page, table: Tables::new(page).find(dialect).and_then(|found| found.table) }
    }

    /// The points of the signs on the page; `None` if a sign that the dialect always has is missing.
    fn signs(&self) -> Option<i64> {
        let mut points = 0;
        for evidence in self.dialect.evidence {
            match (evidence.weight, self.shows(evidence.sign)) {
                (Weight::For(weight) | Weight::Needed(weight), true) => points += i64::from(weight),
                (Weight::For(_), false) => {}
                (Weight::Needed(_), false) => return None,
            }
        }
        Some(points)
    }

    /// Whether the title has packages before the name, separated as in another dialect.
    fn has_foreign_title(&self) -> bool {
        let own = self.dialect.title.namespace;
        self.dialect.models == Models::OnePerPage
            && NAMESPACES.iter().any(|separator| own != Some(separator) && is_path(self.title(), separator))
    }

    /// Whether names or types are bold that are not in this dialect, or the other way round.
    fn has_foreign_emphasis(&self) -> bool {
        let style = &self.dialect.style;
        [(Role::Name, style.names), (Role::Type, style.types)].into_iter().any(|(role, emphasis)| {
            let is_bold = |cell: &Cell| cell.value.contains("**");
            match emphasis {
                Emphasis::Always => self.cells(role).any(|cell| !is_bold(cell)),
                Emphasis::Never => self.cells(role).any(is_bold),
                Emphasis::Either => false,
            }
        })
    }

    /// Whether a column of words has `yes` and `no` where the dialect has others.
    fn has_foreign_words(&self) -> bool {
        self.foreign_word().is_some()
    }

    fn foreign_word(&self) -> Option<&Cell> {
        let is_foreign = |cell: &Cell, words: &[NoteWord]| {
            let text = inline::name(cell).value.to_lowercase();
            let is_in = |words: &[NoteWord]| words.iter().any(|word| word.text == text && !text.is_empty());
            is_in(words::YES_NO) && !is_in(words)
        };
        // The cells of a damaged row may be in other columns.
        let width = self.table.map_or(0, |table| table.header.cells.len());
        let rows = || self.rows().iter().filter(move |row| row.cells.len() == width);
        self.dialect.all_columns().enumerate().find_map(|(idx, column)| {
            let Role::OneOf(words) = column.role else { return None };
            rows().filter_map(|row| row.cells.get(idx)).find(|cell| is_foreign(cell, words))
        })
    }

    /// The cost of what the Markdown has that the dialect does not write.
    fn style_misfits(&self) -> i64 {
        let is_piped = self.table.map(|table| table.header.piped);
        let pipes_fit = match self.dialect.style.pipes {
            Pipes::Always => is_piped != Some(false),
            Pipes::Never => is_piped != Some(true),
            Pipes::Either => true,
        };
        let has_front_matter = self.page.blocks.iter().any(|block| matches!(block, Block::FrontMatterTitle(_)));
        let front_matter_fits = has_front_matter == self.dialect.style.front_matter;
        let is_small = |cell: &Cell| inline::name(cell).value.starts_with(char::is_lowercase);
        let capitals_fit = !self.dialect.style.capitals || !self.cells(Role::Name).any(is_small);
        [pipes_fit, front_matter_fits, capitals_fit].into_iter().filter(|fits| !fits).map(|_| OUT_OF_STYLE).sum()
    }

    /// The cost of the type in a row.
    fn type_misfit(&self, row: &'a Row, types: &mut TypeFits<'a>) -> i64 {
        let Some(cell) = self.type_cell(row) else { return 0 };
        let columns = self.dialect.columns;
        let is_cut = row.cells.len() > columns.len() && columns.last().is_some_and(|last| last.role == Role::Type);
        match types.of(cell, self.dialect.types) {
            TypeFit::Read => 0,
            TypeFit::Unknown if is_cut => 0,
            TypeFit::Doubtful => DOUBTFUL,
            TypeFit::Unreadable | TypeFit::Unknown => UNREADABLE,
        }
    }

    /// The cost of notes that the dialect does not have.
    fn notes_misfit(&self, row: &Row) -> i64 {
        let is_known = self.notes(row).is_none_or(|cell| self.has_known_note(cell));
        if is_known { 0 } else { DOUBTFUL }
    }

    /// The cost of an optional field whose type does not have the mark of those.
    fn presence_misfit(&self, row: &Row) -> i64 {
        let (Some(mark), Some(ty), Some(notes)) = (self.dialect.types.optional, self.type_cell(row), self.notes(row))
        else {
            return 0;
        };
        if self.is_optional(notes) && !ty.value.contains(mark) { UNREADABLE } else { 0 }
    }

    fn type_cell<'r>(&self, row: &'r Row) -> Option<&'r Cell> {
        row.cells.get(self.column(Role::Type)?)
    }

    /// The cell of a row with notes, if they are in the last column, which a row with surplus cells has too.
    fn notes<'r>(&self, row: &'r Row) -> Option<&'r Cell> {
        let columns = self.dialect.columns;
        let is_last = columns.last().is_some_and(|last| last.role == Role::Notes);
        row.cells.last().filter(|_| is_last && row.cells.len() >= columns.len())
    }

    fn has_known_note(&self, cell: &Cell) -> bool {
        let text = cell.value.trim();
        let starts_with_one = |words: &[NoteWord], text: &str| words.iter().any(|word| text.starts_with(word.text));
        text.is_empty()
            || starts_with_one(self.dialect.phrases, text)
            || text.strip_prefix('[').is_some_and(|inner| starts_with_one(self.dialect.notes, inner))
    }

    fn is_optional(&self, notes: &Cell) -> bool {
        let mut optional = self.dialect.notes.iter().filter(|word| word.note == Note::Optional);
        let is_in_brackets = |text: &str| {
            let mut opened = notes.value.split('[').skip(1);
            opened.any(|inner| inner.strip_prefix(text).is_some_and(|after| after.starts_with(']')))
        };
        optional.any(|word| is_in_brackets(word.text))
    }

    fn rows(&self) -> &'a [Row] {
        self.table.map_or(&[], |table| &table.rows)
    }

    /// The cells of a column that are not empty.
    fn cells(&self, role: Role) -> impl Iterator<Item = &Cell> {
        let column = self.column(role);
        let cells = self.rows().iter().filter_map(move |row| row.cells.get(column?));
        cells.filter(|cell| !cell.value.is_empty())
    }

    fn column(&self, role: Role) -> Option<usize> {
        self.dialect.columns.iter().position(|column| column.role == role)
    }

    /// The first heading.
    fn title(&self) -> &str {
        self.page.blocks.iter().find_map(heading).unwrap_or_default()
    }
}

/// Whether a text is several identifiers with this separator between them.
fn is_path(text: &str, separator: &str) -> bool {
    let is_identifier = |part: &str| {
        part.starts_with(|first: char| first.is_alphabetic() || first == '_')
            && part.chars().all(|letter| letter.is_alphanumeric() || letter == '_')
    };
    text.contains(separator) && text.split(separator).all(is_identifier)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialect;
    use crate::read::page;

    /// The points of the dialect of this project on a page with one row.
    fn points(notes: &str) -> i64 {
        let table = "| Name | Type | Description | Notes |\n| --- | --- | --- | --- |";
        let text = format!("# Tag\n\n## Properties\n\n{table}\n| id | string | Its key. | {notes} |\n");
        let dialect = dialect::by_name("house").expect("a known dialect");
        let (page, documented) = (page::read(0, &text), BTreeSet::new());
        score(dialect, &mut Tables::new(&page), &mut TypeFits::new(&documented)).expect("a page of this dialect").sum
    }

    #[test]
    fn an_unknown_note_counts_against_a_dialect() {
        assert_eq!(points("[optional]"), points(""));
        assert_eq!(points("[strange]"), points("") - DOUBTFUL);
        assert_eq!(points("strange"), points("") - DOUBTFUL);
    }

    #[test]
    fn a_path_is_identifiers_and_separators_only() {
        assert!(is_path("Shop.Model.Order", ".") && is_path("Shop::_Order2", "::"));
        for text in ["Order", "Order 2.1", "Order2.1", "Shop.Order, the model", ".Order", "Shop.", "Shop::Order"] {
            assert!(!is_path(text, "."), "{text}");
        }
    }
}
