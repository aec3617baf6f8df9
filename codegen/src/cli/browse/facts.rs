//! What is known of a model or field besides its type: one line per fact, with its place.

use crate::schema::{Assumption, Field, Merged, Model, Origin, Rename, ValuesSource};

/// A line about a model or field.
pub(super) struct Fact<'a> {
    pub label: String,
    pub text: String,
    pub origin: Option<&'a Origin>,
    /// Whether it is shown on request only.
    pub is_detail: bool,
}

impl<'a> Fact<'a> {
    pub(super) fn new(label: &str, text: impl Into<String>, origin: Option<&'a Origin>) -> Self {
        Self { label: label.to_owned(), text: text.into(), origin, is_detail: false }
    }

    fn detail(label: &str, text: impl Into<String>, origin: Option<&'a Origin>) -> Self {
        Self { is_detail: true, ..Self::new(label, text, origin) }
    }
}

pub(super) fn of_model(model: &Model) -> Vec<Fact<'_>> {
    let mut facts = Vec::new();
    facts.extend(model.corrected.iter().map(|origin| Fact::new("Corrected", "", Some(origin))));
    facts.extend(renamed("Renamed", model.rename.as_deref()));
    merged(&model.merged, &mut facts);
    assumed(&model.assumed, &mut facts);
    facts
}

pub(super) fn of_field(field: &Field) -> Vec<Fact<'_>> {
    let mut facts = Vec::new();
    let limits = limits(field);
    if !limits.is_empty() {
        facts.push(Fact::new("Limits", limits, None));
    }
    if let Some(default) = default(field) {
        facts.push(Fact::new("Default", default, None));
    }
    facts.extend(field.corrected.iter().map(|origin| Fact::new("Corrected", "", Some(origin))));
    facts.extend(renamed("Renamed", field.rename.as_deref()));
    facts.extend(renamed("Values renamed", field.values_name.as_deref()));
    if field.spelled != field.wire.0 {
        facts.push(Fact::detail("Spelled", field.spelled.as_str(), None));
    }
    facts.extend(field.key_named.iter().map(|origin| Fact::detail("Key seen", field.wire.0.as_str(), Some(origin))));
    if field.type_origin.path != field.origin.path || field.type_origin.line != field.origin.line {
        facts.push(Fact::detail("Type stated", field.ty.to_string(), Some(&field.type_origin)));
    }
    if let Some(values) = &field.values {
        let source = match values.source {
            ValuesSource::Listed => "in a list",
            ValuesSource::Prose => "in the description",
            ValuesSource::Correction => "by a correction",
        };
        facts.push(Fact::detail("Values stated", source, Some(&values.origin)));
    }
    merged(&field.merged, &mut facts);
    assumed(&field.assumed, &mut facts);
    facts
}

fn limits(field: &Field) -> String {
    let mut limits = vec![field.constraints.to_string()];
    if field.constraints.unique_items {
        limits.push("unique items".to_owned());
    }
    limits.retain(|limit| !limit.is_empty());
    limits.join(", ")
}

/// The default as JSON, and as the document writes it if that is something else.
fn default(field: &Field) -> Option<String> {
    let json = field.default_value.as_ref().map(ToString::to_string);
    match (json, &field.default) {
        (Some(json), Some(written)) if json != *written => Some(format!("{json}, written as {written}")),
        (Some(json), _) => Some(json),
        (None, written) => written.clone(),
    }
}

fn renamed<'a>(label: &str, rename: Option<&'a Rename>) -> Option<Fact<'a>> {
    rename.map(|rename| Fact::new(label, rename.name.as_str(), Some(&rename.origin)))
}

/// What the documents of other SDKs add.
fn merged<'a>(merged: &'a Merged, facts: &mut Vec<Fact<'a>>) {
    for contradiction in &merged.contradictions {
        let (taken, left) = (&contradiction.taken, &contradiction.left);
        let place = format!("{}:{}", taken.origin.path, taken.origin.line);
        let text = format!("{} ({place}) counts, and {} does not", taken.text, left.text);
        let label = format!("Contradiction: {}", contradiction.fact.word());
        facts.push(Fact::new(&label, text, Some(&left.origin)));
    }
    for learned in &merged.learned {
        let text = format!("the {}", learned.fact.word());
        facts.push(Fact::detail("From another SDK", text, Some(&learned.origin)));
    }
    facts.extend(merged.also.iter().map(|said| Fact::detail("Also described", said.text.as_str(), Some(&said.origin))));
}

fn assumed(assumed: &[Assumption], facts: &mut Vec<Fact<'_>>) {
    facts.extend(assumed.iter().map(|assumption| Fact::detail("Assumed", assumption.phrase(), None)));
}
