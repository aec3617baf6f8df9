// Unions: values of one of several types. If the document names the key of a tag, the tag selects the type; otherwise
// the type is the one that the value matches best. A value that matches none is kept as it is.

use serde::de::{DeserializeSeed, Deserializer, Error};
use serde::ser::{Serialize, Serializer};
use serde_json::Value as Json;

use super::faults::unexpected;
use super::fit::choose;
use super::format::Format;
use super::notes::{Left, Rest};
use super::part::PartKind;
use super::read::{Mode, Value};
use super::slot::{Found, Kind, Place, Slot, View};
use super::typed::json_text;
use super::write::{Readable, TypedValue, json};

/// A value of one of several types. Every generated union implements it.
pub trait Union {
    /// The union before anything is read.
    fn blank() -> Self
    where
        Self: Sized;

    /// The union without a value.
    fn cases(&self) -> &'static Cases;

    /// The position of the type of the value in [`Cases::all`]; their number if it is none of them.
    fn case(&self) -> usize;

    /// Becomes a blank value of a type, or of none.
    fn set_case(&mut self, case: usize);

    /// The slot of the value, whatever its type is.
    fn slot(&mut self) -> &mut dyn Slot;

    /// The view of the value, whatever its type is.
    fn value(&self) -> View<'_>;

    /// Stores a value. What remains is the value if the union is strict and the value is of none of its types.
    ///
    /// # Errors
    ///
    /// The union and the model are strict, and the value does not match the document of the model.
    fn take(&mut self, json: Json) -> serde_json::Result<Rest>;

    /// Whether the value is of none of the types.
    fn is_unlisted(&self) -> bool {
        self.case() >= self.cases().all.len()
    }
}

/// A union without a value.
#[derive(Debug)]
pub struct Cases {
    /// Its name in the documents.
    pub name: &'static str,
    /// The key whose value selects the type of an object, if there is one.
    pub tag: &'static [&'static str],
    /// Whether a value of none of the types is refused.
    pub strict: bool,
    /// The types, in the order in which they are tried.
    pub all: &'static [Case],
}

/// One of the types of a union.
#[derive(Debug)]
pub struct Case {
    /// The values of the tag that select it.
    pub tags: &'static [&'static str],
    /// The keys that its document requires.
    pub requires: &'static [&'static str],
}

/// How unions are slots.
#[derive(Debug)]
pub struct AsUnion;

impl<U: Union> PartKind<U> for AsUnion {
    #[inline]
    fn blank() -> U {
        U::blank()
    }

    fn fill<'a>(union: &'a mut U, found: Found<'_>) -> Place<'a>
    where
        U: Slot,
    {
        match found {
            Found::List | Found::Object => Place::Member(union),
            Found::Fitting => Place::Blank(union, Kind::Member),
            _ => match found.json().map(|json| union.take(json)) {
                Some(Ok(rest)) => match rest.0.as_deref() {
                    None => Place::Done,
                    Some(Left::Noted(_)) => Place::Nearest,
                    Some(Left::Refused(_)) => Place::Refused,
                },
                _ => Place::Refused,
            },
        }
    }

    #[inline]
    fn view(union: &U) -> View<'_> {
        View::Member(union)
    }
}

/// Chooses the type of a complete value and reads it; for [`Union::take`].
///
/// # Errors
///
/// Those of [`Union::take`].
#[inline]
pub fn take_json(union: &mut dyn Union, json: Json) -> serde_json::Result<Rest> {
    if let Some(case) = choose(union, &json) {
        union.set_case(case);
        match (Value { slot: union.slot(), mode: Mode::AnyKind, demand: None, texts: false }).deserialize(&json) {
            Ok(rest) if !matches!(rest.0.as_deref(), Some(Left::Refused(_))) => return Ok(rest),
            Err(error) if union.cases().strict => return Err(error),
            Ok(_) | Err(_) => {}
        }
    }
    Ok(keep_whole(union, json))
}

/// Keeps a value as it is, unless the union is strict.
fn keep_whole(union: &mut dyn Union, json: Json) -> Rest {
    let cases = union.cases();
    union.set_case(cases.all.len());
    match union.slot().fill(Found::Object) {
        Place::Json(place) if !cases.strict => *place = json,
        _ => return Rest::refused(json),
    }
    Rest::NONE
}

pub(super) fn take<E: Error>(union: &mut dyn Union, json: Json) -> Result<Rest, E> {
    union.take(json).map_err(E::custom)
}

