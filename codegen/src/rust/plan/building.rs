//! Plans how a model is built: what its constructor and its setters take.

use super::{FieldPlan, Planner, RequiredFieldPlan, RequiredPlan, RustType, docs};
use crate::rust::names::FieldIdent;
use crate::schema::{Field, Model, ModelName, Presence, Type};

impl Planner<'_> {
    /// What is needed to make a model. A read-only value is not, because the server sets it, unless its field cannot be
    /// empty.
    pub(super) fn required(&self, name: &ModelName, model: &Model, plans: &[FieldPlan]) -> Option<RequiredPlan> {
        let owner = self.ident(name);
        let mut fields = Vec::new();
        for (field, plan) in model.fields().iter().zip(plans) {
            let is_left_to_server = field.read_only && matches!(plan.ty, RustType::Option(_));
            if field.presence != Presence::Required || is_left_to_server {
                continue;
            }
            let value = plan.setter.value.clone();
            fields.push(RequiredFieldPlan {
                ident: plan.ident.clone(),
                docs: summary(self.text(field.description.as_deref().unwrap_or_default()), || {
                    format!("See {}.", field_link(&format!("{owner}::"), &docs::type_path(owner.as_str()), &plan.ident))
                }),
                ty: if self.without_null(field).1 { value.optional() } else { value },
            });
        }
        let ident = self.required.get(name).filter(|_| !fields.is_empty())?.clone();
        let link = docs::type_link(owner.as_str());
        let docs = vec![format!("What [`{owner}::new`] takes: the values that the document of {link} requires.")];
        Some(RequiredPlan { ident, docs, fields })
    }

    /// Whether a setter takes an option of the value, too. It does where the field is one, unless a value is made from
    /// options itself, as any JSON is: `None` would be two things.
    pub(super) fn takes_option(&self, field: &Field, ty: &RustType, value: &RustType) -> bool {
        let is_undocumented = match self.graph.schema.unaliased(self.without_null(field).0) {
            Type::Model(name) => self.graph.undocumented.contains_key(name),
            _ => false,
        };
        matches!(ty, RustType::Option(_)) && *value != RustType::Json && !is_undocumented
    }
}

/// The first paragraph of a description.
pub(super) fn summary(mut description: Vec<String>, otherwise: impl FnOnce() -> String) -> Vec<String> {
    let end = description.iter().position(String::is_empty).unwrap_or(description.len());
    description.truncate(end);
    if description.is_empty() { vec![otherwise()] } else { description }
}

/// A link to a field from the documentation of its model.
pub(super) fn own_field(ident: &FieldIdent) -> String {
    field_link("", "Self", ident)
}

/// A link to a field. The fragment is never ambiguous, while a path to a field could be one to a method.
fn field_link(path: &str, owner: &str, ident: &FieldIdent) -> String {
    let name = ident.plain();
    format!("[`{path}{name}`]({owner}#structfield.{name})")
}
