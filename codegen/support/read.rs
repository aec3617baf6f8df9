// The reader. There is one for all models, so that it is compiled once per deserializer.
//
// In self-describing formats, any value can be inspected and, if it has the wrong type, kept. Other formats are asked
// for the documented types, field by field.

use std::convert::TryFrom;
use std::fmt;
use std::marker::PhantomData;
use std::sync::LazyLock;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Unexpected, Visitor};
use serde_json::{Number, Value as Json};

use super::containers::{Of, read_entries, read_items};
use super::extra::Extra;
use super::faults::{Demand, checked, duplicate_key, missing_key, unexpected, unknown_key};
use super::format::Format;
use super::keys::{FindKey, Key, Late, Seen, takes_spelling};
use super::model::{Fields, Guessed, Indexed, Model, UnknownKeys, VisitMut};
use super::notes::{Left, Note, Rest, SeesNull};
use super::slot::{Found, Place, Slot};
use super::texts::{Cells, fill_from_nothing, fill_from_text, read_texts};
use super::typed::Presence;
use super::union::take;

/// The key of the object that `serde_json` passes for a number if its feature `arbitrary_precision` is enabled.
pub(super) const NUMBER: &str = "$serde_json::private::Number";

/// Whether that feature is enabled. Otherwise the key has no special meaning.
pub(super) static ARBITRARY_PRECISION: LazyLock<bool> = LazyLock::new(|| "1e999".parse::<Number>().is_ok());

/// Reads a model.
///
/// # Errors
///
/// The input is not an object, or this model or one within it is strict and the input does not match its document, or
/// the deserializer fails.
pub fn read<'de, M: Model, D: Deserializer<'de>>(deserializer: D) -> Result<M, D::Error> {
    let mut model = M::blank();
    read_into(&mut model, deserializer)?;
    Ok(model)
}

fn read_into<'de, D: Deserializer<'de>>(model: &mut dyn Fields, deserializer: D) -> Result<(), D::Error> {
    match Format::of::<D>(deserializer.is_human_readable()) {
        Format::SelfDescribing => deserializer.deserialize_map(Object { model, mode: Mode::AnyKind }),
        Format::Texts => read_texts(model, deserializer, Cells::Nested),
        Format::Rows => read_texts(model, deserializer, Cells::Flat),
        Format::Positional => read_documented(model, deserializer),
    }
}

pub(super) fn read_documented<'de, D: Deserializer<'de>>(
    model: &mut dyn Fields,
    deserializer: D,
) -> Result<(), D::Error> {
    let shape = model.shape();
    deserializer.deserialize_struct(shape.name, shape.keys, Object { model, mode: Mode::AsDocumented })
}

/// What the deserializer is asked for.
#[derive(Clone, Copy)]
pub(super) enum Mode {
    /// Whatever the input holds.
    AnyKind,
    /// Whatever the input holds, which is text for values of any type.
    Texts,
    /// The documented type.
    AsDocumented,
}

/// Reads the fields of a model.
pub(super) struct Object<'a> {
    pub(super) model: &'a mut dyn Fields,
    pub(super) mode: Mode,
}

impl<'de> Visitor<'de> for Object<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object for model `{}`", self.model.shape().name)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        let number = read_model(self.model, map, self.mode)?;
        number.map_or(Ok(()), |number| Err(A::Error::invalid_type(unexpected(&number), &"an object")))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<(), A::Error> {
        if let Mode::AnyKind | Mode::Texts = self.mode {
            return Err(A::Error::invalid_type(Unexpected::Seq, &self));
        }
        let mut reader = SeqReader { seq, outcome: Ok(()), de: PhantomData };
        self.model.visit_mut(&mut reader);
        reader.outcome
    }
}

/// Reads an object, unless it is a number in the form of an object, see [`NUMBER`].
fn read_model<'de, A: MapAccess<'de>>(model: &mut dyn Fields, map: A, mode: Mode) -> Result<NumberFound, A::Error> {
    let mut reader = MapReader { map, mode, late: Vec::new(), outcome: Ok(None), de: PhantomData };
    model.visit_mut(&mut reader);
    let MapReader { late, outcome, .. } = reader;
    let number = outcome?;
    if !late.is_empty() {
        Late::settle(late, model).map_err(A::Error::custom)?;
    }
    Ok(number)
}

/// A number in the form of an object. In a box, because it is rare and passed through many functions.
type NumberFound = Option<Box<Json>>;

