use super::{Dialect, Escape, EscapedName, Evidence, Sign, Weight, WireRule, words};

/// `| **tags** | [**List**](Tag.md) | … | [optional] [default to null] |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-markdown",
    about: "openapi-generator's plain Markdown: `List` and `Map` without what is in them",
    evidence: &[
        Evidence { sign: Sign::AllNotesHave("[default to "), weight: Weight::For(3) },
        Evidence { sign: Sign::NameHas("\\_"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("**List**"), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("**Map**"), weight: Weight::For(2) },
    ],
    types: &words::MARKDOWN,
    defaults: &words::BARE_DEFAULTS,
    wire: WireRule { signs: words::SIGNS, escapes: ESCAPES, ..WireRule::BASE },
    ..Dialect::OPENAPI
};

static ESCAPES: &[Escape] = &[
    Escape::before("At", EscapedName::Signed('@', words::AT_WORDS)),
    Escape::before("Dollar", EscapedName::Signed('$', words::DOLLAR_WORDS)),
];
