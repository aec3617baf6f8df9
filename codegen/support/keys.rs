// Reads the keys of objects. A key that is an assumption is read from other spellings, too.

use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, Visitor};
use serde_json::Value as Json;

use super::extra::Extra;
use super::faults::{Demand, other_spelling, unknown_key};
use super::model::{Fields, Indexed, UnknownKeys, Visit, VisitMut};
use super::read::{Mode, NUMBER, Value, keep};
use super::slot::{Slot, View};
use super::write;

/// A key of an object.
pub(super) enum Key {
    /// The key of the field at this position.
    Known(usize),
    /// Another spelling of the key of the field at this position.
    Similar(usize),
    /// None of these.
    Unknown,
}

/// Reads a key, and its text unless it is known.
pub(super) struct FindKey<'a> {
    pub(super) shape: &'static Indexed,
    pub(super) guessed: bool,
    pub(super) text: &'a mut String,
}

impl<'de> DeserializeSeed<'de> for FindKey<'_> {
    type Value = Key;

    #[inline]
    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Key, D::Error> {
        deserializer.deserialize_identifier(self)
    }
}

impl Visitor<'_> for FindKey<'_> {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    #[inline]
    fn visit_str<E: Error>(self, key: &str) -> Result<Key, E> {
        let Self { shape, guessed, text } = self;
        if let Some(position) = shape.find(key) {
            return Ok(Key::Known(position));
        }
        let similar = if guessed { shape.find_similar(key) } else { None };
        // An error raised here has the position of the key.
        match similar {
            Some(position) if Demand::of(shape, position).is_some() => {
                return Err(other_spelling(shape, position, key));
            }
            None if shape.reading.unknown_keys == UnknownKeys::Deny && key != NUMBER => {
                return Err(unknown_key(shape, key));
            }
            _ => {}
        }
        key.clone_into(text);
        Ok(similar.map_or(Key::Unknown, Key::Similar))
    }
}

/// Whether a field is read from this spelling of its key: from the first one.
pub(super) fn takes_spelling(extra: &mut Extra, key: &'static str, spelling: &str) -> bool {
    if let Some(first) = extra.spelling(key) {
        return first == spelling;
    }
    extra.set_spelling(key, spelling);
    true
}

/// A value whose field was read from another spelling of the key before. The documented key takes precedence, then the
/// first spelling; the value of any other is kept as that of an unknown key. But `null` is as good as an absent key, so
/// this depends on what the field holds, which only [`Fields::visit`] shows.
pub(super) struct Late {
    pub(super) position: usize,
    /// The spelling of the key, if it is not the documented one.
    pub(super) spelling: Option<String>,
    pub(super) json: Json,
}

impl Late {
    /// Adds it to others. Of duplicate keys, the last one wins.
    pub(super) fn add_to(self, all: &mut Vec<Self>) {
        all.retain(|other| (other.position, &other.spelling) != (self.position, &self.spelling));
        all.push(self);
    }

    pub(super) fn settle(self, model: &mut dyn Fields) -> serde_json::Result<()> {
        let mut before = FieldAsJson { position: self.position, json: None };
        model.visit(&mut before);
        let mut settle = Settle { late: self, before: before.json, outcome: Ok(()) };
        model.visit_mut(&mut settle);
        settle.outcome
    }
}

struct FieldAsJson {
    position: usize,
    json: Option<Json>,
}

impl Visit for FieldAsJson {
    fn fields(&mut self, shape: &'static Indexed, fields: &[View<'_>], extra: &Extra) {
        let view = fields[self.position];
        let kept = extra.get(shape.keys[self.position]).cloned();
        self.json = kept.or_else(|| (!matches!(view, View::Absent)).then(|| write::json(view)));
    }
}

struct Settle {
    late: Late,
    /// What the field was read from.
    before: Option<Json>,
    outcome: serde_json::Result<()>,
}

impl VisitMut for Settle {
    fn fields(&mut self, shape: &'static Indexed, fields: &mut [&mut dyn Slot], extra: &mut Extra) {
        let Late { position, spelling, json } = &mut self.late;
        let key = shape.keys[*position];
        match (spelling.take(), self.before.take()) {
            (spelling, _) if json.is_null() => {
                spelling.map(|spelling| extra.remove(&spelling));
                return;
            }
            (Some(spelling), Some(_)) => {
                extra.insert(spelling, std::mem::take(json));
                return;
            }
            (Some(spelling), None) => extra.set_spelling(key, &spelling),
            (None, before) => {
                extra.remove(key);
                if let (Some(spelling), Some(before)) = (extra.remove_spelling(key), before) {
                    extra.insert(spelling, before);
                }
            }
        }
        let slot = &mut *fields[*position];
        let read = Value { slot: &mut *slot, mode: Mode::AnyKind, demand: None }.deserialize(&*json);
        self.outcome = read.map(|refused| keep(key, slot, refused, extra));
    }
}