struct MapReader<'de, A: MapAccess<'de>> {
    map: A,
    mode: Mode,
    late: Vec<Late>,
    outcome: Result<NumberFound, A::Error>,
    de: PhantomData<&'de ()>,
}

impl<'de, A: MapAccess<'de>> VisitMut for MapReader<'de, A> {
    fn fields(&mut self, shape: &'static Indexed, fields: &mut [&mut dyn Slot], extra: &mut Extra) {
        self.outcome = self.read(shape, fields, extra);
    }
}

impl<'de, A: MapAccess<'de>> MapReader<'de, A> {
    fn read(
        &mut self,
        shape: &'static Indexed,
        fields: &mut [&mut dyn Slot],
        extra: &mut Extra,
    ) -> Result<NumberFound, A::Error> {
        let demanded = shape.reading.demanded;
        let guessed = shape.reading.guessed != Guessed::None && !matches!(self.mode, Mode::AsDocumented);
        let as_null = shape.reading.as_null;
        let tracks = guessed || !demanded.is_empty() || !as_null.is_empty();
        let is_plain = shape.reading.is_plain();
        let mut seen = Seen::default();
        let mut text = String::new();
        while let Some(key) = self.map.next_key_seed(FindKey { shape, guessed, text: &mut text })? {
            // The documented key of a field that was read from another spelling, or a second spelling, waits.
            let (position, late) = match key {
                Key::Known(position) if !tracks => (position, None),
                Key::Known(position) => {
                    if demanded.contains(&position) && seen.contains(position) {
                        return Err(duplicate_key(shape, position));
                    }
                    seen.insert(position);
                    (position, extra.spelling(shape.keys[position]).map(|_| None))
                }
                Key::Similar(position) => {
                    let is_first = !seen.contains(position) && takes_spelling(extra, shape.keys[position], &text);
                    (position, (!is_first).then(|| Some(std::mem::take(&mut text))))
                }
                Key::Unknown if text == NUMBER && *ARBITRARY_PRECISION => {
                    return number(&mut self.map).map(|number| Some(Box::new(number)));
                }
                Key::Unknown => {
                    self.unknown(shape, &mut text, extra)?;
                    continue;
                }
            };
            match late {
                None if is_plain => {
                    let slot = &mut *fields[position];
                    let value = Value { slot: &mut *slot, mode: self.mode, demand: None, texts: false };
                    let rest = self.map.next_value_seed(value)?;
                    keep(shape.keys[position], slot, rest, extra);
                }
                None => self.field(shape, position, &mut *fields[position], extra)?,
                Some(spelling) => {
                    self.late.push(Late { position, spelling, json: self.map.next_value()?, mode: self.mode });
                }
            }
        }
        if let Some(missing) = demanded.iter().find(|position| !seen.contains(**position)) {
            return Err(missing_key(shape, *missing));
        }
        for position in as_null.iter().filter(|position| !seen.contains(**position)) {
            note_absent(shape.keys[*position], extra);
        }
        Ok(None)
    }

    /// Reads the value of an unknown key.
    fn unknown(&mut self, shape: &'static Indexed, key: &mut String, extra: &mut Extra) -> Result<(), A::Error> {
        match shape.reading.unknown_keys {
            UnknownKeys::Keep => drop(extra.put(std::mem::take(key), self.map.next_value()?)),
            UnknownKeys::Ignore => drop(self.map.next_value::<serde::de::IgnoredAny>()?),
            UnknownKeys::Deny => return Err(unknown_key(shape, key)),
        }
        Ok(())
    }

    /// Reads the value of a field that is not read like all others.
    fn field(
        &mut self,
        shape: &'static Indexed,
        position: usize,
        slot: &mut dyn Slot,
        extra: &mut Extra,
    ) -> Result<(), A::Error> {
        let demand = Demand::of(shape, position);
        let texts = shape.reading.texts.contains(&position);
        let (mode, demand) = (self.mode, demand.as_ref());
        if !shape.reading.keeps_null.contains(&position) {
            let rest = self.map.next_value_seed(Value { slot, mode, demand, texts })?;
            keep(shape.keys[position], slot, rest, extra);
            return Ok(());
        }
        let mut sees = SeesNull::new(slot);
        let rest = self.map.next_value_seed(Value { slot: &mut sees, mode, demand, texts })?;
        let is_null = sees.is_null;
        keep(shape.keys[position], slot, rest, extra);
        if is_null {
            extra.note_down(shape.keys[position], |notes| notes.is_null = Some(true));
        }
        Ok(())
    }
}

