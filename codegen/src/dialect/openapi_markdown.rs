use super::{
    Dialect, EmptyTable, Evidence, KeyCase, Models, Nested, NullableRule, PresenceRule, Sign, Weight, WireRule, words,
};

/// `| **tags** | [**List**](Tag.md) | … | [optional] [default to null] |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-markdown",
    about: "openapi-generator's plain Markdown: `List` and `Map` without what is in them",
    evidence: &[
        Evidence { sign: Sign::AllNotesHave("[default to "), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("**List**"), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("**Map**"), weight: Weight::For(2) },
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
    types: &words::MARKDOWN,
    notes: words::OPENAPI_NOTES,
    phrases: &[],
    presence: PresenceRule::Said,
    nullable: NullableRule::Never,
    defaults: &words::BARE_DEFAULTS,
    values: &[],
    unions: &[],
    discriminators: &[],
    wire: WireRule { quotes: &[], escapes: &[], case: KeyCase::AsSpelled, capitals: &[] },
    prose: None,
};
