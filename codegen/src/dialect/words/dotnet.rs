//! C# and PowerShell.

use super::{assumed, form, word};
use crate::dialect::{LostValues, Makes, TypeSyntax};
use crate::schema::{Assumption, Scalar};

/// openapi-generator's words for C# from 7.0 on.
pub(crate) static CSHARP: TypeSyntax = TypeSyntax {
    words: &[
        word("string", Scalar::String),
        word("int", Scalar::Int32),
        word("long", Scalar::Int64),
        word("sbyte", Scalar::Int32),
        word("byte", Scalar::Uint32),
        word("short", Scalar::Int32),
        word("ushort", Scalar::Uint32),
        word("uint", Scalar::Uint32),
        word("ulong", Scalar::Uint64),
        word("float", Scalar::Float32),
        word("double", Scalar::Float64),
        word("decimal", Scalar::Decimal),
        word("bool", Scalar::Boolean),
        word("byte[]", Scalar::Bytes),
        assumed("System.IO.Stream", Scalar::File, Assumption::FileAsText),
        assumed("FileParameter", Scalar::File, Assumption::FileAsText),
        word("Guid", Scalar::Uuid),
        word("Object", Scalar::Any),
        word("AnyType", Scalar::Any),
        word("DateTime", Scalar::DateTime),
        word("DateTimeOffset", Scalar::DateTime),
        word("DateOnly", Scalar::Date),
        word("TimeSpan", Scalar::Duration),
        word("char", Scalar::String),
        word("object", Scalar::Any),
        word("Uri", Scalar::Uri),
        assumed("Stream", Scalar::File, Assumption::FileAsText),
        word("TimeOnly", Scalar::Time),
    ],
    generics: &[
        form("List<T>", Makes::List),
        form("HashSet<T>", Makes::Set),
        form("Dictionary<K, T>", Makes::Map),
        form("T?", Makes::Nullable),
        form("IList<T>", Makes::List),
        form("ICollection<T>", Makes::List),
        form("Collection<T>", Makes::List),
        form("IEnumerable<T>", Makes::List),
        form("ISet<T>", Makes::Set),
        form("IDictionary<K, T>", Makes::Map),
    ],
    lost_values: &[LostValues::WithinModel],
    ..TypeSyntax::BASE
};

/// openapi-generator's and swagger-codegen's words for C# before 7.0, and for old frameworks after it, where `DateTime`
/// is also a date.
pub(crate) static CSHARP_6: TypeSyntax = TypeSyntax {
    words: &[
        word("string", Scalar::String),
        word("int", Scalar::Int32),
        word("long", Scalar::Int64),
        word("sbyte", Scalar::Int32),
        word("byte", Scalar::Uint32),
        word("short", Scalar::Int32),
        word("ushort", Scalar::Uint32),
        word("uint", Scalar::Uint32),
        word("ulong", Scalar::Uint64),
        word("float", Scalar::Float32),
        word("double", Scalar::Float64),
        word("decimal", Scalar::Decimal),
        word("bool", Scalar::Boolean),
        word("byte[]", Scalar::Bytes),
        assumed("System.IO.Stream", Scalar::File, Assumption::FileAsText),
        assumed("FileParameter", Scalar::File, Assumption::FileAsText),
        word("Guid", Scalar::Uuid),
        word("Object", Scalar::Any),
        word("AnyType", Scalar::Any),
        word("DateTime", Scalar::DateOrDateTime),
        word("Decimal", Scalar::Decimal),
        word("BigDecimal", Scalar::Decimal),
        word("char", Scalar::String),
        word("object", Scalar::Any),
        word("Uri", Scalar::Uri),
        assumed("Stream", Scalar::File, Assumption::FileAsText),
        word("TimeOnly", Scalar::Time),
        word("DateOnly", Scalar::Date),
        word("DateTimeOffset", Scalar::DateOrDateTime),
        word("TimeSpan", Scalar::Duration),
    ],
    generics: &[
        form("List<T>", Makes::List),
        form("HashSet<T>", Makes::Set),
        form("Dictionary<K, T>", Makes::Map),
        form("T?", Makes::Nullable),
        form("IList<T>", Makes::List),
        form("ICollection<T>", Makes::List),
        form("Collection<T>", Makes::List),
        form("IEnumerable<T>", Makes::List),
        form("ISet<T>", Makes::Set),
        form("IDictionary<K, T>", Makes::Map),
    ],
    days: Some("DateOnly"),
    unmarked: Some(&[
        "string",
        "byte[]",
        "System.IO.Stream",
        "Stream",
        "FileParameter",
        "Object",
        "object",
        "AnyType",
        "Decimal",
        "BigDecimal",
        "Uri",
    ]),
    lost_values: &[LostValues::WithinModel],
    ..TypeSyntax::BASE
};

/// openapi-generator's words for PowerShell.
pub(crate) static POWERSHELL: TypeSyntax = TypeSyntax {
    words: &[
        word("String", Scalar::String),
        word("Int32", Scalar::Int32),
        word("Int64", Scalar::Int64),
        word("SByte", Scalar::Int32),
        word("Byte", Scalar::Uint32),
        word("Int16", Scalar::Int32),
        word("UInt16", Scalar::Uint32),
        word("UInt32", Scalar::Uint32),
        word("UInt64", Scalar::Uint64),
        word("Double", Scalar::Float64),
        word("Decimal", Scalar::Decimal),
        word("BigDecimal", Scalar::Decimal),
        word("Boolean", Scalar::Boolean),
        word("System.DateTime", Scalar::DateOrDateTime),
        word("SystemByte", Scalar::Bytes),
        assumed("System.IO.FileInfo", Scalar::File, Assumption::FileAsText),
        word("AnyType", Scalar::Any),
    ],
    generics: &[
        form("T[]", Makes::List),
        form("System.Collections.Hashtable", Makes::Map),
        form("SystemCollectionsHashtable", Makes::Map),
    ],
    ..TypeSyntax::BASE
};

/// `SailPoint`'s words for PowerShell, with the brackets of Go.
pub(crate) static SAILPOINT_POWERSHELL: TypeSyntax = TypeSyntax {
    words: &[
        word("String", Scalar::String),
        word("Boolean", Scalar::Boolean),
        word("Int32", Scalar::Int32),
        word("Int64", Scalar::Int64),
        word("SByte", Scalar::Int32),
        word("Byte", Scalar::Uint32),
        word("Int16", Scalar::Int32),
        word("UInt16", Scalar::Uint32),
        word("UInt32", Scalar::Uint32),
        word("UInt64", Scalar::Uint64),
        assumed("Decimal", Scalar::Float64, Assumption::FloatWidth),
        word("Double", Scalar::Float64),
        word("System.DateTime", Scalar::DateOrDateTime),
        word("System.Guid", Scalar::Uuid),
        assumed("System.IO.FileInfo", Scalar::File, Assumption::FileAsText),
        word("SystemByte", Scalar::Bytes),
        word("SystemCollectionsHashtable", Scalar::Any),
        word("Object", Scalar::Any),
        word("AnyType", Scalar::Any),
    ],
    generics: &[
        form("[]T", Makes::List),
        form("map[string]T", Makes::Map),
        form("System.Collections.Hashtable", Makes::Map),
        form("Enum [", Makes::Rest),
    ],
    ..TypeSyntax::BASE
};
