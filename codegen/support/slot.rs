// What fields and the items of lists and maps have in common: the reader fills them and the writer views them without
// knowing their types.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use serde_json::Value as Json;

use super::dates::Stamp;
use super::foreign::{Foreign, Port};
use super::model::Fields;
use super::union::Union;

/// A place for a value: a field of a model, or an item of a list or map.
pub trait Slot {
    /// The value before anything is read.
    fn blank() -> Self
    where
        Self: Sized;

    /// Replaces the value by what was found in the input. After [`Place::Refused`], the value is unspecified.
    fn fill(&mut self, found: Found<'_>) -> Place<'_>;

    /// The value as the writer sees it.
    fn view(&self) -> View<'_>
    where
        Self: Sized;

    /// Whether another value is equal, as their views are. Types whose views take longer to compare than they do
    /// themselves have their own.
    #[inline]
    fn same(&self, other: &Self) -> bool
    where
        Self: Sized,
    {
        self.view() == other.view()
    }
}

/// What was found in the input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Found<'a> {
    /// Nothing usable: the field becomes as if its key were absent.
    Nothing,
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// An integer.
    Integer(i64),
    /// An integer beyond `i64`.
    Unsigned(u64),
    /// A number with a fraction or an exponent.
    Float(f64),
    /// A string.
    Text(&'a str),
    /// The start of a list.
    List,
    /// The start of an object.
    Object,
    /// A value of the kind of the slot, whatever that is. The slot becomes blank and is returned.
    Fitting,
}

/// The place for what was found.
pub enum Place<'a> {
    /// It is stored already.
    Done,
    /// It is a text, and the nearest value that the slot can hold is stored already.
    Nearest,
    /// It has the wrong type.
    Refused,
    /// Its items go here.
    Items(&'a mut dyn Items),
    /// Its entries go here.
    Entries(&'a mut dyn Entries),
    /// Its fields go here.
    Fields(&'a mut dyn Fields),
    /// The JSON goes here.
    Json(&'a mut Json),
    /// The JSON goes into this union, which chooses its type once the value is complete.
    Member(&'a mut dyn Union),
    /// The JSON goes into this place for a type of which only serde's traits are known.
    Port(&'a mut dyn Port),
    /// The blank slot and its kind, in response to [`Found::Fitting`].
    Blank(&'a mut dyn Slot, Kind),
}

/// The kind of values of a slot.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `true` or `false`.
    Boolean,
    /// An integer.
    Integer,
    /// An integer without a sign.
    Unsigned,
    /// A number.
    Float,
    /// A string.
    Text,
    /// A list.
    List,
    /// A map.
    Map,
    /// A model.
    Model,
    /// Any JSON.
    Json,
    /// A union.
    Member,
    /// A type of which only serde's traits are known.
    Foreign,
}

/// The value of a slot.
#[derive(Clone, Copy)]
pub enum View<'a> {
    /// No value: the key is not written.
    Absent,
    /// `null`.
    Null,
    /// `true` or `false`.
    Boolean(bool),
    /// An integer.
    Integer(i64),
    /// An integer without a sign.
    Unsigned(u64),
    /// A number.
    Float(f64),
    /// A string.
    Text(&'a str),
    /// A string that is not among the allowed values.
    Unlisted(&'a str),
    /// An integer that is not among the allowed values.
    UnlistedInteger(i64),
    /// The digits of a number that is not among the allowed values.
    UnlistedNumber(&'a str),
    /// A date or date-time.
    Stamp(Stamp),
    /// A list.
    Items(&'a dyn Items),
    /// A map.
    Entries(&'a dyn Entries),
    /// A model.
    Fields(&'a dyn Fields),
    /// Any JSON.
    Json(&'a Json),
    /// A union.
    Member(&'a dyn Union),
    /// A value of which only serde's traits are known.
    Foreign(&'a dyn Foreign),
}

/// A list.
pub trait Items {
    /// Adds a blank item at the end.
    fn add(&mut self) -> &mut dyn Slot;
    /// Removes the last item.
    fn remove_last(&mut self);
    /// The number of items.
    fn count(&self) -> usize;
    /// An item.
    fn at(&self, position: usize) -> Option<View<'_>>;
}

/// A map from strings.
pub trait Entries {
    /// Adds a blank entry, which replaces an entry with the same key.
    fn add(&mut self, key: String) -> &mut dyn Slot;
    /// Removes the entries for which `keep` returns `false`.
    fn retain(&mut self, keep: &dyn Fn(&str) -> bool);
    /// The number of entries.
    fn count(&self) -> usize;
    /// The entries, in the order of their keys.
    fn each(&self) -> Box<dyn Iterator<Item = (&str, View<'_>)> + '_>;
}

impl<T: Slot> Slot for Option<T> {
    #[inline]
    fn blank() -> Self {
        None
    }

    fn fill(&mut self, found: Found<'_>) -> Place<'_> {
        *self = if matches!(found, Found::Null | Found::Nothing) { None } else { Some(T::blank()) };
        match self {
            Some(slot) => slot.fill(found),
            None => Place::Done,
        }
    }

    #[inline]
    fn view(&self) -> View<'_> {
        match self {
            Some(slot) => slot.view(),
            None => View::Absent,
        }
    }

    #[inline]
    fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Some(slot), Some(other)) => slot.same(other),
            (None, None) => true,
            _ => false,
        }
    }
}

impl<T: Slot> Slot for Vec<T> {
    #[inline]
    fn blank() -> Self {
        Self::new()
    }

    fn fill(&mut self, found: Found<'_>) -> Place<'_> {
        self.clear();
        match found {
            Found::Nothing => Place::Done,
            Found::List => Place::Items(self),
            Found::Fitting => Place::Blank(self, Kind::List),
            _ => Place::Refused,
        }
    }

    #[inline]
    fn view(&self) -> View<'_> {
        View::Items(self)
    }

    // A loop, because the compiler limits how deep functions with closures nest, and models nest in lists of models.
    fn same(&self, other: &Self) -> bool {
        if self.len() != other.len() {
            return false;
        }
        for (slot, other) in self.iter().zip(other) {
            if !slot.same(other) {
                return false;
            }
        }
        true
    }
}

impl<T: Slot> Items for Vec<T> {
    fn add(&mut self) -> &mut dyn Slot {
        let position = self.len();
        if position == 0 {
            // Most lists have one item, and models are large, so `push` should not reserve room for four.
            self.reserve_exact(1);
        }
        self.push(T::blank());
        &mut self[position]
    }

    fn remove_last(&mut self) {
        self.pop();
    }

    fn count(&self) -> usize {
        self.len()
    }

    fn at(&self, position: usize) -> Option<View<'_>> {
        self.get(position).map(Slot::view)
    }
}

impl<T: Slot> Slot for BTreeMap<String, T> {
    #[inline]
    fn blank() -> Self {
        Self::new()
    }

    fn fill(&mut self, found: Found<'_>) -> Place<'_> {
        self.clear();
        match found {
            Found::Nothing => Place::Done,
            Found::Object => Place::Entries(self),
            Found::Fitting => Place::Blank(self, Kind::Map),
            _ => Place::Refused,
        }
    }

    #[inline]
    fn view(&self) -> View<'_> {
        View::Entries(self)
    }

    fn same(&self, other: &Self) -> bool {
        if self.len() != other.len() {
            return false;
        }
        for ((key, slot), (others, other)) in self.iter().zip(other) {
            if key != others || !slot.same(other) {
                return false;
            }
        }
        true
    }
}

impl<T: Slot> Entries for BTreeMap<String, T> {
    fn add(&mut self, key: String) -> &mut dyn Slot {
        put::<T>(self, key, T::blank())
    }

    fn retain(&mut self, keep: &dyn Fn(&str) -> bool) {
        for (key, slot) in std::mem::take(self) {
            if keep(&key) {
                put(self, key, slot);
            }
        }
    }

    fn count(&self) -> usize {
        self.len()
    }

    fn each(&self) -> Box<dyn Iterator<Item = (&str, View<'_>)> + '_> {
        Box::new(self.iter().map(|(key, slot)| (key.as_str(), slot.view())))
    }
}

/// Adds an entry to a map. `BTreeMap::insert` would compile to more code for each type.
fn put<T>(map: &mut BTreeMap<String, T>, key: String, slot: T) -> &mut T {
    match map.entry(key) {
        Entry::Vacant(place) => place.insert(slot),
        Entry::Occupied(place) => {
            let place = place.into_mut();
            *place = slot;
            place
        }
    }
}

/// Fills the slot of a scalar with the value that `accept` makes of what was found.
#[inline]
pub(super) fn fill_scalar<'a, 'f, T: Slot>(
    slot: &'a mut T,
    kind: Kind,
    found: Found<'f>,
    accept: impl FnOnce(Found<'f>) -> Option<T>,
) -> Place<'a> {
    if found == Found::Fitting {
        return Place::Blank(slot, kind);
    }
    let Some(value) = accept(found) else { return Place::Refused };
    *slot = value;
    Place::Done
}
