// Enums of allowed values.

use std::convert::TryFrom;
use std::fmt;
use std::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, Error, Unexpected, Visitor};
use serde::ser::Serializer;

use super::format::Format;
use super::part::PartKind;
use super::slot::{Found, Kind, Place, Slot, View};

/// A value that the document does not list. Create it through the enum, `State::from("x")`; then the code keeps its
/// meaning when a later document lists the value. Takes no more room than a pointer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Unlisted(
    /// One thin pointer, so that enums stay small; nothing for the empty string.
    Option<Box<Box<str>>>,
);

impl Unlisted {
    pub(crate) fn new(text: &str) -> Self {
        Self((!text.is_empty()).then(|| Box::new(text.into())))
    }

    /// Returns the string.
    #[inline]
    pub fn as_str(&self) -> &str {
        self.0.as_deref().map_or("", |text| text)
    }
}

impl fmt::Display for Unlisted {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A string with allowed values. Every generated enum implements it.
pub trait Values: Clone + 'static {
    /// The values that the document lists, in its order.
    const LISTED: &'static [Self];

    /// The same values as they are in JSON.
    const TEXTS: &'static [&'static str];

    /// The values by the numbers that may be instead of them; empty if a number is no value.
    const NUMBERS: &'static [(i64, &'static str)] = &[];

    /// The value for any other string.
    fn unlisted(text: Unlisted) -> Self;

    /// Its text.
    ///
    /// # Errors
    ///
    /// The document does not list it.
    fn text(&self) -> Result<&'static str, &Unlisted>;
}

/// The text of a value, listed or not.
#[inline]
pub fn text<T: Values>(value: &T) -> &str {
    match value.text() {
        Ok(listed) => listed,
        Err(unlisted) => unlisted.as_str(),
    }
}

/// The value for a string.
pub fn value<T: Values>(text: &str) -> T {
    match listed(T::TEXTS, text) {
        Some(position) => T::LISTED[position].clone(),
        None => T::unlisted(Unlisted::new(text)),
    }
}

/// The value for a number. One that is not listed is kept as its digits, and written as a number.
pub(super) fn numbered<T: Values>(number: i64) -> T {
    match T::NUMBERS.iter().find(|(listed, _)| *listed == number) {
        Some((_, text)) => value(text),
        None => T::unlisted(Unlisted::new(&number.to_string())),
    }
}

/// The number whose digits an unlisted value is, where numbers are values.
#[inline]
fn number<T: Values>(text: &Unlisted) -> Option<i64> {
    if T::NUMBERS.is_empty() { None } else { digits(text.as_str()) }
}

/// The number with these digits.
fn digits(text: &str) -> Option<i64> {
    text.parse::<i64>().ok().filter(|number| number.to_string() == text)
}

/// The position of a string in a list. A `match` would compile to a comparison per string and enum.
fn listed(texts: &[&str], text: &str) -> Option<usize> {
    texts.iter().position(|listed| *listed == text)
}

/// Reads a string with allowed values.
///
/// # Errors
///
/// The input is not a string, or the deserializer fails.
pub fn read_text<'de, T: Values, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    let is_positional = || Format::of::<D>(deserializer.is_human_readable()) == Format::Positional;
    if !T::NUMBERS.is_empty() && !is_positional() {
        return deserializer.deserialize_any(TextOrNumber(PhantomData));
    }
    let text = <std::borrow::Cow<'de, str>>::deserialize(deserializer)?;
    Ok(value(&text))
}

/// Reads a string with allowed values, or the number of one.
struct TextOrNumber<T>(PhantomData<T>);

impl<T: Values> Visitor<'_> for TextOrNumber<T> {
    type Value = T;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a string or its number")
    }

    fn visit_str<E: Error>(self, found: &str) -> Result<T, E> {
        Ok(value(found))
    }

    fn visit_i64<E: Error>(self, found: i64) -> Result<T, E> {
        Ok(numbered(found))
    }

    fn visit_u64<E: Error>(self, found: u64) -> Result<T, E> {
        i64::try_from(found).map(numbered).map_err(|_| E::invalid_value(Unexpected::Unsigned(found), &self))
    }
}

