//! Property tables in which the rows of an inner object follow that of its field. Where a type is one or all of
//! several, each of these has a table, and a word above it says so; the table after them continues the first.

use std::borrow::Cow;
use std::ops::Range;

use super::blocks::Blocks;
use super::{Child, Detail, Fields, Member, Members, MembersOf, Outline, RawRow, Shape, Unread, flat};
use crate::dialect::{Dialect, Rows};
use crate::read::page::{Row, Table, inline};
use crate::schema::MAX_DEPTH;
use crate::schema::UnionOf;
use crate::source::{Sp, Span};

pub(super) fn outlines<'p>(
    blocks: &mut Blocks<'p>,
    dialect: &'static Dialect,
    form: &'static Rows,
) -> Vec<Outline<'p>> {
    let parts = blocks.parts(dialect);
    parts.into_iter().filter_map(|part| outline(blocks, dialect, form, part)).collect()
}

fn outline<'p>(
    blocks: &mut Blocks<'p>,
    dialect: &'static Dialect,
    form: &'static Rows,
    part: Range<usize>,
) -> Option<Outline<'p>> {
    let Some(start) = flat::property_table(blocks, dialect, part.clone()) else {
        return without_table(blocks, dialect, form, part);
    };
    // A model whose section lost its heading is a model of its own all the same.
    let tables = start..blocks.with_inner(&(part.start..start)).end.min(part.end);
    let entries = entries(blocks, dialect, form, tables.clone());
    let mut values = Vec::new();
    for idx in part.start..tables.end {
        if blocks.header(idx).is_some_and(|header| header.has_columns(&form.values)) {
            values.extend(blocks.take(idx));
        }
    }
    let shape = Nesting { blocks, form }.shape(&entries, MAX_DEPTH);
    let within = blocks.model_around(part.start);
    blocks.is_model(part.clone());
    Some(Outline { within, shape, values, ..flat::above(blocks, dialect, part.start..start) })
}

/// A model that has a word where its table would be.
fn without_table<'p>(
    blocks: &mut Blocks<'p>,
    dialect: &'static Dialect,
    form: &'static Rows,
    part: Range<usize>,
) -> Option<Outline<'p>> {
    let (section, _) = blocks.headings(part.clone()).find(|(_, text)| dialect.has_section_heading(&text.value))?;
    blocks.paragraph(section + 1).filter(|text| text.value == form.nothing)?;
    let within = blocks.model_around(part.start);
    blocks.is_model(part.clone());
    Some(Outline { within, ..flat::above(blocks, dialect, part.start..section + 1) })
}

/// A step through the tables of a model.
#[derive(Clone, Copy)]
struct Entry<'p> {
    /// The number of marks before the names of its rows.
    level: usize,
    what: What<'p>,
}

#[derive(Clone, Copy)]
enum What<'p> {
    /// A row of a table.
    Row(&'p Row, &'p Table),
    /// The table of another type begins.
    Table(Word, &'p Table),
}

/// The word above a table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Word {
    /// It has the first of several types.
    First(MembersOf),
    /// It has the next of them.
    Next,
    /// It has what the type is not.
    Not,
    /// It goes on with the fields before these types.
    Continued,
}

/// The rows of the tables of a model, with the places at which other types begin.
fn entries<'p>(blocks: &mut Blocks<'p>, dialect: &'static Dialect, form: &Rows, part: Range<usize>) -> Vec<Entry<'p>> {
    let mut entries: Vec<Entry<'p>> = Vec::new();
    let mut surplus = 0;
    // The level of the row whose type the tables describe.
    let mut holder = None;
    for idx in part.clone() {
        if !blocks.header(idx).is_some_and(|header| dialect.has_columns(header)) {
            continue;
        }
        let word = word_above(blocks, form, idx);
        // Without a word, it is not clear what the table is about, so it is reported.
        if word.is_none() && idx > part.start {
            continue;
        }
        let Some(table) = blocks.table(idx) else { continue };
        let least = table.rows.iter().map(|row| marks(row, form)).min().unwrap_or_default();
        let level = least.saturating_sub(surplus);
        match word {
            Some(Word::Continued) => {
                let Some(more) = holder.and_then(|holder| surplus_marks(holder, level)) else { break };
                surplus += more;
            }
            Some(word) => {
                if word != Word::Next {
                    holder = entries.last().map(|row| row.level).filter(|holder| *holder < level);
                }
                entries.push(Entry { level, what: What::Table(word, table) });
            }
            None => {}
        }
        blocks.take(idx);
        let rows = table.rows.iter().map(|row| (marks(row, form).saturating_sub(surplus), row));
        entries.extend(rows.map(|(level, row)| Entry { level, what: What::Row(row, table) }));
    }
    entries
}

