use super::{
    Dialect, EmptyTable, Evidence, KeyCase, Models, Nested, NullableRule, PresenceRule, Sign, Weight, WireRule, words,
};

/// `**name** | **String!** | … | [optional] [default to null]`
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-graphql",
    about: "openapi-generator's GraphQL server: a mark behind what is never `null`, lists are lost",
    evidence: &[
        Evidence { sign: Sign::TypeHas("!**"), weight: Weight::For(3) },
        Evidence { sign: Sign::AllNotesHave("[default to "), weight: Weight::For(1) },
        Evidence { sign: Sign::TypeBare, weight: Weight::Against },
        Evidence { sign: Sign::TitleHas("."), weight: Weight::Against },
        Evidence { sign: Sign::TitleHas("::"), weight: Weight::Against },
    ],
    models: Models::OnePerPage,
    title: &words::PLAIN_TITLE,
    section: "Properties",
    whole: None,
    columns: words::OPENAPI_COLUMNS,
    nested: Nested::No,
    empty: EmptyTable::Anything,
    rows: &[],
    types: &words::GRAPHQL,
    notes: words::OPENAPI_NOTES,
    phrases: &[],
    presence: PresenceRule::Said,
    nullable: NullableRule::Never,
    defaults: &words::BARE_DEFAULTS,
    values: &[],
    unions: &[],
    discriminators: &[],
    wire: WireRule { quotes: &[], escapes: &[], case: KeyCase::LikelyAsSpelled, capitals: &[] },
    prose: None,
};
