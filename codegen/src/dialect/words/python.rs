//! Python.

use super::{assumed, form, nullable, word};
use crate::dialect::{Makes, TypeSyntax, Word};
use crate::schema::{Assumption, Scalar};

/// swagger-codegen's and openapi-generator's words for Python, before 6.3.
pub(crate) static PYTHON: TypeSyntax = TypeSyntax {
    words: &[
        word("str", Scalar::String),
        assumed("int", Scalar::Int64, Assumption::IntegerWidth),
        assumed("float", Scalar::Float64, Assumption::FloatWidth),
        word("bool", Scalar::Boolean),
        word("datetime", Scalar::DateTime),
        word("date", Scalar::Date),
        word("object", Scalar::Any),
        word("ERRORUNKNOWN", Scalar::Any),
        assumed("file", Scalar::File, Assumption::FileAsText),
        word("Decimal", Scalar::Decimal),
        word("BigDecimal", Scalar::Decimal),
    ],
    generics: &[form("list[T]", Makes::List), form("dict(K, T)", Makes::Map), form("dict[K, T]", Makes::Map)],
    ..TypeSyntax::BASE
};

/// openapi-generator's words for Python from 6.3 on, with Pydantic 1 or 2.
pub(crate) static PYTHON_NEXTGEN: TypeSyntax = TypeSyntax {
    words: &[
        word("str", Scalar::String),
        assumed("int", Scalar::Int64, Assumption::IntegerWidth),
        assumed("float", Scalar::Float64, Assumption::FloatWidth),
        word("bool", Scalar::Boolean),
        word("datetime", Scalar::DateTime),
        word("date", Scalar::Date),
        word("object", Scalar::Any),
        word("Any", Scalar::Any),
        word("UUID", Scalar::Uuid),
        word("decimal.Decimal", Scalar::Decimal),
        word("bytes", Scalar::Bytes),
        word("bytearray", Scalar::Bytes),
    ],
    generics: &[
        form("List[T]", Makes::List),
        form("Dict[K, T]", Makes::Map),
        form("Optional[T]", Makes::Nullable),
        form("Union[T...]", Makes::OneOf),
    ],
    ..TypeSyntax::BASE
};

/// openapi-generator's words for Python in 5.x, and for `python-experimental` and `python-prior`.
pub(crate) static PYTHON_PRIOR: TypeSyntax = TypeSyntax {
    words: &[
        word("str", Scalar::String),
        assumed("int", Scalar::Int64, Assumption::IntegerWidth),
        assumed("float", Scalar::Float64, Assumption::FloatWidth),
        word("bool", Scalar::Boolean),
        word("datetime", Scalar::DateTime),
        word("date", Scalar::Date),
        word("object", Scalar::Any),
        assumed("file_type", Scalar::File, Assumption::FileAsText),
        word("bool, date, datetime, dict, float, int, list, str, none_type", Scalar::Any),
        word("bool, date, datetime, dict, float, int, list, str", Scalar::Any),
        word("dict", Scalar::Any),
        word("list", Scalar::Any),
        word("big_decimal.BigDecimal", Scalar::Decimal),
        word("Decimal", Scalar::Decimal),
        word("BigDecimal", Scalar::Decimal),
    ],
    generics: &[
        form("[T]", Makes::List),
        form("{str: (T,)}", Makes::Map),
        form("{str: (T)}", Makes::Map),
        form("T, none_type", Makes::Nullable),
    ],
    namespace: Some("."),
    ..TypeSyntax::BASE
};

/// openapi-generator's words for Python from 6.0 to 6.6: the types that are accepted, each followed by a comma.
pub(crate) static PYTHON_6: TypeSyntax = TypeSyntax {
    words: &[
        word("str,", Scalar::String),
        word("str, date,", Scalar::Date),
        word("str, datetime,", Scalar::DateTime),
        word("str, uuid.UUID,", Scalar::Uuid),
        assumed("decimal.Decimal, int,", Scalar::Int64, Assumption::IntegerWidth),
        assumed("decimal.Decimal, int, float,", Scalar::Float64, Assumption::FloatWidth),
        word("bool,", Scalar::Boolean),
        assumed("bytes, io.FileIO, io.BufferedReader,", Scalar::File, Assumption::FileAsText),
        assumed("bytes,", Scalar::File, Assumption::FileAsText),
        word("dict, frozendict.frozendict,", Scalar::Any),
        nullable("None,", Scalar::Any),
        word(
            "dict, frozendict.frozendict, str, date, datetime, int, float, bool, decimal.Decimal, None, list, tuple, \
             bytes, io.FileIO, io.BufferedReader",
            Scalar::Any,
        ),
        word(
            "dict, frozendict.frozendict, str, date, datetime, uuid.UUID, int, float, decimal.Decimal, bool, None, \
             list, tuple, bytes, io.FileIO, io.BufferedReader,",
            Scalar::Any,
        ),
    ],
    generics: &[
        form("list, tuple,", Makes::List),
        form("None, T", Makes::Nullable),
        form("T None,", Makes::Nullable),
        form("dict, frozendict.frozendict, str", Makes::Rest),
    ],
    ..TypeSyntax::BASE
};

/// A number of [`PYTHON_6`] with a note about its format.
pub(crate) static INT32: Word = word("32 bit integer", Scalar::Int32);

/// See [`INT32`].
pub(crate) static INT64: Word = word("64 bit integer", Scalar::Int64);

/// See [`INT32`].
pub(crate) static FLOAT32: Word = word("32 bit float", Scalar::Float32);

/// See [`INT32`].
pub(crate) static FLOAT64: Word = word("64 bit float", Scalar::Float64);

/// Text of [`PYTHON_6`] with a note about its format.
pub(crate) static DECIMAL: Word = word("decimal", Scalar::Decimal);