/// How many marks too many the rows have that follow other types: some versions count the levels within these types,
/// too. The rows are no deeper than the one that these types belong to, which decides if that is on the first level.
fn surplus_marks(holder: usize, level: usize) -> Option<usize> {
    match level.saturating_sub(holder) {
        0 => Some(0),
        surplus if holder == 0 => Some(surplus),
        _ => None,
    }
}

/// The word above a table.
fn word_above(blocks: &Blocks<'_>, form: &Rows, table: usize) -> Option<Word> {
    let text = blocks.paragraph(table.checked_sub(1)?)?;
    let word = text.value.trim_matches(['*', '_']).split(' ').next()?;
    let words = [
        (form.one_of, Word::First(MembersOf::Union(UnionOf::One))),
        (form.any_of, Word::First(MembersOf::Union(UnionOf::Any))),
        (form.all_of, Word::First(MembersOf::All)),
        (form.not, Word::Not),
        (form.continued, Word::Continued),
    ];
    let next = || form.next.contains(&word).then_some(Word::Next);
    words.into_iter().find(|(own, _)| *own == word).map(|(_, word)| word).or_else(next)
}

/// Entries while they are put into each other.
struct Nesting<'b, 'p> {
    blocks: &'b mut Blocks<'p>,
    form: &'static Rows,
}

/// A row and what is in its type.
struct Own<'p> {
    row: &'p Row,
    table: &'p Table,
    inner: Vec<Entry<'p>>,
}

/// The types that a type is made of.
struct Group<'p> {
    word: Word,
    alternatives: Vec<Vec<Entry<'p>>>,
    span: Span,
}

