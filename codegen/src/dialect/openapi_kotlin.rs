use super::{
    Dialect, Escape, EscapedName, Evidence, KeyCase, Sign, ValuesForm, ValuesList, ValuesPlace, Weight, WireRule, words,
};

/// `| **state** | [**inline**](#State) | … |  [optional] |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-kotlin",
    about: "openapi-generator's Kotlin clients and servers: `kotlin.String`, all values of a text in one row",
    evidence: &[
        Evidence { sign: Sign::TypeHas("kotlin."), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("[**inline**]"), weight: Weight::For(5) },
    ],
    types: &words::KOTLIN,
    values: VALUES,
    wire: WireRule { quotes: &[("`", "`")], escapes: ESCAPES, case: KeyCase::LikelyAsSpelled, ..WireRule::BASE },
    ..Dialect::OPENAPI
};

static VALUES: &[ValuesForm] =
    &[words::ENUM_BULLETS, ValuesForm::new(ValuesPlace::OfField("Enum: "), ValuesList::OneRow("Name", "Value"))];

/// `propertySize` is the key `size`: maps have such a property. Keywords are in backticks.
pub(super) static ESCAPES: &[Escape] = &[
    Escape::before("property", EscapedName::OneOfCapitalised(words::KOTLIN_NAMES)),
    Escape::before("_", EscapedName::Digit),
    Escape::before("at", EscapedName::Signed('@', words::AT_WORDS)),
    Escape::before("dollar", EscapedName::Signed('$', words::DOLLAR_WORDS)),
];
