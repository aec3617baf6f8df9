//! Plans how a model is built: what its constructor and its setters take.

use super::structure::NotNull;
use super::{Docs, FieldPlan, Planner, RequiredFieldPlan, RequiredPlan, RustType, SetterDocs, docs};
use crate::rust::names::{FieldIdent, TypeIdent};
use crate::schema::{ModelName, Presence, Type};

impl Planner<'_> {
    /// What is needed to make a model. A read-only value is not, because the server sets it, unless its field cannot be
    /// empty.
    pub(super) fn required(
        &self,
        name: &ModelName,
        fields: &[NotNull<'_>],
        plans: &[FieldPlan],
    ) -> Option<RequiredPlan> {
        let ident = self.required.get(name)?;
        let owner = self.ident(name);
        let mut required = Vec::new();
        for (not_null, plan) in fields.iter().zip(plans) {
            let field = not_null.field;
            let is_left_to_server = field.read_only && matches!(plan.ty, RustType::Option(_));
            if field.presence != Presence::Required || is_left_to_server {
                continue;
            }
            let value = plan.ty.value().clone();
            required.push(RequiredFieldPlan {
                ident: plan.ident.clone(),
                docs: required_docs(&owner, plan),
                ty: if not_null.is_nullable { value.optional() } else { value },
            });
        }
        if required.is_empty() {
            return None;
        }
        let link = docs::type_link(owner.as_str());
        let docs = format!("What [`{owner}::new`] takes: the values that the document of {link} requires.");
        Some(RequiredPlan { ident: ident.clone(), docs: docs.into(), fields: required })
    }

    /// Whether a setter takes an option of the value, too. It does where the field is one, unless a value is made from
    /// options itself, as any JSON is: `None` would be two things.
    pub(super) fn takes_option(&self, not_null: NotNull<'_>, ty: &RustType) -> bool {
        let is_undocumented = || match self.unaliased(not_null.ty) {
            Type::Model(name) => self.graph.undocumented.contains_key(name),
            _ => false,
        };
        matches!(ty, RustType::Option(_)) && *ty.value() != RustType::Json && !is_undocumented()
    }
}

/// The documentation of a required value: the summary of its field, or a link to it.
fn required_docs(owner: &TypeIdent, plan: &FieldPlan) -> Docs {
    if plan.setter.docs == SetterDocs::Summary {
        return plan.docs.summary().to_owned().into();
    }
    let link = field_link(&format!("{owner}::"), &docs::type_path(owner.as_str()), &plan.ident);
    ["See ", &*link, "."].concat().into()
}

/// A link to a field from the documentation of its model.
pub(super) fn own_field(ident: &FieldIdent) -> String {
    field_link("", "Self", ident)
}

/// A link to a field. The fragment is never ambiguous, while a path to a field could be one to a method.
fn field_link(path: &str, owner: &str, ident: &FieldIdent) -> String {
    let name = ident.plain();
    ["[`", path, name, "`](", owner, "#structfield.", name, ")"].concat()
}
