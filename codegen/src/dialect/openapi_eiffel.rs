use super::{
    Dialect, EmptyTable, Evidence, KeyCase, Models, Nested, NullableRule, PresenceRule, Sign, Weight, WireRule, words,
};

/// `**tags** | [**LIST [TAG]**](Tag.md) | … | [optional] [default to null]`
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-eiffel",
    about: "openapi-generator's Eiffel client: words in capitals, `LIST [T]`, `STRING_TABLE [T]`",
    evidence: &[
        Evidence { sign: Sign::TypeHas("STRING_32"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("LIST ["), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("STRING_TABLE"), weight: Weight::For(2) },
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
    types: &words::EIFFEL,
    notes: words::OPENAPI_NOTES,
    phrases: &[],
    presence: PresenceRule::Said,
    nullable: NullableRule::Never,
    defaults: &words::BARE_DEFAULTS,
    values: &[],
    unions: &[],
    discriminators: &[],
    wire: WireRule { quotes: &[], escapes: &[], case: KeyCase::Camel, capitals: &[] },
    prose: None,
};
