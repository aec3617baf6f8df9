use super::{Dialect, Escape, EscapedName, Evidence, KeyCase, Sign, Weight, WireRule, words};
use crate::names;

/// `**user** | Option<[**crate::models::User**](User.md)> |  | [optional]`
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-rust",
    about: "openapi-generator's Rust client, 4.0 to 6.x: no outer pipes, crate::models::X",
    evidence: &[
        Evidence { sign: Sign::TypeHas("Option<"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("models::"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("**String**"), weight: Weight::For(1) },
        Evidence { sign: Sign::OuterPipes(false), weight: Weight::For(1) },
    ],
    section: "Properties",
    columns: words::OPENAPI_COLUMNS,
    types: &words::RUST,
    notes: words::OPENAPI_NOTES,
    wire: WireRule {
        // `_type` is the key `type`; generators from 7.0 on write `r#type`.
        escapes: &[
            Escape { prefix: "r#", before: EscapedName::OneOf(names::KEYWORDS) },
            Escape { prefix: "_", before: EscapedName::OneOf(names::KEYWORDS) },
        ],
        case: KeyCase::Camel,
        capitals: &[],
    },
    prose: Some(&words::ENGLISH_PROSE),
};
