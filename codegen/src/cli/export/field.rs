//! Fields as properties.

use super::definition::Definitions;
use super::limits;
use super::types::{Unstated, nullable, wrapped};
use crate::cli::json::Object;
use crate::schema::Field;

impl Definitions<'_> {
    /// The schema of a field.
    pub(super) fn property(&self, field: &Field) -> Object {
        let mut innermost = self.innermost(&field.ty, Unstated::of(&field.assumed), field.values.as_deref());
        let mut items = Object::default();
        limits::add(&field.constraints, &mut innermost, &mut items);
        let mut property = wrapped(&field.ty, innermost, &mut items);
        // Limits of a list where there is no list to see, such as those of an alias.
        property.0.append(&mut items.0);
        if field.nullable == Some(true) {
            property = nullable(property);
        }
        property.set_some("description", field.description.as_ref());
        if let Some((key, value)) = limits::default(field.default_value.as_ref(), field.default.as_ref()) {
            property.set(key, value);
        }
        property.set_some("readOnly", field.read_only.then_some(true));
        property.set_some("deprecated", field.deprecated.then_some(true));
        self.add_origin(&field.origin, &field.assumed, &mut property);
        property
    }
}
