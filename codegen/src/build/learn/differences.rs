//! From what a walk saw to the differences and their rows.

use super::report::{Difference, Kind, Row, code, is_writable};
use super::scalars::Misfit;
use super::walk::{FieldShown, Finder, KeyShown, ModelShown, Place, Seen, Subject};
use crate::build::lower::can_have;
use crate::read::samples::Body;
use crate::schema::{Field, ModelName, Presence, Scalar, Schema, Shape, Type, Values};
use crate::source::{Origin, Sources};

/// At most this many unknown keys of one model are fields that the documents lack; more are keys of a map.
const MAX_UNKNOWN_KEYS: usize = 100;

/// At most this many values of one field are values that a list lacks; more are free text.
const MAX_UNLISTED: usize = 32;

/// A longer text is not an allowed value.
const MAX_VALUE: usize = 48;

/// What all differences are made with.
pub(super) struct Maker<'a> {
    pub schema: &'a Schema,
    pub finder: Finder<'a>,
    pub bodies: &'a [Body],
    pub sources: &'a Sources,
}

/// The subject of a difference: a model, or one of its fields.
#[derive(Clone, Copy)]
struct Of<'a> {
    model: &'a str,
    field: Option<&'a str>,
    /// How many objects were seen.
    objects: usize,
}

impl<'a> Maker<'a> {
    /// The differences of a model.
    pub(super) fn of_model(&self, name: &ModelName, shown: &ModelShown<'a>) -> Vec<Difference> {
        let Some(model) = self.schema.models.get(name) else { return Vec::new() };
        let of = Of { model: &name.0, field: None, objects: shown.seen.count };
        let mut found = Vec::new();
        match &model.shape {
            Shape::Object(fields) => {
                for (idx, field) in fields.iter().enumerate() {
                    if let Some(shown_field) = shown.fields.get(&idx) {
                        let of = Of { field: Some(&field.spelled), ..of };
                        found.extend(self.of_field(of, field, shown_field));
                    }
                }
                found.extend(self.unknown_keys(of, fields, shown));
            }
            Shape::Values { of: scalar, values } => {
                found.extend(self.unlisted(of, values, &shown.subject, Some(scalar.word())));
            }
            Shape::Alias(ty) => found.extend(self.misfits(of, ty, &shown.subject)),
            Shape::Union(_) => found.extend(self.no_member(of, shown)),
        }
        found
    }

    fn of_field(&self, of: Of<'_>, field: &Field, shown: &FieldShown<'a>) -> Vec<Difference> {
        let mut found: Vec<Difference> = self.other_spelling(of, field, shown).into_iter().collect();
        let fitted = shown.subject.shown.fitted(&field.ty, &self.finder);
        found.extend(self.misfits(of, &field.ty, &shown.subject));
        if let Some(values) = field.values.as_ref().filter(|values| can_have(&fitted, values)) {
            found.extend(self.unlisted(of, values, &shown.subject, None));
        }
        let name = of.name();
        let objects = of.objects;
        if shown.nulls.count > 0 {
            let message = format!("{name} is `null` in {} of {objects} objects", shown.nulls.count);
            let row = self.row(of, "nullable", Some("yes".to_owned()), shown.nulls);
            found.push(self.difference(of, Kind::Null, shown.nulls, message, row));
        }
        if let Some(absent) = absent(field, shown) {
            let message = format!("{name} is required, but absent from {} of {objects} objects", absent.count);
            let row = self.row(of, "presence", Some("optional".to_owned()), absent);
            found.push(self.difference(of, Kind::Absent, absent, message, row));
        }
        found
    }

    /// The spelling that counts is the one of most objects, if none has the key of the schema.
    fn other_spelling(&self, of: Of<'_>, field: &Field, shown: &FieldShown<'a>) -> Option<Difference> {
        let (key, seen) = correct_spelling(shown)?;
        let message = format!(
            "the key of {} is `{}`, but `{key}` in {} of {} objects",
            of.name(),
            field.wire,
            seen.count,
            of.objects
        );
        let row = self.row(of, "wire name", is_writable(key).then(|| code(key)), seen);
        Some(self.difference(of, Kind::OtherSpelling, seen, message, row))
    }

