//! Speakeasy's words for each language.

use super::{assumed, form, nullable, word};
use crate::dialect::{Makes, TypeSyntax};
use crate::schema::{Assumption, Scalar};

/// C#.
pub(crate) static SPEAKEASY_CSHARP: TypeSyntax = TypeSyntax {
    words: &[
        word("string", Scalar::String),
        word("int", Scalar::Int32),
        word("long", Scalar::Int64),
        assumed("BigInteger", Scalar::Int64, Assumption::IntegerWidth),
        word("float", Scalar::Float32),
        word("double", Scalar::Float64),
        word("decimal", Scalar::Decimal),
        word("bool", Scalar::Boolean),
        word("DateTime", Scalar::DateTime),
        word("LocalDate", Scalar::Date),
        word("DateOnly", Scalar::Date),
        word("byte[]", Scalar::Bytes),
        word("object", Scalar::Any),
        word("Object", Scalar::Any),
        word("HttpResponseMessage", Scalar::Any),
        word("HttpRequestMessage", Scalar::Any),
    ],
    generics: &[
        form("List<T>", Makes::List),
        form("T[]", Makes::List),
        form("Dictionary<K, T>", Makes::Map),
        form("T?", Makes::Optional),
    ],
    namespace: Some("."),
    ..SPEAKEASY
};

/// Go.
pub(crate) static SPEAKEASY_GO: TypeSyntax = TypeSyntax {
    words: &[
        word("string", Scalar::String),
        assumed("int", Scalar::Int64, Assumption::IntegerWidth),
        word("int32", Scalar::Int32),
        word("int64", Scalar::Int64),
        assumed("big.Int", Scalar::Int64, Assumption::IntegerWidth),
        word("float32", Scalar::Float32),
        word("float64", Scalar::Float64),
        word("decimal.Big", Scalar::Decimal),
        word("bool", Scalar::Boolean),
        word("time.Time", Scalar::DateTime),
        word("types.Date", Scalar::Date),
        word("[]byte", Scalar::Bytes),
        word("any", Scalar::Any),
        word("interface{}", Scalar::Any),
        word("http.Response", Scalar::Any),
        word("http.Request", Scalar::Any),
        assumed("io.ReadCloser", Scalar::File, Assumption::FileAsText),
        assumed("io.Reader", Scalar::File, Assumption::FileAsText),
    ],
    generics: &[
        form("[]T", Makes::List),
        form("map[string]T", Makes::Map),
        form("optionalnullable.OptionalNullable[T]", Makes::Nullable),
        form("optional.Optional[T]", Makes::Optional),
    ],
    namespace: Some("."),
    pointers: true,
    ..SPEAKEASY
};

/// Java.
pub(crate) static SPEAKEASY_JAVA: TypeSyntax = TypeSyntax {
    words: &[
        word("String", Scalar::String),
        word("Integer", Scalar::Int32),
        word("int", Scalar::Int32),
        word("Long", Scalar::Int64),
        word("long", Scalar::Int64),
        assumed("BigInteger", Scalar::Int64, Assumption::IntegerWidth),
        word("Float", Scalar::Float32),
        word("float", Scalar::Float32),
        word("Double", Scalar::Float64),
        word("double", Scalar::Float64),
        word("BigDecimal", Scalar::Decimal),
        word("Boolean", Scalar::Boolean),
        word("boolean", Scalar::Boolean),
        word("OffsetDateTime", Scalar::DateTime),
        word("LocalDate", Scalar::Date),
        word("byte[]", Scalar::Bytes),
        word("Object", Scalar::Any),
        word("JsonNode", Scalar::Any),
        word("HttpResponse<InputStream>", Scalar::Any),
        word("HttpResponse<byte[]>", Scalar::Any),
        word("HttpResponse<Blob>", Scalar::Any),
        assumed("InputStream", Scalar::File, Assumption::FileAsText),
        assumed("Blob", Scalar::File, Assumption::FileAsText),
    ],
    generics: &[
        form("List<T>", Makes::List),
        form("T[]", Makes::List),
        form("Map<K, T>", Makes::Map),
        form("Optional<T>", Makes::Optional),
        form("JsonNullable<T>", Makes::Nullable),
    ],
    namespace: Some("."),
    ..SPEAKEASY
};

/// PHP.
pub(crate) static SPEAKEASY_PHP: TypeSyntax = TypeSyntax {
    words: &[
        word("string", Scalar::String),
        assumed("int", Scalar::Int64, Assumption::IntegerWidth),
        assumed("float", Scalar::Float64, Assumption::FloatWidth),
        assumed("BigInteger", Scalar::Int64, Assumption::IntegerWidth),
        word("BigDecimal", Scalar::Decimal),
        word("bool", Scalar::Boolean),
        word("\\DateTime", Scalar::DateTime),
        word("LocalDate", Scalar::Date),
        word("mixed", Scalar::Any),
        word("object", Scalar::Any),
        word("\\Psr\\Http\\Message\\ResponseInterface", Scalar::Any),
    ],
    generics: &[
        form("array<K, T>", Makes::Map),
        form("array<T>", Makes::List),
        form("T[]", Makes::List),
        form("array", Makes::List),
        form("?T", Makes::Optional),
    ],
    namespace: Some("\\"),
    ..SPEAKEASY
};

