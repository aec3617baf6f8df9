//! Rust.

use super::{assumed, form, word};
use crate::dialect::{Makes, TypeSyntax};
use crate::schema::{Assumption, Scalar};

/// openapi-generator's words for Rust from 4.0 on.
pub(crate) static RUST: TypeSyntax = TypeSyntax {
    words: &[
        word("String", Scalar::String),
        word("i32", Scalar::Int32),
        word("i64", Scalar::Int64),
        word("f32", Scalar::Float32),
        word("f64", Scalar::Float64),
        word("bool", Scalar::Boolean),
        word("u32", Scalar::Uint32),
        word("u64", Scalar::Uint64),
        word("serde_json::Value", Scalar::Any),
        word("Value", Scalar::Any),
        assumed("std::path::PathBuf", Scalar::File, Assumption::FileAsText),
        word("uuid::Uuid", Scalar::Uuid),
        word("chrono::DateTime<chrono::FixedOffset>", Scalar::DateTime),
        word("chrono::DateTime<chrono::Utc>", Scalar::DateTime),
        word("chrono::NaiveDate", Scalar::Date),
        word("rust_decimal::Decimal", Scalar::Decimal),
        word("models::Decimal", Scalar::Decimal),
        word("crate::models::Decimal", Scalar::Decimal),
        word("crate::models::BigDecimal", Scalar::Decimal),
        word("crate::models::AnyType", Scalar::Any),
    ],
    generics: &[
        form("Option<T>", Makes::Optional),
        form("Vec<T>", Makes::List),
        form("HashSet<T>", Makes::Set),
        form("std::collections::HashSet<T>", Makes::Set),
        form("::std::collections::HashMap<K, T>", Makes::Map),
        form("std::collections::HashMap<K, T>", Makes::Map),
    ],
    model_prefixes: &["crate::models::", "::models::", "models::"],
    optional: Some("Option<"),
    ..TypeSyntax::BASE
};

/// openapi-generator's and swagger-codegen's words for Rust before 4.0.
pub(crate) static RUST_3: TypeSyntax = TypeSyntax {
    words: &[
        word("String", Scalar::String),
        word("i32", Scalar::Int32),
        word("i64", Scalar::Int64),
        word("f32", Scalar::Float32),
        word("f64", Scalar::Float64),
        word("bool", Scalar::Boolean),
        word("Value", Scalar::Any),
        assumed("::models::File", Scalar::File, Assumption::FileAsText),
        word("::models::BigDecimal", Scalar::Decimal),
    ],
    generics: &[form("Vec<T>", Makes::List), form("::std::collections::HashMap<K, T>", Makes::Map)],
    model_prefixes: &["::models::"],
    ..TypeSyntax::BASE
};

/// openapi-generator's words for its Rust servers.
pub(crate) static RUST_SERVER: TypeSyntax = TypeSyntax {
    words: &[
        word("String", Scalar::String),
        word("i32", Scalar::Int32),
        word("i64", Scalar::Int64),
        word("f32", Scalar::Float32),
        word("f64", Scalar::Float64),
        word("bool", Scalar::Boolean),
        assumed("isize", Scalar::Int64, Assumption::IntegerWidth),
        word("u32", Scalar::Uint32),
        word("u64", Scalar::Uint64),
        word("serde_json::Value", Scalar::Any),
        word("Object", Scalar::Any),
        word("object", Scalar::Any),
        word("AnyType", Scalar::Any),
        word("swagger::ByteArray", Scalar::Bytes),
        word("chrono::DateTime::<chrono::Utc>", Scalar::DateOrDateTime),
        word("chrono::DateTime<chrono::Utc>", Scalar::DateOrDateTime),
        word("chrono::naive::NaiveDate", Scalar::Date),
        word("uuid::Uuid", Scalar::Uuid),
        word("models::Decimal", Scalar::Decimal),
        word("string", Scalar::String),
        assumed("integer", Scalar::Int64, Assumption::IntegerWidth),
        word("Decimal", Scalar::Decimal),
        word("BigDecimal", Scalar::Decimal),
    ],
    generics: &[
        form("swagger::Nullable<T>", Makes::Nullable),
        form("swagger::OneOf2<T...>", Makes::OneOf),
        form("swagger::OneOf3<T...>", Makes::OneOf),
        form("swagger::OneOf4<T...>", Makes::OneOf),
        form("swagger::OneOf5<T...>", Makes::OneOf),
        form("swagger::OneOf6<T...>", Makes::OneOf),
        form("swagger::AnyOf2<T...>", Makes::AnyOf),
        form("swagger::AnyOf3<T...>", Makes::AnyOf),
        form("swagger::AnyOf4<T...>", Makes::AnyOf),
        form("swagger::AnyOf5<T...>", Makes::AnyOf),
        form("swagger::AnyOf6<T...>", Makes::AnyOf),
        form("Vec<T>", Makes::List),
        form("HashMap<K, T>", Makes::Map),
        form("std::collections::HashMap<K, T>", Makes::Map),
    ],
    model_prefixes: &["models::"],
    ..TypeSyntax::BASE
};