/// Keeps what remains of the value of a field.
#[inline]
pub(super) fn keep(key: &'static str, slot: &mut dyn Slot, rest: Rest, extra: &mut Extra) {
    if rest.0.is_some() || !extra.is_blank() {
        replace(key, slot, rest, extra);
    }
}

/// Notes that a key was absent, unless its field was read from another spelling of it.
fn note_absent(key: &'static str, extra: &mut Extra) {
    if extra.spelling(key).is_none() {
        extra.note_down(key, |notes| notes.is_null = Some(false));
    }
}

/// Of duplicate keys, the last one wins.
fn replace(key: &'static str, slot: &mut dyn Slot, rest: Rest, extra: &mut Extra) {
    extra.remove(key);
    let note = match rest.0.map(|left| *left) {
        None => None,
        Some(Left::Noted(note)) => Some(note),
        Some(Left::Refused(json)) => {
            slot.fill(Found::Nothing);
            if !json.is_null() {
                extra.insert(key, json);
            }
            None
        }
    };
    if note.is_some() || extra.notes(key).is_some() {
        extra.note_down(key, |notes| {
            notes.value = note;
            notes.is_null = None;
        });
    }
}

/// The number in an object with the key [`NUMBER`].
pub(super) fn number<'de, A: MapAccess<'de>>(map: &mut A) -> Result<Json, A::Error> {
    let digits: String = map.next_value()?;
    serde_json::from_str(&digits).map_err(A::Error::custom)
}

/// Reads fields without keys, in the order of the document.
struct SeqReader<'de, A: SeqAccess<'de>> {
    seq: A,
    outcome: Result<(), A::Error>,
    de: PhantomData<&'de ()>,
}

impl<'de, A: SeqAccess<'de>> VisitMut for SeqReader<'de, A> {
    fn fields(&mut self, shape: &'static Indexed, fields: &mut [&mut dyn Slot], extra: &mut Extra) {
        for (position, slot) in fields.iter_mut().enumerate() {
            let demand = Demand::of(shape, position);
            let value = Value { slot: &mut **slot, mode: Mode::AsDocumented, demand: demand.as_ref(), texts: false };
            self.outcome = match self.seq.next_element_seed(value) {
                Ok(Some(rest)) => {
                    keep(shape.keys[position], &mut **slot, rest, extra);
                    continue;
                }
                Ok(None) => Err(missing_key(shape, position)),
                Err(error) => Err(error),
            };
            return;
        }
    }
}

/// Reads a value into a slot and returns what remains of it.
pub(super) struct Value<'a> {
    pub(super) slot: &'a mut dyn Slot,
    pub(super) mode: Mode,
    pub(super) demand: Option<&'a Demand>,
    /// Whether integers may be text.
    pub(super) texts: bool,
}

impl<'de> DeserializeSeed<'de> for Value<'_> {
    type Value = Rest;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Rest, D::Error> {
        match self.mode {
            Mode::AnyKind | Mode::Texts => deserializer.deserialize_any(self),
            Mode::AsDocumented => {
                let rest = deserializer.deserialize_option(Presence(self.slot))?;
                checked(self.demand, rest)
            }
        }
    }
}

impl Value<'_> {
    #[inline]
    fn simple<E: Error>(self, found: Found<'_>) -> Result<Rest, E> {
        let Self { slot, demand, .. } = self;
        match slot.fill(found) {
            Place::Done => Ok(Rest::NONE),
            Place::Nearest => Self::rest(demand, Rest::noted(found.text().map(|text| Note::Text(text.into())))),
            _ => Self::rest(demand, found.json().map_or(Rest::NONE, Rest::refused)),
        }
    }

    /// What remains of a value, which is rare.
    #[cold]
    fn rest<E: Error>(demand: Option<&Demand>, rest: Rest) -> Result<Rest, E> {
        checked(demand, rest)
    }

    /// Stores a text that may mean another value.
    #[cold]
    fn in_text<E: Error>(self, found: &str) -> Result<Rest, E> {
        let integer = if self.texts { Found::in_text(found) } else { None };
        match integer {
            Some(integer) if matches!(self.slot.fill(integer), Place::Done) => Ok(Rest::NONE),
            _ if matches!(self.mode, Mode::Texts) => fill_from_text(self, found),
            _ => self.simple(Found::Text(found)),
        }
    }

    /// Stores JSON that turned out to be a number after it was read.
    fn read_already<E: Error>(self, json: Json) -> Result<Rest, E> {
        let found = if let Json::Number(number) = &json { Found::number(number) } else { None };
        let done = found.is_some_and(|found| matches!(self.slot.fill(found), Place::Done));
        checked(self.demand, if done { Rest::NONE } else { Rest::refused(json) })
    }
}