/// Python, which has one word for a date and for a date and time.
pub(crate) static SPEAKEASY_PYTHON: TypeSyntax = TypeSyntax {
    words: &[
        word("str", Scalar::String),
        assumed("int", Scalar::Int64, Assumption::IntegerWidth),
        assumed("float", Scalar::Float64, Assumption::FloatWidth),
        word("Decimal", Scalar::Decimal),
        word("decimal.Decimal", Scalar::Decimal),
        word("bool", Scalar::Boolean),
        word("date", Scalar::DateOrDateTime),
        word("datetime", Scalar::DateOrDateTime),
        word("bytes", Scalar::Bytes),
        assumed("Union[bytes, IO[bytes], io.BufferedReader]", Scalar::File, Assumption::FileAsText),
        assumed("IO[bytes]", Scalar::File, Assumption::FileAsText),
        assumed("io.BufferedReader", Scalar::File, Assumption::FileAsText),
        word("Any", Scalar::Any),
        word("object", Scalar::Any),
        word("httpx.Response", Scalar::Any),
        word("requests.Response", Scalar::Any),
    ],
    generics: &[
        form("List[T]", Makes::List),
        form("list[T]", Makes::List),
        form("Dict[K, T]", Makes::Map),
        form("dict[K, T]", Makes::Map),
        form("Union[T...]", Makes::AnyOf),
        form("Optional[T]", Makes::Optional),
        form("Nullable[T]", Makes::Nullable),
        form("OptionalNullable[T]", Makes::Nullable),
    ],
    namespace: Some("."),
    ..SPEAKEASY
};

/// Ruby, which has one word for a date and for a date and time.
pub(crate) static SPEAKEASY_RUBY: TypeSyntax = TypeSyntax {
    words: &[
        word("::String", Scalar::String),
        word("String", Scalar::String),
        assumed("::Integer", Scalar::Int64, Assumption::IntegerWidth),
        assumed("Integer", Scalar::Int64, Assumption::IntegerWidth),
        assumed("::Float", Scalar::Float64, Assumption::FloatWidth),
        assumed("Float", Scalar::Float64, Assumption::FloatWidth),
        word("T::Boolean", Scalar::Boolean),
        word("Crystalline::Boolean.new", Scalar::Boolean),
        word("Date", Scalar::DateOrDateTime),
        word("::Date", Scalar::DateOrDateTime),
        word("DateTime", Scalar::DateTime),
        word("::DateTime", Scalar::DateTime),
        word("::Object", Scalar::Any),
        word("Object", Scalar::Any),
        word("T.untyped", Scalar::Any),
        word("Faraday::Response", Scalar::Any),
        word("::Faraday::Response", Scalar::Any),
    ],
    generics: &[
        form("T::Array<T>", Makes::List),
        form("T::Array[T]", Makes::List),
        form("Crystalline::Array.new(T)", Makes::List),
        form("T::Hash[K, T]", Makes::Map),
        form("T::Hash<K, T>", Makes::Map),
        form("Crystalline::Hash.new(K, T)", Makes::Map),
        form("Crystalline::Union.new(T...)", Makes::AnyOf),
        form("T.any(T...)", Makes::AnyOf),
        form("T.nilable(T)", Makes::Optional),
        form("Crystalline::Nilable.new(T)", Makes::Optional),
    ],
    namespace: Some("::"),
    ..SPEAKEASY
};

/// TypeScript.
pub(crate) static SPEAKEASY_TYPESCRIPT: TypeSyntax = TypeSyntax {
    words: &[
        word("string", Scalar::String),
        assumed("number", Scalar::Float64, Assumption::MaybeInteger),
        assumed("bigint", Scalar::Int64, Assumption::IntegerWidth),
        word("boolean", Scalar::Boolean),
        word("Date", Scalar::DateTime),
        word("RFCDate", Scalar::Date),
        word("Decimal", Scalar::Decimal),
        word("Decimal$", Scalar::Decimal),
        word("Uint8Array", Scalar::Bytes),
        assumed("Blob", Scalar::File, Assumption::FileAsText),
        assumed("File", Scalar::File, Assumption::FileAsText),
        assumed("ReadableStream<Uint8Array>", Scalar::File, Assumption::FileAsText),
        nullable("null", Scalar::Any),
        word("any", Scalar::Any),
        word("unknown", Scalar::Any),
        word("Response", Scalar::Any),
        word("Request", Scalar::Any),
        word("AxiosResponse", Scalar::Any),
    ],
    generics: &[
        form("T[]", Makes::List),
        form("Array<T>", Makes::List),
        form("Set<T>", Makes::Set),
        form("Record<K, T>", Makes::Map),
        form("{ [k: string]: T }", Makes::Map),
        form("(T)", Makes::Same),
    ],
    namespace: Some("."),
    alternatives: &["|"],
    absent: &["undefined"],
    ..SPEAKEASY
};

/// What all languages have in common.
const SPEAKEASY: TypeSyntax = TypeSyntax { italics: true, folder_links: true, literals: true, ..TypeSyntax::BASE };
