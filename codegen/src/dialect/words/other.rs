//! Of other tools than code generators.

use super::{assumed, form, word};
use crate::dialect::{Makes, TypeSyntax};
use crate::schema::{Assumption, Scalar};

/// The scalars of Protocol Buffers. Integers of 64 bits are texts in JSON.
pub static PROTOBUF: TypeSyntax = TypeSyntax {
    words: &[
        word("double", Scalar::Float64),
        word("float", Scalar::Float32),
        word("int32", Scalar::Int32),
        word("int64", Scalar::Decimal),
        word("uint32", Scalar::Uint32),
        word("uint64", Scalar::Decimal),
        word("sint32", Scalar::Int32),
        word("sint64", Scalar::Decimal),
        word("fixed32", Scalar::Uint32),
        word("fixed64", Scalar::Decimal),
        word("sfixed32", Scalar::Int32),
        word("sfixed64", Scalar::Decimal),
        word("bool", Scalar::Boolean),
        word("string", Scalar::String),
        word("bytes", Scalar::Bytes),
        word("google.protobuf.Timestamp", Scalar::DateTime),
        word("google.protobuf.Duration", Scalar::String),
        word("google.protobuf.Any", Scalar::Any),
        word("google.protobuf.Struct", Scalar::Any),
    ],
    generics: &[],
    model_prefixes: &[],
    model_suffixes: &[],
    namespace: None,
    nullable_prefix: None,
    in_anchor: None,
    lists_lost: false,
    entries: Some("Entry"),
    lost_values: &[],
};

/// swagger-markdown's words, in which maps are objects.
pub static SWAGGER_MARKDOWN: TypeSyntax = TypeSyntax {
    words: &[
        assumed("", Scalar::Any, Assumption::MixedTypes),
        word("string", Scalar::String),
        word("password", Scalar::String),
        word("string (email)", Scalar::String),
        word("string (uuid)", Scalar::Uuid),
        word("string (uri)", Scalar::Uri),
        word("string (number)", Scalar::Decimal),
        assumed("integer", Scalar::Int64, Assumption::IntegerWidth),
        word("long", Scalar::Int64),
        assumed("number", Scalar::Float64, Assumption::FloatWidth),
        word("float", Scalar::Float32),
        word("double", Scalar::Float64),
        word("boolean", Scalar::Boolean),
        word("byte", Scalar::Bytes),
        assumed("binary", Scalar::File, Assumption::FileAsText),
        assumed("file", Scalar::File, Assumption::FileAsText),
        word("date", Scalar::Date),
        word("dateTime", Scalar::DateTime),
        word("object", Scalar::Any),
    ],
    generics: &[form("[T]", Makes::List), form("{", Makes::Rest)],
    model_prefixes: &[],
    model_suffixes: &[],
    namespace: None,
    nullable_prefix: None,
    in_anchor: None,
    lists_lost: false,
    entries: None,
    lost_values: &[],
};
