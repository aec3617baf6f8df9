//! The names that corrections choose.

use crate::diag::{Sink, codes};
use crate::rust::names::{is_field_name, is_type_name};
use crate::schema::{Field, Model, Rename, Schema};

/// Reports chosen names that are not names in Rust.
pub fn check(schema: &Schema, sink: &mut Sink) {
    for model in schema.models.values() {
        if let Some(rename) = model.rename.as_deref().filter(|rename| !is_type_name(&rename.name)) {
            report(rename, "type", sink);
        }
        for field in model.fields() {
            if let Some(rename) = field.rename.as_deref().filter(|rename| !is_field_name(&rename.name)) {
                report(rename, "field", sink);
            }
            if let Some(rename) = field.values_name.as_deref().filter(|rename| !is_type_name(&rename.name)) {
                report(rename, "type", sink);
            }
        }
    }
}

/// The name that a correction chose for a model, if it can be used.
pub fn of_model(model: &Model) -> Option<&Rename> {
    model.rename.as_deref().filter(|rename| is_type_name(&rename.name))
}

/// The name that a correction chose for a field, if it can be used.
pub fn of_field(field: &Field) -> Option<&Rename> {
    field.rename.as_deref().filter(|rename| is_field_name(&rename.name))
}

/// The name that a correction chose for the allowed values of a field, if it can be used.
pub fn of_values(field: &Field) -> Option<&Rename> {
    field.values_name.as_deref().filter(|rename| is_type_name(&rename.name))
}

fn report(rename: &Rename, what: &str, sink: &mut Sink) {
    let message = format!("`{}` is not a valid name for a {what}", rename.name);
    sink.report(&codes::UNUSABLE_NAME, rename.origin.clone(), message);
}
