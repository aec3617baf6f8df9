//! The type of a value.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use super::{ModelName, Scalar};
use crate::source::Origin;

/// The type of a value.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Type {
    /// A single value.
    Scalar(Scalar),
    /// An array.
    List(Box<Type>),
    /// An object used as a map from text.
    Map(Box<Type>),
    /// An item that may be `null`, within a list or map.
    Nullable(Box<Type>),
    /// A model, documented or not.
    Model(ModelName),
    /// The cell could not be read. Only the schema of a run that failed has such types.
    Unknown(Box<Hole>),
}

/// A type cell that could not be read.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Hole {
    /// The kind of mistake.
    pub problem: Problem,
    /// What is wrong, in one phrase.
    pub message: String,
    /// What to write instead, in one phrase.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub help: Option<String>,
    /// Where it is.
    pub origin: Origin,
    /// What messages show and the format does not have.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub(crate) shown: Shown,
}

/// What messages show about a cell that could not be read. It is not part of the schema, so that one that was written
/// and read again is equal to itself.
#[derive(Clone, Debug, Default)]
pub(crate) struct Shown {
    /// How many characters the place has; 0 if only its start is known.
    pub width: u32,
    /// The type that was certainly meant.
    pub meant: Option<Box<Type>>,
}

impl PartialEq for Shown {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Shown {}

impl Hash for Shown {
    fn hash<H: Hasher>(&self, _: &mut H) {}
}

impl PartialOrd for Shown {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Shown {
    fn cmp(&self, _: &Self) -> Ordering {
        Ordering::Equal
    }
}

/// Why a type cell could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Problem {
    /// A word that is neither a type nor a model.
    UnknownWord,
    /// A word for a type in other dialects only.
    ForeignWord,
    /// A bracket or word in the wrong place.
    Syntax,
    /// The type is nested too deep.
    TooDeep,
}

/// The notation of corrections, such as `string`, `list[Segment]`, `map[list[int64]]`.
impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Scalar(scalar) => f.write_str(scalar.word()),
            Self::List(item) => write!(f, "list[{item}]"),
            Self::Map(item) => write!(f, "map[{item}]"),
            Self::Nullable(item) => write!(f, "nullable[{item}]"),
            Self::Model(name) => f.write_str(&name.0),
            Self::Unknown(_) => f.write_str("?"),
        }
    }
}

impl Type {
    /// The same type around another innermost one.
    pub fn with_innermost(self, inner: &Self) -> Self {
        match self {
            Self::List(item) => Self::List(Box::new(item.with_innermost(inner))),
            Self::Map(item) => Self::Map(Box::new(item.with_innermost(inner))),
            Self::Nullable(item) => Self::Nullable(Box::new(item.with_innermost(inner))),
            Self::Scalar(_) | Self::Model(_) | Self::Unknown(_) => inner.clone(),
        }
    }

    /// The type within all lists, maps and nullable items.
    pub fn innermost(&self) -> &Self {
        match self {
            Self::List(item) | Self::Map(item) | Self::Nullable(item) => item.innermost(),
            Self::Scalar(_) | Self::Model(_) | Self::Unknown(_) => self,
        }
    }

    /// The number of lists, maps and nullable types around the innermost type.
    pub fn depth(&self) -> usize {
        match self {
            Self::List(item) | Self::Map(item) | Self::Nullable(item) => 1 + item.depth(),
            Self::Scalar(_) | Self::Model(_) | Self::Unknown(_) => 0,
        }
    }

    /// The innermost type, to change it.
    pub fn innermost_mut(&mut self) -> &mut Self {
        match self {
            Self::List(item) | Self::Map(item) | Self::Nullable(item) => item.innermost_mut(),
            Self::Scalar(_) | Self::Model(_) | Self::Unknown(_) => self,
        }
    }
}
