//! Types of the user, or of other crates, instead of generated ones.

use std::collections::BTreeSet;

use super::Options;
use crate::diag::{Message, Sink, codes, did_you_mean};
use crate::pattern::Pattern;
use crate::schema::{Field, Model, ModelName, Scalar, Schema, Type};

/// A type that the configuration chooses.
#[derive(Clone, Debug)]
pub struct Replaced {
    /// What it replaces: a scalar by its word, or models or fields by their names.
    pub pattern: Pattern,
    /// The type, as Rust text.
    pub ty: String,
}

impl Options {
    /// The type instead of a scalar.
    pub fn replaced_scalar(&self, scalar: Scalar) -> Option<&str> {
        self.last_replaced(|pattern| pattern.text() == scalar.word())
    }

    /// The type instead of a model.
    pub fn replaced_model(&self, name: &ModelName) -> Option<&str> {
        self.last_replaced(|pattern| scalar(pattern.text()).is_none() && pattern.matches_model(name))
    }

    /// The type instead of that of a field.
    pub fn replaced_field(&self, model: &ModelName, field: &Field) -> Option<&str> {
        self.last_replaced(|pattern| pattern.names_field(model, field))
    }

    /// The models in types that need no document, because the configuration has a type for them.
    pub fn provided<'s>(&self, schema: &'s Schema) -> impl Iterator<Item = &'s ModelName> {
        let named = schema.models.values().flat_map(Model::models).map(|(name, _)| name);
        named.filter(|name| self.replaced_model(name).is_some())
    }

    fn last_replaced(&self, fits: impl Fn(&Pattern) -> bool) -> Option<&str> {
        let mut fitting = self.replaced.iter().rev().filter(|replaced| fits(&replaced.pattern));
        fitting.next().map(|replaced| &*replaced.ty)
    }
}

impl Replaced {
    /// Reports a type that is not valid Rust, and a pattern that replaces nothing.
    pub(super) fn check(&self, schema: &Schema, unread: &BTreeSet<String>, sink: &mut Sink) {
        if let Err(error) = syn::parse_str::<syn::Type>(&self.ty) {
            let message = format!("`{}` is not a valid type: {error}", self.ty);
            sink.report(&codes::BAD_OPTION, self.pattern.origin().clone(), message);
        }
        let text = self.pattern.text();
        if let Some(scalar) = scalar(text) {
            let mut types = schema.models.values().flat_map(Model::types);
            if !types.any(|(ty, _)| *ty.innermost() == Type::Scalar(scalar)) {
                sink.report_unmatched(self.pattern.origin().clone(), format!("`{text}` is the type of no field"));
            }
        } else if !self.pattern.is_unread(unread) && !self.replaces_any(schema) {
            let hint = did_you_mean(text, known(schema).iter().map(String::as_str));
            let message = Message::new(format!("`{text}` matches no scalar, model or field")).hint(hint);
            sink.report_unmatched(self.pattern.origin().clone(), message);
        }
    }

    fn replaces_any(&self, schema: &Schema) -> bool {
        let is_named = |name: &ModelName| self.pattern.matches_model(name);
        schema.models.iter().any(|(name, model)| {
            let mut fields = model.fields().iter();
            is_named(name)
                || fields.any(|field| self.pattern.names_field(name, field))
                || model.models().any(|(other, _)| is_named(other))
        })
    }
}

/// The scalar with this word.
fn scalar(word: &str) -> Option<Scalar> {
    Scalar::ALL.into_iter().find(|scalar| scalar.word() == word)
}

/// All that can be replaced.
fn known(schema: &Schema) -> Vec<String> {
    let mut known: Vec<String> = Scalar::ALL.into_iter().map(|scalar| scalar.word().to_owned()).collect();
    for (name, model) in &schema.models {
        known.push(name.0.clone());
        known.extend(model.fields().iter().map(|field| format!("{name}.{}", field.wire)));
    }
    known
}
