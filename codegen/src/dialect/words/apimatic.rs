//! `APIMatic`'s words for each language.

use super::{assumed, form, nullable, word};
use crate::dialect::{Makes, TypeSyntax};
use crate::schema::{Assumption, Scalar};

/// C#, where `?` is at types that cannot be absent otherwise.
pub(crate) static APIMATIC_CSHARP: TypeSyntax = TypeSyntax {
    words: &[
        word("string", Scalar::String),
        word("int", Scalar::Int32),
        word("long", Scalar::Int64),
        word("float", Scalar::Float32),
        word("double", Scalar::Float64),
        word("decimal", Scalar::Decimal),
        word("bool", Scalar::Boolean),
        word("DateTime", Scalar::DateOrDateTime),
        word("DateTimeOffset", Scalar::DateTime),
        word("Guid", Scalar::Uuid),
        word("byte[]", Scalar::Bytes),
        assumed("FileStreamInfo", Scalar::File, Assumption::FileAsText),
        assumed("Stream", Scalar::File, Assumption::FileAsText),
        word("object", Scalar::Any),
        word("dynamic", Scalar::Any),
        word("JsonObject", Scalar::Any),
        word("JsonValue", Scalar::Any),
    ],
    generics: &[
        form("List<T>", Makes::List),
        form("T[]", Makes::List),
        form("Dictionary<K, T>", Makes::Map),
        form("T this[string key]", Makes::Map),
        form("T?", Makes::Optional),
    ],
    namespace: Some("."),
    ..TypeSyntax::BASE
};

/// Go.
pub(crate) static APIMATIC_GO: TypeSyntax = TypeSyntax {
    words: &[
        word("string", Scalar::String),
        assumed("int", Scalar::Int64, Assumption::IntegerWidth),
        word("int32", Scalar::Int32),
        word("int64", Scalar::Int64),
        word("float32", Scalar::Float32),
        word("float64", Scalar::Float64),
        word("bool", Scalar::Boolean),
        word("time.Time", Scalar::DateOrDateTime),
        word("uuid.UUID", Scalar::Uuid),
        word("[]byte", Scalar::Bytes),
        assumed("models.FileWrapper", Scalar::File, Assumption::FileAsText),
        assumed("FileWrapper", Scalar::File, Assumption::FileAsText),
        word("interface{}", Scalar::Any),
        word("any", Scalar::Any),
    ],
    generics: &[
        form("[]T", Makes::List),
        form("map[string]T", Makes::Map),
        form("Optional[T]", Makes::Nullable),
        form("models.Optional[T]", Makes::Nullable),
    ],
    namespace: Some("."),
    pointers: true,
    ..TypeSyntax::BASE
};

/// Java.
pub(crate) static APIMATIC_JAVA: TypeSyntax = TypeSyntax {
    words: &[
        word("String", Scalar::String),
        word("Integer", Scalar::Int32),
        word("int", Scalar::Int32),
        word("Long", Scalar::Int64),
        word("long", Scalar::Int64),
        word("Float", Scalar::Float32),
        word("float", Scalar::Float32),
        word("Double", Scalar::Float64),
        word("double", Scalar::Float64),
        word("BigDecimal", Scalar::Decimal),
        word("Boolean", Scalar::Boolean),
        word("boolean", Scalar::Boolean),
        word("LocalDate", Scalar::Date),
        word("LocalDateTime", Scalar::DateTime),
        word("ZonedDateTime", Scalar::DateTime),
        word("OffsetDateTime", Scalar::DateTime),
        word("DateTime", Scalar::DateTime),
        word("Date", Scalar::DateOrDateTime),
        word("UUID", Scalar::Uuid),
        word("byte[]", Scalar::Bytes),
        assumed("FileWrapper", Scalar::File, Assumption::FileAsText),
        word("Object", Scalar::Any),
        word("JsonObject", Scalar::Any),
        word("JsonValue", Scalar::Any),
        word("DynamicResponse", Scalar::Any),
    ],
    generics: &[form("List<T>", Makes::List), form("T[]", Makes::List), form("Map<K, T>", Makes::Map)],
    namespace: Some("."),
    ..TypeSyntax::BASE
};

/// PHP.
pub(crate) static APIMATIC_PHP: TypeSyntax = TypeSyntax {
    words: &[
        word("string", Scalar::String),
        assumed("int", Scalar::Int64, Assumption::IntegerWidth),
        assumed("float", Scalar::Float64, Assumption::FloatWidth),
        word("bool", Scalar::Boolean),
        word("DateTime", Scalar::DateOrDateTime),
        word("\\DateTime", Scalar::DateOrDateTime),
        assumed("FileWrapper", Scalar::File, Assumption::FileAsText),
        word("mixed", Scalar::Any),
        word("object", Scalar::Any),
    ],
    generics: &[
        form("T[]", Makes::List),
        form("array<K,T>", Makes::Map),
        form("array<T>", Makes::List),
        form("array", Makes::List),
        form("?T", Makes::Optional),
        form("string(T)", Makes::Same),
        form("int(T)", Makes::Same),
        form("(T)", Makes::Same),
    ],
    namespace: Some("\\"),
    alternatives: &["|"],
    absent: &["null"],
    ..TypeSyntax::BASE
};

