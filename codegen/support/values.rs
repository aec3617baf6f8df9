// Enums of allowed values.

use std::fmt;

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

    /// The value for any other string.
    fn unlisted(text: Unlisted) -> Self;
}

/// The value for a string.
pub fn value<T: Values>(text: &str) -> T {
    match listed(T::TEXTS, text) {
        Some(position) => T::LISTED[position].clone(),
        None => T::unlisted(Unlisted::new(text)),
    }
}

/// The position of a string in a list. A `match` would compile to a comparison per string and enum.
fn listed(texts: &[&str], text: &str) -> Option<usize> {
    texts.iter().position(|listed| *listed == text)
}

/// The implementations of an enum of allowed values. The call names the enum, its variant for all other strings, and
/// each variant with its value. Values are compared as strings, which compiles faster than derived code.
#[allow(unused_macros, reason = "there may be no values")]
macro_rules! values {
    ($values:ident or $unlisted:ident: $($variant:ident = $text:literal,)*) => {
        impl $values {
            /// The values that the document lists, in its order.
            pub const KNOWN: &'static [Self] = &[$(Self::$variant),*];

            /// Returns the value as it is in JSON.
            #[inline]
            pub fn as_str(&self) -> &str {
                match self {
                    $(Self::$variant => $text,)*
                    Self::$unlisted(text) => text.as_str(),
                }
            }
        }
        impl support::machinery::Values for $values {
            const LISTED: &'static [Self] = Self::KNOWN;
            const TEXTS: &'static [&'static str] = &[$($text),*];
            #[inline]
            fn unlisted(text: support::Unlisted) -> Self {
                Self::$unlisted(text)
            }
        }
        impl support::machinery::Slot for $values {
            #[inline]
            fn blank() -> Self {
                Self::$unlisted(support::Unlisted::new(""))
            }
            #[inline]
            fn fill(&mut self, found: support::machinery::Found<'_>) -> support::machinery::Place<'_> {
                support::machinery::fill_text(self, found)
            }
            #[inline]
            fn view(&self) -> support::machinery::View<'_> {
                match self {
                    Self::$unlisted(text) => support::machinery::View::Unlisted(text.as_str()),
                    listed => support::machinery::View::Text(listed.as_str()),
                }
            }
        }
        // The underscore keeps the parameter apart from generated types.
        impl<Text_: ::core::convert::AsRef<str>> ::core::convert::From<Text_> for $values {
            #[inline]
            fn from(text: Text_) -> Self {
                support::machinery::value(text.as_ref())
            }
        }
        impl ::core::str::FromStr for $values {
            type Err = ::core::convert::Infallible;
            #[inline]
            fn from_str(text: &str) -> ::core::result::Result<Self, Self::Err> {
                ::core::result::Result::Ok(Self::from(text))
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
            fn eq(&self, other: &Self) -> bool {
                self.as_str() == other.as_str()
            }
        }
        impl ::core::cmp::Eq for $values {}
        impl ::core::hash::Hash for $values {
            #[inline]
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                self.as_str().hash(state);
            }
        }
        impl<Text_: ::core::convert::AsRef<str> + ?Sized> ::core::cmp::PartialEq<Text_> for $values {
            #[inline]
            fn eq(&self, other: &Text_) -> bool {
                self.as_str() == other.as_ref()
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
                serializer.serialize_str(self.as_str())
            }
        }
    };
}
#[allow(unused_imports, reason = "there may be no values")]
pub(crate) use values;

/// The implementations of a model that no document describes, which holds any JSON.
#[allow(unused_macros, reason = "there may be no such models")]
macro_rules! opaque {
    ($opaque:ident) => {
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
        // The underscore keeps the parameter apart from generated types.
        impl<Json_: ::core::convert::Into<::serde_json::Value>> ::core::convert::From<Json_> for $opaque {
            fn from(json: Json_) -> Self {
                Self(json.into())
            }
        }
        impl<'de> ::serde::Deserialize<'de> for $opaque {
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                ::serde::Deserialize::deserialize(deserializer).map(Self)
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
