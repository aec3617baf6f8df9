// The writer: one for all models, so that a serializer is compiled against it once.

use std::fmt::Write as _;

use serde::ser::{Error, Serialize, SerializeMap, SerializeStruct, Serializer};
use serde_json::Value as Json;

use super::dates::Stamp;
use super::extra::Extra;
use super::model::{Fields, Indexed, Visit};
use super::slot::View;

/// Writes a model. Formats that people can read get the keys that hold something; others get every field,
/// because reading them back is by position.
///
/// # Errors
///
/// The serializer fails, or the model holds keys that the document does not foresee and the format has no
/// place for them.
pub fn write<S: Serializer>(model: &dyn Fields, serializer: S) -> Result<S::Ok, S::Error> {
    let shape = model.shape();
    if serializer.is_human_readable() {
        let mut writer = MapWriter { shape, map: serializer.serialize_map(None)?, outcome: Ok(()) };
        model.visit(&mut writer);
        writer.outcome?;
        writer.map.end()
    } else {
        let fields = serializer.serialize_struct(shape.name, shape.keys.len())?;
        let mut writer = StructWriter { shape, fields, outcome: Ok(()) };
        model.visit(&mut writer);
        writer.outcome?;
        writer.fields.end()
    }
}

struct MapWriter<M: SerializeMap> {
    shape: &'static Indexed,
    map: M,
    outcome: Result<(), M::Error>,
}

impl<M: SerializeMap> Visit for MapWriter<M> {
    fn fields(&mut self, fields: &[View<'_>], extra: &Extra) {
        self.outcome = if extra.is_empty() { self.write(fields) } else { self.write_with(fields, extra) };
    }
}

impl<M: SerializeMap> MapWriter<M> {
    #[inline]
    fn write(&mut self, fields: &[View<'_>]) -> Result<(), M::Error> {
        for (key, view) in self.shape.keys.iter().zip(fields) {
            match view {
                View::Absent => {}
                // Most values are text, and to tell one kind from the rest is faster than to tell all kinds.
                View::Text(text) => self.map.serialize_entry(key, text)?,
                _ => self.map.serialize_entry(key, &Readable(*view))?,
            }
        }
        Ok(())
    }

    /// A field that holds something counts more than what was found at its key.
    fn write_with(&mut self, fields: &[View<'_>], extra: &Extra) -> Result<(), M::Error> {
        for (key, view) in self.shape.keys.iter().zip(fields) {
            match (view, extra.get(key)) {
                (view, Some(found)) if view.is_empty() => self.map.serialize_entry(key, found)?,
                (View::Absent, _) => {}
                (view, _) => self.map.serialize_entry(key, &Readable(*view))?,
            }
        }
        for (key, value) in extra.iter().filter(|(key, _)| self.shape.find(key).is_none()) {
            self.map.serialize_entry(key, value)?;
        }
        Ok(())
    }
}

/// A value in a format that says what each value is.
pub(super) struct Readable<'a>(pub(super) View<'a>);

impl Serialize for Readable<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            View::Absent | View::Null => serializer.serialize_none(),
            View::Boolean(it) => serializer.serialize_bool(it),
            View::Integer(it) => serializer.serialize_i64(it),
            View::Unsigned(it) => serializer.serialize_u64(it),
            View::Float(it) => serializer.serialize_f64(it),
            View::Text(it) | View::Unlisted(it) => serializer.serialize_str(it),
            View::Stamp(it) => stamp(it, serializer),
            View::Items(items) => serializer.collect_seq(super::view::each(items).map(Self)),
            View::Entries(entries) => serializer.collect_map(entries.each().map(|(key, it)| (key, Self(it)))),
            View::Fields(model) => write(model, serializer),
            View::Json(it) => it.serialize(serializer),
            View::Member(union) => Self(union.value()).serialize(serializer),
        }
    }
}

/// A year with five digits is more than RFC 3339 can say, and not every date crate writes it.
fn stamp<S: Serializer>(stamp: Stamp, serializer: S) -> Result<S::Ok, S::Error> {
    if let Some(usual) = stamp.usual(&mut [0; 30]) {
        return serializer.serialize_str(usual);
    }
    let mut text = String::with_capacity("2021-04-02T15:30:51.123456789Z".len());
    match write!(text, "{stamp}") {
        Ok(()) => serializer.serialize_str(&text),
        Err(_) => Err(S::Error::custom("a date-time that cannot be written as RFC 3339")),
    }
}

struct StructWriter<S: SerializeStruct> {
    shape: &'static Indexed,
    fields: S,
    outcome: Result<(), S::Error>,
}

impl<S: SerializeStruct> Visit for StructWriter<S> {
    fn fields(&mut self, fields: &[View<'_>], extra: &Extra) {
        let mut keyed = self.shape.keys.iter().zip(fields);
        self.outcome = match extra.iter().next() {
            Some((key, _)) => {
                let message = format_args!("`{}` holds the extra key `{key}`: this format cannot", self.shape.name);
                Err(S::Error::custom(message))
            }
            None => keyed.try_for_each(|(key, view)| self.fields.serialize_field(key, &Typed(*view))),
        };
    }
}

/// A value in a format that does not say what a value is: two options around it, whether the key is there
/// and whether it is `null`.
struct Typed<'a>(View<'a>);

impl Serialize for Typed<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            View::Absent => serializer.serialize_none(),
            view => serializer.serialize_some(&TypedOrNull(view)),
        }
    }
}

struct TypedOrNull<'a>(View<'a>);

impl Serialize for TypedOrNull<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            View::Null => serializer.serialize_none(),
            view => serializer.serialize_some(&TypedValue(view)),
        }
    }
}

pub(super) struct TypedValue<'a>(pub(super) View<'a>);

impl Serialize for TypedValue<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self.0 {
            View::Items(items) => serializer.collect_seq(super::view::each(items).map(Typed)),
            View::Entries(entries) => serializer.collect_map(entries.each().map(|(key, it)| (key, Typed(it)))),
            View::Json(it) => serializer.collect_str(it),
            View::Member(union) => serializer.collect_str(&json(union.value())),
            view => Readable(view).serialize(serializer),
        }
    }
}

/// The JSON of a value.
#[inline]
pub(super) fn json(view: View<'_>) -> Json {
    // Keys are text and no writer of ours fails, so there is always JSON.
    serde_json::to_value(Readable(view)).unwrap_or_default()
}
