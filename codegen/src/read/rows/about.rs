//! What the sections about a field or model say.

use crate::diag::codes;
use crate::dialect::{Constraint, NoteWord};
use crate::read::context::Context;
use crate::read::doc::{FieldDoc, LimitDoc, ListDoc, ValueDoc, description};
use crate::read::layout::{About, Item, Limit};
use crate::read::notes;
use crate::read::page::Cell;
use crate::read::type_expr::{self, TypeExpr};
use crate::read::values;
use crate::schema::Scalar;
use crate::source::Sp;

impl Context<'_> {
    /// Applies the sections about a field.
    pub(super) fn about_field(&mut self, about: &About<'_>, field: &mut FieldDoc) {
        if about.ty.is_some() {
            self.check_replaced(&field.ty.value);
        }
        self.about(about, None, field);
        field.description = description(&about.text);
    }

    /// Applies the sections about a model, whose page has this name, as if it were a field.
    pub(super) fn about_model(&mut self, about: &About<'_>, name: &Sp<String>) -> FieldDoc {
        let unknown = Sp { value: TypeExpr::Unnamed { link: None }, span: name.span };
        let mut whole = FieldDoc::new(name.clone(), unknown);
        self.about(about, Some(&name.value), &mut whole);
        whole
    }

    fn about(&mut self, about: &About<'_>, own_page: Option<&str>, field: &mut FieldDoc) {
        if let Some(text) = about.ty {
            self.type_about(text, own_page, field);
        }
        about.limits.iter().for_each(|limit| self.limit(*limit, field));
        if let Some(default) = about.default.and_then(|text| self.item(code(text))) {
            field.default = Some(default);
        }
    }

    /// Reads `` `object[]` ([Details](order-items.md)) ``. If a sentence describes the type, the type cell counts.
    fn type_about(&self, text: &Sp<String>, own_page: Option<&str>, field: &mut FieldDoc) {
        let (ty, link) = text.value.split_once(" ([").unwrap_or((&text.value, ""));
        let span = text.span.part(0, ty.len());
        let parsed = type_expr::parse(&Sp { value: ty.to_owned(), span }, self.dialect.types);
        let is_open = match parsed.innermost() {
            TypeExpr::Unknown { .. } => return,
            TypeExpr::Word(word) => word.scalar == Scalar::Any,
            TypeExpr::Unnamed { .. } => true,
            _ => false,
        };
        let page = link.split_once("](").map(|(_, target)| crate::source::stem(target.trim_end_matches(')')));
        let value = match page {
            Some(text) if is_open && own_page != Some(&text) => {
                parsed.with_innermost(TypeExpr::Name { text, surely_model: true, span })
            }
            _ => parsed,
        };
        field.ty = Sp { value, span };
    }

    /// Applies a format, a limit, or the allowed values.
    fn limit(&mut self, limit: Limit<'_>, field: &mut FieldDoc) {
        match limit {
            Limit::Values(table) => {
                self.tally.values += table.rows.len();
                let first = table.rows.iter().filter_map(|row| row.cells.first());
                let list = ListDoc::new(first.map(values::first_cell).collect(), table.header.span, true);
                field.values = Some(Box::new(list));
            }
            // The default may have lost its heading.
            Limit::Text(text) if text.value.starts_with("```") && field.values.is_some() => {
                self.report(
                    &codes::UNREAD_LINE,
                    text.span,
                    "the values are listed above, and this is not read".to_owned(),
                );
            }
            Limit::Text(text) if text.value.starts_with("```") => {
                if let Some(code) = self.item(code(text)) {
                    limit_in_code(code, text.value.starts_with("```regexp"), field);
                }
            }
            Limit::Text(text) => self.limit_in_sentence(text, field),
        }
    }

    fn limit_in_sentence(&mut self, text: &Sp<String>, field: &mut FieldDoc) {
        // The number or text that the sentence is about is at its end.
        let at_end = text.value.strip_suffix('`').and_then(|text| text.rsplit_once('`')).map(|(_, end)| end);
        let is_complete = |word: &&NoteWord| !word.note.goes_on() || at_end.is_some();
        let word = self.dialect.phrases.iter().find(|word| text.value.starts_with(word.text)).filter(is_complete);
        if let Some(word) = word {
            notes::apply(word.note, at_end.unwrap_or_default(), text.span, self.dialect, field);
        } else if text.value.starts_with("**") {
            self.report(&codes::UNKNOWN_NOTE, text.span, format!("unknown limit `{}`", text.value));
        }
    }
}

/// Applies a regular expression, or the only allowed value.
fn limit_in_code(code: Sp<String>, is_pattern: bool, field: &mut FieldDoc) {
    if is_pattern {
        field.limits.push(LimitDoc { of: Constraint::Pattern, text: code });
    } else {
        let list = ListDoc::new(vec![ValueDoc::in_json(&code.value, code.span)], code.span, true);
        field.values = Some(Box::new(list));
    }
}

/// The text of a block of code.
fn code(block: &Cell) -> Item<Sp<String>> {
    let inner = block.value.strip_prefix("```").and_then(|inner| inner.strip_suffix("```")?.split_once('\n'));
    let text = inner.map(|(_, code)| Sp { value: code.trim().to_owned(), span: block.span });
    Item::of(block, text, true)
}
