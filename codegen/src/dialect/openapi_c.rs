use super::{Dialect, Escape, EscapedName, Evidence, KeyCase, Sign, Title, Weight, WireRule, words};

/// `**tags** | [**list_t**](tag.md) \* | … | [optional] `
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-c",
    about: "openapi-generator's C client: `char \\*`, `list_t \\*` is a list and `list_t*` a map",
    evidence: &[
        Evidence { sign: Sign::TitleEnds("_t"), weight: Weight::Needed(2) },
        Evidence { sign: Sign::TypeHas("char \\*"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("list_t"), weight: Weight::For(3) },
    ],
    title: &TITLE,
    types: &words::C,
    wire: WireRule { escapes: ESCAPES, case: KeyCase::Camel, ..WireRule::BASE },
    ..Dialect::OPENAPI
};

static TITLE: Title = Title { after: &["_t"], ..Title::BASE };

static ESCAPES: &[Escape] =
    &[Escape::before("_", EscapedName::OneOf(words::C_KEYWORDS)), Escape::before("_", EscapedName::Digit)];
