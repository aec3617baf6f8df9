//! TypeScript and JavaScript.

use super::{assumed, form, word};
use crate::dialect::{Makes, TypeSyntax};
use crate::schema::{Assumption, Scalar};

/// openapi-generator's words for TypeScript with Axios.
pub(crate) static TYPESCRIPT: TypeSyntax = TypeSyntax {
    words: &[
        word("string", Scalar::String),
        assumed("number", Scalar::Float64, Assumption::MaybeInteger),
        word("boolean", Scalar::Boolean),
        word("object", Scalar::Any),
        word("any", Scalar::Any),
        assumed("File", Scalar::File, Assumption::FileAsText),
        word("Date", Scalar::DateOrDateTime),
        word("null", Scalar::Any),
    ],
    generics: &[
        form("Array<T>", Makes::List),
        form("Set<T>", Makes::Set),
        form("{ [key: string]: T; }", Makes::Map),
        form("T | null", Makes::Nullable),
    ],
    ..TypeSyntax::BASE
};

/// openapi-generator's words for TypeScript with Fetch.
pub(crate) static TYPESCRIPT_FETCH: TypeSyntax = TypeSyntax {
    words: &[
        word("string", Scalar::String),
        assumed("number", Scalar::Float64, Assumption::MaybeInteger),
        word("boolean", Scalar::Boolean),
        word("object", Scalar::Any),
        word("any", Scalar::Any),
        assumed("Blob", Scalar::File, Assumption::FileAsText),
        word("Date", Scalar::DateOrDateTime),
    ],
    generics: &[
        form("Array<T>", Makes::List),
        form("Set<T>", Makes::Set),
        form("{ [key: string]: T; }", Makes::Map),
        form("T | null", Makes::Nullable),
    ],
    ..TypeSyntax::BASE
};

/// openapi-generator's and swagger-codegen's words for JavaScript.
pub(crate) static JAVASCRIPT: TypeSyntax = TypeSyntax {
    words: &[
        word("String", Scalar::String),
        assumed("Number", Scalar::Float64, Assumption::MaybeInteger),
        word("Boolean", Scalar::Boolean),
        word("Date", Scalar::DateOrDateTime),
        word("Blob", Scalar::Bytes),
        assumed("File", Scalar::File, Assumption::FileAsText),
        word("Object", Scalar::Any),
        word("AnyType", Scalar::Any),
        word("ERRORUNKNOWN", Scalar::Any),
        word("Decimal", Scalar::Decimal),
        word("BigDecimal", Scalar::Decimal),
    ],
    generics: &[form("[T]", Makes::List), form("{String: T}", Makes::Map)],
    ..TypeSyntax::BASE
};
