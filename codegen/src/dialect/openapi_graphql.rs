use super::{Dialect, Evidence, Sign, Weight, words};

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
    ..Dialect::OPENAPI
};
