//! Patterns for the names of models and fields, with the place in the configuration that has them.

use std::panic::Location;

use crate::diag::{Sink, codes};
use crate::schema::{Field, Model, ModelName, Origin, Schema};

/// A pattern for names, and the place in the configuration that has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Pattern {
    text: String,
    origin: Origin,
}

impl Pattern {
    /// `Conversation`, `*Request`, `User.version`: the name of a model, or of a model and a field as the
    /// document spells it or as its key; `*` stands for any text.
    #[track_caller]
    pub(crate) fn new(text: impl Into<String>) -> Self {
        let place = Location::caller();
        let origin = Origin { path: place.file().replace('\\', "/"), line: place.line(), column: place.column() };
        Self { text: text.into(), origin }
    }

    /// The pattern.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Where the configuration has it.
    pub(crate) fn origin(&self) -> &Origin {
        &self.origin
    }

    /// Whether it means a model.
    pub(crate) fn fits_model(&self, model: &ModelName) -> bool {
        fits(&self.text, &model.0)
    }

    /// Whether it means a field, or the model that the field is of.
    pub(crate) fn fits_field(&self, model: &ModelName, field: &Field) -> bool {
        let fits_name = |name: &str| fits(&self.text, &format!("{model}.{name}"));
        self.fits_model(model) || fits_name(&field.spelled) || fits_name(&field.wire.0)
    }

    /// Reports the pattern if no model fits it: an option without effect is a mistake.
    pub(crate) fn check_models(&self, schema: &Schema, sink: &mut Sink) {
        if !schema.models.keys().any(|name| self.fits_model(name)) {
            self.report("model", sink);
        }
    }

    /// Reports the pattern if no model and no field fits it.
    pub(crate) fn check_fields(&self, schema: &Schema, sink: &mut Sink) {
        let fits = |(name, model): (&ModelName, &Model)| {
            self.fits_model(name) || model.fields().iter().any(|field| self.fits_field(name, field))
        };
        if !schema.models.iter().any(fits) {
            self.report("model or field", sink);
        }
    }

    fn report(&self, what: &str, sink: &mut Sink) {
        sink.report(&codes::BAD_OPTION, self.origin.clone(), format!("no {what} fits `{}`", self.text));
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
