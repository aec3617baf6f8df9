// Notes: what the types of fields have no room for, so that what was read is written back exactly. They do not count
// when models are compared.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hasher};

use serde_json::Value as Json;

use super::slot::{Entries, Found, Items, Place, Slot, View};
use super::view::each;

/// The notes about a field.
#[derive(Clone, Default)]
pub(super) struct FieldNotes {
    /// How its key was spelled, if it was read from another spelling.
    pub(super) spelling: Option<Box<str>>,
    /// What its value has no room for.
    pub(super) value: Option<Note>,
    /// Whether the field, if it has no value, is written as `null`, where it usually is the other way around.
    pub(super) is_null: Option<bool>,
}

impl FieldNotes {
    pub(super) fn is_blank(&self) -> bool {
        self.spelling.is_none() && self.value.is_none() && self.is_null.is_none()
    }
}

/// What a value has no room for.
#[derive(Clone)]
pub(super) enum Note {
    /// It is the nearest value to what this text says.
    Text(Box<str>),
    /// It is a list.
    Items(ItemNotes),
    /// It is a map.
    Entries(EntryNotes),
}

impl Note {
    /// A value that there is no room for.
    pub(super) fn example(&self) -> Json {
        let within = match self {
            Self::Text(text) => return Json::from(&**text),
            Self::Items(items) if items.nulls.is_empty() => items.notes.values().next(),
            Self::Entries(entries) => entries.0.values().next().and_then(Option::as_ref),
            Self::Items(_) => None,
        };
        within.map_or(Json::Null, Self::example)
    }
}

/// A value within another one, and the note about it.
pub(super) type Part<'a> = (View<'a>, Option<&'a Note>);

/// The notes about a list.
#[derive(Clone, Default)]
pub(super) struct ItemNotes {
    /// The positions of the items that were `null`, in ascending order.
    nulls: Vec<usize>,
    /// The notes about the other items, by their position among these.
    notes: BTreeMap<usize, Note>,
    /// What the other items were. Without them, a position means nothing.
    mark: u64,
}

impl ItemNotes {
    /// Notes that an item was `null`, after so many that were not.
    pub(super) fn add_null(&mut self, others: usize) {
        self.nulls.push(others + self.nulls.len());
    }

    pub(super) fn add(&mut self, position: usize, note: Note) {
        self.notes.insert(position, note);
    }

    /// The note about a list whose items have been read, if there is anything to note.
    #[inline]
    pub(super) fn about(self, items: &dyn Items) -> Option<Note> {
        if self.nulls.is_empty() && self.notes.is_empty() { None } else { Some(self.marked(items)) }
    }

    #[cold]
    fn marked(self, items: &dyn Items) -> Note {
        Note::Items(Self { mark: mark(items), ..self })
    }

    /// The items with a `null` where there was one, provided that the items are those that were read.
    pub(super) fn all<'a>(&'a self, items: &'a dyn Items) -> Vec<Part<'a>> {
        let nulls = if self.mark == mark(items) { &*self.nulls } else { &[] };
        let mut all = Vec::with_capacity(items.count() + nulls.len());
        let mut nulls = nulls.iter().peekable();
        for (position, view) in each(items).enumerate() {
            while nulls.next_if(|null| **null == all.len()).is_some() {
                all.push((View::Null, None));
            }
            all.push((view, self.notes.get(&position)));
        }
        all.extend(nulls.map(|_| (View::Null, None)));
        all
    }
}

/// Identifies the items of a list. Models, lists and maps may change inside.
fn mark(items: &dyn Items) -> u64 {
    let mut state = DefaultHasher::new();
    state.write_usize(items.count());
    for view in each(items) {
        match view {
            View::Items(_) | View::Entries(_) | View::Fields(_) | View::Member(_) => state.write_u8(1),
            view => view.feed(&mut state),
        }
    }
    state.finish()
}

/// The notes about a map, by key; `None` if the value was `null`.
#[derive(Clone, Default)]
pub(super) struct EntryNotes(BTreeMap<String, Option<Note>>);

impl EntryNotes {
    pub(super) fn add_null(&mut self, key: String) {
        self.0.insert(key, None);
    }

    pub(super) fn add(&mut self, key: String, note: Note) {
        self.0.insert(key, Some(note));
    }

    /// Forgets a key that comes again: of duplicate keys, the last one wins.
    #[inline]
    pub(super) fn forget(&mut self, key: &str) {
        if !self.0.is_empty() {
            self.0.remove(key);
        }
    }

    /// The note about a map whose entries have been read, if there is anything to note. Entries that are `null` are
    /// removed from the map.
    #[inline]
    pub(super) fn about(self, entries: &mut dyn Entries) -> Option<Note> {
        if self.0.is_empty() { None } else { Some(self.without_nulls(entries)) }
    }

    #[cold]
    fn without_nulls(self, entries: &mut dyn Entries) -> Note {
        entries.retain(&|key| !matches!(self.0.get(key), Some(None)));
        Note::Entries(self)
    }

    /// The entries, and the keys that were `null` and have no value now, in the order of the keys.
    pub(super) fn all<'a>(&'a self, entries: &'a dyn Entries) -> Vec<(&'a str, Part<'a>)> {
        let nulls = self.0.iter().filter(|(_, note)| note.is_none());
        let mut all: BTreeMap<&str, Part<'_>> = nulls.map(|(key, _)| (key.as_str(), (View::Null, None))).collect();
        for (key, view) in entries.each() {
            all.insert(key, (view, self.0.get(key).and_then(Option::as_ref)));
        }
        all.into_iter().collect()
    }
}

/// Another slot, and whether it was filled with `null`.
#[derive(Default)]
pub(super) struct SeesNull<'a> {
    slot: Option<&'a mut dyn Slot>,
    pub(super) is_null: bool,
}

impl<'a> SeesNull<'a> {
    pub(super) fn new(slot: &'a mut dyn Slot) -> Self {
        Self { slot: Some(slot), is_null: false }
    }
}

impl Slot for SeesNull<'_> {
    fn blank() -> Self {
        Self::default()
    }

    fn fill(&mut self, found: Found<'_>) -> Place<'_> {
        self.is_null = matches!(found, Found::Null);
        self.slot.as_mut().map_or(Place::Refused, |slot| slot.fill(found))
    }

    fn view(&self) -> View<'_> {
        View::Absent
    }
}

/// What remains of a value after its slot has been filled.
pub(super) enum Left {
    /// The value, which the slot refused.
    Refused(Json),
    /// What the slot has no room for.
    Noted(Note),
}

/// What remains of a value after its slot has been filled, if anything. In a box, because it is rare and passed through
/// many functions.
#[derive(Default)]
pub struct Rest(pub(super) Option<Box<Left>>);

impl Rest {
    /// Nothing remains.
    pub(super) const NONE: Self = Self(None);

    pub(super) fn refused(json: Json) -> Self {
        Self(Some(Box::new(Left::Refused(json))))
    }

    pub(super) fn noted(note: Option<Note>) -> Self {
        Self(note.map(|note| Box::new(Left::Noted(note))))
    }
}
