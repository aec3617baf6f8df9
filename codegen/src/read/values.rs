//! Lists of allowed values.

use std::collections::BTreeSet;

use super::context::Context;
use super::doc::{FieldDoc, ListDoc, ValueDoc};
use crate::diag::{Reported, codes, words};
use crate::dialect::words::TEXT;
use crate::dialect::{Dialect, ValuesForm, ValuesList, ValuesPlace};
use crate::read::layout::{Item, Listed, ValueList};
use crate::read::page::{self, Cell, Row, inline};
use crate::read::type_expr::{self, TypeExpr};
use crate::source::{Sp, Span};

impl Context<'_> {
    /// The list of the allowed values of a field, or of the fields of a type.
    pub(super) fn list_of_field(&mut self, list: &ValueList<'_>) -> ListDoc {
        let ty = list.name.map(|name| {
            let heading = Sp { value: name.to_owned(), span: list.span };
            type_expr::parse(&heading, self.dialect.types)
        });
        ListDoc { name: list.name.map(inline::plain), ty, ..self.list_of_model(list) }
    }

    /// The list of the values of a model.
    pub(super) fn list_of_model(&mut self, list: &ValueList<'_>) -> ListDoc {
        let mut values = Vec::new();
        for block in &list.body {
            match block {
                Listed::Text(text) => {
                    values.extend(in_text(text, list.form).into_iter().filter_map(|value| self.item(value)));
                }
                Listed::Table(table) => {
                    for row in &table.rows {
                        values.extend(self.values_in_row(row, list.form).unwrap_or_default());
                    }
                }
            }
        }
        let named = matches!(list.form.list, ValuesList::NameOf(_));
        ListDoc { named, ..ListDoc::new(values, list.span, list.form.quoted) }
    }

    fn values_in_row(&mut self, row: &Row, form: &ValuesForm) -> Result<Vec<ValueDoc>, Reported> {
        if let (ValuesList::BulletOf(_), Some(ty)) = (form.list, row.cells.get(1)) {
            self.check_replaced(&type_expr::parse(ty, self.dialect.types));
        }
        let values = in_row(row, form).map_err(|unread| self.reject_line(&unread));
        if values.is_ok() {
            self.tally.values += 1;
        } else {
            self.tally.reported += 1;
        }
        values
    }
}

fn in_text(text: &Sp<String>, form: &ValuesForm) -> Vec<Item<ValueDoc>> {
    let (values, unread) = match form.list {
        ValuesList::Bullets => return page::lines(text).map(|line| bullet(&line)).collect(),
        ValuesList::Line(before, after) => (line(text, before, after, form.separator), almost_line(text, before)),
        ValuesList::Literals => {
            let code = Some(text).filter(|text| text.value.starts_with("```"));
            (Some(literals(text)).filter(|values| !values.is_empty()), code.and_then(|code| page::lines(code).next()))
        }
        ValuesList::Rows(..)
        | ValuesList::FirstOf(_)
        | ValuesList::OneRow(..)
        | ValuesList::BulletOf(_)
        | ValuesList::BoldOf(_)
        | ValuesList::NameOf(_) => return Vec::new(),
    };
    match (values, unread) {
        (Some(values), _) => values.into_iter().map(Item::Read).collect(),
        (None, unread) => unread.into_iter().map(Item::Unread).collect(),
    }
}

/// The line with all words of the text before values.
fn almost_line(text: &Sp<String>, before: &str) -> Option<Cell> {
    let is_line = |line: &Cell| words(before).iter().all(|word| words(&line.value).contains(word));
    page::lines(text).find(is_line)
}

/// The values in a row, or the cell where they should be.
fn in_row(row: &Row, form: &ValuesForm) -> Result<Vec<ValueDoc>, Cell> {
    let [first, rest @ ..] = row.cells.as_slice() else {
        return Err(Sp { value: String::new(), span: row.span });
    };
    let second = || rest.first().ok_or_else(|| inline::name(first));
    Ok(match form.list {
        ValuesList::Rows(..) => {
            let value = uncoded(&inline::plain(&joined(rest)));
            vec![ValueDoc::new(Some(inline::name(first).value), &value, second()?.span)]
        }
        ValuesList::OneRow(..) => {
            let span = second()?.span;
            inline::plain(&joined(rest)).split(form.separator).map(|value| ValueDoc::new(None, value, span)).collect()
        }
        ValuesList::FirstOf(columns) => {
            let column = columns.iter().position(|column| *column == "Number");
            let number = column.and_then(|column| inline::name(row.cells.get(column)?).value.parse().ok());
            vec![ValueDoc { number, ..first_cell(first) }]
        }
        ValuesList::NameOf(_) => {
            let name = inline::name(first).value;
            vec![ValueDoc::new(Some(name.clone()), &name, first.span)]
        }
        ValuesList::BulletOf(_) => vec![in_last_cells(first, rest.get(1..).unwrap_or_default())?],
        ValuesList::BoldOf(_) => vec![first_cell(first)],
        ValuesList::Bullets | ValuesList::Line(..) | ValuesList::Literals => {
            return Err(inline::name(first));
        }
    })
}

