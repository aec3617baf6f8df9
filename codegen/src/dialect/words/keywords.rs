//! Reserved words of languages, and names that clients use themselves: generators escape both.
//!
//! Generators change their lists from version to version. Each list here has the words of all versions, because an
//! escape that no version makes is in no document. Words that only some versions escape are spelled plainly in the
//! documents of the others.

pub(crate) use c::{C_KEYWORDS, CSHARP_KEYWORDS, CSHARP_NAMES, OBJC_KEYWORDS, SWIFT_KEYWORDS};
pub(crate) use jvm::{JAVA_KEYWORDS, KOTLIN_NAMES, MICRONAUT_NAMES};
pub(crate) use scripts::{PHP_KEYWORDS, POWERSHELL_KEYWORDS, PYDANTIC_NAMES, PYTHON_KEYWORDS, R_NAMES, RUBY_KEYWORDS};
pub(crate) use systems::{BASH_KEYWORDS, EIFFEL_KEYWORDS, GO_KEYWORDS, RUST_KEYWORDS};
pub(crate) use web::{DART_KEYWORDS, GRAPHQL_KEYWORDS, JAVASCRIPT_KEYWORDS, TYPESCRIPT_KEYWORDS};

mod c;
mod jvm;
mod scripts;
mod systems;
mod web;

/// The keys that APIs are known to write with an `@`: those of JSON-LD, TM Forum and Elastic.
pub(crate) static AT_WORDS: &[&str] = &[
    "baseType",
    "class",
    "context",
    "graph",
    "id",
    "language",
    "referredType",
    "schemaLocation",
    "timestamp",
    "type",
    "value",
    "version",
];

/// The keys that APIs are known to write with a `$`: those of JSON Schema, and `$type`.
pub(crate) static DOLLAR_WORDS: &[&str] = &["comment", "defs", "id", "ref", "schema", "type"];

/// How openapi-generator's fallback for names writes signs.
pub(crate) static SIGNS: &[(&str, &str)] = &[("Underscore", "_"), ("Minus", "-")];
