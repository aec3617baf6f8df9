// Values of one of several types. Which one is told by a tag, if the document names its key, and otherwise by
// what the value looks like; a value that looks like none of them is kept as it is.

use serde::de::{DeserializeSeed, Deserializer, Error};
use serde::ser::{Serialize, Serializer};
use serde_json::Value as Json;

use super::faults::unexpected;
use super::fit::choose;
use super::read::{Mode, Value};
use super::slot::{Found, Kind, Place, Slot, View};
use super::typed::json_text;
use super::write::{Readable, TypedValue};

/// A value of one of several types. Each generated union is one.
pub trait Union {
    /// What is known of the union before there is a value.
    fn cases(&self) -> &'static Cases;

    /// Which of [`Cases::all`] the value is; one more than the last if it is none.
    fn case(&self) -> usize;

    /// Becomes a blank value of a case, or of none.
    fn set_case(&mut self, case: usize);

    /// The place for the value, whatever its type is.
    fn slot(&mut self) -> &mut dyn Slot;

    /// The value, whatever its type is.
    fn value(&self) -> View<'_>;

    /// Takes a value; the outcome is the value if a strict union has no case for it.
    ///
    /// # Errors
    ///
    /// Both the union and the model that the value is are strict, and it is not as the document says.
    fn take(&mut self, json: Json) -> serde_json::Result<Option<Json>>;

    /// Whether the value is of none of the types.
    fn is_unlisted(&self) -> bool {
        self.case() >= self.cases().all.len()
    }
}

/// What is known of a union before there is a value.
#[derive(Debug)]
pub struct Cases {
    /// Its name in the documents.
    pub name: &'static str,
    /// The key whose text tells which case an object is.
    pub tag: Option<&'static str>,
    /// Whether a value that is none of them is refused.
    pub strict: bool,
    /// The cases, in the order in which they are tried.
    pub all: &'static [Case],
}

/// One of the types of a union.
#[derive(Debug)]
pub struct Case {
    /// The texts that tell it.
    pub tags: &'static [&'static str],
    /// The keys that the document requires of it.
    pub requires: &'static [&'static str],
}

/// What happens to something found where a union is.
#[inline]
pub fn fill_union<'a, U: Union + Slot>(union: &'a mut U, found: Found<'_>) -> Place<'a> {
    match found {
        Found::List | Found::Object => Place::Member(union),
        Found::Fitting => Place::Blank(union, Kind::Member),
        _ => match found.json().map(|it| union.take(it)) {
            Some(Ok(None)) => Place::Done,
            _ => Place::Refused,
        },
    }
}

/// Reads a value whose type is told once all of it is there; for [`Union::take`].
///
/// # Errors
///
/// As of [`Union::take`].
#[inline]
pub fn take_json(union: &mut dyn Union, json: Json) -> serde_json::Result<Option<Json>> {
    let cases = union.cases();
    if let Some(case) = choose(union, &json) {
        union.set_case(case);
        match (Value { slot: union.slot(), mode: Mode::AnyKind, demand: None }).deserialize(&json) {
            Ok(None) => return Ok(None),
            Err(error) if cases.strict => return Err(error),
            Ok(Some(_)) | Err(_) => {}
        }
    }
    union.set_case(cases.all.len());
    match union.slot().fill(Found::Object) {
        Place::Json(place) if !cases.strict => *place = json,
        _ => return Ok(Some(json)),
    }
    Ok(None)
}

pub(super) fn take<E: Error>(union: &mut dyn Union, json: Json) -> Result<Option<Json>, E> {
    union.take(json).map_err(E::custom)
}

/// Reads a union that is not within a model.
///
/// # Errors
///
/// The union is strict and the input is none of its types, or the deserializer fails.
pub fn read_union<'de, U: Union + Slot, D: Deserializer<'de>>(deserializer: D) -> Result<U, D::Error> {
    let mut union = U::blank();
    let refused = if deserializer.is_human_readable() {
        let refused = Value { slot: &mut union, mode: Mode::AnyKind, demand: None }.deserialize(deserializer)?;
        // A number that is too large to be looked at before it is JSON.
        refused.map_or(Ok(None), |it| take(&mut union, *it))?
    } else {
        take(&mut union, json_text(deserializer)?)?
    };
    let name = union.cases().name;
    refused.map_or(Ok(union), |it| Err(D::Error::invalid_type(unexpected(&it), &&*format!("one of `{name}`"))))
}

