// Enums of allowed integers.

use std::fmt;

use serde::de::{Deserialize, Deserializer};

use super::part::PartKind;
use super::slot::{Found, Kind, Place, Slot, View};

/// An integer that the document does not list. Create it through the enum, `Level::from(7)`; then the code keeps its
/// meaning when a later document lists the integer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnlistedInteger(i64);

impl UnlistedInteger {
    /// Returns the integer.
    #[inline]
    pub const fn get(self) -> i64 {
        self.0
    }
}

impl fmt::Display for UnlistedInteger {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.0, f)
    }
}

/// An integer with allowed values. Every generated enum of integers implements it.
pub trait Integers: Copy + 'static {
    /// The values that the document lists, in its order.
    const LISTED: &'static [Self];

    /// The value as it is in JSON.
    fn number(self) -> i64;

    /// The value for any other integer.
    fn unlisted(number: UnlistedInteger) -> Self;

    /// Whether the document lists it.
    fn is_listed(self) -> bool;
}

/// An integer that has no more than 64 bits with its sign.
pub trait Integer: Copy {
    /// The integer.
    fn wide(self) -> i64;
}

macro_rules! integer {
    ($($integer:ty),*) => {
        $(
            impl Integer for $integer {
                #[inline]
                fn wide(self) -> i64 {
                    self.into()
                }
            }
        )*
    };
}

integer!(i8, i16, i32, i64, u8, u16, u32);

/// The value for an integer.
pub fn integer<T: Integers>(number: i64) -> T {
    let listed = T::LISTED.iter().find(|listed| listed.number() == number);
    listed.copied().unwrap_or_else(|| T::unlisted(UnlistedInteger(number)))
}

/// Reads an integer with allowed values.
///
/// # Errors
///
/// The input is not an integer of 64 bits, or the deserializer fails.
pub fn read_integer<'de, T: Integers, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
    i64::deserialize(deserializer).map(integer)
}

/// How integers with allowed values are slots.
#[derive(Debug)]
pub struct AsInteger;

impl<T: Integers> PartKind<T> for AsInteger {
    #[inline]
    fn blank() -> T {
        integer(0)
    }

    fn fill<'a>(part: &'a mut T, found: Found<'_>) -> Place<'a>
    where
        T: Slot,
    {
        if found == Found::Fitting {
            return Place::Blank(part, Kind::Integer);
        }
        let Some(number) = found.integer() else { return Place::Refused };
        *part = integer(number);
        Place::Done
    }

    #[inline]
    fn view(part: &T) -> View<'_> {
        let number = part.number();
        if part.is_listed() { View::Integer(number) } else { View::UnlistedInteger(number) }
    }
}

/// The implementations of an enum of allowed integers. The call names the enum, its variant for all other integers, and
/// each variant with its value.
#[allow(unused_macros, reason = "there may be no integers with allowed values")]
macro_rules! integers {
    ($integers:ident or $unlisted:ident: $($variant:ident = $number:literal,)*) => {
        impl $integers {
            /// The values that the document lists, in its order.
            pub const KNOWN: &'static [Self] = &[$(Self::$variant),*];

            /// Returns the value as it is in JSON.
            #[inline]
            pub const fn as_i64(&self) -> ::core::primitive::i64 {
                match self {
                    $(Self::$variant => $number,)*
                    Self::$unlisted(number) => number.get(),
                }
            }
        }
        impl support::machinery::Integers for $integers {
            const LISTED: &'static [Self] = Self::KNOWN;
            #[inline]
            fn number(self) -> ::core::primitive::i64 {
                self.as_i64()
            }
            #[inline]
            fn unlisted(number: support::UnlistedInteger) -> Self {
                Self::$unlisted(number)
            }
            #[inline]
            fn is_listed(self) -> ::core::primitive::bool {
                !::core::matches!(self, Self::$unlisted(_))
            }
        }
        impl support::machinery::Part for $integers {
            type Kind = support::machinery::AsInteger;
        }
        // The underscore keeps the parameter apart from generated types.
        impl<Integer_: support::machinery::Integer> ::core::convert::From<Integer_> for $integers {
            #[inline]
            fn from(number: Integer_) -> Self {
                support::machinery::integer(support::machinery::Integer::wide(number))
            }
        }
        impl ::core::convert::From<$integers> for ::core::primitive::i64 {
            #[inline]
            fn from(value: $integers) -> Self {
                value.as_i64()
            }
        }
        impl ::core::str::FromStr for $integers {
            type Err = ::core::num::ParseIntError;
            #[inline]
            fn from_str(text: &::core::primitive::str) -> ::core::result::Result<Self, ::core::num::ParseIntError> {
                ::core::result::Result::map(::core::str::FromStr::from_str(text), support::machinery::integer)
            }
        }
        impl ::core::fmt::Display for $integers {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Display::fmt(&self.as_i64(), f)
            }
        }
        impl ::core::fmt::Debug for $integers {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(&self.as_i64(), f)
            }
        }
        impl ::core::cmp::PartialEq for $integers {
            #[inline]
            fn eq(&self, other: &Self) -> ::core::primitive::bool {
                self.as_i64() == other.as_i64()
            }
        }
        impl ::core::cmp::Eq for $integers {}
        impl ::core::cmp::PartialOrd for $integers {
            #[inline]
            fn partial_cmp(&self, other: &Self) -> ::core::option::Option<::core::cmp::Ordering> {
                support::machinery::order_partly(self, other)
            }
        }
        impl ::core::cmp::Ord for $integers {
            #[inline]
            fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                ::core::cmp::Ord::cmp(&self.as_i64(), &other.as_i64())
            }
        }
        impl ::core::hash::Hash for $integers {
            #[inline]
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                ::core::hash::Hash::hash(&self.as_i64(), state);
            }
        }
        impl<Integer_: support::machinery::Integer> ::core::cmp::PartialEq<Integer_> for $integers {
            #[inline]
            fn eq(&self, other: &Integer_) -> ::core::primitive::bool {
                self.as_i64() == support::machinery::Integer::wide(*other)
            }
        }
        impl support::Inspect for $integers {
            #[inline]
            fn report_to(&self, report: &mut support::Report) {
                support::Report::view(report, support::machinery::Slot::view(self));
            }
        }
        impl<'de> ::serde::Deserialize<'de> for $integers {
            #[inline]
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                support::machinery::read_integer(deserializer)
            }
        }
        impl ::serde::Serialize for $integers {
            #[inline]
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                ::serde::Serializer::serialize_i64(serializer, self.as_i64())
            }
        }
    };
}
#[allow(unused_imports, reason = "there may be no integers with allowed values")]
pub(crate) use integers;
