//! A row of a property table to a field.

use cells::Cells;

use super::context::Context;
use super::doc::{FieldDoc, ModelDoc};
use super::values;
use crate::diag::{Reported, codes};
use crate::dialect::{Nested, Role};
use crate::read::layout::{Detail, RawRow};
use crate::read::page::{Cell, inline};
use crate::read::prose;
use crate::read::type_expr::{self, TypeExpr};
use crate::source::Sp;

mod about;
mod cells;
mod shape;

impl Context<'_> {
    /// Maps a row to a field of the model with this name. The objects that are written in place for it become models.
    fn field(&mut self, raw: &RawRow<'_>, model: &str, objects: &mut Vec<ModelDoc>) -> Result<FieldDoc, Reported> {
        let field = self.cells(&raw.row).and_then(|cells| self.field_of(raw, &cells, model, objects));
        if field.is_err() {
            self.tally.reported += 1;
            self.tally.unread += raw.inner_rows();
        }
        field
    }

    fn field_of(
        &mut self,
        raw: &RawRow<'_>,
        cells: &Cells,
        model: &str,
        objects: &mut Vec<ModelDoc>,
    ) -> Result<FieldDoc, Reported> {
        let name = cells.of(Role::Name).map(inline::name).filter(|name| !name.value.is_empty());
        let name = name.ok_or_else(|| self.reject(&codes::NO_NAME, raw.row.span, "this row has no name".to_owned()))?;
        let empty = Sp { value: String::new(), span: raw.row.span };
        let ty = cells.of(Role::Type).unwrap_or(&empty);
        let ty = Sp { value: type_expr::parse(ty, self.dialect.types), span: ty.span };
        let mut field = FieldDoc::new(name, ty);
        self.own_cells(cells, &mut field);
        match &raw.detail {
            Detail::None => {}
            Detail::Child(child) => self.child_of_field(child, model, &mut field, objects),
            Detail::About(about) => self.about_field(about, &mut field),
        }
        // Whether a value can be `null` is said of the type as a whole.
        if let Some(nullable) = cells.of(Role::Nullable) {
            self.nullable(nullable, &mut field);
        }
        Ok(field)
    }

    /// Reads the cells that describe the field, except for its name and type.
    fn own_cells(&mut self, cells: &Cells, field: &mut FieldDoc) {
        let description = cells.of(Role::Description);
        field.description = description.map(|cell| inline::plain(&cell.value)).filter(|text| self.is_description(text));
        field.prose = description.zip(self.dialect.prose).and_then(|(cell, prose)| prose::read(cell, prose));
        let default = cells.of(Role::Default).map(|cell| inline::plain(&inline::name(cell).value));
        field.default = default.filter(|text| !text.is_empty());
        if let Some(required) = cells.of(Role::Required) {
            self.required(required, field);
        }
        if let Some(label) = cells.of(Role::Label) {
            self.label(label, field);
        }
        if let Some(notes) = cells.of(Role::Notes) {
            self.notes(notes, field);
        }
        if let Some(ty) = cells.of(Role::Type) {
            values::in_type(ty, self.dialect, field);
        }
        values::in_description(self.dialect, field);
    }

    fn is_description(&self, text: &str) -> bool {
        let is_none = matches!(self.dialect.nested, Nested::Rows(form) if form.no_description == text);
        !text.is_empty() && !is_none
    }

    fn label(&mut self, cell: &Cell, field: &mut FieldDoc) {
        match cell.value.as_str() {
            "repeated" => wrap(field, TypeExpr::List),
            "required" => field.required = true,
            "optional" => field.optional = true,
            "" => {}
            other => self.report(&codes::UNKNOWN_NOTE, cell.span, format!("unknown label `{other}`")),
        }
    }

    fn required(&mut self, cell: &Cell, field: &mut FieldDoc) {
        match inline::name(cell).value.to_lowercase().as_str() {
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
            "can be null" => wrap(field, TypeExpr::Nullable),
            "cannot be null" => {}
            other => {
                let message = format!("`{other}` does not say whether the value can be `null`");
                self.report(&codes::UNKNOWN_NOTE, cell.span, message);
            }
        }
    }
}

/// Puts the type of a field into another one.
fn wrap(field: &mut FieldDoc, outer: impl Fn(Box<TypeExpr>) -> TypeExpr) {
    let inner = std::mem::replace(&mut field.ty.value, TypeExpr::Unnamed { link: None });
    field.ty.value = outer(Box::new(inner));
}
