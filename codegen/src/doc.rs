//! Stage 4, rows: a page and its dialect to what the page says, in its own spelling.

use std::collections::BTreeMap;

use crate::diag::{Sink, codes};
use crate::dialect::{Dialect, Note, NoteWord, Role};
use crate::page::{Block, Cell, Page, Row, Table, inline};
use crate::prose;
use crate::source::{Sources, Sp, Span};
use crate::type_expr::{self, TypeExpr};

/// What one page says about one model.
#[derive(Clone, Debug)]
pub struct ModelDoc {
    /// The heading.
    pub name: Sp<String>,
    /// The text between heading and table; paragraphs are separated by an empty line.
    pub description: Option<String>,
    /// The rows, in order.
    pub fields: Vec<FieldDoc>,
    /// The dialect of the page.
    pub dialect: &'static Dialect,
}

/// What one row says.
#[derive(Clone, Debug)]
pub struct FieldDoc {
    /// The name, escapes of Markdown undone, those of the SDK's language not.
    pub name: Sp<String>,
    /// The type.
    pub ty: Sp<TypeExpr>,
    /// The description.
    pub description: Option<String>,
    /// The known values that a sentence of the description lists, if they are values of a text.
    pub prose: Option<Sp<Vec<String>>>,
    /// `[optional]`.
    pub optional: bool,
    /// `[readonly]`.
    pub read_only: bool,
    /// `[default to …]`.
    pub default: Option<String>,
}

/// Reads one page. A row that cannot be read is reported and left out.
pub fn read(page: &Page, dialect: &'static Dialect, sources: &Sources, sink: &mut Sink) -> Option<ModelDoc> {
    let table = dialect.property_table(page)?;
    let mut reader = Reader { page, dialect, sources, sink };
    reader.other_tables(table);
    let name = reader.title(table)?;
    let description = reader.description(table);
    let mut fields: Vec<FieldDoc> = Vec::with_capacity(table.rows.len());
    let mut seen: BTreeMap<String, Span> = BTreeMap::new();
    for row in &table.rows {
        let Some(field) = reader.row(row) else { continue };
        if let Some(first) = seen.get(&field.name.value) {
            let line = sources.origin(*first).line;
            let message = format!("a row for `{}` stands in line {line} already", field.name.value);
            reader.report(&codes::DUPLICATE_FIELD, field.name.span, message);
            continue;
        }
        seen.insert(field.name.value.clone(), field.name.span);
        fields.push(field);
    }
    Some(ModelDoc { name, description, fields, dialect })
}

struct Reader<'a> {
    page: &'a Page,
    dialect: &'static Dialect,
    sources: &'a Sources,
    sink: &'a mut Sink,
}

