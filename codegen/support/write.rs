// The writer. There is one for all models, so that it is compiled once per serializer.

use std::fmt::Write as _;

use serde::ser::{Error, Serialize, SerializeMap, SerializeSeq, SerializeStruct, Serializer};
use serde_json::Value as Json;

use super::dates::{Room, Stamp};
use super::extra::Extra;
use super::format::Format;
use super::model::{Fields, Indexed, Visit};
use super::notes::{Note, Part};
use super::slot::View;

/// Writes a model. Self-describing formats get the keys with a value; other formats get every field, because they are
/// read by position.
///
/// # Errors
///
/// The serializer fails, or the model holds undocumented values and the format has no place for them.
pub fn write<S: Serializer>(model: &dyn Fields, serializer: S) -> Result<S::Ok, S::Error> {
    let format = Format::of::<S>(serializer.is_human_readable());
    write_in(format, model, serializer)
}

fn write_in<S: Serializer>(format: Format, model: &dyn Fields, serializer: S) -> Result<S::Ok, S::Error> {
    let mut writer = Writer { format, serializer: Some(serializer), outcome: None };
    model.visit(&mut writer);
    writer.outcome.unwrap_or_else(|| Err(S::Error::custom("the model has not been visited")))
}

/// Passes a model to a serializer.
struct Writer<S: Serializer> {
    format: Format,
    /// `Some` until the model is visited.
    serializer: Option<S>,
    /// `Some` after that.
    outcome: Option<Result<S::Ok, S::Error>>,
}

impl<S: Serializer> Visit for Writer<S> {
    fn fields(&mut self, shape: &'static Indexed, fields: &[View<'_>], extra: &Extra) {
        self.outcome = self.serializer.take().map(|serializer| match self.format {
            Format::SelfDescribing | Format::Texts => write_map(self.format, shape, fields, extra, serializer),
            Format::Rows | Format::Positional => write_struct(self.format, shape, fields, extra, serializer),
        });
    }
}

