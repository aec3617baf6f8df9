//! Scalars: values without parts.

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

/// A value without parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Scalar {
    /// Text.
    String,
    /// An integer of 32 bits.
    Int32,
    /// An integer of 64 bits.
    Int64,
    /// A number that fits 32 bits of floating point.
    Float32,
    /// A number.
    Float64,
    /// An integer of 32 bits without a sign.
    Uint32,
    /// An integer of 64 bits without a sign.
    Uint64,
    /// An integer of 64 bits, which is text in JSON; a number is read as well.
    Int64Text,
    /// An integer of 64 bits without a sign, which is text in JSON; a number is read as well.
    Uint64Text,
    /// A number with any number of decimal places, as a JSON number or as text.
    Decimal,
    /// `true` or `false`.
    Boolean,
    /// A day and time with its offset from UTC, as RFC 3339 text.
    DateTime,
    /// A day, as RFC 3339 text.
    Date,
    /// A day, or a day and time, as RFC 3339 text: the document has one word for both.
    DateOrDateTime,
    /// A time of day, as RFC 3339 text.
    Time,
    /// A span of time, as ISO 8601 text.
    Duration,
    /// A UUID, as text.
    Uuid,
    /// A URI, as text.
    Uri,
    /// Bytes, as base64 text.
    Bytes,
    /// The content of a file.
    File,
    /// Any JSON value.
    Any,
}

impl Scalar {
    /// All of them.
    pub(crate) const ALL: [Self; 21] = [
        Self::String,
        Self::Int32,
        Self::Int64,
        Self::Float32,
        Self::Float64,
        Self::Uint32,
        Self::Uint64,
        Self::Int64Text,
        Self::Uint64Text,
        Self::Decimal,
        Self::Boolean,
        Self::DateTime,
        Self::Date,
        Self::DateOrDateTime,
        Self::Time,
        Self::Duration,
        Self::Uuid,
        Self::Uri,
        Self::Bytes,
        Self::File,
        Self::Any,
    ];

    /// Whether a value is a JSON number.
    pub(crate) fn is_number(self) -> bool {
        self.is_integer() || matches!(self, Self::Float32 | Self::Float64)
    }

    /// Whether a value is an integer.
    pub(crate) fn is_integer(self) -> bool {
        matches!(self, Self::Int32 | Self::Int64 | Self::Uint32 | Self::Uint64)
    }

    /// Its name in messages, corrections and type notation.
    pub fn word(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Int32 => "int32",
            Self::Int64 => "int64",
            Self::Float32 => "float32",
            Self::Float64 => "float64",
            Self::Uint32 => "uint32",
            Self::Uint64 => "uint64",
            Self::Int64Text => "int64-text",
            Self::Uint64Text => "uint64-text",
            Self::Decimal => "decimal",
            Self::Boolean => "boolean",
            Self::DateTime => "datetime",
            Self::Date => "date",
            Self::DateOrDateTime => "date-or-datetime",
            Self::Time => "time",
            Self::Duration => "duration",
            Self::Uuid => "uuid",
            Self::Uri => "uri",
            Self::Bytes => "bytes",
            Self::File => "file",
            Self::Any => "any",
        }
    }
}
