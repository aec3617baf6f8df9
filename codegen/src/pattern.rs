//! Patterns for the names of models and fields.

use std::collections::BTreeSet;
use std::panic::Location;

use crate::diag::Sink;
use crate::schema::{Field, Model, ModelName, Origin, Schema};
use crate::source::matches;

/// A pattern for names, and where the configuration has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pattern {
    text: String,
    origin: Origin,
}

impl Pattern {
    /// A pattern such as `Conversation`, `*Request` or `User.version`: the name of a model, or of a model and a
    /// field. A field is named as its document spells it or by its key; `*` matches any text.
    #[track_caller]
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), origin: Origin::of_call(Location::caller()) }
    }

    /// A pattern that is in a file of configuration.
    #[cfg(feature = "file")]
    pub(crate) fn at(text: String, origin: Origin) -> Self {
        Self { text, origin }
    }

    /// The pattern.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Where the configuration has it.
    pub(crate) fn origin(&self) -> &Origin {
        &self.origin
    }

    /// Whether it matches a model.
    pub(crate) fn matches_model(&self, model: &ModelName) -> bool {
        self.matches_name(&model.0)
    }

    /// Whether it matches a name that may be that of a model.
    pub(crate) fn matches_name(&self, name: &str) -> bool {
        matches(&self.text, name)
    }

    /// Whether it matches a field, or the model that has the field.
    pub(crate) fn matches_field(&self, model: &ModelName, field: &Field) -> bool {
        let matches_name = |name: &str| matches(&self.text, &format!("{model}.{name}"));
        self.matches_model(model) || matches_name(&field.spelled) || matches_name(&field.wire.0)
    }

    /// Whether it names a field: a text before a dot matches the model, and the text after it the field.
    pub(crate) fn names_field(&self, model: &ModelName, field: &Field) -> bool {
        let mut splits = self.text.match_indices('.').map(|(dot, _)| (&self.text[..dot], &self.text[dot + 1..]));
        splits.any(|(of_model, of_field)| {
            matches(of_model, &model.0) && (matches(of_field, &field.spelled) || matches(of_field, &field.wire.0))
        })
    }

    /// Whether it names a model and none of its fields. The name of a model may have dots, too.
    pub(crate) fn names_model(&self, name: &ModelName, model: &Model) -> bool {
        self.matches_model(name) && !model.fields().iter().any(|field| self.names_field(name, field))
    }

    /// Whether it is about a model whose document could not be read.
    pub(crate) fn is_unread(&self, unread: &BTreeSet<String>) -> bool {
        let model = self.text.split_once('.').map_or(&*self.text, |(model, _)| model);
        unread.iter().any(|name| matches(model, name))
    }

    /// Reports the pattern if it matches no model, as an option without effect is a mistake. The documents of the models
    /// in `unread` could not be read.
    pub(crate) fn check_models(&self, schema: &Schema, unread: &BTreeSet<String>, sink: &mut Sink) {
        if !self.is_unread(unread) && !schema.models.keys().any(|name| self.matches_model(name)) {
            self.report("model", sink);
        }
    }

    /// Reports the pattern if it matches neither a model nor a field.
    pub(crate) fn check_fields(&self, schema: &Schema, unread: &BTreeSet<String>, sink: &mut Sink) {
        let is_matched = |(name, model): (&ModelName, &Model)| {
            self.matches_model(name) || model.fields().iter().any(|field| self.matches_field(name, field))
        };
        if !self.is_unread(unread) && !schema.models.iter().any(is_matched) {
            self.report("model or field", sink);
        }
    }

    fn report(&self, what: &str, sink: &mut Sink) {
        sink.report_unmatched(self.origin.clone(), format!("`{}` matches no {what}", self.text));
    }
}
