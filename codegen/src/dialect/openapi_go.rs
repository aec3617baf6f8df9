use super::{Dialect, Escape, EscapedName, Evidence, KeyCase, NullableRule, Sign, Style, Weight, WireRule, words};

/// `**Tags** | Pointer to [**[]Tag**](Tag.md) | … | [optional] `
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-go",
    about: "openapi-generator's Go client from 5.0 on, Ionos' too: `Pointer to` means optional, `NullableString` means null",
    evidence: &[
        Evidence { sign: Sign::Heading("Methods"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("Nullable"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("Pointer to "), weight: Weight::For(3) },
        Evidence { sign: Sign::OptionalTypesHave("Pointer to "), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("**[]"), weight: Weight::For(1) },
    ],
    style: Style::CAPITALS,
    types: &words::GO,
    nullable: NullableRule::SometimesWrapped,
    values: &[words::ENUM_BULLETS, words::ENUM_TABLE],
    wire: WireRule { escapes: ESCAPES, case: KeyCase::SmallFirst, ..WireRule::BASE },
    ..Dialect::OPENAPI
};

/// `Type_` is swagger-codegen's `type`.
pub(super) static ESCAPES: &[Escape] = &[
    Escape::after("_", EscapedName::OneOf(words::GO_KEYWORDS)),
    Escape::before("Var", EscapedName::Digit),
    Escape::before("Model", EscapedName::Digit),
];
