//! R, Julia, C, Bash, Eiffel, GraphQL and plain Markdown.

use super::{assumed, form, word};
use crate::dialect::{LostValues, Makes, TypeSyntax};
use crate::schema::{Assumption, Scalar};

/// openapi-generator's words for Eiffel.
pub(crate) static EIFFEL: TypeSyntax = TypeSyntax {
    words: &[
        word("STRING_32", Scalar::String),
        word("STRING", Scalar::String),
        word("INTEGER_32", Scalar::Int32),
        word("INTEGER_64", Scalar::Int64),
        word("INTEGER_8", Scalar::Int32),
        word("INTEGER_16", Scalar::Int32),
        word("NATURAL_8", Scalar::Uint32),
        word("NATURAL_16", Scalar::Uint32),
        word("NATURAL_32", Scalar::Uint32),
        word("NATURAL_64", Scalar::Uint64),
        word("REAL_32", Scalar::Float32),
        word("REAL_64", Scalar::Float64),
        word("BOOLEAN", Scalar::Boolean),
        word("ARRAY [NATURAL_8]", Scalar::Bytes),
        assumed("FILE", Scalar::File, Assumption::FileAsText),
        word("DATE", Scalar::Date),
        word("DATE_TIME", Scalar::DateTime),
        word("UUID", Scalar::Uuid),
        word("ANY", Scalar::Any),
        word("ANY_TYPE", Scalar::Any),
        word("ERROR_UNKNOWN", Scalar::Any),
        word("DECIMAL", Scalar::Decimal),
        word("BIG_DECIMAL", Scalar::Decimal),
    ],
    generics: &[form("LIST [T]", Makes::List), form("STRING_TABLE [T]", Makes::Map)],
    ..TypeSyntax::BASE
};

/// openapi-generator's words for GraphQL, where a list is written like its items.
pub(crate) static GRAPHQL: TypeSyntax = TypeSyntax {
    words: &[
        word("String", Scalar::String),
        word("Int", Scalar::String),
        word("Float", Scalar::String),
        word("Boolean", Scalar::String),
        word("ID", Scalar::String),
        word("Decimal", Scalar::Decimal),
        word("BigDecimal", Scalar::Decimal),
        word("TodoObjectMapping", Scalar::Any),
        word("AnyType", Scalar::Any),
        word("Map", Scalar::String),
    ],
    generics: &[form("T!", Makes::Same)],
    lists_lost: true,
    ..TypeSyntax::BASE
};

/// openapi-generator's words for R.
pub(crate) static R: TypeSyntax = TypeSyntax {
    words: &[
        assumed("character", Scalar::String, Assumption::MaybeBoolean),
        assumed("integer", Scalar::Int64, Assumption::IntegerWidth),
        assumed("numeric", Scalar::Float64, Assumption::FloatWidth),
        assumed("data.frame", Scalar::File, Assumption::FileAsText),
        word("object", Scalar::Any),
        word("AnyType", Scalar::Any),
        word("Decimal", Scalar::Decimal),
        word("BigDecimal", Scalar::Decimal),
    ],
    generics: &[form("array[T]", Makes::List), form("set[T]", Makes::Set), form("map(T)", Makes::Map)],
    ..TypeSyntax::BASE
};

/// openapi-generator's words for Julia.
pub(crate) static JULIA: TypeSyntax = TypeSyntax {
    words: &[
        word("String", Scalar::String),
        word("Int64", Scalar::Int64),
        word("Int8", Scalar::Int32),
        word("Int16", Scalar::Int32),
        word("UInt8", Scalar::Uint32),
        word("UInt16", Scalar::Uint32),
        word("UInt32", Scalar::Uint32),
        word("UInt64", Scalar::Uint64),
        word("Int128", Scalar::Decimal),
        word("UInt128", Scalar::Decimal),
        word("Int32", Scalar::Int32),
        word("Float64", Scalar::Float64),
        word("Float32", Scalar::Float32),
        word("Bool", Scalar::Boolean),
        word("Date", Scalar::Date),
        word("ZonedDateTime", Scalar::DateTime),
        word("Vector{UInt8}", Scalar::Bytes),
        word("Any", Scalar::Any),
    ],
    generics: &[
        form("This is a oneOf model. The value must be exactly one of the following types: T...", Makes::OneOf),
        form("This is a anyOf model. The value must be any of the following types: T...", Makes::AnyOf),
        form("Vector{T}", Makes::List),
        form("Dict{K, T}", Makes::Map),
    ],
    ..TypeSyntax::BASE
};

