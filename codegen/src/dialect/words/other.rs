//! Tools that are not code generators.

use super::{assumed, form, nullable, word};
use crate::dialect::{Brackets, Makes, Note, NoteWord, TypeSyntax, Word};
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
        word("string (uuid)", Scalar::Uuid),
        word("string (uri)", Scalar::Uri),
        word("string (url)", Scalar::Uri),
        word("string (number)", Scalar::Decimal),
        word("string (decimal)", Scalar::Decimal),
        word("string (time)", Scalar::Time),
        word("string (duration)", Scalar::Duration),
        assumed("integer", Scalar::Int64, Assumption::IntegerWidth),
        word("long", Scalar::Int64),
        word("integer (int8)", Scalar::Int32),
        word("integer (int16)", Scalar::Int32),
        word("integer (uint8)", Scalar::Uint32),
        word("integer (uint16)", Scalar::Uint32),
        word("integer (uint32)", Scalar::Uint32),
        word("integer (uint64)", Scalar::Uint64),
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
        word("undefined", Scalar::Any),
        nullable("null", Scalar::Any),
    ],
    no_text: Some(&UNKNOWN),
    generics: &[form("[T]", Makes::List), form("array", Makes::List), form("{", Makes::Rest)],
    formats: Some(Brackets { open: '(', close: ')' }),
    alternatives: &[",", "&"],
    tails: &[
        NoteWord { text: "<br>Available values:", note: Note::Values },
        NoteWord { text: "<br>Default:", note: Note::Default },
    ],
    ..TypeSyntax::BASE
};

static UNKNOWN: Word = assumed("unknown", Scalar::Any, Assumption::MixedTypes);

/// widdershins' words: those of OpenAPI, followed by the format.
pub(crate) static WIDDERSHINS: TypeSyntax = TypeSyntax {
    words: &[
        word("string", Scalar::String),
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
        word("integer(int8)", Scalar::Int32),
        word("integer(int16)", Scalar::Int32),
        word("integer(uint8)", Scalar::Uint32),
        word("integer(uint16)", Scalar::Uint32),
        word("integer(uint32)", Scalar::Uint32),
        word("integer(uint64)", Scalar::Uint64),
        assumed("number", Scalar::Float64, Assumption::FloatWidth),
        word("number(float)", Scalar::Float32),
        word("number(double)", Scalar::Float64),
        word("boolean", Scalar::Boolean),
        word("object", Scalar::Any),
        word("any", Scalar::Any),
        word("undefined", Scalar::Any),
        assumed("anyOf", Scalar::Any, Assumption::MixedTypes),
        assumed("oneOf", Scalar::Any, Assumption::MixedTypes),
        assumed("allOf", Scalar::Any, Assumption::MixedTypes),
        word("not", Scalar::Any),
        nullable("null", Scalar::Any),
        nullable("string,null(date-time)", Scalar::DateTime),
        nullable("string,null(date)", Scalar::Date),
        nullable("string,null(uuid)", Scalar::Uuid),
        nullable("string,null(uri)", Scalar::Uri),
        nullable("string,null(byte)", Scalar::Bytes),
        nullable("integer,null(int32)", Scalar::Int32),
        nullable("integer,null(int64)", Scalar::Int64),
        nullable("number,null(float)", Scalar::Float32),
        nullable("number,null(double)", Scalar::Float64),
    ],
    generics: &[form("[T]", Makes::List), form("array", Makes::List), form("T\u{a6}null", Makes::Nullable)],
    formats: Some(Brackets { open: '(', close: ')' }),
    alternatives: &[","],
    ..TypeSyntax::BASE
};
