//! Facts that no document states.

use serde::{Deserialize, Serialize};

/// What a document cannot say and a rule decided.
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
    /// The dialect has one word for all numbers.
    MaybeInteger,
    /// The content of a file travels as text.
    FileAsText,
    /// The keys of a map are text in JSON, though the document names another type for them.
    KeysAreText,
    /// The document does not say what the items of a list or map are.
    ItemsUnknown,
    /// The items of a list are of the model that its link leads to.
    ItemsByLink,
    /// The dialect has no way to say that a key may be absent, so every one may.
    PresenceUnknown,
    /// There are known values, which the document does not give.
    ValuesLost,
    /// The property table has no rows, and the generator writes such tables for lists of values and unions
    /// too; any JSON value is taken.
    EmptyTable,
    /// The document names several types; any JSON value is taken.
    MixedTypes,
    /// The known values all look like numbers, and nothing says that they are texts.
    ValuesAreNumbers,
    /// The dialect has the same word for `true` and `false`.
    MaybeBoolean,
    /// A value that only the SDK has, for what it does not know, was left out.
    SdkValueLeftOut,
    /// The fields are those of several other models together, so a value is probably one of these.
    FlattenedUnion,
}