/// Writes a string with allowed values, or the number that it is.
///
/// # Errors
///
/// The serializer fails.
#[inline]
pub fn write_text<T: Values, S: Serializer>(value: &T, serializer: S) -> Result<S::Ok, S::Error> {
    match value.text() {
        Ok(listed) => serializer.serialize_str(listed),
        Err(unlisted) => match number::<T>(unlisted) {
            Some(number) => serializer.serialize_i64(number),
            None => serializer.serialize_str(unlisted.as_str()),
        },
    }
}

/// How strings with allowed values are slots.
#[derive(Debug)]
pub struct AsText;

impl<T: Values> PartKind<T> for AsText {
    #[inline]
    fn blank() -> T {
        T::unlisted(Unlisted::new(""))
    }

    fn fill<'a>(part: &'a mut T, found: Found<'_>) -> Place<'a>
    where
        T: Slot,
    {
        *part = match found {
            Found::Text(text) => value(text),
            Found::Integer(number) if !T::NUMBERS.is_empty() => numbered(number),
            Found::Fitting => return Place::Blank(part, Kind::Text),
            _ => return Place::Refused,
        };
        Place::Done
    }

    #[inline]
    fn view(part: &T) -> View<'_> {
        match part.text() {
            Ok(listed) => View::Text(listed),
            Err(unlisted) if number::<T>(unlisted).is_some() => View::UnlistedNumber(unlisted.as_str()),
            Err(unlisted) => View::Unlisted(unlisted.as_str()),
        }
    }
}

/// The implementations of an enum of allowed values. The call names the enum, a type parameter that is not
/// called like it, its variant for all other strings, and each variant with its value. Values are compared as strings,
/// which compiles faster than derived code.
#[allow(unused_macros, reason = "there may be no values")]
macro_rules! values {
    ($values:ident<$from:ident> or $unlisted:ident: $($variant:ident = $text:literal $(| $listed:literal)*,)*) => {
        impl $values {
            /// The values that the document lists, in its order.
            pub const KNOWN: &'static [Self] = &[$(Self::$variant),*];

            /// Returns the value as it is in JSON. It is also what the enum dereferences to.
            #[inline]
            pub fn as_str(&self) -> &::core::primitive::str {
                support::machinery::text(self)
            }
        }
        impl support::machinery::Values for $values {
            const LISTED: &'static [Self] = Self::KNOWN;
            const TEXTS: &'static [&'static ::core::primitive::str] = &[$($text),*];
            const NUMBERS: &'static [(::core::primitive::i64, &'static ::core::primitive::str)] = &[$($(($listed, $text),)*)*];
            #[inline]
            fn unlisted(text: support::Unlisted) -> Self {
                Self::$unlisted(text)
            }
            #[inline]
            fn text(&self) -> ::core::result::Result<&'static ::core::primitive::str, &support::Unlisted> {
                match self {
                    $(Self::$variant => ::core::result::Result::Ok($text),)*
                    Self::$unlisted(text) => ::core::result::Result::Err(text),
                }
            }
        }
        impl support::machinery::Part for $values {
            type Kind = support::machinery::AsText;
        }
        impl<$from: ::core::convert::AsRef<::core::primitive::str>> ::core::convert::From<$from> for $values {
            #[inline]
            fn from(text: $from) -> Self {
                support::machinery::value(::core::convert::AsRef::as_ref(&text))
            }
        }
        impl ::core::str::FromStr for $values {
            type Err = ::core::convert::Infallible;
            #[inline]
            fn from_str(text: &::core::primitive::str) -> ::core::result::Result<Self, ::core::convert::Infallible> {
                ::core::result::Result::Ok(support::machinery::value(text))
            }
        }
        impl ::core::fmt::Display for $values {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                f.pad(self.as_str())
            }
        }
        impl ::core::fmt::Debug for $values {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(self.as_str(), f)
            }
        }
        impl ::core::cmp::PartialEq for $values {
            #[inline]
            fn eq(&self, other: &Self) -> ::core::primitive::bool {
                self.as_str() == other.as_str()
            }
        }
        impl ::core::cmp::Eq for $values {}
        impl ::core::cmp::PartialOrd for $values {
            #[inline]
            fn partial_cmp(&self, other: &Self) -> ::core::option::Option<::core::cmp::Ordering> {
                support::machinery::order_partly(self, other)
            }
        }
        impl ::core::cmp::Ord for $values {
            #[inline]
            fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                ::core::cmp::Ord::cmp(self.as_str(), other.as_str())
            }
        }
        // So that `Option::as_deref` compares optional values with text, as it does for optional strings. It is hidden,
        // because rustdoc would repeat all methods of `str` on the page of each enum.
        #[doc(hidden)]
        impl ::core::ops::Deref for $values {
            type Target = ::core::primitive::str;
            #[inline]
            fn deref(&self) -> &::core::primitive::str {
                self.as_str()
            }
        }
        impl support::Inspect for $values {
            #[inline]
            fn report_to(&self, report: &mut support::Report) {
                support::Report::view(report, support::machinery::Slot::view(self));
            }
        }
        impl ::core::hash::Hash for $values {
            #[inline]
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                ::core::hash::Hash::hash(self.as_str(), state);
            }
        }
        impl<$from> ::core::cmp::PartialEq<$from> for $values
        where
            $from: ::core::convert::AsRef<::core::primitive::str> + ?::core::marker::Sized,
        {
            #[inline]
            fn eq(&self, other: &$from) -> ::core::primitive::bool {
                self.as_str() == ::core::convert::AsRef::as_ref(other)
            }
        }
        impl<'de> ::serde::Deserialize<'de> for $values {
            #[inline]
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                support::machinery::read_text(deserializer)
            }
        }
        impl ::serde::Serialize for $values {
            #[inline]
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                support::machinery::write_text(self, serializer)
            }
        }
    };
}
#[allow(unused_imports, reason = "there may be no values")]
pub(crate) use values;

