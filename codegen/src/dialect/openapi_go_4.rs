use super::openapi_go::ESCAPES;
use super::{
    DefaultSyntax, DefaultTexts, Dialect, Evidence, KeyCase, NullableRule, Sign, Style, Weight, WireRule, words,
};

/// `**Tags** | [**[]Tag**](Tag.md) | … | [optional] `
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-go-4",
    about: "openapi-generator's Go client before 5.0: `Pointer to` means null",
    evidence: &[
        Evidence { sign: Sign::AllNotesHave("[default to null]"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("Pointer to "), weight: Weight::For(1) },
        Evidence { sign: Sign::TypeHas("**[]"), weight: Weight::For(1) },
    ],
    style: Style::CAPITALS,
    types: &words::GO_4,
    nullable: NullableRule::SometimesWrapped,
    defaults: &DEFAULTS,
    values: &[words::ENUM_BULLETS, words::ENUM_TABLE],
    wire: WireRule { escapes: ESCAPES, case: KeyCase::SmallFirst, ..WireRule::BASE },
    ..Dialect::OPENAPI
};

/// Texts have no quotation marks before 4.0.
static DEFAULTS: DefaultSyntax = DefaultSyntax { none: words::NO_DEFAULT, texts: DefaultTexts::BareOrNamed };
