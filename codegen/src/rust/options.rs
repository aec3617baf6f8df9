//! The options of generated code.

use std::collections::BTreeSet;

use crate::diag::{Sink, codes};
use crate::pattern::Pattern;
use crate::schema::{Presence, Schema};

/// The types that generated code uses for dates and times.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dates {
    /// `jiff::Timestamp` and `jiff::civil::Date`.
    #[default]
    Jiff,
    /// `chrono::DateTime<chrono::FixedOffset>` and `chrono::NaiveDate`.
    Chrono,
    /// `time::OffsetDateTime` and `time::Date`. Needs the features `formatting` and `parsing` of the crate.
    Time,
    /// `String`.
    Text,
}

/// What happens to keys that the document does not describe.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UnknownKeys {
    /// They are kept in the field `extra` and written back.
    #[default]
    Keep,
    /// They are ignored.
    Ignore,
    /// They are an error.
    Deny,
}

/// The options of generated code. Lists are in the order of the calls; of several matching patterns, the last one wins.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The types of dates and times.
    pub dates: Dates,
    /// The models and fields that are read strictly.
    pub strict: Vec<Pattern>,
    /// What happens to unknown keys.
    pub unknown_keys: Vec<(Pattern, UnknownKeys)>,
    /// The fields that distinguish an absent key from `null`.
    pub three_valued: Vec<Pattern>,
    /// Additional attributes, as Rust text.
    pub attributes: Vec<(Pattern, String)>,
    /// The names of the modules beside the models.
    pub modules: Vec<String>,
    /// Whether the models are in such a module themselves, so that the support module is in the one around it.
    pub is_module: bool,
}

impl Options {
    /// Reports patterns that match nothing, because an option without effect is a mistake. The documents of the models
    /// in `unread` could not be read.
    pub fn check(&self, schema: &Schema, unread: &BTreeSet<String>, sink: &mut Sink) {
        for (pattern, _) in &self.unknown_keys {
            pattern.check_models(schema, unread, sink);
        }
        for (pattern, _) in &self.attributes {
            pattern.check_models(schema, unread, sink);
        }
        for pattern in self.strict.iter().chain(&self.three_valued) {
            pattern.check_fields(schema, unread, sink);
        }
        for pattern in &self.three_valued {
            check_three_valued(pattern, schema, sink);
        }
    }
}

/// Reports a pattern that matches only required fields, which are never absent.
fn check_three_valued(pattern: &Pattern, schema: &Schema, sink: &mut Sink) {
    let mut fields = Vec::new();
    for (name, model) in &schema.models {
        fields.extend(model.fields().iter().filter(|field| pattern.matches_field(name, field)));
    }
    if !fields.is_empty() && fields.iter().all(|field| field.presence == Presence::Required) {
        let message = format!("`{}` matches only required fields, which cannot be three-valued", pattern.text());
        sink.report(&codes::BAD_OPTION, pattern.origin().clone(), message);
    }
}
