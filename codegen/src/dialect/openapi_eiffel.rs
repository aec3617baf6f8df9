use super::{Dialect, Escape, EscapedName, Evidence, KeyCase, Sign, Weight, WireRule, words};

/// `**tags** | [**LIST [TAG]**](Tag.md) | … | [optional] [default to null]`
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-eiffel",
    about: "openapi-generator's Eiffel client: words in capitals, `LIST [T]`, `STRING_TABLE [T]`",
    evidence: &[
        Evidence { sign: Sign::TypeHas("STRING_32"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("LIST ["), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("STRING_TABLE"), weight: Weight::For(2) },
        Evidence { sign: Sign::AllNotesHave("[default to "), weight: Weight::For(1) },
    ],
    types: &words::EIFFEL,
    defaults: &words::BARE_DEFAULTS,
    wire: WireRule { escapes: ESCAPES, case: KeyCase::Camel, ..WireRule::BASE },
    ..Dialect::OPENAPI
};

/// `var_class` is the key `class`, and `var_links` is `_links`.
static ESCAPES: &[Escape] = &[
    Escape::before("var_", EscapedName::OneOf(words::EIFFEL_KEYWORDS)),
    Escape::before("var_", EscapedName::Digit),
    Escape::before("var", EscapedName::Underscore),
];
