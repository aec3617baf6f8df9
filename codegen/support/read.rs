// The reader. There is one for all models, so that it is compiled once per deserializer.
//
// Human-readable formats are self-describing, so that any value can be inspected and, if it has the wrong type, kept.
// Other formats are asked for the documented types, field by field.

use std::convert::TryFrom;
use std::fmt;
use std::marker::PhantomData;
use std::sync::LazyLock;

use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Unexpected, Visitor};
use serde_json::{Number, Value as Json};

use super::extra::Extra;
use super::faults::{Demand, checked, duplicate_key, missing_key, unexpected, unknown_key};
use super::keys::{FindKey, Key, Late, Seen, takes_spelling};
use super::model::{Fields, Guessed, Indexed, Model, UnknownKeys, VisitMut};
use super::slot::{Entries, Found, Items, Place, Slot};
use super::typed::Presence;
use super::union::take;
use super::write;

/// The key of the object that `serde_json` passes for a number if its feature `arbitrary_precision` is enabled.
pub(super) const NUMBER: &str = "$serde_json::private::Number";

/// Whether that feature is enabled. Otherwise the key has no special meaning.
static ARBITRARY_PRECISION: LazyLock<bool> = LazyLock::new(|| "1e999".parse::<Number>().is_ok());

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

pub(super) fn read_into<'de, D: Deserializer<'de>>(model: &mut dyn Fields, deserializer: D) -> Result<(), D::Error> {
    let shape = model.shape();
    if deserializer.is_human_readable() {
        deserializer.deserialize_map(Object { model, mode: Mode::AnyKind })
    } else {
        deserializer.deserialize_struct(shape.name, shape.keys, Object { model, mode: Mode::AsDocumented })
    }
}

/// What the deserializer is asked for.
#[derive(Clone, Copy)]
pub(super) enum Mode {
    /// Whatever the input holds.
    AnyKind,
    /// The documented type.
    AsDocumented,
}

/// Reads the fields of a model.
struct Object<'a> {
    model: &'a mut dyn Fields,
    mode: Mode,
}

impl<'de> Visitor<'de> for Object<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "an object for model `{}`", self.model.shape().name)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        let refused = read_model(self.model, map, self.mode)?;
        refused.map_or(Ok(()), |number| Err(A::Error::invalid_type(unexpected(&number), &"an object")))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<(), A::Error> {
        if let Mode::AnyKind = self.mode {
            return Err(A::Error::invalid_type(Unexpected::Seq, &self));
        }
        let mut reader = SeqReader { seq, outcome: Ok(()), de: PhantomData };
        self.model.visit_mut(&mut reader);
        reader.outcome
    }
}

/// Reads an object. What is refused is a number in the form of an object, see [`NUMBER`].
fn read_model<'de, A: MapAccess<'de>>(model: &mut dyn Fields, map: A, mode: Mode) -> Result<Refused, A::Error> {
    let mut reader = MapReader { map, mode, late: Vec::new(), outcome: Ok(None), de: PhantomData };
    model.visit_mut(&mut reader);
    let MapReader { late, outcome, .. } = reader;
    let refused = outcome?;
    if !late.is_empty() {
        Late::settle(late, model).map_err(A::Error::custom)?;
    }
    Ok(refused)
}

struct MapReader<'de, A: MapAccess<'de>> {
    map: A,
    mode: Mode,
    late: Vec<Late>,
    outcome: Result<Refused, A::Error>,
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
    ) -> Result<Refused, A::Error> {
        let demanded = shape.reading.demanded;
        let guessed = shape.reading.guessed != Guessed::None && matches!(self.mode, Mode::AnyKind);
        let tracks = guessed || !demanded.is_empty();
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
                None => self.field(shape, position, &mut *fields[position], extra)?,
                Some(spelling) => self.late.push(Late { position, spelling, json: self.map.next_value()? }),
            }
        }
        match demanded.iter().find(|position| !seen.contains(**position)) {
            Some(missing) => Err(missing_key(shape, *missing)),
            None => Ok(None),
        }
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

    #[inline]
    fn field(
        &mut self,
        shape: &'static Indexed,
        position: usize,
        slot: &mut dyn Slot,
        extra: &mut Extra,
    ) -> Result<(), A::Error> {
        let demand = Demand::of(shape, position);
        let texts = shape.reading.texts.contains(&position);
        let value = Value { slot, mode: self.mode, demand: demand.as_ref(), texts };
        let refused = self.map.next_value_seed(value)?;
        keep(shape.keys[position], slot, refused, extra);
        Ok(())
    }
}

/// Keeps what a field refused.
#[inline]
pub(super) fn keep(key: &'static str, slot: &mut dyn Slot, refused: Refused, extra: &mut Extra) {
    if refused.is_some() {
        slot.fill(Found::Nothing);
    }
    match refused {
        Some(refused) if !refused.is_null() => drop(extra.insert(key, *refused)),
        // Of duplicate keys, the last one wins.
        _ if !extra.is_empty() => drop(extra.remove(key)),
        _ => {}
    }
}