/// The value in the last cells of a row, ``(value: `"text"`)``, or in the first one if they are empty.
fn in_last_cells(first: &Cell, last: &[Cell]) -> Result<ValueDoc, Cell> {
    let Some(cell) = last.iter().find(|cell| !cell.value.is_empty()) else { return Ok(first_cell(first)) };
    let value = format!("{} {}", inline::name(first).value, inline::plain(&joined(last)));
    bullet_value(&Sp { value, span: first.span }).ok_or_else(|| cell.clone())
}

/// The value in the first cell of a row. Code is literal but for the pipes, which are escaped for the table.
pub(super) fn first_cell(cell: &Cell) -> ValueDoc {
    match cell.value.strip_prefix('`').and_then(|text| text.strip_suffix('`')) {
        Some(code) => ValueDoc::in_json(&code.replace("\\|", "|"), cell.span),
        None => ValueDoc::new(None, &inline::name(cell).value, cell.span),
    }
}

/// A value that has all cells but the first, as its own `|` were not escaped.
pub(super) fn joined(cells: &[Cell]) -> String {
    cells.iter().map(|cell| cell.value.as_str()).collect::<Vec<_>>().join("|")
}

/// Reads `Enum [ "a", "b" ]` in a type cell: a string with allowed values.
pub(super) fn in_type(cell: &Cell, dialect: &Dialect, field: &mut FieldDoc) {
    for form in dialect.values {
        let ValuesPlace::InType(open, close) = form.place else { continue };
        let plain = inline::plain(&cell.value).replace("**", "");
        let plain = plain.trim().trim_matches(['*', '_', '`']);
        let inner = plain.strip_prefix(open).and_then(|rest| rest.strip_suffix(close));
        let inner = inner.map(|inner| if form.quoted { plain } else { inner });
        if let Some(list) = inner.and_then(|inner| in_note(inner, form.separator, cell.span)) {
            field.ty.value = TypeExpr::Word(&TEXT);
            field.values = Some(Box::new(list));
        }
    }
}

/// The literals in a block of code: `"a" | "b" | Unrecognized<string>`. The last one is the type of
/// other texts.
fn literals(text: &Sp<String>) -> Vec<ValueDoc> {
    let code = text.value.strip_prefix("```").and_then(|text| text.strip_suffix("```")?.split_once('\n'));
    let pieces = code.map_or(Vec::new(), |(_, code)| split_quoted(code, "|"));
    pieces.iter().map(|piece| ValueDoc::new(None, piece, text.span)).collect()
}

impl Context<'_> {
    /// Reads `(enum: a, b)` at the end of a description: the values of a type that has no other description. A type cell
    /// that lists values lists the same.
    pub(super) fn values_in_description(&mut self, field: &mut FieldDoc) {
        let before = field.values.take();
        in_description(self.dialect, field);
        let values = |list: &ListDoc| list.values.iter().map(|value| value.value.clone()).collect::<BTreeSet<_>>();
        if let (Some(in_type), Some(list)) = (&before, &field.values)
            && values(in_type) != values(list)
        {
            let message = "the type lists other values than the description, and these are not read".to_owned();
            self.report(&codes::UNFIT_VALUES, in_type.span, message);
        }
        field.values = field.values.take().or(before);
    }
}

fn in_description(dialect: &Dialect, field: &mut FieldDoc) {
    let is_named = matches!(field.ty.value.innermost(), TypeExpr::Name { surely_model: false, .. });
    for form in dialect.values {
        let ValuesPlace::InDescription(open, close) = form.place else { continue };
        let Some(text) = &field.description else { return };
        let Some((before, inner)) = text.strip_suffix(close).and_then(|text| text.rsplit_once(open)) else { continue };
        let Some(Listing { values, after }) = listed(inner, form, is_named, field.name.span) else { return };
        let before = before.trim_end().trim_end_matches("<br>");
        let list = ListDoc::new(values, field.name.span, form.quoted);
        let rest =
            if before.is_empty() { after.trim_start_matches("<br>").to_owned() } else { format!("{before}{after}") };
        field.description = Some(rest).filter(|rest| !rest.is_empty());
        field.values = Some(Box::new(list));
        return;
    }
}

/// The values in a text, and what follows them.
struct Listing<'t> {
    values: Vec<ValueDoc>,
    after: &'t str,
}