    /// One difference per kind, all with the row for the type that takes all values.
    fn misfits(&self, of: Of<'_>, ty: &Type, subject: &Subject<'a>) -> Vec<Difference> {
        if subject.misfits.is_empty() {
            return Vec::new();
        }
        let fitted = match subject.shown.fitted(ty, &self.finder) {
            Type::Nullable(item) => *item,
            other => other,
        };
        let name = of.name();
        let found = subject.misfits.iter().map(|(misfit, seen)| {
            let count = seen.count;
            let (kind, message) = match misfit {
                Misfit::Kind => (Kind::OtherKind, format!("{name} is {ty}, but {count} {} not", values(count))),
                Misfit::Width => {
                    (Kind::TooWide, format!("{name} is {ty}, but {count} {} out of its range", values(count)))
                }
                Misfit::Date => {
                    (Kind::NoDate, format!("{name} is {ty}, but {count} {} not in its form", values(count)))
                }
                Misfit::NullItem => {
                    (Kind::NullItem, format!("{name} is {ty}, but {count} of its items {} `null`", are(count)))
                }
            };
            let value = if fitted == *ty { None } else { Some(code(&fitted.to_string())) };
            let row = self.row(of, "type", value, *seen);
            self.difference(of, kind, *seen, message, row)
        });
        found.collect()
    }

    /// Texts that are not listed: new values, if they look like values.
    fn unlisted(&self, of: Of<'_>, listed: &Values, subject: &Subject<'a>, other: Option<&str>) -> Option<Difference> {
        let seen = total(subject.unlisted.values())?;
        let texts: Vec<&str> = subject.unlisted.keys().map(String::as_str).collect();
        let name = of.name();
        let (message, row) = if texts.len() <= MAX_UNLISTED && texts.iter().all(|text| is_value(text)) {
            let shown: Vec<String> = texts.iter().map(|text| format!("`{text}`")).collect();
            let message = format!(
                "{name} has {} that {} not listed: {}",
                plural(texts.len(), "value"),
                are(texts.len()),
                shown.join(", ")
            );
            let all: Vec<String> = listed.known.iter().map(String::as_str).chain(texts).map(in_list).collect();
            let is_possible = listed.known.iter().all(|known| is_writable(known) || known.is_empty());
            (message, self.row(of, "values", is_possible.then(|| all.join(", ")), seen))
        } else {
            let message = format!("{name} has {} that a list of values would not have", plural(texts.len(), "value"));
            let row = match other {
                Some(ty) => self.row(of, "type", Some(ty.to_owned()), seen),
                None => self.row_without_value(of, "no values", seen),
            };
            (message, row)
        };
        Some(self.difference(of, Kind::UnlistedValue, seen, message, row))
    }

    fn no_member(&self, of: Of<'_>, shown: &ModelShown<'a>) -> Option<Difference> {
        let seen = total(shown.no_member.misfits.values())?;
        let kinds = shown.no_member.shown.kinds().join(", ");
        let message = format!(
            "{} is a union, but {} of {} values {} no member of it: {kinds}",
            of.name(),
            seen.count,
            of.objects,
            if seen.count == 1 { "is" } else { "are" }
        );
        let members: Vec<String> = shown.no_member.shown.members().iter().map(|ty| code(&ty.to_string())).collect();
        let row = self.row(of, "add member", Some(members.join(", ")), seen);
        Some(self.difference(of, Kind::NoMember, seen, message, row))
    }

