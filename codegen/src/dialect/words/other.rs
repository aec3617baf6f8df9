//! Tools that are not code generators.

use super::{assumed, form, nullable, word};
use crate::dialect::{Makes, TypeSyntax, Word};
use crate::schema::{Assumption, Scalar};

/// The scalars of Protocol Buffers. In JSON, 64-bit integers are text.
pub(crate) static PROTOBUF: TypeSyntax = TypeSyntax {
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
    entries: Some("Entry"),
    ..TypeSyntax::BASE
};

/// swagger-markdown's words, in which maps are objects.
pub(crate) static SWAGGER_MARKDOWN: TypeSyntax = TypeSyntax {
    words: &[
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
    no_text: Some(&UNKNOWN),
    generics: &[form("[T]", Makes::List), form("array", Makes::List), form("{", Makes::Rest)],
    ..TypeSyntax::BASE
};

static UNKNOWN: Word = assumed("unknown", Scalar::Any, Assumption::MixedTypes);

/// widdershins' words: those of OpenAPI, followed by the format.
pub(crate) static WIDDERSHINS: TypeSyntax = TypeSyntax {
    words: &[
        word("string", Scalar::String),
        word("string(password)", Scalar::String),
        word("string(email)", Scalar::String),
        word("string(hostname)", Scalar::String),
        word("string(ipv4)", Scalar::String),
        word("string(ipv6)", Scalar::String),
        word("string(uuid)", Scalar::Uuid),
        word("string(uri)", Scalar::Uri),
        word("string(url)", Scalar::Uri),
        word("string(number)", Scalar::Decimal),
        word("string(decimal)", Scalar::Decimal),
        word("string(date)", Scalar::Date),
        word("string(date-time)", Scalar::DateTime),
        word("string(time)", Scalar::Time),
        word("string(duration)", Scalar::Duration),
        word("string(byte)", Scalar::Bytes),
        assumed("string(binary)", Scalar::File, Assumption::FileAsText),
        assumed("integer", Scalar::Int64, Assumption::IntegerWidth),
        word("integer(int32)", Scalar::Int32),
        word("integer(int64)", Scalar::Int64),
        assumed("number", Scalar::Float64, Assumption::FloatWidth),
        word("number(float)", Scalar::Float32),
        word("number(double)", Scalar::Float64),
        word("boolean", Scalar::Boolean),
        word("object", Scalar::Any),
        word("any", Scalar::Any),
        nullable("null", Scalar::Any),
    ],
    generics: &[
        form("[T]", Makes::List),
        form("array", Makes::List),
        form("T\u{a6}null", Makes::Nullable),
        form("string(", Makes::Rest),
        form("integer(", Makes::Rest),
        form("number(", Makes::Rest),
    ],
    ..TypeSyntax::BASE
};
