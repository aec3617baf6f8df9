use super::{Dialect, Escape, EscapedName, Evidence, KeyCase, Sign, Weight, WireRule, words};

/// `**name** | **String!** | … | [optional] [default to null]`
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-graphql",
    about: "openapi-generator's GraphQL server: a mark after what is never `null`, lists are lost",
    evidence: &[
        Evidence { sign: Sign::TypeHas("!**"), weight: Weight::For(3) },
        Evidence { sign: Sign::AllNotesHave("[default to "), weight: Weight::For(1) },
    ],
    types: &words::GRAPHQL,
    defaults: &words::BARE_DEFAULTS,
    wire: WireRule { escapes: ESCAPES, case: KeyCase::LikelyAsSpelled, ..WireRule::BASE },
    ..Dialect::OPENAPI
};

/// `Type_` is the key `type`.
static ESCAPES: &[Escape] = &[
    Escape::after("_", EscapedName::OneOfCapitalised(words::GRAPHQL_KEYWORDS)),
    Escape::before("Var", EscapedName::Digit),
];