    fn unknown_keys(&self, of: Of<'_>, fields: &[Field], shown: &ModelShown<'a>) -> Vec<Difference> {
        // The spelling that becomes the key of its field is none of these.
        let is_unknown = |(key, it): &(&&str, &KeyShown<'_>)| {
            let field = it.spelling_of.and_then(|idx| shown.fields.get(&idx));
            field.and_then(correct_spelling).is_none_or(|(correct, _)| correct != **key)
        };
        let unknown: Vec<(&str, &KeyShown<'a>)> =
            shown.unknown.iter().filter(is_unknown).map(|(key, it)| (*key, it)).collect();
        if unknown.len() > MAX_UNKNOWN_KEYS {
            let seen = total(unknown.iter().map(|(_, it)| &it.keys)).unwrap_or_default();
            let message = format!(
                "{} has no fields for {} keys of {} objects; it may be a map",
                of.name(),
                unknown.len(),
                of.objects
            );
            return vec![self.difference(of, Kind::UnknownKey, seen, message, None)];
        }
        let found = unknown.into_iter().map(|(key, it)| {
            let of = Of { field: Some(key), ..of };
            let message = format!(
                "`{}` has no field for the key `{key}`, which is in {} of {} objects",
                of.model, it.keys.count, of.objects
            );
            let ty = match it.shown.inferred(None, &self.finder) {
                Type::Nullable(item) => *item,
                other => other,
            };
            let is_nullable = it.shown.nulls > 0 && ty != Type::Scalar(Scalar::Any);
            let value = format!("{}, optional{}", code(&ty.to_string()), if is_nullable { ", nullable" } else { "" });
            let is_new = !fields.iter().any(|field| field.wire.0 == key);
            let row = self.row(of, "add field", (is_writable(key) && is_new).then_some(value), it.keys);
            self.difference(of, Kind::UnknownKey, it.keys, message, row)
        });
        found.collect()
    }

    /// A row that sets a value; `None` without one, and where a cell cannot have a name.
    fn row(&self, of: Of<'_>, correction: &'static str, value: Option<String>, seen: Seen) -> Option<Row> {
        let row = self.row_without_value(of, correction, seen)?;
        value.map(|value| Row { value: Some(value), ..row })
    }

    fn row_without_value(&self, of: Of<'_>, correction: &'static str, seen: Seen) -> Option<Row> {
        if !is_writable(of.model) || !of.field.is_none_or(is_writable) {
            return None;
        }
        let Origin { path, line, .. } = self.origin(seen.first);
        Some(Row {
            model: of.model.to_owned(),
            field: of.field.map(str::to_owned),
            correction,
            value: None,
            reason: format!("Samples show it {}, first in {}", times(seen.count), code(&format!("{path}:{line}"))),
        })
    }

    fn difference(&self, of: Of<'_>, kind: Kind, seen: Seen, message: String, row: Option<Row>) -> Difference {
        Difference {
            model: of.model.to_owned(),
            field: of.field.map(str::to_owned),
            kind,
            count: seen.count,
            message,
            first: self.origin(seen.first),
            row,
        }
    }

    fn origin(&self, place: Place) -> Origin {
        self.bodies[place.body].origin(place.at, self.sources)
    }

    /// What whole bodies show: a body of another kind than its model says nothing about the documents.
    pub(super) fn unfit_bodies(&self, whole: &Subject<'_>) -> Option<(Origin, String)> {
        let seen = whole.misfits.get(&Misfit::Kind)?;
        let message = format!(
            "{} {} of another kind than the type that the path or the call names",
            plural(seen.count, "body"),
            are(seen.count)
        );
        Some((self.origin(seen.first), message))
    }
}

/// The objects that lack a required key. A spelling of it that will be a field of its own is another key.
fn absent(field: &Field, shown: &FieldShown<'_>) -> Option<Seen> {
    let correct = correct_spelling(shown).map(|(key, _)| key);
    let others = shown.spellings.iter().filter(|(key, _)| Some(**key) != correct).map(|(_, seen)| seen);
    let is_required = field.presence == Presence::Required;
    total(others.chain([&shown.absent]).filter(|seen| is_required && seen.count > 0))
}

impl Of<'_> {
    /// How a message names it.
    fn name(self) -> String {
        self.field.map_or_else(|| format!("`{}`", self.model), |field| format!("`{}.{field}`", self.model))
    }
}

/// The spelling that becomes the key of a field.
fn correct_spelling<'a>(shown: &FieldShown<'a>) -> Option<(&'a str, Seen)> {
    let of_most = shown.spellings.iter().rev().max_by_key(|(_, seen)| seen.count);
    of_most.filter(|_| shown.keys.count == 0).map(|(key, seen)| (*key, *seen))
}

/// The sum of all counts and the first place; `None` without any.
fn total<'s>(all: impl Iterator<Item = &'s Seen>) -> Option<Seen> {
    all.copied().reduce(|a, b| Seen { count: a.count + b.count, first: a.first.min(b.first) })
}

/// Whether a text can be a value of a list, and not something that a person wrote.
fn is_value(text: &str) -> bool {
    let is_usual = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '-' | '.' | ':' | '/' | '+' | ' ');
    !text.is_empty() && text.chars().count() <= MAX_VALUE && text.chars().all(is_usual) && text.trim() == text
}

/// A value in a list of values.
fn in_list(text: &str) -> String {
    if text.is_empty() { "``".to_owned() } else { code(text) }
}

fn plural(count: usize, what: &str) -> String {
    match (count, what) {
        (1, _) => format!("1 {what}"),
        (_, "body") => format!("{count} bodies"),
        _ => format!("{count} {what}s"),
    }
}

fn are(count: usize) -> &'static str {
    if count == 1 { "is" } else { "are" }
}

fn values(count: usize) -> String {
    format!("{} {}", if count == 1 { "value" } else { "values" }, are(count))
}

fn times(count: usize) -> String {
    if count == 1 { "once".to_owned() } else { format!("{count} times") }
}