/// The implementations of a model that no document describes, which holds any JSON. The call names it, and a type
/// parameter that is not called like it.
#[allow(unused_macros, reason = "there may be no such models")]
macro_rules! opaque {
    ($opaque:ident<$json:ident>) => {
        impl support::machinery::Slot for $opaque {
            fn blank() -> Self {
                Self(::serde_json::Value::Null)
            }
            fn fill(&mut self, found: support::machinery::Found<'_>) -> support::machinery::Place<'_> {
                support::machinery::Slot::fill(&mut self.0, found)
            }
            fn view(&self) -> support::machinery::View<'_> {
                support::machinery::View::Json(&self.0)
            }
        }
        impl ::core::cmp::PartialOrd for $opaque {
            fn partial_cmp(&self, other: &Self) -> ::core::option::Option<::core::cmp::Ordering> {
                support::machinery::order_partly(self, other)
            }
        }
        impl ::core::cmp::Ord for $opaque {
            fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                let [own, others] = [self, other].map(support::machinery::Slot::view);
                ::core::cmp::Ord::cmp(&own, &others)
            }
        }
        impl support::Inspect for $opaque {
            fn report_to(&self, report: &mut support::Report) {
                support::Report::view(report, support::machinery::Slot::view(self));
            }
        }
        impl<$json: ::core::convert::Into<::serde_json::Value>> ::core::convert::From<$json> for $opaque {
            fn from(json: $json) -> Self {
                Self(::core::convert::Into::into(json))
            }
        }
        impl<'de> ::serde::Deserialize<'de> for $opaque {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                ::core::result::Result::map(::serde::Deserialize::deserialize(deserializer), Self)
            }
        }
        impl ::serde::Serialize for $opaque {
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                ::serde::Serialize::serialize(&self.0, serializer)
            }
        }
    };
}
#[allow(unused_imports, reason = "there may be no such models")]
pub(crate) use opaque;