impl<'p> Nesting<'_, 'p> {
    /// What the entries on the outermost level describe; those below each of them are in its type.
    fn shape(&mut self, entries: &[Entry<'p>], depth: usize) -> Shape<'p> {
        let level = entries.iter().map(|entry| entry.level).min().unwrap_or_default();
        let starts_group = |entry: &Entry<'_>| entry.level == level && matches!(entry.what, What::Table(..));
        let (rows, types) = entries.split_at(entries.iter().position(starts_group).unwrap_or(entries.len()));
        let mut shape = self.fields(rows, level, depth);
        for group in groups(types, level) {
            match group.word {
                Word::First(of) if shape.members.is_none() && (of == MembersOf::All || shape.fields.is_none()) => {
                    shape.members = Some(Members { of, list: self.members(group.alternatives, depth) });
                }
                _ => self.leave(group, depth),
            }
        }
        shape
    }

    fn fields(&mut self, entries: &[Entry<'p>], level: usize, depth: usize) -> Shape<'p> {
        let mut own: Vec<Own<'p>> = Vec::new();
        for entry in entries {
            match (entry.what, own.last_mut()) {
                (What::Row(row, _), Some(_)) if depth == 0 && entry.level > level => {
                    self.blocks.leave(Unread::Rows(std::slice::from_ref(row)));
                }
                (_, Some(last)) if entry.level > level => last.inner.push(*entry),
                (What::Row(row, table), _) => own.push(Own { row, table, inner: Vec::new() }),
                (What::Table(..), _) => {}
            }
        }
        // A type without a name is the model itself, so what is in it is in the model.
        if let [Own { row, inner, .. }] = own.as_slice()
            && depth > 0
            && name(&unmarked(row, self.form)) == self.form.whole
            && !inner.is_empty()
            && row.cells.get(1).is_some_and(|ty| !ty.value.starts_with('['))
        {
            let mut shape = self.shape(inner, depth - 1);
            shape.repeated.push(RawRow::from(unmarked(row, self.form)));
            return shape;
        }
        let Some(table) = own.first().map(|first| first.table) else { return Shape::default() };
        let rows = own.into_iter().map(|own| self.row(own, depth)).collect();
        Shape { fields: Some(Fields { table, rows }), ..Shape::default() }
    }

    fn row(&mut self, own: Own<'p>, depth: usize) -> RawRow<'p> {
        let Own { row, inner, .. } = own;
        let shape = self.shape(&inner, depth.saturating_sub(1));
        let unmarked = unmarked(row, self.form);
        // What is in its type may be reported and not read.
        let detail = if shape.rows() == 0 {
            Detail::None
        } else {
            let label = Some(name(&unmarked));
            Detail::Child(Box::new(Child { label, span: row.span, is_innermost: true, text: Vec::new(), shape }))
        };
        let is_pattern = name(&unmarked).starts_with('^');
        RawRow { row: Cow::Owned(unmarked), width: 0, detail, is_pattern }
    }

    /// The types of tables, which are numbered as they have no names.
    fn members(&mut self, alternatives: Vec<Vec<Entry<'p>>>, depth: usize) -> Vec<Member<'p>> {
        let numbered = alternatives.into_iter().enumerate();
        numbered.map(|(idx, entries)| Member::Child(Box::new(self.alternative(idx, &entries, depth)))).collect()
    }

    fn alternative(&mut self, idx: usize, entries: &[Entry<'p>], depth: usize) -> Child<'p> {
        let label = Some(format!("{} {}", self.form.one_of, idx + 1));
        let start = Span { file: 0, start: 0, end: 0 };
        let span = entries.first().map_or(start, Entry::span);
        let shape = self.shape(entries, depth.saturating_sub(1));
        Child { label, span, is_innermost: false, text: Vec::new(), shape }
    }

    /// Gives back the types that make up a type which also has properties.
    fn leave(&mut self, group: Group<'p>, depth: usize) {
        let entries: Vec<Entry<'p>> = group.alternatives.into_iter().flatten().collect();
        let child = Child { span: group.span, ..self.alternative(0, &entries, depth) };
        self.blocks.leave(Unread::Child(Box::new(child)));
    }
}

impl Entry<'_> {
    fn span(&self) -> Span {
        match self.what {
            What::Row(row, _) => row.span,
            What::Table(_, table) => table.header.span,
        }
    }
}

/// The types on a level, group by group.
fn groups<'p>(entries: &[Entry<'p>], level: usize) -> Vec<Group<'p>> {
    let mut groups: Vec<Group<'p>> = Vec::new();
    for entry in entries {
        match (entry.what, groups.last_mut()) {
            (What::Table(Word::Next, _), Some(group)) if entry.level == level => group.alternatives.push(Vec::new()),
            (What::Table(word, table), _) if entry.level == level => {
                groups.push(Group { word, alternatives: vec![Vec::new()], span: table.header.span });
            }
            (_, Some(group)) => {
                if let Some(last) = group.alternatives.last_mut() {
                    last.push(*entry);
                }
            }
            (_, None) => {}
        }
    }
    groups
}

/// The number of marks before the name of a row.
fn marks(row: &Row, form: &Rows) -> usize {
    row.cells.first().map_or(0, |cell| cell.value.matches(form.mark).count())
}

/// A row without the marks before its name.
fn unmarked(row: &Row, form: &Rows) -> Row {
    let mut row = row.clone();
    if let Some(cell) = row.cells.first_mut() {
        let name = cell.value.trim_start_matches(form.mark).trim_start();
        let from = cell.value.len() - name.len();
        *cell = Sp { value: name.to_owned(), span: cell.span.part(from, name.len()) };
    }
    row
}

fn name(row: &Row) -> String {
    row.cells.first().map(|cell| inline::name(cell).value).unwrap_or_default()
}