/// Writes a union that is not within a model. Formats that do not say what a value is get JSON as text.
///
/// # Errors
///
/// The serializer fails.
pub fn write_union<S: Serializer>(union: &dyn Union, serializer: S) -> Result<S::Ok, S::Error> {
    if serializer.is_human_readable() {
        Readable(View::Member(union)).serialize(serializer)
    } else {
        TypedValue(View::Member(union)).serialize(serializer)
    }
}

/// The machinery of a union: its name, its variant for what is none of its types, how it is read, and a line
/// per type with its position, its variant, the texts that tell it and the keys that it requires.
#[allow(unused_macros, reason = "there may be no unions")]
macro_rules! union {
    (
        $union:ident as $name:literal or $unlisted:ident: $(Eq $eq:vis,)? $(Hash $hash:vis,)?
        strict: $strict:literal, tag: $tag:expr;
        $($case:literal: $variant:ident($type:ty), tags: [$($text:literal),*], requires: [$($key:literal),*];)*
    ) => {
        impl support::machinery::Union for $union {
            #[inline]
            fn cases(&self) -> &'static support::machinery::Cases {
                &support::machinery::Cases {
                    name: $name,
                    tag: $tag,
                    strict: $strict,
                    all: &[$(support::machinery::Case { tags: &[$($text),*], requires: &[$($key),*] }),*],
                }
            }
            #[inline]
            fn case(&self) -> usize {
                match self {
                    $(Self::$variant(_) => $case,)*
                    Self::$unlisted(_) => support::machinery::Union::cases(self).all.len(),
                }
            }
            #[inline]
            fn set_case(&mut self, case: usize) {
                *self = match case {
                    $($case => Self::$variant(support::machinery::Slot::blank()),)*
                    _ => support::machinery::Slot::blank(),
                };
            }
            #[inline]
            fn slot(&mut self) -> &mut dyn support::machinery::Slot {
                match self {
                    $(Self::$variant(value) => value,)*
                    Self::$unlisted(value) => value,
                }
            }
            #[inline]
            fn value(&self) -> support::machinery::View<'_> {
                match self {
                    $(Self::$variant(value) => support::machinery::Slot::view(value),)*
                    Self::$unlisted(value) => support::machinery::Slot::view(value),
                }
            }
            #[inline]
            fn take(&mut self, json: ::serde_json::Value) -> ::serde_json::Result<Option<::serde_json::Value>> {
                support::machinery::take_json(self, json)
            }
        }
        impl support::machinery::Slot for $union {
            #[inline]
            fn blank() -> Self {
                Self::$unlisted(support::machinery::Slot::blank())
            }
            #[inline]
            fn fill(&mut self, found: support::machinery::Found<'_>) -> support::machinery::Place<'_> {
                support::machinery::fill_union(self, found)
            }
            #[inline]
            fn view(&self) -> support::machinery::View<'_> {
                support::machinery::View::Member(self)
            }
        }
        // Of models all boxes are slots, so that boxes of something else have to be called so.
        impl support::machinery::Slot for ::std::boxed::Box<$union> {
            #[inline]
            fn blank() -> Self {
                Self::new(support::machinery::Slot::blank())
            }
            #[inline]
            fn fill(&mut self, found: support::machinery::Found<'_>) -> support::machinery::Place<'_> {
                support::machinery::fill_union(&mut **self, found)
            }
            #[inline]
            fn view(&self) -> support::machinery::View<'_> {
                support::machinery::View::Member(&**self)
            }
        }
        $(
            impl ::core::convert::From<$type> for $union {
                #[inline]
                fn from(value: $type) -> Self {
                    Self::$variant(support::machinery::Holder::<$type>::holding(value))
                }
            }
        )*
        impl<'de> ::serde::Deserialize<'de> for $union {
            #[inline]
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                support::machinery::read_union(deserializer)
            }
        }
        impl ::serde::Serialize for $union {
            #[inline]
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                support::machinery::write_union(self, serializer)
            }
        }
        impl ::core::fmt::Debug for $union {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&support::machinery::Slot::view(self), f)
            }
        }
        impl ::core::cmp::PartialEq for $union {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                support::machinery::Slot::view(self) == support::machinery::Slot::view(other)
            }
        }
        $(
            $eq impl ::core::cmp::Eq for $union {}
        )?
        $(
            $hash impl ::core::hash::Hash for $union {
                #[inline]
                fn hash<H: ::core::hash::Hasher>(&self, mut state: &mut H) {
                    support::machinery::Slot::view(self).feed(&mut state);
                }
            }
        )?
    };
}
#[allow(unused_imports, reason = "there may be no unions")]
pub(crate) use union;
