//! Known reasons why two dialects differ about a field: what a dialect cannot express, and where the documents
//! contradict each other.

/// Something that a dialect cannot express.
#[derive(Debug)]
pub struct Reason {
    /// The dialect.
    pub dialect: &'static str,
    /// What it writes.
    pub writes: &'static str,
    /// What other dialects write instead, separated by spaces; `*` matches everything.
    pub others: &'static str,
    /// Why, as a predicate of the dialect.
    pub because: &'static str,
}

const fn reason(dialect: &'static str, writes: &'static str, others: &'static str, because: &'static str) -> Reason {
    Reason { dialect, writes, others, because }
}

/// What the dialects cannot express.
pub static REASONS: &[Reason] = &[
    reason("openapi-python", "int64", "int32", "has one type for integers of every width"),
    reason("openapi-python", "float64", "float32", "has one type for numbers of every width"),
    reason("openapi-python", "string", "uuid uri", "writes some formats of text as plain text"),
    reason("openapi-python", "any", "undocumented", "writes a text or a number as any value"),
    reason("openapi-python", "object", "union", "writes the fields of all members of a union into one table"),
    reason("openapi-python", "empty", "union", "writes an empty table for a union without objects"),
    reason("openapi-java", "undocumented", "string", "names a class of the SDK without a document"),
    reason(
        "openapi-java",
        "decimal",
        "float64",
        "writes a number of unknown width, for which others have only one type",
    ),
    reason("openapi-java", "string", "nullable", "cannot express that an item may be null"),
    reason("openapi-c", "any", "*", "names the items of a list or map only if they are models"),
    reason("openapi-c", "int32", "boolean", "has one type for integers and booleans"),
    reason("openapi-c", "string", "datetime bytes undocumented", "has one type for text of every format"),
    reason("openapi-typescript-axios", "float64", "int32 int64", "has one type for numbers"),
    reason("openapi-typescript-axios", "string", "datetime date uuid uri bytes", "has one type for text"),
    reason("openapi-typescript-axios", "any", "map", "has one type for objects and for any value"),
    reason(
        "openapi-typescript-axios",
        "empty",
        "list map string union",
        "writes an empty table for everything except objects",
    ),
    reason("openapi-typescript-axios", "object", "union", "writes the fields of all members of a union into one table"),
];

/// A field about which the documents of two SDKs contradict each other.
#[derive(Debug)]
pub struct Case {
    /// Model and field; case and punctuation are ignored.
    pub field: &'static str,
    /// Why.
    pub because: &'static str,
}

const fn case(field: &'static str, because: &'static str) -> Case {
    Case { field, because }
}

const NO_SIGN: &str = "the key has a `$`, which the name of a variable cannot contain";
const COMPOSED: &str = "openapi-java writes one part of a type that is composed in place, and the others write a model";
const TWO_MEMBERS: &str =
    "members of a union in one table share the name of a field, and only one of its types is kept";

/// Contradictions that were looked up in the documents.
pub static CASES: &[Case] = &[
    case("V1JSONSchemaProps.ref", NO_SIGN),
    case("V1JSONSchemaProps.schema", NO_SIGN),
    case("ChannelDvnConfigWithConfirmations.receiveConfig", COMPOSED),
    case("ChannelDvnConfigWithConfirmations.sendConfig", COMPOSED),
    case("CreateMultichainTokenRequest.createParams", COMPOSED),
    case("FiatDestination.address", TWO_MEMBERS),
    case("PaymentInstructions.address", TWO_MEMBERS),
    case("PaymentInstructionsOneOf.address", TWO_MEMBERS),
    case("TransactionFee.baseFee", "the row has text in Python and Java and a number in TypeScript"),
    case("TransactionFee.gasPrice", "the row has text in Python and Java and a number in TypeScript"),
    case("TransactionFee.priorityFee", "the row has text in Python and Java and a number in TypeScript"),
];