#[inline]
fn write_map<S: Serializer>(
    format: Format,
    shape: &Indexed,
    fields: &[View<'_>],
    extra: &Extra,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    // Binary formats write the length first.
    let length = if serializer.is_human_readable() { None } else { Some(length(shape, fields, extra)) };
    let mut map = serializer.serialize_map(length)?;
    if format == Format::Texts || !extra.is_blank() {
        write_with(format, shape, fields, extra, &mut map)?;
        return map.end();
    }
    let (texts, as_null) = (shape.reading.texts, shape.reading.as_null);
    for (position, (key, view)) in shape.keys.iter().zip(fields).enumerate() {
        match view {
            View::Absent if as_null.is_empty() || !as_null.contains(&position) => {}
            // Most values are strings, and this test is faster than the match on all kinds.
            View::Text(text) => map.serialize_entry(key, text)?,
            _ if !texts.is_empty() && texts.contains(&position) => map.serialize_entry(key, &InText(*view))?,
            _ => map.serialize_entry(key, &Readable(*view))?,
        }
    }
    map.end()
}

/// Whether a field without a value is written as `null`.
#[inline]
fn writes_null(shape: &Indexed, position: usize, extra: &Extra) -> bool {
    extra.is_null(shape.keys[position]).unwrap_or_else(|| shape.reading.as_null.contains(&position))
}

/// The number of entries that are written.
fn length(shape: &Indexed, fields: &[View<'_>], extra: &Extra) -> usize {
    let mut length = extra.keys().filter(|key| shape.find(key).is_none()).count();
    for (position, (key, view)) in shape.keys.iter().zip(fields).enumerate() {
        let is_written =
            !matches!(view, View::Absent) || extra.contains_key(key) || writes_null(shape, position, extra);
        length += usize::from(is_written);
    }
    length
}

/// The value of a field takes precedence over an undocumented value for its key. Query strings have no empty lists.
fn write_with<M: SerializeMap>(
    format: Format,
    shape: &Indexed,
    fields: &[View<'_>],
    extra: &Extra,
    map: &mut M,
) -> Result<(), M::Error> {
    for (position, (key, view)) in shape.keys.iter().zip(fields).enumerate() {
        let spelling = extra.spelling(key).unwrap_or(key);
        let written = match (view, extra.get(key)) {
            (view, Some(found)) if view.is_empty() => map.serialize_entry(spelling, found),
            (View::Absent, _) if !writes_null(shape, position, extra) => Ok(()),
            (view, _) if format == Format::Texts && view.is_empty() => Ok(()),
            (View::Null, _) if format == Format::Texts => {
                return Err(M::Error::custom(unfit(shape, key, "`null` for the key")));
            }
            (view, _) => {
                let texts = shape.reading.texts.contains(&position);
                map.serialize_entry(spelling, &Noted::new((*view, extra.note(key)), texts))
            }
        };
        written.map_err(|error| at_key(format, shape, key, error))?;
    }
    for (key, value) in extra.iter().filter(|(key, _)| shape.find(key).is_none()) {
        map.serialize_entry(key, value).map_err(|error| at_key(format, shape, key, error))?;
    }
    Ok(())
}

/// Adds the place to the error of a query string, whose crates only say that a value is unsupported.
fn at_key<E: Error>(format: Format, shape: &Indexed, key: &str, error: E) -> E {
    if format != Format::Texts {
        return error;
    }
    E::custom(format_args!("{}: {error}", unfit(shape, key, "a value for the key")))
}

/// The message about a value that the format has no form for.
fn unfit(shape: &Indexed, key: &str, what: &str) -> String {
    format!("`{}` holds {what} `{key}`, which this format cannot represent", shape.name)
}

fn write_struct<S: Serializer>(
    format: Format,
    shape: &Indexed,
    fields: &[View<'_>],
    extra: &Extra,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let has_column = |key: &str| format == Format::Rows && shape.find(key).is_some();
    if let Some(key) = extra.keys().find(|key| !has_column(key)) {
        return Err(S::Error::custom(unfit(shape, key, "the unexpected key")));
    }
    let mut row = serializer.serialize_struct(shape.name, shape.keys.len())?;
    for (key, view) in shape.keys.iter().zip(fields) {
        if format == Format::Positional {
            row.serialize_field(key, &Typed(*view, extra.note(key)))?;
            continue;
        }
        let view = extra.get(key).filter(|_| view.is_empty()).map_or(*view, View::Json);
        if let Some(what) = no_cell(view) {
            return Err(S::Error::custom(unfit(shape, key, what)));
        }
        row.serialize_field(key, &Cell(view, extra.note(key)))?;
    }
    row.end()
}

/// What a value is that no cell of a row can hold.
fn no_cell(view: View<'_>) -> Option<&'static str> {
    match view {
        View::Null => Some("`null` for the key"),
        View::Items(_) | View::Json(Json::Array(_)) if !view.is_empty() => Some("a list for the key"),
        View::Entries(_) | View::Fields(_) | View::Json(Json::Object(_)) if !view.is_empty() => {
            Some("an object for the key")
        }
        View::Member(union) => no_cell(union.value()),
        _ => None,
    }
}

/// A value in a column of rows: an empty one if there is no value.
struct Cell<'a>(View<'a>, Option<&'a Note>);

impl Serialize for Cell<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(view, note) = *self;
        if view.is_empty() {
            serializer.serialize_none()
        } else {
            Noted::new((view, note), false).serialize(serializer)
        }
    }
}

/// A value in a self-describing format.
pub(super) struct Readable<'a>(pub(super) View<'a>);

impl Serialize for Readable<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            View::Absent | View::Null => serializer.serialize_none(),
            View::Boolean(it) => serializer.serialize_bool(it),
            View::Integer(it) | View::UnlistedInteger(it) => serializer.serialize_i64(it),
            View::Unsigned(it) => serializer.serialize_u64(it),
            View::Float(it) => serializer.serialize_f64(it),
            View::Text(it) | View::Unlisted(it) => serializer.serialize_str(it),
            View::UnlistedNumber(it) => match it.parse::<i64>() {
                Ok(number) => serializer.serialize_i64(number),
                Err(_) => serializer.serialize_str(it),
            },
            View::Stamp(it) => stamp(it, serializer),
            View::Items(items) => {
                // A loop compiles to faster code than an iterator.
                let count = items.count();
                let mut seq = serializer.serialize_seq(Some(count))?;
                for at in 0..count {
                    if let Some(view) = items.at(at) {
                        seq.serialize_element(&Self(view))?;
                    }
                }
                seq.end()
            }
            View::Entries(entries) => serializer.collect_map(entries.each().map(|(key, it)| (key, Self(it)))),
            View::Fields(model) => write_in(Format::SelfDescribing, model, serializer),
            View::Json(it) => it.serialize(serializer),
            View::Member(union) => Self(union.value()).serialize(serializer),
            View::Foreign(it) => it.json().map_err(S::Error::custom)?.serialize(serializer),
        }
    }
}

/// A value whose integers are text.
struct InText<'a>(View<'a>);