/// The values of a list in a description. Without quotation marks, only a type of its own shows that it is a list.
fn listed<'t>(text: &'t str, form: &ValuesForm, is_named: bool, span: Span) -> Option<Listing<'t>> {
    if form.quoted {
        return Some(coded(text, form.separator, span));
    }
    let values = || text.split(form.separator).map(|piece| ValueDoc::new(None, piece, span)).collect();
    is_named.then(|| Listing { values: values(), after: "" })
}

/// The values at the start of a text, each in backticks.
fn coded<'t>(text: &'t str, separator: &str, span: Span) -> Listing<'t> {
    let mut values = Vec::new();
    let mut rest = text.trim_start();
    while let Some((value, after)) = rest.strip_prefix('`').and_then(|rest| rest.split_once('`')) {
        values.push(ValueDoc::new(None, value, span));
        rest = after;
        match rest.strip_prefix(separator).or_else(|| rest.strip_prefix(separator.trim())) {
            Some(next) if next.starts_with('`') => rest = next,
            _ => break,
        }
    }
    Listing { values, after: rest }
}

/// `["a", "b", ]` or `[a, b]`; `None` if nothing is listed.
pub(super) fn in_note(text: &str, separator: &str, span: Span) -> Option<ListDoc> {
    let inner = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text);
    let pieces = split_quoted(inner, separator);
    let quoted = pieces.iter().any(|piece| piece.starts_with(['"', '\'']));
    let values: Vec<ValueDoc> = pieces.iter().map(|piece| ValueDoc::new(None, piece, span)).collect();
    (!values.is_empty()).then(|| ListDoc::new(values, span, quoted))
}

/// A line of a list of values.
fn bullet(line: &Sp<String>) -> Item<ValueDoc> {
    let is_item = line.value.starts_with(['*', '-', '+']) || line.value.contains("value:");
    Item::of(line, bullet_value(line), is_item)
}

/// ``* `NAME` (value: `"text"`)``, or a literal alone: ``- `"text"` ``.
fn bullet_value(line: &Sp<String>) -> Option<ValueDoc> {
    let Some((name, value)) = line.value.split_once("(value: `") else {
        let item = line.value.strip_prefix(['*', '-', '+'])?.trim();
        let literal = item.strip_prefix('`')?.strip_suffix('`')?;
        return is_literal(literal).then(|| ValueDoc::new(None, literal, line.span));
    };
    let value = value.strip_suffix("`)")?;
    let name = name.trim().trim_start_matches(['*', '-']).trim().trim_matches('`');
    Some(ValueDoc::new(Some(name.to_owned()), value, line.span))
}

/// Whether a text is a quoted text or a number.
fn is_literal(text: &str) -> bool {
    let is_quoted = |mark: char| text.len() > 1 && text.starts_with(mark) && text.ends_with(mark);
    is_quoted('"') || is_quoted('\'') || text.parse::<f64>().is_ok_and(f64::is_finite)
}

/// `Allowed values: [a, b]`.
fn line(text: &Sp<String>, before: &str, after: &str, separator: &str) -> Option<Vec<ValueDoc>> {
    let inner = text.value.split_once(before)?.1.rsplit_once(after)?.0;
    Some(inner.split(separator).map(|value| ValueDoc::new(None, value, text.span)).collect())
}

/// A text without the backticks around it.
fn uncoded(text: &str) -> String {
    let text = text.trim();
    let inner = text.strip_prefix('`').and_then(|text| text.strip_suffix('`'));
    inner.unwrap_or(text).to_owned()
}

/// The pieces between separators. Those within quotation marks do not count, nor does one at the end.
fn split_quoted(text: &str, separator: &str) -> Vec<String> {
    // Spaces around a separator are optional, as in `["a","b"]`.
    let separator = if separator.trim().is_empty() { separator } else { separator.trim() };
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut mark = None;
    for (at, letter) in text.char_indices() {
        if at >= start && mark.is_none() && text[at..].starts_with(separator) {
            pieces.push(&text[start..at]);
            start = at + separator.len();
        } else if mark == Some(letter) {
            mark = None;
        } else if mark.is_none() && matches!(letter, '"' | '\'') {
            mark = Some(letter);
        }
    }
    pieces.push(&text[start..]);
    pieces.into_iter().map(|piece| piece.trim().to_owned()).filter(|piece| !piece.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_separated_outside_of_quotation_marks() {
        assert_eq!(split_quoted("\"a, b\", 'c',", ", "), ["\"a, b\"", "'c'"]);
        assert_eq!(split_quoted("a,b", ", "), ["a", "b"]);
        assert_eq!(split_quoted("a / b/c / \"d / e\"", " / "), ["a", "b", "c", "\"d / e\""]);
        assert_eq!(split_quoted("a or b", " or "), ["a or b".replace(" or b", ""), "b".to_owned()]);
        assert_eq!(split_quoted("a b", " "), ["a", "b"]);
    }
}
