use super::{Dialect, Escape, EscapedName, Evidence, KeyCase, Sign, Title, Weight, WireRule, words};

/// `**tags** | [**ARRAY[Tag]**](Tag.md) | … | [optional] `
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-perl",
    about: "openapi-generator's Perl client: `ARRAY[T]`, `HASH[string,T]`",
    evidence: &[
        Evidence { sign: Sign::TitleHas("::"), weight: Weight::Needed(2) },
        Evidence { sign: Sign::Heading("Load the model package"), weight: Weight::Needed(0) },
        Evidence { sign: Sign::Text("```perl"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("ARRAY["), weight: Weight::For(2) },
    ],
    title: &TITLE,
    types: &words::PERL,
    wire: WireRule { escapes: ESCAPES, case: KeyCase::Camel, ..WireRule::BASE },
    ..Dialect::OPENAPI
};

static TITLE: Title = Title { namespace: Some("::"), sections: &["Load the model package"], ..Title::BASE };

static ESCAPES: &[Escape] =
    &[Escape::before("_", EscapedName::Digit), Escape::before("__", EscapedName::Signed('$', words::DOLLAR_WORDS))];
