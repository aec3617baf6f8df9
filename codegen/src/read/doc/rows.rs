//! The rows of the property table.

use super::values::values_in_note;
use super::{FieldDoc, Reader, name_of};
use crate::diag::codes;
use crate::dialect::{Note, NoteWord, Role, Word};
use crate::read::page::{Cell, Row, inline};
use crate::read::prose;
use crate::read::type_expr::{self, TypeExpr};
use crate::source::{Sp, Span};

impl Reader<'_> {
    pub(super) fn row(&mut self, row: &Row) -> Option<FieldDoc> {
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
        let default =
            cell(Role::Default).map(|it| inline::plain(name_of(it).value.as_str())).filter(|it| !it.is_empty());
        let prose = cell(Role::Description).zip(self.dialect.prose).and_then(|(cell, prose)| prose::read(cell, prose));
        let mut field = FieldDoc { description, prose, default, ..FieldDoc::new(name, ty) };
        if let Some(required) = cell(Role::Required) {
            self.required(&required.clone(), &mut field);
        }
        if let Some(label) = cell(Role::Label) {
            self.label(&label.clone(), &mut field);
        }
        if let Some(notes) = cell(Role::Notes) {
            self.notes(&notes.clone(), &mut field);
        }
        if let Some(ty) = cell(Role::Type) {
            self.values_in_type(ty, &mut field);
        }
        self.values_in_description(&mut field);
        self.put_in_place(row, &mut field);
        self.put_below(row, &mut field);
        self.put_about(&mut field);
        if let Some(nullable) = cell(Role::Nullable) {
            self.nullable(&nullable.clone(), &mut field);
        }
        Some(field)
    }

    fn label(&mut self, cell: &Cell, field: &mut FieldDoc) {
        match cell.value.as_str() {
            "repeated" => {
                let item = std::mem::replace(&mut field.ty.value, TypeExpr::Unnamed { link: None });
                field.ty.value = TypeExpr::List(Box::new(item));
            }
            "required" => field.required = true,
            "optional" => field.optional = true,
            "" => {}
            other => self.report(&codes::UNKNOWN_NOTE, cell.span, format!("`{other}` is no label")),
        }
    }

    fn required(&mut self, cell: &Cell, field: &mut FieldDoc) {
        match name_of(cell).value.to_lowercase().as_str() {
            "true" | "yes" | "required" | "✓" | "x" => field.required = true,
            "false" | "no" | "optional" | "" | "-" => field.optional = true,
            other => {
                let message = format!("`{other}` is neither yes nor no");
                self.report(&codes::UNKNOWN_NOTE, cell.span, message);
            }
        }
    }

    fn nullable(&mut self, cell: &Cell, field: &mut FieldDoc) {
        match cell.value.as_str() {
            "can be null" => {
                let ty = std::mem::replace(&mut field.ty.value, TypeExpr::Unnamed { link: None });
                field.ty.value = TypeExpr::Nullable(Box::new(ty));
            }
            "cannot be null" => {}
            other => {
                let message = format!("`{other}` does not say whether it can be `null`");
                self.report(&codes::UNKNOWN_NOTE, cell.span, message);
            }
        }
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

    /// A row with surplus cells: one of them has an unescaped `|`. Names have none. A type goes on until its
    /// brackets are closed. The notes tell themselves by being empty or made of notes; if the last cell is
    /// not, they may have been cut. The description is all that is between.
    fn recovered(&mut self, row: &Row, wanted: usize) -> Option<Vec<Cell>> {
        let mut cells = row.cells.clone();
        let of_role = |role| self.dialect.columns.iter().position(|it| it.role == role);
        if let Some(ty) = of_role(Role::Type) {
            while cells.len() > wanted && ty + 1 < cells.len() && is_open(&cells[ty].value) {
                let joined = self.joined(&cells[ty..=ty + 1]);
                cells.splice(ty..=ty + 1, [joined]);
            }
        }
        let is_notes =
            |cell: &Cell| self.notes_in(&cell.value).is_some_and(|it| it.iter().all(|(_, word, _)| word.is_some()));
        // A person may have ended the row with a pipe too many.
        if let [most @ .., before, last] = cells.as_slice()
            && last.value.is_empty()
            && !before.value.is_empty()
            && is_notes(before)
            && most.len() + 1 >= wanted
        {
            cells.pop();
        }
        if cells.len() == wanted {
            return Some(cells);
        }
        let last = self.dialect.columns.last().map(|it| it.role);
        let at = of_role(Role::Description)?;
        let surplus = cells.len() - wanted;
        if last == Some(Role::Notes) {
            let cut = (1..=surplus + 1).rev().map(|count| cells.len() - count);
            let notes = cut.map(|from| (from, self.joined(&cells[from..])));
            // The whole of what could be notes, if that is notes; otherwise the last cell.
            let Some((from, notes)) = notes.filter(|(_, it)| is_notes(it)).find(|(from, it)| {
                *from == cells.len() - 1 || !it.value.is_empty() && cells[*from..].iter().any(|it| !is_notes(it))
            }) else {
                let found = cells.len();
                let message = format!(
                    "this row has {found} cells instead of {wanted}, and the last one holds no notes; write `\\|` for a `|` in the text"
                );
                self.report(&codes::SURPLUS_CELLS, row.span, message);
                return None;
            };
            cells.truncate(from);
            cells.push(notes);
        }
        let surplus = cells.len() - wanted;
        if surplus > 0 {
            let joined = self.joined(&cells[at..=at + surplus]);
            cells.splice(at..=at + surplus, [joined]);
        }
        Some(cells)
    }

    /// Cells as one, with the `|` between them.
    fn joined(&self, cells: &[Cell]) -> Cell {
        let (Some(first), Some(last)) = (cells.first(), cells.last()) else {
            return Sp { value: String::new(), span: Span { file: 0, start: 0, end: 0 } };
        };
        let span = Span { end: last.span.end.max(first.span.start), ..first.span };
        Sp { value: self.sources.text(span).trim_end().to_owned(), span }
    }

    pub(super) fn note(&self, text: &str) -> Option<(&'static NoteWord, usize)> {
        let fits = |word: &&NoteWord| if word.note.goes_on() { text.starts_with(word.text) } else { text == word.text };
        self.dialect.notes.iter().find(fits).map(|word| (word, word.text.len()))
    }

    fn notes(&mut self, cell: &Cell, field: &mut FieldDoc) {
        let Some(notes) = self.notes_in(&cell.value) else {
            let message = format!("`{}` is no note; notes stand in brackets, as in `[optional]`", cell.value);
            return self.report(&codes::UNKNOWN_NOTE, cell.span, message);
        };
        let notes: Vec<(String, Option<&'static NoteWord>, String)> =
            notes.into_iter().map(|(text, word, rest)| (text.to_owned(), word, inline::plain(rest))).collect();
        for (text, word, rest) in notes {
            let Some(word) = word else {
                let words: Vec<String> =
                    self.dialect.notes.iter().map(|it| format!("`[{}]`", it.text.trim_end())).collect();
                let message = format!("`[{text}]` is no note of this dialect, which has {}", words.join(", "));
                self.report(&codes::UNKNOWN_NOTE, cell.span, message);
                continue;
            };
            if self.is_twice(word.note, rest.trim().to_owned(), cell.span, field) {
                self.report(&codes::NOTE_TWICE, cell.span, format!("`[{}]` stands here twice", word.text.trim_end()));
            }
        }
    }

    /// Applies a note, the rest of which is this text. Returns whether the field has it already.
    pub(super) fn is_twice(&self, means: Note, rest: String, span: Span, field: &mut FieldDoc) -> bool {
        match means {
            Note::Optional => std::mem::replace(&mut field.optional, true),
            Note::Required => std::mem::replace(&mut field.required, true),
            Note::ReadOnly => std::mem::replace(&mut field.read_only, true),
            Note::Type(word) => {
                put_word(field, word);
                false
            }
            Note::Format(words) => {
                words.iter().filter(|it| it.text == rest).for_each(|it| put_word(field, it));
                false
            }
            Note::Default => {
                let none = self.dialect.defaults.none.contains(&rest.as_str());
                !none && field.default.replace(rest).is_some()
            }
            Note::Values => {
                let list = values_in_note(&rest, span);
                list.is_some_and(|it| field.values.replace(it).is_some())
            }
            Note::Constraint(constraint) => {
                let twice = field.constraints.iter().any(|it| it.0 == constraint);
                field.constraints.push((constraint, rest));
                twice
            }
            Note::Nothing => false,
        }
    }
}

/// Says more about the type than the word in the type cell.
fn put_word(field: &mut FieldDoc, word: &'static Word) {
    let ty = std::mem::replace(&mut field.ty.value, TypeExpr::Unnamed { link: None });
    field.ty.value = ty.with_innermost(TypeExpr::Word(word));
}

/// Whether a type cell was cut: a mark or bracket in it is not closed.
fn is_open(cell: &str) -> bool {
    let plain = inline::plain(cell);
    let count = |it: char| plain.matches(it).count();
    cell.matches("**").count() % 2 == 1 || count('<') > count('>') || count('[') > count(']')
}
