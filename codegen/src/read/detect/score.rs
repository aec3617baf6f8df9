//! How well a single page fits a dialect.

use crate::dialect::{Dialect, Emphasis, Note, NoteWord, Pipes, Role, Weight, words};
#[cfg(feature = "cli")]
use crate::dialect::{Evidence, Sign};
use crate::read::layout::{Found, Sought};
use crate::read::page::{Cell, Page, Row, Table, inline};
use facts::Emphasised;
use types::TypeFit;

pub(super) use facts::Facts;
pub(super) use types::TypeFits;

mod facts;
mod signs;
mod types;

/// How well a dialect fits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Points {
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

/// The points of a dialect on a page; `None` if the page cannot be in it.
pub(super) fn score<'p>(sought: Sought, facts: &mut Facts<'p>, types: &mut TypeFits<'p>) -> Option<Points> {
    let dialect = sought.dialect;
    if facts.has_foreign_title(dialect) || facts.lacks_needed_sign(dialect) {
        return None;
    }
    let Found { table } = facts.find(sought)?;
    let candidate = Candidate::new(sought, facts, table);
    if candidate.has_foreign_emphasis() || candidate.has_foreign_words() {
        return None;
    }
    let signs = candidate.signs()?;
    let rows = &candidate.rows()[..candidate.rows().len().min(ROWS)];
    let type_misfits = candidate.type_misfits(rows, types);
    let unreadable = unreadable(&type_misfits);
    let mut misfits = candidate.style_misfits() + type_misfits.iter().sum::<i64>();
    for row in rows {
        misfits += candidate.notes_misfit(row) + candidate.presence_misfit(row);
    }
    let unreadable = i64::try_from(unreadable).unwrap_or(i64::MAX);
    Some(Points { sum: signs - misfits, signs, misfits, unreadable, pages: 1 })
}

/// How many types cannot be read, of those with these costs.
fn unreadable(type_misfits: &[i64]) -> usize {
    type_misfits.iter().filter(|cost| **cost == UNREADABLE).count()
}

/// Whether a dialect cannot read a page: it finds no model there, or no meaning in most of the types.
pub(super) fn is_foreign<'p>(dialect: &'static Dialect, page: &'p Page, types: &mut TypeFits<'p>) -> bool {
    let (sought, mut facts) = (Sought::by(dialect), Facts::new(page));
    let Some(Found { table }) = facts.find(sought) else { return true };
    let candidate = Candidate::new(sought, &mut facts, table);
    let rows = candidate.rows();
    2 * unreadable(&candidate.type_misfits(rows, types)) > rows.len()
}

/// The signs of a dialect that a page shows, strongest first.
#[cfg(feature = "cli")]
pub(crate) fn shown_signs(dialect: &'static Dialect, page: &Page) -> Vec<Sign> {
    let mut facts = Facts::new(page);
    let candidate = Candidate::of_page(dialect, &mut facts);
    let weight = |evidence: &Evidence| match evidence.weight {
        Weight::For(weight) | Weight::Needed(weight) => weight,
    };
    let mut shown: Vec<&Evidence> = dialect.evidence.iter().filter(|evidence| candidate.shows(evidence.sign)).collect();
    shown.sort_by_key(|evidence| std::cmp::Reverse(weight(evidence)));
    shown.into_iter().map(|evidence| evidence.sign).collect()
}

/// A word on a page that has the columns of a dialect, but words of other dialects in them.
pub fn foreign_word(dialect: &'static Dialect, page: &Page) -> Option<String> {
    let mut facts = Facts::new(page);
    let candidate = Candidate::of_page(dialect, &mut facts);
    candidate.foreign_word().map(|cell| inline::name(cell).value)
}

/// A page, read as a dialect.
struct Candidate<'f, 'p> {
    dialect: &'static Dialect,
    facts: &'f Facts<'p>,
    table: Option<&'p Table>,
    /// The column of names.
    names: Option<usize>,
    /// The column of types.
    types: Option<usize>,
    /// Which names and types are bold.
    emphasis: [Emphasised; 2],
}

impl<'f, 'p> Candidate<'f, 'p> {
    fn new(sought: Sought, facts: &'f mut Facts<'p>, table: Option<&'p Table>) -> Self {
        let Sought { dialect, names, types, .. } = sought;
        let emphasis = [facts.emphasis(table, names), facts.emphasis(table, types)];
        Self { dialect, facts, table, names, types, emphasis }
    }