impl Reader<'_> {
    fn report(&mut self, code: &'static crate::diag::Code, span: Span, message: String) {
        self.sink.report(code, self.sources.origin(span), message);
    }

    /// Rows that are read by nobody must not vanish without a word.
    fn other_tables(&mut self, table: &Table) {
        for block in &self.page.blocks {
            match block {
                Block::Table(other) if other.header.span != table.header.span => {
                    let message = format!("this table is not the property table; rows not read: {}", other.rows.len());
                    self.report(&codes::UNREAD_TABLE, other.header.span, message);
                }
                Block::BrokenTable(span) => {
                    let message =
                        "this looks like a part of a table and is none; is a blank line or a delimiter row in the way?";
                    self.report(&codes::BROKEN_TABLE, *span, message.to_owned());
                }
                _ => {}
            }
        }
    }

    /// Every title above the table (front matter, headings) names the model; they must agree.
    fn title(&mut self, table: &Table) -> Option<Sp<String>> {
        let above = self.above(table).take_while(|it| !self.dialect.is_section(it));
        let titles = above.filter_map(|it| match it {
            Block::FrontMatterTitle(text) | Block::Heading(text) => Some(name_of(text)),
            _ => None,
        });
        let titles: Vec<Sp<String>> = titles.collect();
        let Some(first) = titles.first().filter(|it| !it.value.is_empty()).cloned() else {
            self.report(&codes::NO_TITLE, table.header.span, "no heading above this table names the model".to_owned());
            return None;
        };
        if let Some(other) = titles.iter().find(|it| it.value != first.value) {
            let message = format!("this page calls its model `{}` above and `{}` here", first.value, other.value);
            self.report(&codes::TITLE_DISAGREES, other.span, message);
        }
        let file = self.sources.get(self.page.file).file_name();
        let stem = crate::source::stem(file);
        let can_be_a_file = first.value.chars().all(|it| it.is_alphanumeric() || it == '_');
        if stem != first.value && can_be_a_file {
            let message = format!("this document describes `{}` and is called `{file}`", first.value);
            self.report(&codes::FILE_NAME_DIFFERS, first.span, message);
        }
        Some(first)
    }

    fn description(&self, table: &Table) -> Option<String> {
        let paragraphs: Vec<String> = self
            .above(table)
            .filter_map(|it| if let Block::Paragraph(text) = it { Some(inline::plain(&text.value)) } else { None })
            .collect();
        Some(paragraphs.join("\n\n")).filter(|it| !it.is_empty())
    }

    fn above<'t>(&self, table: &'t Table) -> impl Iterator<Item = &Block> + use<'_, 't> {
        self.page.blocks.iter().take_while(|it| !matches!(it, Block::Table(it) if it.header.span == table.header.span))
    }

    fn row(&mut self, row: &Row) -> Option<FieldDoc> {
        let cells = self.cells(row)?;
        let cell = |role| self.dialect.columns.iter().position(|it| it.role == role).map(|idx| &cells[idx]);
        let name = cell(Role::Name).map(name_of).filter(|it| !it.value.is_empty());
        let Some(name) = name else {
            self.report(&codes::NO_NAME, row.span, "this row has no name".to_owned());
            return None;
        };
        let empty = Sp { value: String::new(), span: row.span };
        let ty = cell(Role::Type).unwrap_or(&empty);
        let ty = Sp { value: type_expr::parse(ty, self.dialect.types), span: ty.span };
        let description = cell(Role::Description).map(|it| inline::plain(&it.value)).filter(|it| !it.is_empty());
        let prose = cell(Role::Description).zip(self.dialect.prose).and_then(|(cell, prose)| prose::read(cell, prose));
        let mut field = FieldDoc { name, ty, description, prose, optional: false, read_only: false, default: None };
        if let Some(notes) = cell(Role::Notes) {
            self.notes(notes, &mut field);
        }
        Some(field)
    }

    /// The cells of a row, as many as the table has columns.
    fn cells(&mut self, row: &Row) -> Option<Vec<Cell>> {
        let wanted = self.dialect.columns.len();
        match row.cells.len() {
            1 if !row.piped => {
                let message = "this line belongs to the table above and has no cells; it is not read";
                self.report(&codes::TEXT_IN_TABLE, row.span, message.to_owned());
                None
            }
            found if found < wanted => {
                let message = format!("this row has {found} of {wanted} cells, so it is unclear which are missing");
                self.report(&codes::SHORT_ROW, row.span, message);
                None
            }
            found if found == wanted => Some(row.cells.clone()),
            _ => self.recovered(row, wanted),
        }
    }

    /// A row with surplus cells: a description with an unescaped `|`. Names and types have none, and the
    /// last cell tells itself by being empty or made of notes, so the description is all that is between.
    fn recovered(&mut self, row: &Row, wanted: usize) -> Option<Vec<Cell>> {
        let mut cells = row.cells.as_slice();
        let is_notes =
            |cell: &Cell| notes_in(&cell.value).is_some_and(|it| it.iter().all(|it| self.note(it).is_some()));
        // A person may have ended the row with a pipe too many.
        if let [most @ .., before, last] = cells
            && last.value.is_empty()
            && !before.value.is_empty()
            && is_notes(before)
            && most.len() + 1 >= wanted
        {
            cells = &cells[..cells.len() - 1];
        }
        let ends_in_notes = self.dialect.columns.last().is_some_and(|it| it.role == Role::Notes);
        if cells.len() > wanted && !(ends_in_notes && cells.last().is_some_and(is_notes)) {
            let found = cells.len();
            let message = format!(
                "this row has {found} cells instead of {wanted}, and the last one holds no notes; write `\\|` for a `|` in the text"
            );
            self.report(&codes::SURPLUS_CELLS, row.span, message);
            return None;
        }
        let (before, rest) = cells.split_at(wanted - 2);
        let [first, .., last, notes] = rest else { return Some(cells.to_vec()) };
        let span = Span { end: last.span.end.max(first.span.start), ..first.span };
        let description = Sp { value: self.sources.text(span).trim_end().to_owned(), span };
        Some(before.iter().chain([&description, notes]).cloned().collect())
    }

    fn notes(&mut self, cell: &Cell, field: &mut FieldDoc) {
        let Some(notes) = notes_in(&cell.value) else {
            let message = format!("`{}` is no note; notes stand in brackets, as in `[optional]`", cell.value);
            return self.report(&codes::UNKNOWN_NOTE, cell.span, message);
        };
        for text in notes {
            let Some((word, rest)) = self.note(text) else {
                let words: Vec<String> =
                    self.dialect.notes.iter().map(|it| format!("`[{}]`", it.text.trim_end())).collect();
                let message = format!("`[{text}]` is no note of this dialect, which has {}", words.join(", "));
                self.report(&codes::UNKNOWN_NOTE, cell.span, message);
                continue;
            };
            let twice = match word.note {
                Note::Optional => std::mem::replace(&mut field.optional, true),
                Note::ReadOnly => std::mem::replace(&mut field.read_only, true),
                Note::Default => field.default.replace(inline::plain(rest)).is_some(),
            };
            if twice {
                self.report(&codes::NOTE_TWICE, cell.span, format!("`[{}]` stands here twice", word.text.trim_end()));
            }
        }
    }

    fn note<'t>(&self, text: &'t str) -> Option<(&'static NoteWord, &'t str)> {
        self.dialect.notes.iter().find_map(|word| match word.note {
            Note::Default => text.strip_prefix(word.text).map(|rest| (word, rest)),
            Note::Optional | Note::ReadOnly => (text == word.text).then_some((word, "")),
        })
    }
}

