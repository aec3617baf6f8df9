//! Property tables in which the rows of an inner object follow that of its field.

use std::borrow::Cow;
use std::ops::Range;

use super::blocks::Blocks;
use super::{Child, Detail, Fields, Member, Members, MembersOf, Outline, RawRow, Shape, flat};
use crate::dialect::{Dialect, Rows};
use crate::read::page::{Row, Table, inline};
use crate::read::type_expr::MAX_DEPTH;
use crate::schema::UnionOf;
use crate::source::Sp;

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
    let start = flat::property_table(blocks, dialect, part.clone())?;
    let members = members_of(blocks, dialect, form, &part);
    let mut shapes = Vec::new();
    let mut values = Vec::new();
    for idx in part.clone() {
        let Some(header) = blocks.header(idx) else { continue };
        if header.has_columns(&form.values) {
            values.extend(blocks.take(idx));
        } else if dialect.has_columns(header) && (members.is_some() || shapes.is_empty()) {
            shapes.extend(blocks.take(idx).map(|table| (table, level(form, table, &all(table), MAX_DEPTH))));
        }
    }
    let shape = match members {
        Some(of) => Shape { members: Some(Members { of, list: children(form, shapes) }), ..Shape::default() },
        None => shapes.into_iter().next().map(|(_, shape)| shape).unwrap_or_default(),
    };
    blocks.is_model(part.clone());
    Some(Outline { shape, values, ..flat::above(blocks, dialect, part.start..start) })
}

/// How the tables make up the model, if it is made of several types: a word before the first table says so.
fn members_of(blocks: &Blocks<'_>, dialect: &Dialect, form: &Rows, part: &Range<usize>) -> Option<MembersOf> {
    let section = blocks.headings(part.clone()).find(|(_, text)| dialect.has_section_heading(&text.value))?.0;
    let first = blocks.below(section, part).next()?;
    let word = blocks.paragraph(first)?.value.split(' ').next()?;
    let words = [
        (form.one_of, MembersOf::Union(UnionOf::One)),
        (form.any_of, MembersOf::Union(UnionOf::Any)),
        (form.all_of, MembersOf::All),
    ];
    words.into_iter().find(|(own, _)| *own == word).map(|(_, of)| of)
}

/// The types of the tables, which are numbered as they have no names.
fn children<'p>(form: &Rows, shapes: Vec<(&'p Table, Shape<'p>)>) -> Vec<Member<'p>> {
    let numbered = shapes.into_iter().enumerate().map(|(idx, (table, shape))| {
        let label = Some(format!("{} {}", form.one_of, idx + 1));
        let span = table.rows.first().map_or(table.header.span, |row| row.span);
        Member::Child(Box::new(Child { label, span, is_innermost: false, text: Vec::new(), shape }))
    });
    numbered.collect()
}

fn all(table: &Table) -> Vec<&Row> {
    table.rows.iter().collect()
}

/// The object that the rows on the outermost level describe; the rows below each of them belong to the object in it.
fn level<'p>(form: &Rows, table: &'p Table, rows: &[&'p Row], depth: usize) -> Shape<'p> {
    let least = rows.iter().map(|row| marks(row, form)).min().unwrap_or_default();
    let mut own: Vec<(&Row, Vec<&Row>)> = Vec::new();
    for row in rows {
        match own.last_mut() {
            Some((_, inner)) if depth > 0 && marks(row, form) > least => inner.push(row),
            _ => own.push((row, Vec::new())),
        }
    }
    // A type without a name is the model itself, so what is in it is in the model.
    if let [(row, inner)] = own.as_slice()
        && name(row) == form.whole
        && !inner.is_empty()
        && row.cells.get(1).is_some_and(|ty| !ty.value.starts_with('['))
    {
        let mut shape = level(form, table, inner, depth - 1);
        shape.repeated += 1;
        return shape;
    }
    let raw_row = |(row, inner): (&'p Row, Vec<&'p Row>)| {
        let child = |inner: &[&'p Row]| Child {
            label: Some(name(row)),
            span: row.span,
            is_innermost: true,
            text: Vec::new(),
            shape: level(form, table, inner, depth.saturating_sub(1)),
        };
        let detail = if inner.is_empty() { Detail::None } else { Detail::Child(Box::new(child(&inner))) };
        RawRow { row: Cow::Owned(unmarked(row, form)), detail }
    };
    let rows = own.into_iter().map(raw_row).collect();
    Shape { fields: Some(Fields { table, rows }), ..Shape::default() }
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
