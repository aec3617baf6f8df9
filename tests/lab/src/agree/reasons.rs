//! Why two dialects may say different things of one field: what a dialect cannot say, and where the documents
//! themselves are at odds.

/// What a dialect cannot say.
#[derive(Debug)]
pub struct Reason {
    /// The dialect.
    pub dialect: &'static str,
    /// What it says, in a few words.
    pub says: &'static str,
    /// What other dialects say of the same, separated by spaces; `*` is anything.
    pub others: &'static str,
    /// Why.
    pub because: &'static str,
}

const fn reason(dialect: &'static str, says: &'static str, others: &'static str, because: &'static str) -> Reason {
    Reason { dialect, says, others, because }
}

/// What the dialects cannot say.
pub static REASONS: &[Reason] = &[
    reason("openapi-python", "int64", "int32", "has one word for integers of every width"),
    reason("openapi-python", "float64", "float32", "has one word for numbers of every width"),
    reason("openapi-python", "string", "uuid uri", "writes some formats of text as text"),
    reason("openapi-python", "any", "undocumented", "writes a text or a number as any value"),
    reason("openapi-python", "object", "union", "writes the fields of all members of a union into one table"),
    reason("openapi-python", "empty", "union", "writes an empty table for a union without objects"),
    reason("openapi-java", "undocumented", "string", "names a class of the SDK that has no document"),
    reason("openapi-java", "decimal", "float64", "says that no width is known, where others have one word for numbers"),
    reason("openapi-java", "string", "nullable", "cannot say that an item may be null"),
    reason("openapi-c", "any", "*", "names the items of a list or map only if they are models"),
    reason("openapi-c", "int32", "boolean", "has one word for integers and for true and false"),
    reason("openapi-c", "string", "datetime bytes undocumented", "has one word for text of every format"),
    reason("openapi-typescript-axios", "float64", "int32 int64", "has one word for numbers"),
    reason("openapi-typescript-axios", "string", "datetime date uuid uri bytes", "has one word for text"),
    reason("openapi-typescript-axios", "any", "map", "has one word for any object and for any value"),
    reason("openapi-typescript-axios", "empty", "list map string union", "writes an empty table for what is no object"),
    reason("openapi-typescript-axios", "object", "union", "writes the fields of all members of a union into one table"),
];

/// A field of which two SDKs' documents say different things in so many words.
#[derive(Debug)]
pub struct Case {
    /// Model and field, letter case and punctuation aside.
    pub field: &'static str,
    /// Why.
    pub because: &'static str,
}

const fn case(field: &'static str, because: &'static str) -> Case {
    Case { field, because }
}

const NO_SIGN: &str = "the name of a variable has no `$`, which the key has";
const COMPOSED: &str = "of a type that is composed where it is used, openapi-java has a part and the others a model";
const TWO_MEMBERS: &str = "members of a union in one table have a field of one name, and of several types one is kept";

/// What a person looked up in the documents.
pub static CASES: &[Case] = &[
    case("V1JSONSchemaProps.ref", NO_SIGN),
    case("V1JSONSchemaProps.schema", NO_SIGN),
    case("ChannelDvnConfigWithConfirmations.receiveConfig", COMPOSED),
    case("ChannelDvnConfigWithConfirmations.sendConfig", COMPOSED),
    case("CreateMultichainTokenRequest.createParams", COMPOSED),
    case("FiatDestination.address", TWO_MEMBERS),
    case("PaymentInstructions.address", TWO_MEMBERS),
    case("PaymentInstructionsOneOf.address", TWO_MEMBERS),
    case("TransactionFee.baseFee", "the row says text in Python and Java and a number in TypeScript"),
    case("TransactionFee.gasPrice", "the row says text in Python and Java and a number in TypeScript"),
    case("TransactionFee.priorityFee", "the row says text in Python and Java and a number in TypeScript"),
];
