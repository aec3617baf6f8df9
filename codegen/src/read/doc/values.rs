//! Lists of known values and of the members of unions.

use super::{FieldDoc, ListDoc, Reader, ValueDoc, name_of};
use crate::dialect::{UnionForm, UnionList, ValuesForm, ValuesList, ValuesPlace, words};
use crate::read::layout::below;
use crate::read::page::{Block, Cell, inline};
use crate::read::type_expr::{self, TypeExpr};
use crate::source::{Sp, Span};

impl Reader<'_> {
    /// The lists of the known values of fields, with the number of the block that heads them.
    pub(super) fn lists_of_fields(&mut self) -> Vec<(usize, ListDoc)> {
        let mut lists = Vec::new();
        for (idx, block) in self.page.blocks.iter().enumerate() {
            let Block::Heading(text) = block else { continue };
            let body = below(self.page, idx);
            let form = self.dialect.values.iter().find_map(|form| match form.place {
                ValuesPlace::OfField(start) => text.value.strip_prefix(start).map(|name| (form, name)),
                ValuesPlace::OfFieldByType if text.span.start > self.start => Some((form, text.value.as_str())),
                _ => None,
            });
            if let Some((form, name)) = form.filter(|(form, _)| form.list.fits(body)) {
                let name = name.trim();
                let cell = Sp { value: name.to_owned(), span: text.span };
                let ty = type_expr::parse(&cell, self.dialect.types);
                let found = list(form, inline::plain(name), Some(ty), text.span, body);
                lists.push((idx, found));
            }
        }
        lists
    }

    /// `Enum [ "a", "b" ]` in a type cell is a text with known values.
    pub(super) fn values_in_type(&self, cell: &Cell, field: &mut FieldDoc) {
        for form in self.dialect.values {
            let ValuesPlace::InType(open, close) = form.place else { continue };
            let plain = inline::plain(&cell.value).replace("**", "");
            let inner = plain.trim().strip_prefix(open).and_then(|it| it.strip_suffix(close));
            let Some(list) = inner.and_then(|it| values_in_note(it, cell.span)) else { continue };
            field.ty.value = TypeExpr::Word(&words::TEXT);
            field.values = Some(list);
        }
    }

    /// `(enum: a, b)` at the end of a description says what the values of a type are that has no other name.
    pub(super) fn values_in_description(&self, field: &mut FieldDoc) {
        let is_named = matches!(field.ty.value.innermost(), TypeExpr::Name { surely_model: false, .. });
        for form in self.dialect.values {
            let ValuesPlace::InDescription(open, close) = form.place else { continue };
            let Some(text) = &field.description else { return };
            let Some(inner) = text.strip_suffix(close).and_then(|it| it.rsplit_once(open)) else { continue };
            // A type of its own stands for values without quotation marks; those with them need no other sign.
            let values: Vec<ValueDoc> = match (form.quoted, is_named) {
                (true, _) => split_quoted(inner.1).iter().map(|it| value_of(None, &uncoded(it))).collect(),
                (false, true) => inner.1.split(", ").map(|it| value_of(None, it)).collect(),
                (false, false) => return,
            };
            let list = list_of(values, String::new(), None, field.name.span, form.quoted);
            field.description =
                Some(inner.0.trim_end().trim_end_matches("<br>").to_owned()).filter(|it| !it.is_empty());
            field.values = Some(list);
            return;
        }
    }

    pub(super) fn members(&mut self, form: &UnionForm, body: &[Block]) -> Vec<Sp<TypeExpr>> {
        let mut members = Vec::new();
        for block in body {
            match (form.list, block) {
                (UnionList::Bullets, Block::Paragraph(text)) => {
                    members.extend(lines(text).filter_map(|line| self.member(&line, &["* ", "- "])));
                }
                (UnionList::Symbols, Block::Paragraph(text)) if members.is_empty() => {
                    let symbols = lines(text).filter_map(|line| symbol(&line));
                    members.extend(symbols.map(|it| self.type_of(&it)));
                }
                (UnionList::Rows(..), Block::Table(table)) => {
                    members.extend(table.rows.iter().filter_map(|row| row.cells.first()).map(|it| self.type_of(it)));
                }
                _ => {}
            }
        }
        members
    }

    fn member(&self, line: &Cell, bullets: &[&str]) -> Option<Sp<TypeExpr>> {
        let text = bullets.iter().find_map(|it| line.value.strip_prefix(it))?;
        let from = line.value.len() - text.len();
        Some(self.type_of(&Sp { value: text.to_owned(), span: line.span.part(from, text.len()) }))
    }

    fn type_of(&self, cell: &Cell) -> Sp<TypeExpr> {
        Sp { value: type_expr::parse(cell, self.dialect.types), span: cell.span }
    }
}