/// Reads a union that is not part of a model. It has no place for a note, so that a value that needs one is kept as it
/// is.
///
/// # Errors
///
/// The union is strict and the input is of none of its types, or the deserializer fails.
pub fn read_union<'de, U: Union + Slot, D: Deserializer<'de>>(deserializer: D) -> Result<U, D::Error> {
    let mut union = <U as Slot>::blank();
    let rest = match Format::of::<D>(deserializer.is_human_readable()) {
        Format::Positional => take(&mut union, json_text(deserializer)?)?,
        _ => Value { slot: &mut union, mode: Mode::AnyKind, demand: None, texts: false }.deserialize(deserializer)?,
    };
    let rest = match rest.0.map(|left| *left) {
        // A number that is too large for the visitor arrives as JSON.
        Some(Left::Refused(json)) => take(&mut union, json)?,
        Some(Left::Noted(note)) => {
            let json = json(union.value(), Some(&note), false);
            keep_whole(&mut union, json)
        }
        None => return Ok(union),
    };
    match rest.0.as_deref() {
        Some(Left::Refused(json)) => {
            Err(D::Error::invalid_type(unexpected(json), &&*format!("one of `{}`", union.cases().name)))
        }
        _ => Ok(union),
    }
}

/// Writes a union that is not part of a model, as JSON in a string if the format is not self-describing.
///
/// # Errors
///
/// The serializer fails.
pub fn write_union<S: Serializer>(union: &dyn Union, serializer: S) -> Result<S::Ok, S::Error> {
    match Format::of::<S>(serializer.is_human_readable()) {
        Format::Positional => TypedValue(View::Member(union), None).serialize(serializer),
        _ => Readable(View::Member(union)).serialize(serializer),
    }
}

/// The implementations of a union. The call names the union, its name in the documents, the variant for values of none
/// of its types, how it is read, and for each type its position, its variant, the values of the tag that select it and
/// the keys that it requires.
#[allow(unused_macros, reason = "there may be no unions")]
macro_rules! union {
    (
        $union:ident as $name:literal or $unlisted:ident:
        strict: $strict:literal, tag: [$($tag:literal)?];
        $($case:literal: $variant:ident($type:ty), tags: [$($text:literal),*], requires: [$($key:literal),*];)*
    ) => {
        impl support::machinery::Part for $union {
            type Kind = support::machinery::AsUnion;
        }
        impl support::machinery::Union for $union {
            #[inline]
            fn blank() -> Self {
                Self::$unlisted(support::machinery::Slot::blank())
            }
            #[inline]
            fn cases(&self) -> &'static support::machinery::Cases {
                &support::machinery::Cases {
                    name: $name,
                    tag: &[$($tag)?],
                    strict: $strict,
                    all: &[$(support::machinery::Case { tags: &[$($text),*], requires: &[$($key),*] }),*],
                }
            }
            #[inline]
            fn case(&self) -> ::core::primitive::usize {
                match self {
                    $(Self::$variant(_) => $case,)*
                    Self::$unlisted(_) => support::machinery::Union::cases(self).all.len(),
                }
            }
            #[inline]
            fn set_case(&mut self, case: ::core::primitive::usize) {
                *self = match case {
                    $($case => Self::$variant(support::machinery::Slot::blank()),)*
                    _ => support::machinery::Union::blank(),
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
            fn take(&mut self, json: ::serde_json::Value) -> ::serde_json::Result<support::machinery::Rest> {
                support::machinery::take_json(self, json)
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
            fn eq(&self, other: &Self) -> ::core::primitive::bool {
                support::machinery::Slot::view(self) == support::machinery::Slot::view(other)
            }
        }
        impl support::Inspect for $union {
            #[inline]
            fn report_to(&self, report: &mut support::Report) {
                support::Report::view(report, support::machinery::Slot::view(self));
            }
        }
        // Otherwise the compiler would look for it through all types of fields, and give up where models nest deep.
        impl ::core::panic::UnwindSafe for $union {}
        impl ::core::panic::RefUnwindSafe for $union {}
        impl ::core::cmp::Eq for $union {}
        impl ::core::cmp::PartialOrd for $union {
            #[inline]
            fn partial_cmp(&self, other: &Self) -> ::core::option::Option<::core::cmp::Ordering> {
                support::machinery::order_partly(self, other)
            }
        }
        impl ::core::cmp::Ord for $union {
            #[inline]
            fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                let [own, others] = [self, other].map(support::machinery::Slot::view);
                ::core::cmp::Ord::cmp(&own, &others)
            }
        }
        impl ::core::hash::Hash for $union {
            #[inline]
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                support::machinery::hash(self, state);
            }
        }
    };
}
#[allow(unused_imports, reason = "there may be no unions")]
pub(crate) use union;
