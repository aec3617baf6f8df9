//! Patterns for the names of models and fields.

use std::panic::Location;

use crate::diag::{Sink, codes};
use crate::schema::{Field, Model, ModelName, Origin, Schema};

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

    /// Whether it matches a model.
    pub(crate) fn matches_model(&self, model: &ModelName) -> bool {
        matches(&self.text, &model.0)
    }

    /// Whether it matches a field, or the model that has the field.
    pub(crate) fn matches_field(&self, model: &ModelName, field: &Field) -> bool {
        let matches_name = |name: &str| matches(&self.text, &format!("{model}.{name}"));
        self.matches_model(model) || matches_name(&field.spelled) || matches_name(&field.wire.0)
    }

    /// Reports the pattern if it matches no model, as an option without effect is a mistake.
    pub(crate) fn check_models(&self, schema: &Schema, sink: &mut Sink) {
        if !schema.models.keys().any(|name| self.matches_model(name)) {
            self.report("model", sink);
        }
    }

    /// Reports the pattern if it matches neither a model nor a field.
    pub(crate) fn check_fields(&self, schema: &Schema, sink: &mut Sink) {
        let is_matched = |(name, model): (&ModelName, &Model)| {
            self.matches_model(name) || model.fields().iter().any(|field| self.matches_field(name, field))
        };
        if !schema.models.iter().any(is_matched) {
            self.report("model or field", sink);
        }
    }

    fn report(&self, what: &str, sink: &mut Sink) {
        sink.report(&codes::BAD_OPTION, self.origin.clone(), format!("`{}` matches no {what}", self.text));
    }
}

/// Whether a name matches a pattern. It steps back to the last `*` only, so the time is at most the product of the
/// lengths.
fn matches(pattern: &str, name: &str) -> bool {
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
    use super::matches;

    #[test]
    fn a_star_matches_any_text() {
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
            assert_eq!(matches(pattern, name), expected, "{pattern} {name}");
        }
    }
}
