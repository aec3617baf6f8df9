//! Facts that no document states.

use serde::{Deserialize, Serialize};

/// What a document does not state and a rule decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
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
