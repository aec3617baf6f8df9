// Reads the keys of objects. A key that is an assumption is read from other spellings, too.

use std::collections::{BTreeMap, BTreeSet};
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

/// The fields whose documented keys an object has. Few models have so many fields that this allocates.
#[derive(Default)]
pub(super) struct Seen {
    /// A bit for each of the first 64 fields.
    first: u64,
    rest: BTreeSet<usize>,
}

impl Seen {
    #[inline]
    pub(super) fn insert(&mut self, position: usize) {
        if position < 64 {
            self.first |= 1 << position;
        } else {
            self.rest.insert(position);
        }
    }

    #[inline]
    pub(super) fn contains(&self, position: usize) -> bool {
        if position < 64 { self.first >> position & 1 == 1 } else { self.rest.contains(&position) }
    }
}

/// Whether a field is read from this spelling of its key: from the first one.
#[cold]
pub(super) fn takes_spelling(extra: &mut Extra, key: &'static str, spelling: &str) -> bool {
    if let Some(first) = extra.spelling(key) {
        return first == spelling;
    }
    extra.note_down(key, |notes| notes.spelling = Some(spelling.into()));
    true
}

/// A value whose field was read from another spelling of the key before. The documented key takes precedence, then the
/// first spelling; the value of any other is treated as that of an unknown key. But `null` is as good as an absent key, so
/// this depends on what the field holds, which only [`Fields::visit`] shows.
pub(super) struct Late {
    pub(super) position: usize,
    /// The spelling of the key, if it is not the documented one.
    pub(super) spelling: Option<String>,
    pub(super) json: Json,
    /// How it is read.
    pub(super) mode: Mode,
}

impl Late {
    /// Settles them in their order, but the documented keys first, so that a field is replaced at most once.
    #[cold]
    pub(super) fn settle(mut all: Vec<Self>, model: &mut dyn Fields) -> serde_json::Result<()> {
        // Of duplicate keys, the last one wins.
        let mut later = BTreeSet::new();
        all.reverse();
        all.retain(|late| later.insert((late.position, late.spelling.clone())));
        all.reverse();
        all.sort_by_key(|late| late.spelling.is_some());
        let mut look = Look { late: &all, before: BTreeMap::new() };
        model.visit(&mut look);
        let Look { before, .. } = look;
        let mut settle = Settle { late: all, before, outcome: Ok(()) };
        model.visit_mut(&mut settle);
        settle.outcome
    }
}

/// Finds what the fields hold before late values are settled.
struct Look<'a> {
    late: &'a [Late],
    /// By the position of the field, if it holds anything. The JSON is `null` unless it is going to be kept.
    before: BTreeMap<usize, Json>,
}

impl Visit for Look<'_> {
    fn fields(&mut self, shape: &'static Indexed, fields: &[View<'_>], extra: &Extra) {
        for Late { position, spelling, json, .. } in self.late {
            let view = fields[*position];
            let kept = extra.get(shape.keys[*position]);
            // The documented key is the first one, and only it replaces a value.
            if kept.is_none() && matches!(view, View::Absent) || self.before.contains_key(position) {
                continue;
            }
            let replaced = spelling.is_none() && !json.is_null() && shape.reading.unknown_keys == UnknownKeys::Keep;
            let before = if replaced {
                kept.cloned().unwrap_or_else(|| {
                    let note = extra.note(shape.keys[*position]);
                    write::json(view, note, shape.reading.texts.contains(position))
                })
            } else {
                Json::Null
            };
            self.before.insert(*position, before);
        }
    }
}

struct Settle {
    late: Vec<Late>,
    before: BTreeMap<usize, Json>,
    outcome: serde_json::Result<()>,
}

impl VisitMut for Settle {
    fn fields(&mut self, shape: &'static Indexed, fields: &mut [&mut dyn Slot], extra: &mut Extra) {
        let late = std::mem::take(&mut self.late);
        self.outcome = late.into_iter().try_for_each(|late| self.settle(late, shape, fields, extra));
    }
}

impl Settle {
    fn settle(
        &mut self,
        late: Late,
        shape: &'static Indexed,
        fields: &mut [&mut dyn Slot],
        extra: &mut Extra,
    ) -> serde_json::Result<()> {
        let Late { position, spelling, json, mode } = late;
        let key = shape.keys[position];
        if json.is_null() {
            spelling.map(|spelling| extra.remove(&spelling));
            return Ok(());
        }
        // From now on, the field holds a value.
        match (spelling, self.before.insert(position, Json::Null)) {
            (Some(spelling), Some(_)) => return lose(shape, spelling, json, extra),
            (Some(spelling), None) => extra.note_down(key, |notes| notes.spelling = Some(spelling.into())),
            (None, before) => {
                extra.remove(key);
                let read_from = extra.note_down(key, |notes| notes.spelling.take());
                if let (Some(spelling), Some(before)) = (read_from, before) {
                    lose(shape, spelling.into(), before, extra)?;
                }
            }
        }
        let slot = &mut *fields[position];
        let rest = Value { slot: &mut *slot, mode, demand: None, texts: shape.reading.texts.contains(&position) }
            .deserialize(&json)?;
        keep(key, slot, rest, extra);
        Ok(())
    }
}

/// Treats the value of a spelling that the field is not read from as that of an unknown key.
fn lose(shape: &Indexed, spelling: String, json: Json, extra: &mut Extra) -> serde_json::Result<()> {
    match shape.reading.unknown_keys {
        UnknownKeys::Keep => drop(extra.put(spelling, json)),
        UnknownKeys::Ignore => {}
        UnknownKeys::Deny => return Err(unknown_key(shape, &spelling)),
    }
    Ok(())
}