impl Serialize for InText<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            View::Integer(it) => serializer.collect_str(&it),
            View::Unsigned(it) => serializer.collect_str(&it),
            View::Items(items) => serializer.collect_seq(super::view::each(items).map(Self)),
            View::Entries(entries) => serializer.collect_map(entries.each().map(|(key, it)| (key, Self(it)))),
            view => Readable(view).serialize(serializer),
        }
    }
}

/// A value in a self-describing format, with what it has no room for.
struct Noted<'a> {
    view: View<'a>,
    note: Option<&'a Note>,
    /// Whether integers are text.
    texts: bool,
}

impl<'a> Noted<'a> {
    fn new((view, note): Part<'a>, texts: bool) -> Self {
        Self { view, note, texts }
    }
}

impl Serialize for Noted<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { view, note, texts } = *self;
        match (view, note) {
            (View::Items(items), Some(Note::Items(notes))) => {
                serializer.collect_seq(notes.all(items).into_iter().map(|part| Noted::new(part, texts)))
            }
            (View::Entries(entries), Some(Note::Entries(notes))) => {
                serializer.collect_map(notes.all(entries).into_iter().map(|(key, part)| (key, Noted::new(part, texts))))
            }
            (View::Member(union), Some(_)) => Noted::new((union.value(), note), texts).serialize(serializer),
            (View::Stamp(stamp), Some(Note::Text(text))) if stamp.is_nearest_to(text) => serializer.serialize_str(text),
            _ if texts => InText(view).serialize(serializer),
            _ => Readable(view).serialize(serializer),
        }
    }
}

/// Writes a date. RFC 3339 has no years of five digits, and not every date crate writes them.
fn stamp<S: Serializer>(stamp: Stamp, serializer: S) -> Result<S::Ok, S::Error> {
    if let Some(usual) = stamp.usual(&mut Room::default()) {
        return serializer.serialize_str(usual);
    }
    let mut text = String::with_capacity("2021-04-02T15:30:51.123456789Z".len());
    match write!(text, "{stamp}") {
        Ok(()) => serializer.serialize_str(&text),
        Err(_) => Err(S::Error::custom("a date-time that cannot be written as RFC 3339")),
    }
}

/// A value in a format that is not self-describing: in two options, whether the key is present and whether the value is
/// not `null`; and what it has no room for.
struct Typed<'a>(View<'a>, Option<&'a Note>);

impl Serialize for Typed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            View::Absent => serializer.serialize_none(),
            view => serializer.serialize_some(&TypedOrNull(view, self.1)),
        }
    }
}

struct TypedOrNull<'a>(View<'a>, Option<&'a Note>);

impl Serialize for TypedOrNull<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            View::Null => serializer.serialize_none(),
            view => serializer.serialize_some(&TypedValue(view, self.1)),
        }
    }
}

pub(super) struct TypedValue<'a>(pub(super) View<'a>, pub(super) Option<&'a Note>);

impl Serialize for TypedValue<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match (self.0, self.1) {
            (View::Items(items), Some(Note::Items(notes))) => {
                serializer.collect_seq(notes.all(items).into_iter().map(|(view, note)| Typed(view, note)))
            }
            (View::Items(items), _) => serializer.collect_seq(super::view::each(items).map(|it| Typed(it, None))),
            (View::Entries(entries), Some(Note::Entries(notes))) => serializer
                .collect_map(notes.all(entries).into_iter().map(|(key, (view, note))| (key, Typed(view, note)))),
            (View::Entries(entries), _) => {
                serializer.collect_map(entries.each().map(|(key, it)| (key, Typed(it, None))))
            }
            (View::Json(it), _) => serializer.collect_str(it),
            (View::Foreign(it), _) => serializer.collect_str(&it.json().map_err(S::Error::custom)?),
            (View::UnlistedNumber(it), _) => serializer.serialize_str(it),
            (View::Member(union), note) => serializer.collect_str(&json(union.value(), note, false)),
            (view @ View::Stamp(_), note @ Some(_)) => Noted::new((view, note), false).serialize(serializer),
            (View::Fields(model), _) => write_in(Format::Positional, model, serializer),
            (view, _) => Readable(view).serialize(serializer),
        }
    }
}

/// A value as JSON, with what it has no room for, perhaps with integers as text.
pub(super) fn json(view: View<'_>, note: Option<&Note>, texts: bool) -> Json {
    // Keys are strings and no `Serialize` implementation here fails, so this succeeds.
    serde_json::to_value(Noted::new((view, note), texts)).unwrap_or_default()
}
