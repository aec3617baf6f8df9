// Reads formats whose values are all text: a number is what its text says.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::{Map, Number, Value as Json};

use super::faults::checked;
use super::model::{Fields, Indexed, Model};
use super::notes::{Left, Note, Rest};
use super::read::{Mode, Object, Value};
use super::slot::{Found, Place};

/// Reads a model from a format whose values are all text: a number, `true` or `false` is read from its text. Query
/// strings and CSV are read like this in any case; the function is for other formats, and for a model that is flattened
/// into a type of your own, with `#[serde(flatten, deserialize_with = "…")]`.
///
/// # Errors
///
/// Those of reading the model from JSON.
pub fn from_text<'de, M: Model, D: Deserializer<'de>>(deserializer: D) -> Result<M, D::Error> {
    let mut model = M::blank();
    read_texts(&mut model, deserializer, Cells::Nested)?;
    Ok(model)
}

/// What the values of a format of texts are.
#[derive(Clone, Copy)]
pub(super) enum Cells {
    /// Texts, or lists and objects of texts.
    Nested,
    /// Texts; an empty one is no value.
    Flat,
}

/// Reads a model as JSON whose values are all text. One reader for all these formats, because they are rare.
pub(super) fn read_texts<'de, D: Deserializer<'de>>(
    model: &mut dyn Fields,
    deserializer: D,
    cells: Cells,
) -> Result<(), D::Error> {
    let object = deserializer.deserialize_map(Collect { shape: model.shape(), cells })?;
    object.deserialize_map(Object { model, mode: Mode::Texts }).map_err(D::Error::custom)
}

/// Collects an object. Query strings repeat the key of a list, so that the values of a repeated key become a list.
struct Collect {
    shape: &'static Indexed,
    cells: Cells,
}

impl<'de> Visitor<'de> for Collect {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object for model `{}`", self.shape.name)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Json, A::Error> {
        let mut all = Map::new();
        while let Some(key) = map.next_key::<String>()? {
            let value = match self.cells {
                Cells::Nested => map.next_value::<Json>()?,
                Cells::Flat => map.next_value::<Option<String>>()?.into(),
            };
            add(&mut all, key, value);
        }
        Ok(all.into())
    }

    /// A row without a heading has the columns in the order of the document.
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Json, A::Error> {
        let mut all = Map::new();
        for key in self.shape.keys {
            if let Some(value) = seq.next_element::<Option<String>>()? {
                all.insert((*key).to_owned(), value.into());
            }
        }
        match seq.next_element::<Option<String>>()? {
            None => Ok(all.into()),
            Some(_) => Err(A::Error::invalid_length(all.len() + 1, &self)),
        }
    }
}

fn add(all: &mut Map<String, Json>, key: String, value: Json) {
    match all.get_mut(&key) {
        None => drop(all.insert(key, value)),
        Some(Json::Array(items)) => items.push(value),
        Some(first) => *first = Json::Array(vec![first.take(), value]),
    }
}

/// Stores a text as the value that it means.
pub(super) fn fill_from_text<E: Error>(value: Value<'_>, text: &str) -> Result<Rest, E> {
    let Value { slot, mode, demand, texts } = value;
    match slot.fill(Found::Text(text)) {
        Place::Done => return Ok(Rest::NONE),
        Place::Nearest => return checked(demand, Rest::noted(Some(Note::Text(text.into())))),
        _ => {}
    }
    if meant(text).is_some_and(|found| matches!(slot.fill(found), Place::Done)) {
        return Ok(Rest::NONE);
    }
    // A query string does not show that a list is one if it has one item.
    if let Place::Items(_) = slot.fill(Found::List) {
        let list = Json::Array(vec![text.into()]);
        let rest = Value { slot, mode, demand: None, texts }.deserialize(&list).map_err(E::custom)?;
        if !matches!(rest.0.as_deref(), Some(Left::Refused(_))) {
            return checked(demand, rest);
        }
    }
    checked(demand, Rest::refused(text.into()))
}

/// Stores that there is no text, which may be an empty one or an empty list.
pub(super) fn fill_from_nothing<E: Error>(value: Value<'_>) -> Result<Rest, E> {
    let Value { slot, demand, .. } = value;
    for found in [Found::Null, Found::Text(""), Found::Nothing] {
        if let Place::Done = slot.fill(found) {
            return Ok(Rest::NONE);
        }
    }
    checked(demand, Rest::refused(Json::Null))
}

/// The number or boolean that a text is in the notation of JSON.
fn meant(text: &str) -> Option<Found<'static>> {
    match text {
        "true" => Some(Found::Boolean(true)),
        "false" => Some(Found::Boolean(false)),
        _ => text.parse::<Number>().ok().and_then(|number| Found::number(&number)),
    }
}