/// The number in an object with the key [`NUMBER`].
fn number<'de, A: MapAccess<'de>>(map: &mut A) -> Result<Json, A::Error> {
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
    fn fields(&mut self, shape: &'static Indexed, fields: &mut [&mut dyn Slot], _: &mut Extra) {
        for (position, slot) in fields.iter_mut().enumerate() {
            let demand = Demand::of(shape, position);
            let value = Value { slot: &mut **slot, mode: Mode::AsDocumented, demand: demand.as_ref(), texts: false };
            self.outcome = match self.seq.next_element_seed(value) {
                Ok(Some(_)) => continue,
                Ok(None) => Err(missing_key(shape, position)),
                Err(error) => Err(error),
            };
            return;
        }
    }
}

/// Reads a value into a slot and returns it if the slot refuses it.
pub(super) struct Value<'a> {
    pub(super) slot: &'a mut dyn Slot,
    pub(super) mode: Mode,
    pub(super) demand: Option<&'a Demand>,
    /// Whether integers may be text.
    pub(super) texts: bool,
}

/// In a box, because it is rare and passed through many functions.
pub(super) type Refused = Option<Box<Json>>;

impl<'de> DeserializeSeed<'de> for Value<'_> {
    type Value = Refused;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Refused, D::Error> {
        match self.mode {
            Mode::AnyKind => deserializer.deserialize_any(self),
            Mode::AsDocumented => {
                let refused = deserializer.deserialize_option(Presence(self.slot))?;
                checked(self.demand, refused.map(|json| *json))
            }
        }
    }
}

impl Value<'_> {
    #[inline]
    fn simple<E: Error>(self, found: Found<'_>) -> Result<Refused, E> {
        if let Place::Done = self.slot.fill(found) {
            return Ok(None);
        }
        checked(self.demand, found.json())
    }

    /// Stores JSON that turned out to be a number after it was read.
    fn read_already<E: Error>(self, json: Json) -> Result<Refused, E> {
        let found = if let Json::Number(number) = &json { Found::number(number) } else { None };
        let done = found.is_some_and(|found| matches!(self.slot.fill(found), Place::Done));
        checked(self.demand, if done { None } else { Some(json) })
    }
}

impl<'de> Visitor<'de> for Value<'_> {
    type Value = Refused;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_bool<E: Error>(self, found: bool) -> Result<Refused, E> {
        self.simple(Found::Boolean(found))
    }

    fn visit_i64<E: Error>(self, found: i64) -> Result<Refused, E> {
        self.simple(Found::Integer(found))
    }

    fn visit_u64<E: Error>(self, found: u64) -> Result<Refused, E> {
        self.simple(i64::try_from(found).map_or(Found::Unsigned(found), Found::Integer))
    }

    fn visit_i128<E: Error>(self, found: i128) -> Result<Refused, E> {
        match (i64::try_from(found), Number::from_i128(found)) {
            (Ok(found), _) => self.visit_i64(found),
            (_, Some(found)) => self.read_already(Json::Number(found)),
            // `serde_json` reads integers beyond its own in the same way.
            #[allow(clippy::cast_precision_loss, reason = "no type can hold it")]
            _ => self.visit_f64(found as f64),
        }
    }

    fn visit_u128<E: Error>(self, found: u128) -> Result<Refused, E> {
        match (u64::try_from(found), Number::from_u128(found)) {
            (Ok(found), _) => self.visit_u64(found),
            (_, Some(found)) => self.read_already(Json::Number(found)),
            #[allow(clippy::cast_precision_loss, reason = "no type can hold it")]
            _ => self.visit_f64(found as f64),
        }
    }

    fn visit_f64<E: Error>(self, found: f64) -> Result<Refused, E> {
        self.simple(Found::Float(found))
    }

    #[inline]
    fn visit_str<E: Error>(self, found: &str) -> Result<Refused, E> {
        let integer = if self.texts { Found::in_text(found) } else { None };
        match integer {
            Some(integer) if matches!(self.slot.fill(integer), Place::Done) => Ok(None),
            _ => self.simple(Found::Text(found)),
        }
    }

    fn visit_unit<E: Error>(self) -> Result<Refused, E> {
        self.simple(Found::Null)
    }

    fn visit_none<E: Error>(self) -> Result<Refused, E> {
        self.simple(Found::Null)
    }

    fn visit_some<D: Deserializer<'de>>(self, deserializer: D) -> Result<Refused, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, deserializer: D) -> Result<Refused, D::Error> {
        deserializer.deserialize_any(self)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, seq: A) -> Result<Refused, A::Error> {
        match self.slot.fill(Found::List) {
            Place::Items(items) => {
                let demand = self.demand.map(Demand::of_item);
                read_items(items, seq, Of { mode: self.mode, demand: demand.as_ref(), texts: self.texts })
            }
            Place::Json(json) => {
                *json = Json::deserialize(SeqAccessDeserializer::new(seq))?;
                Ok(None)
            }
            Place::Member(union) => {
                checked(self.demand, take(union, Json::deserialize(SeqAccessDeserializer::new(seq))?)?)
            }
            _ => checked(self.demand, Some(Json::deserialize(SeqAccessDeserializer::new(seq))?)),
        }
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Refused, A::Error> {
        match self.slot.fill(Found::Object) {
            Place::Fields(model) => match read_model(model, map, self.mode)? {
                None => Ok(None),
                Some(number) => checked(self.demand, Some(*number)),
            },
            Place::Entries(entries) => {
                let demand = self.demand.map(Demand::of_item);
                read_entries(entries, map, Of { mode: self.mode, demand: demand.as_ref(), texts: self.texts })
            }
            Place::Json(json) => {
                *json = Json::deserialize(MapAccessDeserializer::new(map))?;
                Ok(None)
            }
            Place::Member(union) => {
                checked(self.demand, take(union, Json::deserialize(MapAccessDeserializer::new(map))?)?)
            }
            _ => self.read_already(Json::deserialize(MapAccessDeserializer::new(map))?),
        }
    }
}

