//! The definitions of models.

use std::collections::{BTreeMap, BTreeSet};

use super::types::{self, Style, Unstated};
use super::{union, values};
use crate::cli::json::{Json, Object};
use crate::config::Paths;
use crate::schema::{Assumption, Field, Model, ModelName, Origin, Presence, Schema, Shape, Type, Values};

/// What definitions are made of.
pub(super) struct Definitions<'a> {
    pub schema: &'a Schema,
    pub paths: &'a Paths,
    pub names: &'a BTreeMap<ModelName, String>,
    pub style: Style,
}

impl Definitions<'_> {
    /// The definitions of these models, or of all that are documented or named.
    pub(super) fn all(&self, selected: Option<&BTreeSet<ModelName>>) -> Vec<(String, Json)> {
        let is_selected = |name: &ModelName| selected.is_none_or(|selected| selected.contains(name));
        let mut definitions = Vec::with_capacity(self.names.len());
        for (name, key) in self.names.iter().filter(|(name, _)| is_selected(name)) {
            let mut definition = match self.schema.models.get(name) {
                Some(model) => self.model(name, model),
                None => Object::default().with("description", "No document describes this model."),
            };
            if *key != name.0 {
                definition.0.insert(0, ("title".to_owned(), (&name.0).into()));
            }
            definitions.push((key.clone(), definition.into()));
        }
        definitions
    }

    fn model(&self, name: &ModelName, model: &Model) -> Object {
        let unstated = Unstated::of(&model.assumed);
        let mut definition = match &model.shape {
            Shape::Object(fields) => self.object(fields, model),
            Shape::Values { of, values } => values::of(*of, unstated, values, self.style.has_open_enums),
            Shape::Union(_) if union::contains_itself(self.schema, name) => Object::default()
                .with("$comment", "A union that is a member of one of its members; any value is accepted."),
            Shape::Union(union) => self.union(name, union, unstated),
            Shape::Alias(ty) => self.whole(ty, unstated),
        };
        let description = model.description.as_ref().map(|text| ("description".to_owned(), text.into()));
        definition.0.splice(0..0, description);
        self.add_origin(&model.origin, &model.assumed, &mut definition);
        definition
    }

    fn object(&self, fields: &[Field], model: &Model) -> Object {
        let mut properties = Object::default();
        let mut required: Vec<Json> = Vec::new();
        for field in fields {
            properties.set(&field.wire.0, self.property(field));
            if self.style.has_required && field.presence == Presence::Required {
                required.push((&field.wire.0).into());
            }
        }
        let unstated = Unstated::of(&model.assumed);
        let mut object = Object::default().with("type", "object");
        if !fields.is_empty() {
            object.set("properties", properties);
        }
        if !required.is_empty() {
            object.set("required", required);
        }
        object.set_some("additionalProperties", model.other_keys.as_ref().map(|keys| self.whole(&keys.ty, unstated)));
        object
    }

    /// The schema of the innermost part of a type.
    pub(super) fn innermost(&self, ty: &Type, unstated: Unstated, allowed: Option<&Values>) -> Object {
        match (ty.innermost(), allowed) {
            (Type::Scalar(scalar), Some(allowed)) => values::of(*scalar, unstated, allowed, self.style.has_open_enums),
            (Type::Scalar(scalar), None) => types::scalar(*scalar, unstated),
            (Type::Model(name), _) => self.reference(name),
            _ => Object::default(),
        }
    }

    pub(super) fn reference(&self, model: &ModelName) -> Object {
        types::reference(self.names, model, self.style.is_openapi)
    }

    /// Adds where something is documented, and what was assumed of it.
    pub(super) fn add_origin(&self, origin: &Origin, assumed: &[Assumption], schema: &mut Object) {
        if !self.style.has_origins {
            return;
        }
        let mut path = origin.path.clone();
        self.paths.show(&mut path);
        schema.set("x-origin", format!("{path}:{}:{}", origin.line, origin.column));
        let assumed: Vec<Json> = assumed.iter().map(|assumption| Json::from(assumption.word())).collect();
        if !assumed.is_empty() {
            schema.set("x-assumed", assumed);
        }
    }
}