/// A name without the marks that make it bold, code or a link.
fn name_of(cell: &Cell) -> Sp<String> {
    let mut text = cell.value.as_str();
    let mut from = 0;
    while let Some((skipped, inner)) = unmarked(text) {
        text = inner;
        from += skipped;
    }
    Sp { value: inline::plain(text).trim().to_owned(), span: cell.span.part(from, text.len()) }
}

/// What is within the outermost marks, and how many bytes the first of them has.
fn unmarked(text: &str) -> Option<(usize, &str)> {
    let within = |mark: &str| {
        let inner = text.strip_prefix(mark)?.strip_suffix(mark)?;
        (!inner.contains(mark)).then_some((mark.len(), inner))
    };
    let label = || {
        let (label, _) = text.strip_prefix('[')?.strip_suffix(')')?.split_once("](")?;
        Some((1, label))
    };
    within("**").or_else(|| within("*")).or_else(|| within("`")).or_else(label)
}

/// The bracketed pieces of a cell that has nothing else; brackets within them are balanced.
fn notes_in(cell: &str) -> Option<Vec<&str>> {
    let mut notes = Vec::new();
    let mut rest = cell.trim();
    while !rest.is_empty() {
        if !rest.starts_with('[') {
            return None;
        }
        let mut depth = 0_usize;
        let end = rest.char_indices().find_map(|(at, it)| {
            match it {
                '[' => depth += 1,
                ']' => depth = depth.saturating_sub(1),
                _ => {}
            }
            (depth == 0).then_some(at)
        })?;
        notes.push(&rest[1..end]);
        rest = rest[end + 1..].trim_start();
    }
    Some(notes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_are_bracketed_pieces_and_nothing_else() {
        assert_eq!(notes_in(""), Some(vec![]));
        assert_eq!(notes_in("[optional][readonly]"), Some(vec!["optional", "readonly"]));
        assert_eq!(notes_in(" [optional] [default to [1, 2]]"), Some(vec!["optional", "default to [1, 2]"]));
        assert_eq!(notes_in("[.mmm]Z"), None);
        assert_eq!(notes_in("[open"), None);
        assert_eq!(notes_in("ä"), None);
    }
}
