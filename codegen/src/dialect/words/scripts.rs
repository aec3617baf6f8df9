//! PHP, Ruby, Perl and Dart.

use super::{assumed, form, word};
use crate::dialect::{Makes, TypeSyntax};
use crate::schema::{Assumption, Scalar};

/// openapi-generator's words for Symfony, where lists and maps are written like their items.
pub(crate) static PHP_SYMFONY: TypeSyntax = TypeSyntax {
    words: &[
        word("string", Scalar::String),
        word("int", Scalar::String),
        word("float", Scalar::String),
        word("double", Scalar::String),
        word("bool", Scalar::String),
        word("\\DateTime", Scalar::String),
        word("UploadedFile", Scalar::String),
        word("AnyType", Scalar::Any),
        word("array", Scalar::String),
        word("Decimal", Scalar::Decimal),
        word("BigDecimal", Scalar::Decimal),
    ],
    generics: &[form("array", Makes::List)],
    namespace: Some("\\"),
    lists_lost: true,
    ..TypeSyntax::BASE
};

/// openapi-generator's words for PHP.
pub(crate) static PHP: TypeSyntax = TypeSyntax {
    words: &[
        word("string", Scalar::String),
        assumed("int", Scalar::Int64, Assumption::IntegerWidth),
        assumed("float", Scalar::Float64, Assumption::FloatWidth),
        assumed("double", Scalar::Float64, Assumption::FloatWidth),
        word("bool", Scalar::Boolean),
        word("\\DateTime", Scalar::DateOrDateTime),
        word("DateTime", Scalar::DateOrDateTime),
        assumed("\\SplFileObject", Scalar::File, Assumption::FileAsText),
        word("mixed", Scalar::Any),
        word("object", Scalar::Any),
        word("AnyType", Scalar::Any),
        word("Decimal", Scalar::Decimal),
        word("BigDecimal", Scalar::Decimal),
    ],
    generics: &[
        form("T[]", Makes::List),
        form("array<K,T>", Makes::Map),
        form("map[K,T]", Makes::Map),
        form("array", Makes::List),
    ],
    namespace: Some("\\"),
    ..TypeSyntax::BASE
};

/// openapi-generator's words for Ruby.
pub(crate) static RUBY: TypeSyntax = TypeSyntax {
    words: &[
        word("String", Scalar::String),
        assumed("Integer", Scalar::Int64, Assumption::IntegerWidth),
        assumed("Float", Scalar::Float64, Assumption::FloatWidth),
        word("Boolean", Scalar::Boolean),
        word("BOOLEAN", Scalar::Boolean),
        word("Time", Scalar::DateTime),
        word("DateTime", Scalar::DateTime),
        word("Date", Scalar::Date),
        assumed("File", Scalar::File, Assumption::FileAsText),
        word("Object", Scalar::Any),
        word("AnyType", Scalar::Any),
        word("Decimal", Scalar::Decimal),
        word("BigDecimal", Scalar::Decimal),
    ],
    generics: &[form("Array<T>", Makes::List), form("Hash<K, T>", Makes::Map)],
    ..TypeSyntax::BASE
};

/// openapi-generator's words for Perl.
pub(crate) static PERL: TypeSyntax = TypeSyntax {
    words: &[
        word("string", Scalar::String),
        assumed("int", Scalar::Int64, Assumption::IntegerWidth),
        assumed("double", Scalar::Float64, Assumption::FloatWidth),
        assumed("Number", Scalar::Float64, Assumption::FloatWidth),
        word("boolean", Scalar::Boolean),
        word("UUID", Scalar::Uuid),
        word("DATE_TIME", Scalar::DateTime),
        word("DateTime", Scalar::DateOrDateTime),
        word("DATE", Scalar::Date),
        word("object", Scalar::Any),
        word("AnyType", Scalar::Any),
        word("Decimal", Scalar::Decimal),
        word("BigDecimal", Scalar::Decimal),
    ],
    generics: &[form("ARRAY[T]", Makes::List), form("HASH[K,T]", Makes::Map)],
    ..TypeSyntax::BASE
};

/// openapi-generator's words for Dart, where `DateTime` is also a date.
pub(crate) static DART: TypeSyntax = TypeSyntax {
    words: &[
        word("String", Scalar::String),
        assumed("int", Scalar::Int64, Assumption::IntegerWidth),
        assumed("double", Scalar::Float64, Assumption::FloatWidth),
        assumed("num", Scalar::Float64, Assumption::FloatWidth),
        word("bool", Scalar::Boolean),
        word("DateTime", Scalar::DateOrDateTime),
        word("ByteArray", Scalar::Bytes),
        assumed("MultipartFile", Scalar::File, Assumption::FileAsText),
        word("Object", Scalar::Any),
        word("AnyType", Scalar::Any),
        word("Decimal", Scalar::Decimal),
        word("BigDecimal", Scalar::Decimal),
    ],
    generics: &[
        form("List<T>", Makes::List),
        form("Set<T>", Makes::Set),
        form("Map<K, T>", Makes::Map),
        form("T?", Makes::Nullable),
        form("OneOf<T...>", Makes::OneOf),
        form("AnyOf<T...>", Makes::AnyOf),
    ],
    ..TypeSyntax::BASE
};

/// openapi-generator's words for Dart with Dio.
pub(crate) static DART_DIO: TypeSyntax = TypeSyntax {
    words: &[
        word("String", Scalar::String),
        assumed("int", Scalar::Int64, Assumption::IntegerWidth),
        assumed("double", Scalar::Float64, Assumption::FloatWidth),
        assumed("num", Scalar::Float64, Assumption::FloatWidth),
        word("bool", Scalar::Boolean),
        word("DateTime", Scalar::DateOrDateTime),
        word("Date", Scalar::Date),
        word("OffsetDate", Scalar::Date),
        word("OffsetDateTime", Scalar::DateTime),
        word("Uint8List", Scalar::Bytes),
        assumed("MultipartFile", Scalar::File, Assumption::FileAsText),
        word("JsonObject", Scalar::Any),
        word("Object", Scalar::Any),
        word("AnyType", Scalar::Any),
        word("Decimal", Scalar::Decimal),
        word("BigDecimal", Scalar::Decimal),
    ],
    generics: &[
        form("BuiltList<T>", Makes::List),
        form("BuiltSet<T>", Makes::Set),
        form("BuiltMap<K, T>", Makes::Map),
        form("T?", Makes::Nullable),
        form("OneOf<T...>", Makes::OneOf),
        form("AnyOf<T...>", Makes::AnyOf),
    ],
    days: Some("Date"),
    ..TypeSyntax::BASE
};
