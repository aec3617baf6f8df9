//! Go.

use super::{assumed, form, nullable, word};
use crate::dialect::{Makes, TypeSyntax};
use crate::schema::{Assumption, Scalar};

/// openapi-generator's words for Go from 5.0 on, where a pointer means no more than the note.
pub(crate) static GO: TypeSyntax = TypeSyntax {
    words: &[
        word("string", Scalar::String),
        assumed("int", Scalar::Int64, Assumption::IntegerWidth),
        word("int32", Scalar::Int32),
        word("int64", Scalar::Int64),
        word("int8", Scalar::Int32),
        word("int16", Scalar::Int32),
        assumed("uint", Scalar::Uint64, Assumption::IntegerWidth),
        word("uint8", Scalar::Uint32),
        word("uint16", Scalar::Uint32),
        word("uint32", Scalar::Uint32),
        word("uint64", Scalar::Uint64),
        word("float32", Scalar::Float32),
        word("float64", Scalar::Float64),
        word("bool", Scalar::Boolean),
        word("time.Time", Scalar::DateTime),
        assumed("os.File", Scalar::File, Assumption::FileAsText),
        assumed("*os.File", Scalar::File, Assumption::FileAsText),
        word("interface{}", Scalar::Any),
        word("any", Scalar::Any),
        word("AnyType", Scalar::Any),
        word("Decimal", Scalar::Decimal),
        word("BigDecimal", Scalar::Decimal),
        nullable("NullableString", Scalar::String),
        nullable("NullableInt32", Scalar::Int32),
        nullable("NullableInt64", Scalar::Int64),
        nullable("NullableFloat32", Scalar::Float32),
        nullable("NullableFloat64", Scalar::Float64),
        nullable("NullableBool", Scalar::Boolean),
        nullable("NullableTime", Scalar::DateTime),
        word("[]byte", Scalar::Bytes),
        word("json.RawMessage", Scalar::Any),
        word("uuid.UUID", Scalar::Uuid),
        nullable("NullableInt", Scalar::Int64),
        nullable("Nullableinterface{}", Scalar::Any),
        nullable("Nullable*os.File", Scalar::File),
    ],
    generics: &[form("Pointer to T", Makes::Same), form("[]T", Makes::List), form("map[string]T", Makes::Map)],
    nullable_prefix: Some("Nullable"),
    optional: Some("Pointer to "),
    ..TypeSyntax::BASE
};

/// openapi-generator's words for Go before 5.0, where a pointer may be `null`.
pub(crate) static GO_4: TypeSyntax = TypeSyntax {
    words: &[
        word("string", Scalar::String),
        assumed("int", Scalar::Int64, Assumption::IntegerWidth),
        word("int32", Scalar::Int32),
        word("int64", Scalar::Int64),
        word("int8", Scalar::Int32),
        word("int16", Scalar::Int32),
        assumed("uint", Scalar::Uint64, Assumption::IntegerWidth),
        word("uint8", Scalar::Uint32),
        word("uint16", Scalar::Uint32),
        word("uint32", Scalar::Uint32),
        word("uint64", Scalar::Uint64),
        word("float32", Scalar::Float32),
        word("float64", Scalar::Float64),
        word("bool", Scalar::Boolean),
        word("time.Time", Scalar::DateTime),
        assumed("os.File", Scalar::File, Assumption::FileAsText),
        assumed("*os.File", Scalar::File, Assumption::FileAsText),
        word("interface{}", Scalar::Any),
        word("any", Scalar::Any),
        word("AnyType", Scalar::Any),
        word("ErrorUnknown", Scalar::Any),
        word("Decimal", Scalar::Decimal),
        word("BigDecimal", Scalar::Decimal),
        word("[]byte", Scalar::Bytes),
        word("json.RawMessage", Scalar::Any),
        word("uuid.UUID", Scalar::Uuid),
    ],
    generics: &[form("Pointer to T", Makes::Nullable), form("[]T", Makes::List), form("map[string]T", Makes::Map)],
    ..TypeSyntax::BASE
};