    fn of_page(dialect: &'static Dialect, facts: &'f mut Facts<'p>) -> Self {
        let sought = Sought::by(dialect);
        let table = facts.find(sought).and_then(|found| found.table);
        Self::new(sought, facts, table)
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

    /// Whether names or types are bold that are not in this dialect, or the other way round.
    fn has_foreign_emphasis(&self) -> bool {
        let style = &self.dialect.style;
        let is_foreign = |emphasis: Emphasis, found: Emphasised| match emphasis {
            Emphasis::Always => !found.all,
            Emphasis::Never => found.some,
            Emphasis::Either => false,
        };
        let [names, types] = self.emphasis;
        is_foreign(style.names, names) || is_foreign(style.types, types)
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
        let front_matter_fits = self.facts.has_front_matter == self.dialect.style.front_matter;
        let is_small = |cell: &Cell| inline::name(cell).value.starts_with(char::is_lowercase);
        let capitals_fit = !self.dialect.style.capitals || !self.cells(self.names).any(is_small);
        [pipes_fit, front_matter_fits, capitals_fit].into_iter().filter(|fits| !fits).map(|_| OUT_OF_STYLE).sum()
    }

    /// The cost of the type in each row.
    fn type_misfits(&self, rows: &'p [Row], types: &mut TypeFits<'p>) -> Vec<i64> {
        let Some(column) = self.types else { return Vec::new() };
        let columns = self.dialect.columns;
        let ends_with_type = columns.last().is_some_and(|last| last.role == Role::Type);
        let fits = types.of_column(rows, column, self.dialect.types);
        let cost = |(row, fit): (&Row, Option<TypeFit>)| match fit {
            None | Some(TypeFit::Read) => 0,
            Some(TypeFit::Unknown) if ends_with_type && row.cells.len() > columns.len() => 0,
            Some(TypeFit::Doubtful) => DOUBTFUL,
            Some(TypeFit::Unreadable | TypeFit::Unknown) => UNREADABLE,
        };
        rows.iter().zip(fits).map(cost).collect()
    }

    /// The cost of notes that the dialect does not have.
    fn notes_misfit(&self, row: &Row) -> i64 {
        let is_known = self.notes(row).is_none_or(|cell| self.has_known_note(cell));
        if is_known { 0 } else { DOUBTFUL }
    }

    /// The cost of an optional field whose type does not have the mark of those.
    fn presence_misfit(&self, row: &Row) -> i64 {
        let Some(mark) = self.dialect.types.optional else { return 0 };
        let (Some(ty), Some(notes)) = (self.type_cell(row), self.notes(row)) else { return 0 };
        if self.is_optional(notes) && !ty.value.contains(mark) { UNREADABLE } else { 0 }
    }

    fn type_cell<'r>(&self, row: &'r Row) -> Option<&'r Cell> {
        row.cells.get(self.types?)
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

    fn rows(&self) -> &'p [Row] {
        self.table.map_or(&[], |table| &table.rows)
    }

    /// The cells of a column that are not empty.
    fn cells(&self, column: Option<usize>) -> impl Iterator<Item = &Cell> {
        let cells = self.rows().iter().filter_map(move |row| row.cells.get(column?));
        cells.filter(|cell| !cell.value.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::dialect;
    use crate::read::page;

    /// The points of the dialect of this project on a page with one row.
    fn points(notes: &str) -> i64 {
        let table = "| Name | Type | Description | Notes |\n| --- | --- | --- | --- |";
        let text = format!("# Tag\n\n## Properties\n\n{table}\n| id | string | Its key. | {notes} |\n");
        let dialect = dialect::by_name("house").expect("a known dialect");
        let (page, documented) = (page::read(0, &text), BTreeSet::new());
        score(Sought::by(dialect), &mut Facts::new(&page), &mut TypeFits::new(&documented))
            .expect("a page of this dialect")
            .sum
    }

    #[test]
    fn an_unknown_note_counts_against_a_dialect() {
        assert_eq!(points("[optional]"), points(""));
        assert_eq!(points("[strange]"), points("") - DOUBTFUL);
        assert_eq!(points("strange"), points("") - DOUBTFUL);
    }
}
