// Values that a document does not describe.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

use serde_json::{Map, Value as Json};

use super::notes::{FieldNotes, Note};

/// The parts of an object that its document does not describe: unknown keys, and known keys whose value has an
/// unexpected type. They are written back. An empty `Extra` is as large as a pointer.
///
/// It also has hidden notes about what the fields have no room for, such as the places of `null`s in lists and the texts
/// of date-times that are out of range. They are written back, too, unless the field has changed. They are not among the
/// keys, and they do not count when values are compared.
#[derive(Clone, Default)]
pub struct Extra(Option<Box<Content>>);

#[derive(Clone, Default)]
struct Content {
    map: Map<String, Json>,
    /// By the keys of fields.
    notes: BTreeMap<&'static str, FieldNotes>,
}

impl Extra {
    /// Returns whether there are no keys.
    #[inline]
    pub fn is_empty(&self) -> bool {
        self.0.as_ref().is_none_or(|content| content.map.is_empty())
    }

    /// Returns the value of a key.
    pub fn get(&self, key: &str) -> Option<&Json> {
        self.0.as_ref()?.map.get(key)
    }

    pub(super) fn put(&mut self, key: String, value: Json) -> Option<Json> {
        self.0.get_or_insert_default().map.insert(key, value)
    }

    /// Removes a key and returns its value.
    pub fn remove(&mut self, key: &str) -> Option<Json> {
        let removed = self.0.as_mut()?.map.remove(key);
        self.shrink();
        removed
    }

    /// Whether writing a model needs nothing of this.
    #[inline]
    pub(super) fn is_blank(&self) -> bool {
        self.0.is_none()
    }

    /// The spelling that a key was read from, if it was another one.
    pub(super) fn spelling(&self, key: &str) -> Option<&str> {
        self.notes(key)?.spelling.as_deref()
    }

    /// The note about the value of a field.
    pub(super) fn note(&self, key: &str) -> Option<&Note> {
        self.notes(key)?.value.as_ref()
    }

    /// Whether a field without a value is written as `null`, where it usually is the other way around.
    pub(super) fn is_null(&self, key: &str) -> Option<bool> {
        self.notes(key)?.is_null
    }

    pub(super) fn notes(&self, key: &str) -> Option<&FieldNotes> {
        self.0.as_ref()?.notes.get(key)
    }

    /// Changes the notes about a field.
    pub(super) fn note_down<T>(&mut self, key: &'static str, change: impl FnOnce(&mut FieldNotes) -> T) -> T {
        let content = self.0.get_or_insert_default();
        let notes = content.notes.entry(key).or_default();
        let changed = change(notes);
        if notes.is_blank() {
            content.notes.remove(key);
            self.shrink();
        }
        changed
    }

    fn shrink(&mut self) {
        if self.0.as_ref().is_some_and(|content| content.map.is_empty() && content.notes.is_empty()) {
            self.0 = None;
        }
    }

    /// The values by their keys, unless there are none.
    pub(super) fn map(&self) -> Option<&Map<String, Json>> {
        self.0.as_ref().map(|content| &content.map).filter(|map| !map.is_empty())
    }

    pub(super) fn map_mut(&mut self) -> Option<&mut Map<String, Json>> {
        self.0.as_mut().map(|content| &mut content.map)
    }

    pub(super) fn into_map(self) -> Map<String, Json> {
        self.0.map_or_else(Map::new, |content| content.map)
    }
}

impl PartialEq for Extra {
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        self.map() == other.map()
    }
}

impl Eq for Extra {}

impl Hash for Extra {
    #[inline]
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.map().hash(state);
    }
}
