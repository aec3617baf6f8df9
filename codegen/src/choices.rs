//! What the configuration chooses for models and fields by their names.

use std::panic::Location;

use crate::diag::{Sink, codes};
use crate::dialect::KeyCase;
use crate::doc::ModelDoc;
use crate::schema::{Field, Model, ModelName, Presence, Schema};
use crate::source::{Origin, Sources, is_within};

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

/// The choices of a run, each list in the order of the calls; of several that fit, the last one counts.
#[derive(Clone, Debug, Default)]
pub struct Choices {
    /// The types of dates and times.
    pub dates: Dates,
    /// The case of the keys, by the path of a document or folder.
    pub key_cases: Vec<(Pattern, KeyCase)>,
    /// What is read strictly.
    pub strict: Vec<Pattern>,
    /// What becomes of unknown keys.
    pub unknown_keys: Vec<(Pattern, UnknownKeys)>,
    /// Fields that tell an absent key from `null`.
    pub three_valued: Vec<Pattern>,
    /// Attributes, as Rust text.
    pub attributes: Vec<(Pattern, String)>,
    /// The models to generate, with all that they contain; all models if there is none.
    pub only: Vec<Pattern>,
    /// The folders of the SDKs of an API, as diagnostics show them; `*` stands for itself there.
    pub same_api: Vec<Vec<Pattern>>,
}

/// A pattern for names, and the place in the configuration that has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    text: String,
    origin: Origin,
}

impl Pattern {
    /// `Conversation`, `*Request`, `User.version`: the name of a model, or of a model and a field as the
    /// document spells it or as its key; `*` stands for any text.
    #[track_caller]
    pub fn new(text: impl Into<String>) -> Self {
        let place = Location::caller();
        let origin = Origin { path: place.file().replace('\\', "/"), line: place.line(), column: place.column() };
        Self { text: text.into(), origin }
    }

    /// The pattern.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where the configuration has it.
    pub fn origin(&self) -> &Origin {
        &self.origin
    }

    /// Whether it means a model.
    pub fn fits_model(&self, model: &ModelName) -> bool {
        fits(&self.text, &model.0)
    }

    /// Whether it means a field, or the model that the field is of.
    pub fn fits_field(&self, model: &ModelName, field: &Field) -> bool {
        let fits_name = |name: &str| fits(&self.text, &format!("{model}.{name}"));
        self.fits_model(model) || fits_name(&field.spelled) || fits_name(&field.wire.0)
    }
}

impl Choices {
    /// Tells each document which case was chosen for its keys. Reports paths at which there is no document.
    pub fn choose_keys(&self, docs: &mut [ModelDoc], sources: &Sources, sink: &mut Sink) {
        for (path, case) in &self.key_cases {
            let path_of = |doc: &ModelDoc| &sources.get(doc.name.span.file).path;
            let mut within = docs.iter_mut().filter(|it| is_within(path_of(it), &path.text)).peekable();
            if within.peek().is_none() {
                let message = format!("no document of a model is at `{}`", path.text);
                sink.report(&codes::BAD_OPTION, path.origin.clone(), message);
            }
            within.for_each(|it| it.key_case = Some(*case));
        }
    }

    /// Reports patterns that fit nothing: an option without effect is a mistake.
    pub fn check(&self, schema: &Schema, sink: &mut Sink) {
        let of_models = self.unknown_keys.iter().map(|it| &it.0);
        let of_models = of_models.chain(self.attributes.iter().map(|it| &it.0)).chain(&self.only);
        for pattern in of_models {
            check(pattern, schema, false, sink);
        }
        for pattern in self.strict.iter().chain(&self.three_valued) {
            check(pattern, schema, true, sink);
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
        let message = format!("no optional field fits `{}`, and what is required is not three-valued", pattern.text);
        sink.report(&codes::BAD_OPTION, pattern.origin.clone(), message);
    }
}

fn check(pattern: &Pattern, schema: &Schema, fields: bool, sink: &mut Sink) {
    let fits = |(name, model): (&ModelName, &Model)| {
        pattern.fits_model(name) || fields && model.fields().iter().any(|it| pattern.fits_field(name, it))
    };
    if !schema.models.iter().any(fits) {
        let what = if fields { "model or field" } else { "model" };
        sink.report(&codes::BAD_OPTION, pattern.origin.clone(), format!("no {what} fits `{}`", pattern.text));
    }
}

/// Whether a name fits a pattern in which `*` stands for any text. Steps back to the last `*` only, so the
/// time is at most the product of the lengths.
fn fits(pattern: &str, name: &str) -> bool {
    let (pattern, name) = (pattern.as_bytes(), name.as_bytes());
    let (mut at, mut from) = (0, 0);
    let mut star = None;
    while from < name.len() {
        if pattern.get(at) == Some(&b'*') {
            star = Some((at, from));
            at += 1;
        } else if pattern.get(at) == Some(&name[from]) {
            at += 1;
            from += 1;
        } else if let Some((star_at, star_from)) = star {
            star = Some((star_at, star_from + 1));
            at = star_at + 1;
            from = star_from + 1;
        } else {
            return false;
        }
    }
    pattern[at..].iter().all(|it| *it == b'*')
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn a_star_stands_for_any_text() {
        for (pattern, name, expected) in [
            ("User", "User", true),
            ("User", "Users", false),
            ("*", "", true),
            ("Patch*", "PatchUser", true),
            ("Patch*", "UserPatch", false),
            ("*Request", "CreateRequestRequest", true),
            ("*a*b*", "xxaxxbxx", true),
            ("*a*b", "xxbxxa", false),
            ("*.version", "User.version", true),
            ("", "", true),
            ("", "x", false),
        ] {
            assert_eq!(fits(pattern, name), expected, "{pattern} {name}");
        }
    }
}
