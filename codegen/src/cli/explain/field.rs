//! What is known of a field.

use super::facts::{Fact as Line, Page, place};
use super::find::Subject;
use super::rust;
use crate::schema::{Assumption, Fact, Field, Learned, Model, Origin, Presence};

/// Everything that is known of the field at this position.
pub(super) fn explain(subject: &Subject<'_>, position: usize, root: &str) -> Page {
    let Some(field) = subject.model.fields().get(position) else { return Page::default() };
    let about = About { subject, field };
    let presence = field.presence.word();
    let mut page = Page {
        title: format!("{}.{}: {}, {presence}", subject.name, field.wire, field.ty),
        text: field.description.clone(),
        ..Page::default()
    };
    page.add("In the documents", about.facts());
    page.add("Assumed", assumptions(&field.assumed));
    page.add("Corrected", field.corrected.iter().map(|origin| row("", origin, subject)).collect());
    page.add("In other documents", others(subject, &field.merged.also));
    page.add("Contradictions", contradictions(subject, &field.merged.contradictions));
    page.add("In Rust", rust::of_field(subject, field, root));
    page
}

struct About<'a> {
    subject: &'a Subject<'a>,
    field: &'a Field,
}

impl About<'_> {
    fn facts(&self) -> Vec<Line> {
        let field = self.field;
        let named = field.key_named.as_ref().map_or(&field.origin, |origin| origin);
        let mut facts = vec![
            row("row", &field.origin, self.subject),
            self.fact(Fact::WireName, "key", field.wire.0.clone(), named),
            self.fact(Fact::Words, "name", field.spelled.clone(), &field.origin),
            self.fact(Fact::Type, "type", field.ty.to_string(), &field.type_origin),
            self.fact(Fact::Presence, "presence", presence(field), &field.origin),
            self.fact(Fact::Nullable, "null", nullable(field).to_owned(), &field.origin),
        ];
        let mut add = |fact, name, value: Option<String>, origin: &Origin| {
            facts.extend(value.map(|value| self.fact(fact, name, value, origin)));
        };
        let values = field.values.as_ref();
        let listed = values.map(|values| values.known.join(", "));
        add(Fact::Values, "values", listed, values.map_or(&field.origin, |values| &values.origin));
        add(Fact::Default, "default", field.default.clone(), &field.origin);
        let limits = (!field.constraints.is_empty()).then(|| limits(field));
        add(Fact::Constraints, "limits", limits, &field.origin);
        add(
            Fact::ReadOnly,
            "read-only",
            field.read_only.then(|| "yes: only the server sets it".to_owned()),
            &field.origin,
        );
        add(Fact::Description, "deprecated", field.deprecated.then(|| "yes".to_owned()), &field.origin);
        facts
    }

    /// A fact and where it is from: another document, a correction, or the place where the leading document states it.
    fn fact(&self, fact: Fact, name: &str, value: String, stated: &Origin) -> Line {
        let paths = &self.subject.plan.paths;
        let learned = self.field.merged.learned.iter().find(|learned| learned.fact == fact);
        let corrected = self.field.corrected.iter().find(|origin| corrects(self.subject, origin) == Some(fact));
        let is_assumed = self.field.assumed.iter().any(|assumption| assumption.fact() == fact);
        let line = Line::new(name, value);
        match (corrected, learned) {
            (Some(origin), _) => line.from(place(origin, paths)),
            (None, Some(Learned { origin, .. })) => line.from(format!("{} (another document)", place(origin, paths))),
            (None, None) if is_assumed => line.from("assumed"),
            (None, None) if fact == Fact::Nullable && self.field.nullable.is_none() => line,
            (None, None) => line.from(place(stated, paths)),
        }
    }
}

/// The fact that a row of corrections decides.
fn corrects(subject: &Subject<'_>, origin: &Origin) -> Option<Fact> {
    let source = subject.plan.planned.outcome.sources.at(&origin.path)?;
    let (_, line) = source.line(origin.line)?;
    match line.trim().trim_start_matches('|').split('|').nth(2)?.trim().trim_matches('`') {
        "wire name" => Some(Fact::WireName),
        "type" => Some(Fact::Type),
        "presence" => Some(Fact::Presence),
        "values" | "no values" => Some(Fact::Values),
        "default" => Some(Fact::Default),
        "constraints" => Some(Fact::Constraints),
        "nullable" => Some(Fact::Nullable),
        _ => None,
    }
}

fn presence(field: &Field) -> String {
    match field.presence {
        Presence::Required => "required".to_owned(),
        Presence::Optional => "optional".to_owned(),
    }
}

fn nullable(field: &Field) -> &'static str {
    match field.nullable {
        Some(true) => "the value may be null",
        Some(false) => "the value is never null",
        None => "not stated: this dialect cannot state it",
    }
}

fn limits(field: &Field) -> String {
    let unique = field.constraints.unique_items.then(|| "unique items".to_owned());
    let limits = Some(field.constraints.to_string()).filter(|limits| !limits.is_empty());
    limits.into_iter().chain(unique).collect::<Vec<_>>().join(", ")
}

/// What was assumed, and why.
pub(super) fn assumptions(assumed: &[Assumption]) -> Vec<Line> {
    assumed.iter().map(|assumption| Line::new(assumption.word(), assumption.phrase())).collect()
}

/// A line of a document.
pub(super) fn row(name: &str, origin: &Origin, subject: &Subject<'_>) -> Line {
    let source = subject.plan.planned.outcome.sources.at(&origin.path);
    let text = source.and_then(|source| source.line(origin.line)).map_or("", |(_, text)| text.trim());
    Line::new(name, text).from(place(origin, &subject.plan.paths))
}

/// Where other documents describe the same.
pub(super) fn others(subject: &Subject<'_>, also: &[crate::schema::Said]) -> Vec<Line> {
    also.iter().map(|said| Line::new(&said.text, "").from(place(&said.origin, &subject.plan.paths))).collect()
}

pub(super) fn contradictions(subject: &Subject<'_>, found: &[crate::schema::Contradiction]) -> Vec<Line> {
    let at = |origin: &Origin| place(origin, &subject.plan.paths);
    let mut lines = Vec::with_capacity(found.len() * 2);
    for found in found {
        lines.push(Line::new(found.fact.word(), format!("{} (taken)", found.taken.text)).from(at(&found.taken.origin)));
        lines.push(Line::new("", format!("{} (left)", found.left.text)).from(at(&found.left.origin)));
    }
    lines
}

/// The fields of a model, one in each line.
pub(super) fn fields(subject: &Subject<'_>, model: &Model) -> Vec<Line> {
    let line = |field: &Field| {
        let marks = [
            (field.nullable == Some(true), "nullable"),
            (field.read_only, "read-only"),
            (field.deprecated, "deprecated"),
        ];
        let marks = marks.into_iter().filter(|(is_such, _)| *is_such).map(|(_, mark)| mark);
        let said: Vec<&str> = std::iter::once(field.presence.word()).chain(marks).collect();
        Line::new(&field.wire.0, format!("{}, {}", field.ty, said.join(", ")))
            .from(place(&field.origin, &subject.plan.paths))
    };
    model.fields().iter().map(line).collect()
}
