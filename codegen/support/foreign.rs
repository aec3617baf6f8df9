// Fields with a type of another crate, or of the user, of which only serde's traits are known.

use std::collections::BTreeMap;
use std::fmt;

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value as Json;

use super::patch::Patch;
use super::slot::{Found, Kind, Place, Slot};

/// A value of such a type, as the writer sees it.
pub trait Foreign: fmt::Debug {
    /// The value as JSON.
    ///
    /// # Errors
    ///
    /// The type refuses to write it.
    fn json(&self) -> serde_json::Result<Json>;
}

impl<T: Serialize + fmt::Debug> Foreign for T {
    fn json(&self) -> serde_json::Result<Json> {
        serde_json::to_value(self)
    }
}

/// A place for a value of such a type, as the reader sees it.
pub trait Port {
    /// Stores a complete value. Returns it if the type refuses it, or would not write all of it.
    fn take(&mut self, json: Json) -> Option<Json>;
}

impl<T: Serialize + DeserializeOwned> Port for Option<T> {
    fn take(&mut self, json: Json) -> Option<Json> {
        *self = read(&json);
        if self.is_none() && !json.is_null() { Some(json) } else { None }
    }
}

impl<T: Serialize + DeserializeOwned> Port for Patch<T> {
    fn take(&mut self, json: Json) -> Option<Json> {
        let value = read(&json);
        if value.is_none() && !json.is_null() {
            return Some(json);
        }
        *self = value.into();
        None
    }
}

impl<T: Serialize + DeserializeOwned> Port for Vec<T> {
    fn take(&mut self, json: Json) -> Option<Json> {
        replace(self, json)
    }
}

impl<T: Serialize + DeserializeOwned> Port for BTreeMap<String, T> {
    fn take(&mut self, json: Json) -> Option<Json> {
        replace(self, json)
    }
}

/// Replaces a value, or returns the JSON.
pub fn replace<T: Serialize + DeserializeOwned>(place: &mut T, json: Json) -> Option<Json> {
    let Some(value) = read(&json) else { return Some(json) };
    *place = value;
    None
}

/// The value that is written as all of this JSON.
fn read<T: Serialize + DeserializeOwned>(json: &Json) -> Option<T> {
    let value = T::deserialize(json).ok()?;
    let written = serde_json::to_value(&value).ok()?;
    keeps(json, &written).then_some(value)
}

/// Whether what is written has everything that was found. A text may be spelled in another way; a number stays that
/// number, and not a text.
fn keeps(found: &Json, written: &Json) -> bool {
    match (found, written) {
        (Json::String(_), Json::String(_)) => true,
        (Json::Number(a), Json::Number(b)) => {
            a == b || Found::number(a).is_some_and(|number| Found::number(b) == Some(number))
        }
        (Json::Array(a), Json::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| keeps(a, b)),
        (Json::Object(a), Json::Object(b)) => {
            a.iter().all(|(key, value)| value.is_null() || b.get(key).is_some_and(|written| keeps(value, written)))
        }
        _ => found == written,
    }
}

/// Fills the slot of such a type.
pub fn fill_foreign<'a, T: Slot + Port>(slot: &'a mut T, found: Found<'_>) -> Place<'a> {
    match found {
        Found::Nothing => *slot = T::blank(),
        Found::List | Found::Object => return Place::Port(slot),
        Found::Fitting => {
            *slot = T::blank();
            return Place::Blank(slot, Kind::Foreign);
        }
        _ => match found.json().map(|json| slot.take(json)) {
            Some(None) => {}
            _ => return Place::Refused,
        },
    }
    Place::Done
}

/// The implementations of slots for a type of which only serde's traits are known: of an option, a list, a map and a
/// patch of it. A value that has to be there, such as that of a union's variant, needs `Default`, and options and lists
/// follow from that.
#[allow(unused_macros, reason = "there may be no such types")]
macro_rules! foreign {
    ($foreign:ty) => {
        support::foreign!(
            ::core::option::Option<$foreign>, ::core::option::Option::None,
            slot => match slot {
                ::core::option::Option::Some(value) => support::machinery::View::Foreign(value),
                ::core::option::Option::None => support::machinery::View::Absent,
            }
        );
        support::foreign!(
            support::Patch<$foreign>, support::Patch::Absent,
            slot => match slot {
                support::Patch::Value(value) => support::machinery::View::Foreign(value),
                support::Patch::Null => support::machinery::View::Null,
                support::Patch::Absent => support::machinery::View::Absent,
            }
        );
        support::foreign!(
            ::std::vec::Vec<$foreign>, ::std::vec::Vec::new(),
            slot => if slot.is_empty() {
                support::machinery::View::Items(support::machinery::NO_ITEMS)
            } else {
                support::machinery::View::Foreign(slot)
            }
        );
        support::foreign!(
            ::std::collections::BTreeMap<::std::string::String, $foreign>, ::std::collections::BTreeMap::new(),
            slot => if slot.is_empty() {
                support::machinery::View::Entries(support::machinery::NO_ENTRIES)
            } else {
                support::machinery::View::Foreign(slot)
            }
        );
    };
    ($foreign:ty, Default) => {
        impl support::machinery::Port for $foreign {
            fn take(&mut self, json: ::serde_json::Value) -> ::core::option::Option<::serde_json::Value> {
                support::machinery::replace(self, json)
            }
        }
        support::foreign!($foreign, ::core::default::Default::default(), slot => support::machinery::View::Foreign(slot));
    };
    ($holder:ty, $blank:expr, $slot:ident => $view:expr) => {
        impl support::machinery::Slot for $holder {
            fn blank() -> Self {
                $blank
            }
            fn fill(&mut self, found: support::machinery::Found<'_>) -> support::machinery::Place<'_> {
                support::machinery::fill_foreign(self, found)
            }
            fn view(&self) -> support::machinery::View<'_> {
                let $slot = self;
                $view
            }
        }
    };
}
#[allow(unused_imports, reason = "there may be no such types")]
pub(crate) use foreign;

/// The view of an empty list of such a type.
#[allow(dead_code, reason = "there may be no such types")]
pub const NO_ITEMS: &Vec<bool> = &Vec::new();

/// The view of an empty map of such a type.
#[allow(dead_code, reason = "there may be no such types")]
pub const NO_ENTRIES: &BTreeMap<String, bool> = &BTreeMap::new();
