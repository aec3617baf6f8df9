//! The options of generated code.

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::{Sink, codes};
use crate::pattern::Pattern;
use crate::schema::{Field, ModelName, Presence, Schema};

mod replaced;

pub use replaced::Replaced;

/// The types that generated code uses for dates and times.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dates {
    /// `jiff::Timestamp` and `jiff::civil::Date`.
    #[default]
    Jiff,
    /// `chrono::DateTime<chrono::FixedOffset>` and `chrono::NaiveDate`.
    Chrono,
    /// `time::OffsetDateTime` and `time::Date`. Needs the feature `formatting` of the crate.
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

/// A part of generated code that can get attributes, see [`Config::attribute_on`](crate::Config::attribute_on).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Part {
    /// The struct of a model.
    Struct,
    /// The fields that the document describes. `{key}` is the key in JSON.
    Field,
    /// The field for everything that the document does not describe.
    Extra,
    /// The enum of allowed values.
    Values,
    /// The variants of allowed values. `{key}` is the value in JSON.
    Value,
    /// The variant of all other values.
    UnlistedValue,
    /// The enum of a union.
    Union,
    /// The variants of a union for its types.
    Member,
    /// The variant of a union for values of none of its types.
    UnlistedMember,
    /// The struct of a model without a document.
    Undocumented,
    /// The field of that struct, which holds any JSON.
    UndocumentedValue,
}

/// An attribute that the configuration adds.
#[derive(Clone, Debug)]
pub struct Attribute {
    /// The models and fields that get it.
    pub pattern: Pattern,
    /// The part that gets it. Without one, it is the types of the models that the pattern names, and the fields that it
    /// names.
    pub part: Option<Part>,
    /// Rust text, in which `{key}` is the name in JSON.
    pub text: String,
    /// Where it is necessary.
    pub when: When,
}

/// The name of the attribute that marks where documentation, and lines that need no formatter, are put in.
pub(in crate::rust) const DOCS: &str = "codegen_docs";

/// The end of the line of the attribute [`DOCS`].
pub(in crate::rust) const DOCS_LINE: &str = "[codegen_docs]\n";

impl Attribute {
    /// Reports a text that is not valid Rust, or that has the mark of documentation.
    fn check(&self, sink: &mut Sink) {
        let reason = match parsed(&self.text) {
            Err(error) => format!("is not a valid attribute: {error}"),
            Ok(attributes) if attributes.iter().any(|attribute| attribute.path().is_ident(DOCS)) => {
                format!("has the attribute `{DOCS}`, which is replaced by documentation")
            }
            Ok(_) => return,
        };
        sink.report(&codes::BAD_OPTION, self.pattern.origin().clone(), format!("`{}` {reason}", self.text));
    }
}

/// The attributes in a text.
pub fn parsed(text: &str) -> syn::Result<Vec<syn::Attribute>> {
    syn::parse::Parser::parse_str(syn::Attribute::parse_outer, text)
}

/// Where an attribute is necessary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Everywhere.
    Always,
    /// Where the name in Rust is not the name in JSON.
    Renamed,
    /// On fields that hold such a value.
    Holds(Held),
    /// On fields through which a model leads back to itself.
    Recursive,
}

/// What a field can hold, apart from usual values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// An integer that is text in JSON.
    TextInteger,
    /// A value that may be absent or `null`, or one that may be a boolean: a type of the support module.
    Special,
    /// Any JSON.
    Json,
    /// A date or date-time.
    Date,
}

/// Types of which only serde's traits are known, as Rust text, and whether a value of them has to be there, so that they
/// need `Default`.
pub type Foreign = BTreeMap<String, bool>;

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
    /// Additional attributes.
    pub attributes: Vec<Attribute>,
    /// The types of the user and of other crates.
    pub replaced: Vec<Replaced>,
    /// The types of these that the modules have.
    pub foreign: Foreign,
    /// Whether the models of each folder are in a module of their own.
    pub module_per_folder: bool,
    /// Whether the models of each folder have a feature of cargo.
    pub feature_per_folder: bool,
    /// What the names of these features start with.
    pub feature_prefix: String,
    /// The names of the modules beside the models.
    pub modules: Vec<String>,
    /// Whether the models are in such a module themselves, so that the support module is in the one around it.
    pub is_module: bool,
}

impl Options {
    /// Whether a key must be present in JSON.
    pub fn demands(&self, model: &ModelName, field: &Field) -> bool {
        field.presence == Presence::Required && self.strict.iter().any(|pattern| pattern.matches_field(model, field))
    }

    /// Whether a value of the wrong type is an error in a model.
    pub fn is_strict(&self, model: &ModelName) -> bool {
        self.strict.iter().any(|pattern| pattern.matches_model(model))
    }

    /// What happens to the unknown keys of a model.
    pub fn unknown_keys_of(&self, model: &ModelName) -> UnknownKeys {
        let fitting = self.unknown_keys.iter().rev().find(|(pattern, _)| pattern.matches_model(model));
        fitting.map(|(_, choice)| *choice).unwrap_or_default()
    }

    /// Whether a model keeps values that its document does not describe.
    pub fn has_extra(&self, model: &ModelName) -> bool {
        !self.is_strict(model) || self.unknown_keys_of(model) == UnknownKeys::Keep
    }

    /// Reports patterns that match nothing, because an option without effect is a mistake. The documents of the models
    /// in `unread` could not be read.
    pub fn check(&self, schema: &Schema, unread: &BTreeSet<String>, sink: &mut Sink) {
        for (pattern, _) in &self.unknown_keys {
            pattern.check_models(schema, unread, sink);
        }
        for attribute in &self.attributes {
            attribute.pattern.check_fields(schema, unread, sink);
            attribute.check(sink);
        }
        for replaced in &self.replaced {
            replaced.check(schema, unread, sink);
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
        sink.report_unmatched(pattern.origin().clone(), message);
    }
}