impl<'de> Visitor<'de> for Value<'_> {
    type Value = Rest;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E: Error>(self, found: bool) -> Result<Rest, E> {
        self.simple(Found::Boolean(found))
    }

    fn visit_i64<E: Error>(self, found: i64) -> Result<Rest, E> {
        self.simple(Found::Integer(found))
    }

    fn visit_u64<E: Error>(self, found: u64) -> Result<Rest, E> {
        self.simple(i64::try_from(found).map_or(Found::Unsigned(found), Found::Integer))
    }

    fn visit_i128<E: Error>(self, found: i128) -> Result<Rest, E> {
        match (i64::try_from(found), Number::from_i128(found)) {
            (Ok(found), _) => self.visit_i64(found),
            (_, Some(found)) => self.read_already(Json::Number(found)),
            // `serde_json` reads integers beyond its own in the same way.
            #[allow(clippy::cast_precision_loss, reason = "no type can hold it")]
            _ => self.visit_f64(found as f64),
        }
    }

    fn visit_u128<E: Error>(self, found: u128) -> Result<Rest, E> {
        match (u64::try_from(found), Number::from_u128(found)) {
            (Ok(found), _) => self.visit_u64(found),
            (_, Some(found)) => self.read_already(Json::Number(found)),
            #[allow(clippy::cast_precision_loss, reason = "no type can hold it")]
            _ => self.visit_f64(found as f64),
        }
    }

    fn visit_f64<E: Error>(self, found: f64) -> Result<Rest, E> {
        self.simple(Found::Float(found))
    }

    #[inline]
    fn visit_str<E: Error>(self, found: &str) -> Result<Rest, E> {
        if self.texts || matches!(self.mode, Mode::Texts) {
            self.in_text(found)
        } else {
            self.simple(Found::Text(found))
        }
    }

    fn visit_unit<E: Error>(self) -> Result<Rest, E> {
        if let Mode::Texts = self.mode { fill_from_nothing(self) } else { self.simple(Found::Null) }
    }

    fn visit_none<E: Error>(self) -> Result<Rest, E> {
        self.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Rest, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Rest, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Rest, A::Error> {
        match self.slot.fill(Found::List) {
            Place::Items(items) => {
                let demand = self.demand.map(Demand::of_item);
                read_items(items, seq, Of { mode: self.mode, demand: demand.as_ref(), texts: self.texts })
            }
            Place::Json(json) => {
                *json = Json::deserialize(SeqAccessDeserializer::new(seq))?;
                Ok(Rest::NONE)
            }
            Place::Member(union) => {
                checked(self.demand, take(union, Json::deserialize(SeqAccessDeserializer::new(seq))?)?)
            }
            Place::Port(port) => {
                let refused = port.take(Json::deserialize(SeqAccessDeserializer::new(seq))?);
                checked(self.demand, refused.map_or(Rest::NONE, Rest::refused))
            }
            _ => checked(self.demand, Rest::refused(Json::deserialize(SeqAccessDeserializer::new(seq))?)),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Rest, A::Error> {
        match self.slot.fill(Found::Object) {
            Place::Fields(model) => match read_model(model, map, self.mode)? {
                None => Ok(Rest::NONE),
                Some(number) => checked(self.demand, Rest::refused(*number)),
            },
            Place::Entries(entries) => {
                let demand = self.demand.map(Demand::of_item);
                read_entries(entries, map, Of { mode: self.mode, demand: demand.as_ref(), texts: self.texts })
            }
            Place::Json(json) => {
                *json = Json::deserialize(MapAccessDeserializer::new(map))?;
                Ok(Rest::NONE)
            }
            Place::Member(union) => {
                checked(self.demand, take(union, Json::deserialize(MapAccessDeserializer::new(map))?)?)
            }
            Place::Port(port) => {
                let refused = port.take(Json::deserialize(MapAccessDeserializer::new(map))?);
                checked(self.demand, refused.map_or(Rest::NONE, Rest::refused))
            }
            _ => self.read_already(Json::deserialize(MapAccessDeserializer::new(map))?),
        }
    }
}
