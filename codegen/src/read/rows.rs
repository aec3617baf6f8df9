//! A row of a property table to a field.

use cells::Cells;

use super::context::Context;
use super::doc::{FieldDoc, LimitDoc, ModelDoc, with_paragraphs};
use super::{notes, values};
use crate::diag::{Message, Reported, codes, is_near};
use crate::dialect::{Constraint, Nested, NoteWord, Role};
use crate::read::layout::{Detail, RawRow};
use crate::read::page::{Cell, Row, inline};
use crate::read::prose;
use crate::read::type_expr::{self, TypeCell, TypeExpr};
use crate::schema::folded;
use crate::source::{Sp, stem};

mod about;
mod cells;
mod shape;

/// The length of a name from which on two names that differ in two letters are meant to be the same.
const LONG: usize = 15;

impl Context<'_> {
    /// Maps a row to a field of the model with this name. The objects that are written in place for it become models.
    fn field(&mut self, raw: &RawRow<'_>, model: &str, objects: &mut Vec<ModelDoc>) -> Result<FieldDoc, Reported> {
        self.subject.field = self.subject.field.take().or_else(|| self.name_of(&raw.row));
        let field = self.cells(&raw.row, raw.width).and_then(|cells| self.field_of(raw, &cells, model, objects));
        self.subject.field = None;
        if field.is_err() {
            self.tally.reported += 1;
            self.tally.unread += raw.inner_rows();
        }
        field
    }

    /// The name in a row, which may have too few cells.
    pub(in crate::read) fn name_of(&self, row: &Row) -> Option<String> {
        let column = self.dialect.columns.iter().position(|column| column.role == Role::Name)?;
        let name = inline::name(row.cells.get(column)?).value;
        Some(name).filter(|name| !name.is_empty())
    }

    fn field_of(
        &mut self,
        raw: &RawRow<'_>,
        cells: &Cells<'_>,
        model: &str,
        objects: &mut Vec<ModelDoc>,
    ) -> Result<FieldDoc, Reported> {
        let name = cells.of(Role::Name).map(inline::name).filter(|name| !name.value.is_empty());
        let name = name.ok_or_else(|| self.reject(&codes::NO_NAME, raw.row.span, "this row has no name".to_owned()))?;
        let empty = Sp { value: String::new(), span: raw.row.span };
        self.check_special_name(&name, cells);
        let ty = cells.of(Role::Type).unwrap_or(&empty);
        let TypeCell { ty: value, tails, max_length } = type_expr::parse_cell(ty, self.dialect.types);
        let value = self.without_damage(ty, value);
        self.check_link(ty, &value);
        let mut field = FieldDoc::new(name, Sp { value, span: ty.span });
        let max_length = max_length.map(|value| Sp { value, span: ty.span });
        field.limits.extend(max_length.map(|text| LimitDoc { of: Constraint::MaxLength, text }));
        for tail in &tails {
            notes::apply(tail.note, &tail.text, ty.span, self.dialect, &mut field);
        }
        field.deprecated |= cells.of(Role::Name).is_some_and(|cell| cell.value.starts_with("~~"));
        self.own_cells(cells, &mut field);
        match &raw.detail {
            Detail::None => {}
            Detail::Child(child) => self.child_of_field(child, model, &mut field, objects),
            Detail::About(about) => self.about_field(about, &mut field),
        }
        // Last, because these words are about the type as a whole.
        for (cell, words) in cells.with_words() {
            self.one_of(cell, words, &mut field);
        }
        Ok(field)
    }

    /// A name that lost the separators of its packages, as in `[**\ShopModelOrder[]**](Order.md)`: the link has it whole.
    fn without_damage(&mut self, cell: &Cell, ty: TypeExpr) -> TypeExpr {
        let TypeExpr::Name { text, surely_model: true, span } = ty.innermost() else { return ty };
        let span = *span;
        let page = cell.value.rsplit_once("](").and_then(|(_, target)| Some(stem(target.split_once(')')?.0)));
        let is_damaged = |page: &String| {
            let namespace = self.dialect.types.namespace.filter(|it| *it == "\\");
            let joined = namespace.and_then(|it| text.strip_prefix(it)).filter(|joined| !joined.contains('\\'));
            joined.is_some_and(|joined| joined.len() > page.len() && joined.ends_with(page.as_str()))
        };
        match page.filter(is_damaged).filter(|page| self.is_document(&format!("{page}.md"), cell.span.file)) {
            Some(text) => ty.with_innermost(TypeExpr::Name { text, surely_model: true, span }),
            None => ty,
        }
    }

    /// Reports an italic or long name that is almost that of a row with a meaning of its own.
    fn check_special_name(&mut self, name: &Sp<String>, cells: &Cells<'_>) {
        if self.dialect.rows.is_empty() {
            return;
        }
        let is_italic =
            cells.of(Role::Name).is_some_and(|cell| cell.value.starts_with('*') && !cell.value.starts_with("**"));
        let known = || self.dialect.rows.iter().filter_map(|row| row.name);
        let is_known = || known().any(|known| folded(known) == folded(&name.value));
        // Names that are long enough are not alike by chance.
        let is_meant = |known: &&str| (is_italic || known.len() >= LONG) && is_near(&name.value, known);
        if let Some(meant) = known().find(is_meant).filter(|_| !is_known()) {
            let message = Message::new(format!("no row is called `{}`", name.value));
            let message = message.help(format!("did you mean `{meant}`?"));
            self.report(&codes::MISSPELLED_NOTE, name.span, message);
        }
    }

    /// Reports a link whose text names one model and whose target is the page of another one.
    fn check_link(&mut self, cell: &Cell, ty: &TypeExpr) {
        let TypeExpr::Name { text, surely_model: true, span: own } = ty.innermost() else { return };
        let Some((before, target)) = cell.value.rsplit_once("](") else { return };
        let Some((target, _)) = target.split_once(')').filter(|(target, _)| !target.starts_with('#')) else { return };
        let (name, page) = (self.plain_name(text), stem(target));
        let of_page = self.plain_name(&page);
        let is_other = name != of_page && folded(name) != folded(of_page);
        if is_other && (is_near(&page, name) || self.is_document(target, cell.span.file)) {
            let span = cell.span.part(before.len() + 2, target.len());
            let message = Message::new(format!("the text of this link is `{name}`, and its target `{page}`"));
            self.report(&codes::LINK_DIFFERS, span, message.related(self.sources.place(*own), "the text"));
        }
    }

    /// The name of a model without what types put around it.
    fn plain_name<'t>(&self, text: &'t str) -> &'t str {
        let name = self.dialect.types.model_name(text);
        let name = self.dialect.types.nullable_prefix.and_then(|prefix| name.strip_prefix(prefix)).unwrap_or(name);
        let end_of_path = [':', '.', '\\'].into_iter().filter_map(|mark| name.rfind(mark)).max();
        end_of_path.map_or(name, |end| &name[end + 1..])
    }

    /// Whether a link leads to a document of the same folder.
    fn is_document(&mut self, target: &str, file: usize) -> bool {
        self.asks_for_documents = true;
        let folder = self.sources.get(file).folder();
        self.sources.has(&format!("{folder}/{}.md", stem(target)))
    }

    /// Reads the cells that describe the field, except for its name and type.
    fn own_cells(&mut self, cells: &Cells<'_>, field: &mut FieldDoc) {
        let description = cells.of(Role::Description);
        let text = description.map(|cell| inline::plain(&cell.value));
        if let (Some(cell), Some(text), Some(prose)) = (description, &text, self.dialect.prose) {
            field.prose = prose::read(cell, text, prose).map(Box::new);
        }
        field.description = text.filter(|text| self.is_description(text));
        let default =
            cells.of(Role::Default).map(|cell| Sp { value: inline::plain(&inline::name(cell).value), span: cell.span });
        field.default = default.filter(|text| !text.value.is_empty()).or_else(|| field.default.take());
        if let Some(notes) = cells.of(Role::Notes) {
            self.notes(notes, field);
            if let Some(description) = description.filter(|_| notes.value.is_empty()) {
                self.check_misplaced_notes(description);
            }
        }
        if let Some(ty) = cells.of(Role::Type) {
            values::in_type(ty, self.dialect, field);
        }
        self.values_in_description(field);
        field.description = field.description.take().map(with_paragraphs);
        if let Some(cell) = description {
            self.described(cell, field);
        }
    }

    fn is_description(&self, text: &str) -> bool {
        let is_none = matches!(self.dialect.nested, Nested::Rows(form) if form.no_description == text);
        !text.is_empty() && !is_none && !self.dialect.no_description.contains(&text)
    }

    /// Applies the notes at the end of a description. They remain part of it.
    fn described(&mut self, cell: &Cell, field: &mut FieldDoc) {
        let Some(form) = self.dialect.described else { return };
        let Some(start) = form.leads.iter().filter_map(|lead| cell.value.find(lead)).min() else { return };
        let text = &cell.value[start..];
        for word in form.notes {
            let Some((_, rest)) = text.split_once(word.text) else { continue };
            let note = rest.split_once('`').map_or(rest, |(note, _)| note);
            notes::apply(word.note, inline::plain(note).trim(), cell.span, self.dialect, field);
        }
    }

    /// Applies a cell that has one of several words.
    fn one_of(&mut self, cell: &Cell, words: &'static [NoteWord], field: &mut FieldDoc) {
        let text = inline::name(cell).value.to_lowercase();
        let word_of = |text: &str| words.iter().find(|word| word.text == text);
        let several = || text.split(',').map(|part| word_of(part.trim())).collect();
        if let Some(found) = word_of(&text).map(|word| vec![word]).or_else(several) {
            for word in found {
                notes::apply(word.note, "", cell.span, self.dialect, field);
            }
            return;
        }
        let known: Vec<String> = words.iter().filter(|word| !word.text.is_empty()).map(NoteWord::quoted).collect();
        let message = Message::new(format!("unknown word `{}`", cell.value));
        let message = message.help(format!("this column has {}", known.join(", ")));
        let fix = self.fix_of_text(&cell.value, words);
        self.report_fixable(&codes::MISSPELLED_NOTE, cell.span, message, fix);
    }
}
