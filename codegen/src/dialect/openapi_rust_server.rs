use super::openapi_rust::ESCAPES;
use super::{Dialect, Evidence, KeyCase, NullableRule, Sign, Weight, WireRule, words};

/// `**user** | [***models::User**](User.md) |  | [optional] [default to None]`
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-rust-server",
    about: "openapi-generator's Rust servers: a star before models, swagger::Nullable<T>",
    evidence: &[
        Evidence { sign: Sign::TypeHas("[***models::"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("swagger::"), weight: Weight::For(3) },
        Evidence { sign: Sign::NotesHave("[default to None]"), weight: Weight::For(3) },
        Evidence { sign: Sign::OuterPipes(false), weight: Weight::For(1) },
    ],
    whole: Some("Type"),
    types: &words::RUST_SERVER,
    nullable: NullableRule::SometimesWrapped,
    wire: WireRule { escapes: ESCAPES, case: KeyCase::Camel, ..WireRule::BASE },
    ..Dialect::OPENAPI
};
