//! What several documents of one model or field say together.

use serde::{Deserialize, Serialize};

use super::Assumption;
use crate::source::Origin;

/// What the other documents of a model or field add to the one that leads.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Merged {
    /// Where the others describe it, and how they spell its name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub also: Vec<Said>,
    /// The facts that one of them knows better, and where it says so.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub learned: Vec<Learned>,
    /// What they do not agree on, unless a correction settles it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contradictions: Vec<Contradiction>,
}

/// Words of a document and their place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Said {
    /// The words.
    pub text: String,
    /// Where they are.
    pub origin: Origin,
}

/// A fact that another document than the leading one knows better.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Learned {
    /// What about.
    pub fact: Fact,
    /// Where the other document describes the model or field.
    pub origin: Origin,
}

/// Two documents that cannot both be right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contradiction {
    /// What about.
    pub fact: Fact,
    /// What counts.
    pub taken: Said,
    /// What does not.
    pub left: Said,
}

/// What a document can say about a model or field.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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
    /// The value of a key that is not there.
    Default,
    /// What the values are beyond their type.
    Constraints,
    /// The known values.
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
    /// Whether one document alone says all there is.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Drops the contradictions about a fact, and tells whether there were any.
    pub fn settle(&mut self, fact: Fact) -> bool {
        let before = self.contradictions.len();
        self.contradictions.retain(|it| it.fact != fact);
        self.contradictions.len() < before
    }
}

impl Assumption {
    /// The fact that stands on it.
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
