//! Swift and Objective-C.

use super::{assumed, form, word};
use crate::dialect::{Makes, TypeSyntax};
use crate::schema::{Assumption, Scalar};

/// openapi-generator's words for Objective-C.
pub(crate) static OBJC: TypeSyntax = TypeSyntax {
    words: &[
        word("NSString", Scalar::String),
        assumed("NSNumber", Scalar::Any, Assumption::MixedTypes),
        word("NSDate", Scalar::DateOrDateTime),
        word("NSData", Scalar::Bytes),
        assumed("NSURL", Scalar::File, Assumption::FileAsText),
        word("NSObject", Scalar::Any),
        word("OAIAnyType", Scalar::Any),
        word("OAIDecimal", Scalar::Decimal),
        word("OAIBigDecimal", Scalar::Decimal),
    ],
    generics: &[
        form("NSArray<T>", Makes::List),
        form("OAISet<T>", Makes::Set),
        form("NSSet<T>", Makes::Set),
        form("NSDictionary<T>", Makes::Map),
        form("NSDictionary<K, T>", Makes::Map),
        form("T*", Makes::Same),
    ],
    ..TypeSyntax::BASE
};

/// openapi-generator's words for Swift.
pub(crate) static SWIFT: TypeSyntax = TypeSyntax {
    words: &[
        word("String", Scalar::String),
        assumed("Int", Scalar::Int64, Assumption::IntegerWidth),
        word("Int32", Scalar::Int32),
        word("Int64", Scalar::Int64),
        word("Int8", Scalar::Int32),
        word("Int16", Scalar::Int32),
        word("UInt8", Scalar::Uint32),
        word("UInt16", Scalar::Uint32),
        word("UInt32", Scalar::Uint32),
        word("UInt64", Scalar::Uint64),
        assumed("UInt", Scalar::Uint64, Assumption::IntegerWidth),
        word("Float", Scalar::Float32),
        word("Double", Scalar::Float64),
        word("Decimal", Scalar::Decimal),
        word("Bool", Scalar::Boolean),
        word("Date", Scalar::DateOrDateTime),
        word("Data", Scalar::Bytes),
        assumed("URL", Scalar::File, Assumption::FileAsText),
        word("UUID", Scalar::Uuid),
        word("AnyCodable", Scalar::Any),
        word("JSONValue", Scalar::Any),
        word("JSON", Scalar::Any),
        word("Any", Scalar::Any),
        word("AnyType", Scalar::Any),
        word("OpenAPIDateWithoutTime", Scalar::Date),
        word("Character", Scalar::String),
    ],
    generics: &[
        form("[T]", Makes::List),
        form("[String: T]", Makes::Map),
        form("Set<T>", Makes::Set),
        form("T?", Makes::Nullable),
    ],
    days: Some("OpenAPIDateWithoutTime"),
    ..TypeSyntax::BASE
};
