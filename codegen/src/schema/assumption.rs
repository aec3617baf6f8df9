//! Facts that no document states.

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

/// What a document does not state and a rule decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum Assumption {
    /// The key in JSON was made from the spelled name by the case rule of the dialect.
    WireNameByRule,
    /// An integer without a width has 64 bits.
    IntegerWidth,
    /// A floating-point number without a width has 64 bits.
    FloatWidth,
    /// The dialect has a single word for all numbers, which may be integers.
    MaybeInteger,
    /// The content of a file is sent as text.
    FileAsText,
    /// The keys of a map are text in JSON, though the document names another type for them.
    KeysAreText,
    /// The document does not state the type, or that of the items of a list or map.
    ItemsUnknown,
    /// The items of a list are the model that the link in the cell leads to.
    ItemsByLink,
    /// The dialect cannot express that a key may be absent, so every key may be.
    PresenceUnknown,
    /// There are allowed values, but the document does not list them.
    ValuesLost,
    /// The property table has no rows. The generator writes such tables for lists of values and for unions too, so
    /// any JSON value is accepted.
    EmptyTable,
    /// The document names several types; any JSON value is accepted.
    MixedTypes,
    /// The allowed values all look like numbers, and nothing shows that they are texts.
    ValuesAreNumbers,
    /// The dialect has the same word for this type and for booleans.
    MaybeBoolean,
    /// The value that the SDK uses for unknown values was left out.
    SdkValueLeftOut,
    /// The fields are those of several other models together, so a value is probably one of these models.
    FlattenedUnion,
}

impl Assumption {
    /// All of them.
    pub const ALL: [Self; 16] = [
        Self::WireNameByRule,
        Self::IntegerWidth,
        Self::FloatWidth,
        Self::MaybeInteger,
        Self::FileAsText,
        Self::KeysAreText,
        Self::ItemsUnknown,
        Self::ItemsByLink,
        Self::PresenceUnknown,
        Self::ValuesLost,
        Self::EmptyTable,
        Self::MixedTypes,
        Self::ValuesAreNumbers,
        Self::MaybeBoolean,
        Self::SdkValueLeftOut,
        Self::FlattenedUnion,
    ];

    /// Its name, as it is in the JSON of a schema.
    pub fn word(self) -> &'static str {
        match self {
            Self::WireNameByRule => "wire-name-by-rule",
            Self::IntegerWidth => "integer-width",
            Self::FloatWidth => "float-width",
            Self::MaybeInteger => "maybe-integer",
            Self::FileAsText => "file-as-text",
            Self::KeysAreText => "keys-are-text",
            Self::ItemsUnknown => "items-unknown",
            Self::ItemsByLink => "items-by-link",
            Self::PresenceUnknown => "presence-unknown",
            Self::ValuesLost => "values-lost",
            Self::EmptyTable => "empty-table",
            Self::MixedTypes => "mixed-types",
            Self::ValuesAreNumbers => "values-are-numbers",
            Self::MaybeBoolean => "maybe-boolean",
            Self::SdkValueLeftOut => "sdk-value-left-out",
            Self::FlattenedUnion => "flattened-union",
        }
    }

    /// What is not known, and what is assumed instead, in one phrase.
    pub fn phrase(self) -> &'static str {
        match self {
            Self::WireNameByRule => "the JSON key is not spelled; it is made from the name by the case of the keys",
            Self::IntegerWidth => "the width of the integer is not stated; 64 bits are assumed",
            Self::FloatWidth => "the width of the number is not stated; 64 bits are assumed",
            Self::MaybeInteger => "the word for the type includes integers; a number is assumed",
            Self::FileAsText => "how the content of the file is sent is not stated; text is assumed",
            Self::KeysAreText => "the keys of the map have another type; JSON keys are text",
            Self::ItemsUnknown => "the type, or that of the items, is not stated; any JSON is accepted",
            Self::ItemsByLink => "the type of the items is not stated; the linked model is assumed",
            Self::PresenceUnknown => "whether the key is required is not stated; it is assumed to be optional",
            Self::ValuesLost => "the allowed values are not listed; any value is accepted",
            Self::EmptyTable => "the table of properties is empty; any JSON is accepted",
            Self::MixedTypes => "several types are named; any JSON is accepted",
            Self::ValuesAreNumbers => "all allowed values look like numbers; numbers are assumed",
            Self::MaybeBoolean => "the word for the type includes booleans; both are accepted",
            Self::SdkValueLeftOut => "one allowed value is the SDK's own for unknown values; it is left out",
            Self::FlattenedUnion => {
                "the fields are those of several models; a union is assumed, and no field is required"
            }
        }
    }
}

#[cfg(all(test, feature = "serde"))]
mod tests {
    use super::Assumption;

    #[test]
    fn words_are_those_of_the_json() {
        for assumption in Assumption::ALL {
            assert_eq!(serde_json::json!(assumption), assumption.word());
        }
    }
}
