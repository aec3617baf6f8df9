//! Java, Kotlin and Scala.

use super::{assumed, form, word};
use crate::dialect::{Makes, TypeSyntax};
use crate::schema::{Assumption, Scalar};

/// openapi-generator's and swagger-codegen's words for Java and Android.
pub(crate) static JAVA: TypeSyntax = TypeSyntax {
    words: &[
        word("String", Scalar::String),
        word("Integer", Scalar::Int32),
        word("Long", Scalar::Int64),
        word("Byte", Scalar::Int32),
        word("Short", Scalar::Int32),
        word("BigInteger", Scalar::Decimal),
        word("Float", Scalar::Float32),
        word("Double", Scalar::Float64),
        word("Boolean", Scalar::Boolean),
        word("BigDecimal", Scalar::Decimal),
        word("byte[]", Scalar::Bytes),
        assumed("File", Scalar::File, Assumption::FileAsText),
        word("UUID", Scalar::Uuid),
        word("URI", Scalar::Uri),
        word("Object", Scalar::Any),
        word("LocalDate", Scalar::Date),
        word("OffsetDateTime", Scalar::DateTime),
        word("DateTime", Scalar::DateTime),
        word("Date", Scalar::DateOrDateTime),
        word("LocalDateTime", Scalar::DateTime),
        word("LocalTime", Scalar::Time),
        word("ZonedDateTime", Scalar::DateTime),
        word("Instant", Scalar::DateTime),
        word("oas_any_type_not_mapped", Scalar::Any),
        word("OasAnyTypeNotMapped", Scalar::Any),
        word("AnyType", Scalar::Any),
    ],
    generics: &[
        form("List<T>", Makes::List),
        form("Set<T>", Makes::Set),
        form("Map<K, T>", Makes::Map),
        form("@Valid T", Makes::Same),
    ],
    ..TypeSyntax::BASE
};

/// Genesys Cloud's words for Java, where `Date` is a date and time and `LocalDate` a date.
pub(crate) static GENESYS_JAVA: TypeSyntax = TypeSyntax {
    words: &[
        word("String", Scalar::String),
        word("Integer", Scalar::Int32),
        word("Long", Scalar::Int64),
        word("Byte", Scalar::Int32),
        word("Short", Scalar::Int32),
        word("BigInteger", Scalar::Decimal),
        word("Float", Scalar::Float32),
        word("Double", Scalar::Float64),
        word("Boolean", Scalar::Boolean),
        word("BigDecimal", Scalar::Decimal),
        word("byte[]", Scalar::Bytes),
        assumed("File", Scalar::File, Assumption::FileAsText),
        word("UUID", Scalar::Uuid),
        word("URI", Scalar::Uri),
        word("Object", Scalar::Any),
        word("LocalDate", Scalar::Date),
        word("OffsetDateTime", Scalar::DateTime),
        word("Date", Scalar::DateTime),
    ],
    generics: &[form("List<T>", Makes::List), form("Set<T>", Makes::Set), form("Map<K, T>", Makes::Map)],
    ..TypeSyntax::BASE
};

/// openapi-generator's words for Kotlin.
pub(crate) static KOTLIN: TypeSyntax = TypeSyntax {
    words: &[
        word("kotlin.String", Scalar::String),
        word("kotlin.Int", Scalar::Int32),
        word("kotlin.Long", Scalar::Int64),
        word("kotlin.Byte", Scalar::Int32),
        word("kotlin.Short", Scalar::Int32),
        word("kotlin.UByte", Scalar::Uint32),
        word("kotlin.UShort", Scalar::Uint32),
        word("kotlin.UInt", Scalar::Uint32),
        word("kotlin.ULong", Scalar::Uint64),
        word("java.math.BigInteger", Scalar::Decimal),
        word("kotlin.Float", Scalar::Float32),
        word("kotlin.Double", Scalar::Float64),
        word("kotlin.Boolean", Scalar::Boolean),
        word("kotlin.ByteArray", Scalar::Bytes),
        word("kotlin.Any", Scalar::Any),
        word("AnyType", Scalar::Any),
        word("java.time.OffsetDateTime", Scalar::DateTime),
        word("java.time.LocalDateTime", Scalar::DateTime),
        word("java.time.LocalDate", Scalar::Date),
        word("java.util.UUID", Scalar::Uuid),
        word("java.net.URI", Scalar::Uri),
        word("java.math.BigDecimal", Scalar::Decimal),
        assumed("java.io.File", Scalar::File, Assumption::FileAsText),
    ],
    generics: &[
        form("kotlin.collections.List<T>", Makes::List),
        form("kotlin.Array<T>", Makes::List),
        form("kotlin.collections.Set<T>", Makes::Set),
        form("kotlin.collections.Map<K, T>", Makes::Map),
        form("T?", Makes::Nullable),
    ],
    in_anchor: Some("inline"),
    ..TypeSyntax::BASE
};

/// openapi-generator's words for Scala.
pub(crate) static SCALA: TypeSyntax = TypeSyntax {
    words: &[
        word("String", Scalar::String),
        word("Int", Scalar::Int32),
        word("Long", Scalar::Int64),
        word("Byte", Scalar::Int32),
        word("Short", Scalar::Int32),
        word("BigInt", Scalar::Decimal),
        word("BigInteger", Scalar::Decimal),
        word("Float", Scalar::Float32),
        word("Double", Scalar::Float64),
        word("Boolean", Scalar::Boolean),
        word("BigDecimal", Scalar::Decimal),
        word("ByteArray", Scalar::Bytes),
        assumed("File", Scalar::File, Assumption::FileAsText),
        word("UUID", Scalar::Uuid),
        word("URI", Scalar::Uri),
        word("Any", Scalar::Any),
        word("AnyType", Scalar::Any),
        word("LocalDate", Scalar::Date),
        word("OffsetDateTime", Scalar::DateTime),
    ],
    generics: &[
        form("Seq<T>", Makes::List),
        form("Seq[T]", Makes::List),
        form("Set<T>", Makes::Set),
        form("Set[T]", Makes::Set),
        form("Map<K, T>", Makes::Map),
        form("Map[K, T]", Makes::Map),
    ],
    ..TypeSyntax::BASE
};
