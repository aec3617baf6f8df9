use super::{
    DefaultSyntax, DefaultTexts, Dialect, Escape, EscapedName, Evidence, KeyCase, Sign, Weight, WireRule, words,
};

/// `**user** | [***::models::User**](User.md) |  | [optional] `
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-rust-3",
    about: "openapi-generator's and swagger-codegen's Rust client before 4.0: a star before ::models::X, no Option<T>",
    evidence: &[
        Evidence { sign: Sign::TypeHas("***::models::"), weight: Weight::For(4) },
        Evidence { sign: Sign::TypeHas("<::models::"), weight: Weight::For(4) },
        Evidence { sign: Sign::AllNotesHave("[default to null]"), weight: Weight::For(1) },
        Evidence { sign: Sign::OuterPipes(false), weight: Weight::For(1) },
    ],
    types: &words::RUST_3,
    defaults: &DEFAULTS,
    wire: WireRule { escapes: ESCAPES, case: KeyCase::Camel, ..WireRule::BASE },
    ..Dialect::OPENAPI
};

static DEFAULTS: DefaultSyntax = DefaultSyntax { none: &["null"], texts: DefaultTexts::BareOrNamed };

static ESCAPES: &[Escape] =
    &[Escape::before("_", EscapedName::OneOf(words::RUST_KEYWORDS)), Escape::before("var_", EscapedName::Digit)];