/// How the items of a list or map are read; see [`Value`].
#[derive(Clone, Copy)]
struct Of<'a> {
    mode: Mode,
    demand: Option<&'a Demand>,
    texts: bool,
}

impl<'a> Of<'a> {
    #[inline]
    fn value(self, slot: &'a mut dyn Slot) -> Value<'a> {
        Value { slot, mode: self.mode, demand: self.demand, texts: self.texts }
    }
}

/// Reads a list. If an item has the wrong type, the whole list is refused. Items that are `null` are dropped.
fn read_items<'de, A: SeqAccess<'de>>(items: &mut dyn Items, mut seq: A, of: Of<'_>) -> Result<Refused, A::Error> {
    // The positions of `null`, in case the list is refused.
    let mut nulls = Vec::new();
    while let Some(refused) = seq.next_element_seed(NewItem { items, of })? {
        match refused {
            None => {}
            Some(refused) if refused.is_null() => {
                items.remove_last();
                nulls.push(items.count() + nulls.len());
            }
            Some(refused) => {
                items.remove_last();
                let mut all = with_nulls(items, nulls, of.texts);
                all.push(*refused);
                while let Some(item) = seq.next_element()? {
                    all.push(item);
                }
                return Ok(Some(Box::new(Json::Array(all))));
            }
        }
    }
    Ok(None)
}

/// A list as JSON, with a `null` at each of these positions, which ascend.
fn with_nulls(items: &dyn Items, nulls: Vec<usize>, texts: bool) -> Vec<Json> {
    let mut all = Vec::with_capacity(items.count() + nulls.len() + 1);
    let mut nulls = nulls.into_iter().peekable();
    for item in super::view::each(items) {
        while nulls.next_if_eq(&all.len()).is_some() {
            all.push(Json::Null);
        }
        all.push(write::json(item, texts));
    }
    all.extend(nulls.map(|_| Json::Null));
    all
}

/// Adds an item once the deserializer has one.
struct NewItem<'a> {
    items: &'a mut dyn Items,
    of: Of<'a>,
}

impl<'de> DeserializeSeed<'de> for NewItem<'_> {
    type Value = Refused;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Refused, D::Error> {
        self.of.value(self.items.add()).deserialize(deserializer)
    }
}

/// Reads a map. If a value has the wrong type, the whole map is refused. Entries that are `null` are dropped.
fn read_entries<'de, A: MapAccess<'de>>(
    entries: &mut dyn Entries,
    mut map: A,
    of: Of<'_>,
) -> Result<Refused, A::Error> {
    // The keys whose last value is `null`. Removing single entries from the map would compile to more code per type.
    let mut nulls = Extra::default();
    while let Some(key) = map.next_key::<String>()? {
        if key == NUMBER && *ARBITRARY_PRECISION {
            return number(&mut map).map(|number| Some(Box::new(number)));
        }
        nulls.remove(&key);
        match map.next_value_seed(of.value(entries.add(key.clone())))? {
            None => {}
            Some(refused) if refused.is_null() => drop(nulls.put(key, *refused)),
            Some(refused) => {
                let mut all = nulls;
                for (key, view) in entries.each() {
                    if all.get(key).is_none() {
                        all.insert(key, write::json(view, of.texts));
                    }
                }
                all.insert(key, *refused);
                while let Some((key, value)) = map.next_entry::<String, Json>()? {
                    all.insert(key, value);
                }
                return Ok(Some(Box::new(all.into())));
            }
        }
    }
    if !nulls.is_empty() {
        entries.retain(&|key| nulls.get(key).is_none());
    }
    Ok(None)
}