/// Python. Before 2022, names have spaces between their words.
pub(crate) static APIMATIC_PYTHON: TypeSyntax = TypeSyntax {
    words: &[
        word("str", Scalar::String),
        assumed("int", Scalar::Int64, Assumption::IntegerWidth),
        word("long|int", Scalar::Int64),
        word("long | int", Scalar::Int64),
        assumed("float", Scalar::Float64, Assumption::FloatWidth),
        word("bool", Scalar::Boolean),
        word("date", Scalar::Date),
        word("datetime", Scalar::DateTime),
        word("uuid|str", Scalar::Uuid),
        word("uuid | str", Scalar::Uuid),
        word("UUID", Scalar::Uuid),
        word("bytes", Scalar::Bytes),
        assumed("typing.BinaryIO", Scalar::File, Assumption::FileAsText),
        assumed("BinaryIO", Scalar::File, Assumption::FileAsText),
        assumed("FileWrapper", Scalar::File, Assumption::FileAsText),
        word("object", Scalar::Any),
        word("dict", Scalar::Any),
        word("Any", Scalar::Any),
        word("jsonObject", Scalar::Any),
        word("JsonObject", Scalar::Any),
        word("jsonValue", Scalar::Any),
        word("JsonValue", Scalar::Any),
    ],
    generics: &[
        form("List[T]", Makes::List),
        form("Dict[K, T]", Makes::Map),
        form("Dict[T]", Makes::Map),
        form("Union[T...]", Makes::AnyOf),
        form("Optional[T]", Makes::Optional),
        form("str (T)", Makes::Same),
        form("int (T)", Makes::Same),
    ],
    namespace: Some("."),
    alternatives: &["|"],
    absent: &["None"],
    spaced: Some(&[form("List T", Makes::List), form("Dict Str T", Makes::Map)]),
    ..TypeSyntax::BASE
};

/// Ruby. Before 2024, names have spaces between their words.
pub(crate) static APIMATIC_RUBY: TypeSyntax = TypeSyntax {
    words: &[
        word("String", Scalar::String),
        assumed("Integer", Scalar::Int64, Assumption::IntegerWidth),
        word("Long", Scalar::Int64),
        assumed("Float", Scalar::Float64, Assumption::FloatWidth),
        word("TrueClass | FalseClass", Scalar::Boolean),
        word("TrueClass|FalseClass", Scalar::Boolean),
        word("Boolean", Scalar::Boolean),
        word("Date", Scalar::Date),
        word("DateTime", Scalar::DateTime),
        word("UUID | String", Scalar::Uuid),
        word("UUID", Scalar::Uuid),
        assumed("File | UploadIO", Scalar::File, Assumption::FileAsText),
        assumed("File", Scalar::File, Assumption::FileAsText),
        word("Object", Scalar::Any),
        word("JsonObject", Scalar::Any),
        word("JsonValue", Scalar::Any),
    ],
    generics: &[
        form("Array[T]", Makes::List),
        form("Array<T>", Makes::List),
        form("Hash[K, T]", Makes::Map),
        form("Hash<K, T>", Makes::Map),
        form("String (T)", Makes::Same),
        form("Integer (T)", Makes::Same),
    ],
    namespace: Some("::"),
    alternatives: &["|"],
    absent: &["nil"],
    spaced: Some(&[form("Array T", Makes::List), form("Hash String T", Makes::Map)]),
    ..TypeSyntax::BASE
};

/// TypeScript.
pub(crate) static APIMATIC_TYPESCRIPT: TypeSyntax = TypeSyntax {
    words: &[
        word("string", Scalar::String),
        assumed("number", Scalar::Float64, Assumption::MaybeInteger),
        assumed("bigint", Scalar::Int64, Assumption::IntegerWidth),
        word("boolean", Scalar::Boolean),
        word("Date", Scalar::DateOrDateTime),
        assumed("NodeJS.ReadableStream", Scalar::File, Assumption::FileAsText),
        assumed("Blob", Scalar::File, Assumption::FileAsText),
        assumed("FileWrapper", Scalar::File, Assumption::FileAsText),
        word("Buffer", Scalar::Bytes),
        nullable("null", Scalar::Any),
        word("unknown", Scalar::Any),
        word("any", Scalar::Any),
        word("object", Scalar::Any),
    ],
    generics: &[
        form("T[]", Makes::List),
        form("Array<T>", Makes::List),
        form("Record<K, T>", Makes::Map),
        form("(T)", Makes::Same),
    ],
    namespace: Some("."),
    alternatives: &["|"],
    absent: &["undefined"],
    ..TypeSyntax::BASE
};
