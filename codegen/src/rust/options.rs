//! The options of generated code.

use crate::diag::{Sink, codes};
use crate::pattern::Pattern;
use crate::schema::{Model, Presence, Schema};

/// Which types stand for dates and times in generated code.
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

/// What to do about the keys of a body that the document does not have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum UnknownKeys {
    /// They are kept in the field `extra`, and written back.
    #[default]
    Keep,
    /// They are left out.
    Ignore,
    /// They are an error.
    Deny,
}

/// The options of generated code, each list in the order of the calls; of several patterns that fit, the last one counts.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The types of dates and times.
    pub dates: Dates,
    /// What is read strictly.
    pub strict: Vec<Pattern>,
    /// What becomes of unknown keys.
    pub unknown_keys: Vec<(Pattern, UnknownKeys)>,
    /// Fields that tell an absent key from `null`.
    pub three_valued: Vec<Pattern>,
    /// Attributes, as Rust text.
    pub attributes: Vec<(Pattern, String)>,
}

impl Options {
    /// Reports patterns that fit nothing: an option without effect is a mistake.
    pub fn check(&self, schema: &Schema, sink: &mut Sink) {
        let of_models = self.unknown_keys.iter().map(|it| &it.0);
        for pattern in of_models.chain(self.attributes.iter().map(|it| &it.0)) {
            pattern.check_models(schema, sink);
        }
        for pattern in self.strict.iter().chain(&self.three_valued) {
            pattern.check_fields(schema, sink);
        }
        for pattern in &self.three_valued {
            check_three_valued(pattern, schema, sink);
        }
    }
}

/// Reports a pattern that fits only fields that are never absent.
fn check_three_valued(pattern: &Pattern, schema: &Schema, sink: &mut Sink) {
    let of = |(name, model)| Model::fields(model).iter().filter(move |it| pattern.fits_field(name, it));
    let mut fields = schema.models.iter().flat_map(of).peekable();
    if fields.peek().is_some() && fields.all(|it| it.presence == Presence::Required) {
        let message = format!("no optional field fits `{}`, and what is required is not three-valued", pattern.text());
        sink.report(&codes::BAD_OPTION, pattern.origin().clone(), message);
    }
}