/// openapi-generator's words for C. `list_t *` is a list and `list_t*` a map.
pub(crate) static C: TypeSyntax = TypeSyntax {
    words: &[
        word("char *", Scalar::String),
        assumed("int", Scalar::Int32, Assumption::MaybeBoolean),
        word("long", Scalar::Int64),
        word("short", Scalar::Int32),
        word("int8_t", Scalar::Int32),
        word("int16_t", Scalar::Int32),
        word("int32_t", Scalar::Int32),
        word("int64_t", Scalar::Int64),
        word("uint8_t", Scalar::Uint32),
        word("uint16_t", Scalar::Uint32),
        word("uint32_t", Scalar::Uint32),
        word("uint64_t", Scalar::Uint64),
        word("float", Scalar::Float32),
        word("double", Scalar::Float64),
        assumed("binary_t*", Scalar::File, Assumption::FileAsText),
        word("decimal_t *", Scalar::Decimal),
        word("object_t", Scalar::Any),
        word("any_type_t *", Scalar::Any),
        word("any_type_t", Scalar::Any),
    ],
    generics: &[
        form("list_t *", Makes::List),
        form("list_t", Makes::List),
        form("set_t *", Makes::Set),
        form("list_t*", Makes::Map),
        form("set_t", Makes::Set),
    ],
    model_suffixes: &["_t"],
    lost_values: &[LostValues::Suffix("_e")],
    ..TypeSyntax::BASE
};

/// openapi-generator's words for Bash.
pub(crate) static BASH: TypeSyntax = TypeSyntax {
    words: &[
        word("string", Scalar::String),
        assumed("integer", Scalar::Decimal, Assumption::MixedTypes),
        assumed("float", Scalar::Float64, Assumption::FloatWidth),
        word("boolean", Scalar::Boolean),
        assumed("binary", Scalar::File, Assumption::FileAsText),
        word("AnyType", Scalar::Any),
        word("Null", Scalar::Any),
        word("Decimal", Scalar::Decimal),
        word("BigDecimal", Scalar::Decimal),
    ],
    generics: &[
        form("array[T]", Makes::List),
        form("Set[T]", Makes::Set),
        form("map[String, T]", Makes::Map),
        form("map", Makes::Map),
        form("OneOf<T...>", Makes::OneOf),
        form("AnyOf<T...>", Makes::AnyOf),
    ],
    ..TypeSyntax::BASE
};

/// openapi-generator's words for its plain Markdown.
pub(crate) static MARKDOWN: TypeSyntax = TypeSyntax {
    words: &[
        word("String", Scalar::String),
        word("Integer", Scalar::Int32),
        word("Long", Scalar::Int64),
        word("Byte", Scalar::Int32),
        word("Short", Scalar::Int32),
        word("BigInteger", Scalar::Decimal),
        word("BigDecimal", Scalar::Decimal),
        word("Float", Scalar::Float32),
        word("Double", Scalar::Float64),
        word("Boolean", Scalar::Boolean),
        word("byte[]", Scalar::Bytes),
        assumed("File", Scalar::File, Assumption::FileAsText),
        word("date", Scalar::Date),
        word("Date", Scalar::DateTime),
        word("UUID", Scalar::Uuid),
        word("URI", Scalar::Uri),
        word("Object", Scalar::Any),
        word("oas_any_type_not_mapped", Scalar::Any),
    ],
    generics: &[
        form("List", Makes::List),
        form("Set", Makes::Set),
        form("Map", Makes::Map),
        form("oneOf<T...>", Makes::OneOf),
        form("anyOf<T...>", Makes::AnyOf),
    ],
    ..TypeSyntax::BASE
};
