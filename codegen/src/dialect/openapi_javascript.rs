use super::{
    Dialect, Escape, EscapedName, Evidence, KeyCase, Sign, ValuesForm, ValuesList, ValuesPlace, Weight, WireRule, words,
};

/// `**tags** | [**[Tag]**](Tag.md) | … | [optional] `
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-javascript",
    about: "openapi-generator's and swagger-codegen's JavaScript clients: `[T]`, `{String: T}`, the module before the name",
    evidence: &[
        Evidence { sign: Sign::TitleHas("."), weight: Weight::Needed(1) },
        Evidence { sign: Sign::TypeHas("**["), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("**{String: "), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("**Number**"), weight: Weight::For(1) },
    ],
    title: &words::DOTTED_TITLE,
    types: &words::JAVASCRIPT,
    values: VALUES,
    wire: WireRule { escapes: ESCAPES, case: KeyCase::LikelyAsSpelled, ..WireRule::BASE },
    ..Dialect::OPENAPI
};

static VALUES: &[ValuesForm] =
    &[words::ENUM_BULLETS, ValuesForm::new(ValuesPlace::OfField("Enum: "), ValuesList::Bullets).quoted()];

static ESCAPES: &[Escape] =
    &[Escape::before("_", EscapedName::OneOf(words::JAVASCRIPT_KEYWORDS)), Escape::before("_", EscapedName::Digit)];
