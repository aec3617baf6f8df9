//! Lists of allowed values.

use super::doc::{FieldDoc, ListDoc, ValueDoc};
use crate::diag::words;
use crate::dialect::words::TEXT;
use crate::dialect::{Dialect, ValuesForm, ValuesList, ValuesPlace};
use crate::read::layout::{Listed, ValueList};
use crate::read::page::{self, Cell, Row, inline};
use crate::read::type_expr::{self, TypeExpr};
use crate::source::{Sp, Span};

/// The list of the allowed values of a field, or of the fields of a type.
pub(super) fn of_field(list: &ValueList<'_>, dialect: &Dialect) -> ListDoc {
    let ty = list.name.map(|name| {
        let heading = Sp { value: name.to_owned(), span: list.span };
        type_expr::parse(&heading, dialect.types)
    });
    ListDoc { name: list.name.map(inline::plain), ty, ..of_model(list) }
}

/// The list of the values of a model.
pub(super) fn of_model(list: &ValueList<'_>) -> ListDoc {
    let values = list.body.iter().flat_map(|block| match block {
        Listed::Text(text) => in_text(text, list.form),
        Listed::Table(table) => table.rows.iter().flat_map(|row| in_row(row, list.form)).collect(),
    });
    let named = matches!(list.form.list, ValuesList::NameOf(_));
    ListDoc { named, ..ListDoc::new(values.collect(), list.span, list.form.quoted) }
}

/// The lines and rows of a list that look like values and are not written as the form of the list has it.
pub(super) fn unread(list: &ValueList<'_>) -> Vec<Sp<String>> {
    let mut unread = Vec::new();
    for block in &list.body {
        let text = match block {
            Listed::Text(text) => text,
            Listed::Table(table) => {
                let is_short = |row: &&Row| has_second_cell(list.form.list) && row.cells.len() < 2;
                unread.extend(table.rows.iter().filter(is_short).filter_map(|row| row.cells.first().map(inline::name)));
                continue;
            }
        };
        match list.form.list {
            ValuesList::Bullets => {
                let is_item =
                    |line: &Sp<String>| line.value.starts_with(['*', '-', '+']) || line.value.contains("value:");
                unread.extend(page::lines(text).filter(|line| is_item(line) && bullet(line).is_none()));
            }
            ValuesList::Line(before, _) => {
                let is_line = |line: &Sp<String>| words(before).iter().all(|word| words(&line.value).contains(word));
                let is_read = !in_text(text, list.form).is_empty();
                unread.extend(page::lines(text).filter(|line| !is_read && is_line(line)).take(1));
            }
            ValuesList::Literals if text.value.starts_with("```") && literals(text).is_empty() => {
                unread.extend(page::lines(text).take(1));
            }
            _ => {}
        }
    }
    unread
}

/// Whether the values are in the second cells of rows.
fn has_second_cell(list: ValuesList) -> bool {
    matches!(list, ValuesList::Rows(..) | ValuesList::OneRow(..))
}

fn in_text(text: &Sp<String>, form: &ValuesForm) -> Vec<ValueDoc> {
    match form.list {
        ValuesList::Bullets => page::lines(text).filter_map(|line| bullet(&line)).collect(),
        ValuesList::Line(before, after) => line(text, before, after, form.separator).unwrap_or_default(),
        ValuesList::Literals => literals(text),
        ValuesList::Rows(..)
        | ValuesList::FirstOf(_)
        | ValuesList::OneRow(..)
        | ValuesList::BulletOf(_)
        | ValuesList::BoldOf(_)
        | ValuesList::NameOf(_) => Vec::new(),
    }
}

fn in_row(row: &Row, form: &ValuesForm) -> Vec<ValueDoc> {
    let [first, rest @ ..] = row.cells.as_slice() else { return Vec::new() };
    match form.list {
        list if has_second_cell(list) && rest.is_empty() => Vec::new(),
        ValuesList::Rows(..) => {
            let span = rest.first().unwrap_or(first).span;
            vec![ValueDoc::new(Some(inline::name(first).value), &uncoded(&inline::plain(&joined(rest))), span)]
        }
        ValuesList::FirstOf(columns) => {
            let column = columns.iter().position(|column| *column == "Number");
            let number = column.and_then(|column| inline::name(row.cells.get(column)?).value.parse().ok());
            vec![ValueDoc { number, ..first_cell(first) }]
        }
        ValuesList::BoldOf(_) => vec![first_cell(first)],
        ValuesList::NameOf(_) => {
            let name = inline::name(first).value;
            vec![ValueDoc::new(Some(name.clone()), &name, first.span)]
        }
        ValuesList::BulletOf(_) => {
            let line = format!("{} {}", inline::name(first).value, inline::plain(&joined(&rest[rest.len().min(1)..])));
            vec![bullet(&Sp { value: line, span: first.span }).unwrap_or_else(|| first_cell(first))]
        }
        ValuesList::OneRow(..) => {
            let span = rest.first().unwrap_or(first).span;
            inline::plain(&joined(rest)).split(form.separator).map(|value| ValueDoc::new(None, value, span)).collect()
        }
        ValuesList::Bullets | ValuesList::Line(..) | ValuesList::Literals => Vec::new(),
    }
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
            field.values = Some(list);
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

/// Reads `(enum: a, b)` at the end of a description: the values of a type that has no other description.
pub(super) fn in_description(dialect: &Dialect, field: &mut FieldDoc) {
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
        field.values = Some(list);
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

/// ``* `NAME` (value: `"text"`)``, or a literal alone: ``- `"text"` ``.
fn bullet(line: &Sp<String>) -> Option<ValueDoc> {
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