/// The values below a heading.
pub(super) fn list(form: &ValuesForm, name: String, ty: Option<TypeExpr>, span: Span, body: &[Block]) -> ListDoc {
    let mut values = Vec::new();
    for block in body {
        match (form.list, block) {
            (ValuesList::Bullets, Block::Paragraph(text)) => values.extend(text.value.lines().filter_map(bullet)),
            (ValuesList::Line(before, after), Block::Paragraph(text)) => {
                values.extend(line(&text.value, before, after).into_iter().flatten());
            }
            (ValuesList::Rows(..), Block::Table(table)) => values.extend(table.rows.iter().filter_map(|row| {
                let [first, rest @ ..] = row.cells.as_slice() else { return None };
                let value = rest.iter().map(|it| it.value.as_str()).collect::<Vec<_>>().join("|");
                Some(value_of(Some(name_of(first).value), &uncoded(&inline::plain(&value))))
            })),
            (ValuesList::FirstOf(_), Block::Table(table)) => {
                let first = table.rows.iter().filter_map(|row| row.cells.first());
                values.extend(first.map(|it| value_of(None, &name_of(it).value)));
            }
            (ValuesList::OneRow(..), Block::Table(table)) => values.extend(table.rows.iter().flat_map(|row| {
                let value = row.cells.iter().skip(1).map(|it| it.value.as_str()).collect::<Vec<_>>().join("|");
                inline::plain(&value).split(", ").map(|it| value_of(None, it)).collect::<Vec<_>>()
            })),
            _ => {}
        }
    }
    list_of(values, name, ty, span, form.quoted)
}

/// `["a", "b", ]` or `[a, b]`; none where nothing is listed.
pub(super) fn values_in_note(text: &str, span: Span) -> Option<ListDoc> {
    let inner = text.strip_prefix('[').and_then(|it| it.strip_suffix(']')).unwrap_or(text);
    let pieces = split_quoted(inner);
    let quoted = pieces.iter().any(|it| it.starts_with(['"', '\'']));
    let values: Vec<ValueDoc> = pieces.iter().map(|it| value_of(None, it)).collect();
    (!values.is_empty()).then(|| list_of(values, String::new(), None, span, quoted))
}

pub(super) fn list_of(values: Vec<ValueDoc>, name: String, ty: Option<TypeExpr>, span: Span, quoted: bool) -> ListDoc {
    let mut list = ListDoc { ty, name, span, values: Vec::with_capacity(values.len()), quoted, left_out: false };
    for value in values {
        if words::is_artefact(&value.value) {
            list.left_out = true;
        } else if !list.values.iter().any(|it| it.value == value.value) {
            list.values.push(value);
        }
    }
    list
}

/// ``* `NAME` (value: `"text"`)``.
fn bullet(line: &str) -> Option<ValueDoc> {
    let (name, value) = line.trim().split_once("(value: `")?;
    let value = value.strip_suffix("`)")?;
    let name = name.trim().trim_start_matches(['*', '-']).trim().trim_matches('`');
    Some(value_of(Some(name.to_owned()), value))
}

/// `Allowed values: [a, b]`.
fn line(text: &str, before: &str, after: &str) -> Option<Vec<ValueDoc>> {
    let inner = text.split_once(before)?.1.rsplit_once(after)?.0;
    Some(inner.split(", ").map(|it| value_of(None, it)).collect())
}

pub(super) fn value_of(name: Option<String>, text: &str) -> ValueDoc {
    let text = text.trim();
    let within = |mark: char| (text.len() > 1).then(|| text.strip_prefix(mark)?.strip_suffix(mark)).flatten();
    match within('"').or_else(|| within('\'')) {
        Some(value) => ValueDoc { name, value: value.to_owned(), quoted: true },
        None => ValueDoc { name, value: text.to_owned(), quoted: false },
    }
}

/// A text without the backticks around it.
fn uncoded(text: &str) -> String {
    let text = text.trim();
    let inner = (text.len() > 1).then(|| text.strip_prefix('`')?.strip_suffix('`')).flatten();
    inner.unwrap_or(text).to_owned()
}

/// The pieces between commas; commas within quotation marks do not count, nor does one at the end.
fn split_quoted(text: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut mark = None;
    for it in text.chars() {
        if it == ',' && mark.is_none() {
            pieces.push(String::new());
            continue;
        }
        if mark == Some(it) {
            mark = None;
        } else if mark.is_none() && matches!(it, '"' | '\'') {
            mark = Some(it);
        }
        pieces.iter_mut().last().into_iter().for_each(|piece| piece.push(it));
    }
    pieces.into_iter().map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()).collect()
}

/// `#   :'Fish',`.
fn symbol(line: &Cell) -> Option<Cell> {
    let (before, rest) = line.value.split_once(":'")?;
    let (name, _) = rest.split_once('\'')?;
    Some(Sp { value: name.to_owned(), span: line.span.part(before.len() + 2, name.len()) })
}

/// The lines of a text, each with its place.
fn lines(text: &Sp<String>) -> impl Iterator<Item = Cell> {
    let mut start = 0;
    text.value.split_inclusive('\n').map(move |line| {
        let from = start + line.len() - line.trim_start().len();
        start += line.len();
        let line = line.trim();
        Sp { value: line.to_owned(), span: text.span.part(from, line.len()) }
    })
}
