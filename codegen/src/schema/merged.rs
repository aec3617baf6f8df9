//! What several documents of a model or field add to each other.

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use super::{Assumption, Empty};
use crate::source::Origin;

/// What the other documents of a model or field add to the leading one.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(default))]
pub struct Merged {
    /// Where the others describe it, and how they spell its name.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    pub also: Vec<Said>,
    /// The facts that are from one of the others.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    pub learned: Vec<Learned>,
    /// The contradictions that no correction settles.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Vec::is_empty"))]
    pub contradictions: Vec<Contradiction>,
}

/// A text of a document and its place.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Said {
    /// The text.
    pub text: String,
    /// Where it is.
    pub origin: Origin,
}

/// A fact that is not from the leading document.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Learned {
    /// What it is about.
    pub fact: Fact,
    /// Where the other document describes the model or field.
    pub origin: Origin,
}

/// Statements of two documents that cannot both be right.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Contradiction {
    /// What it is about.
    pub fact: Fact,
    /// The statement that counts.
    pub taken: Said,
    /// The statement that does not count.
    pub left: Said,
}

/// A kind of fact about a model or field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Fact {
    /// The key in JSON.
    WireName,
    /// The words of the name.
    Words,
    /// The type, or the shape of a model.
    Type,
    /// Whether the key must be there.
    Presence,
    /// Whether the value may be `null`.
    Nullable,
    /// Whether only the server sets it.
    ReadOnly,
    /// The value that an absent key has.
    Default,
    /// The limits of the values.
    Constraints,
    /// The allowed values.
    Values,
    /// The description.
    Description,
}

impl Fact {
    /// The word for it in messages.
    pub fn word(self) -> &'static str {
        match self {
            Self::WireName => "wire name",
            Self::Words => "name",
            Self::Type => "type",
            Self::Presence => "presence",
            Self::Nullable => "null",
            Self::ReadOnly => "read-only",
            Self::Default => "default",
            Self::Constraints => "constraints",
            Self::Values => "values",
            Self::Description => "description",
        }
    }
}

impl Merged {
    /// Drops the contradictions about a fact, and returns whether there were any.
    pub fn settle(&mut self, fact: Fact) -> bool {
        let before = self.contradictions.len();
        self.contradictions.retain(|contradiction| contradiction.fact != fact);
        self.contradictions.len() < before
    }
}

impl Empty for Merged {
    const EMPTY: &'static Self = &Self { also: Vec::new(), learned: Vec::new(), contradictions: Vec::new() };
}

impl Assumption {
    /// The fact that depends on it.
    pub fn fact(self) -> Fact {
        match self {
            Self::WireNameByRule => Fact::WireName,
            Self::PresenceUnknown => Fact::Presence,
            Self::ValuesLost | Self::SdkValueLeftOut => Fact::Values,
            Self::IntegerWidth
            | Self::FloatWidth
            | Self::MaybeInteger
            | Self::FileAsText
            | Self::KeysAreText
            | Self::ItemsUnknown
            | Self::ItemsByLink
            | Self::EmptyTable
            | Self::MixedTypes
            | Self::ValuesAreNumbers
            | Self::MaybeBoolean
            | Self::FlattenedUnion => Fact::Type,
        }
    }
}
