use super::{
    Dialect, EmptyTable, Evidence, KeyCase, Models, Nested, NullableRule, PresenceRule, Sign, Weight, WireRule, words,
};

/// `**tags** | [**array[Tag]**](Tag.md) |  | [optional] [default to null]`
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-bash",
    about: "openapi-generator's Bash client: `array[T]`, `map[String, T]`, every row has a default",
    evidence: &[
        Evidence { sign: Sign::AllNotesHave("[default to "), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("array["), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("map["), weight: Weight::For(2) },
        Evidence { sign: Sign::OuterPipes(true), weight: Weight::Against },
        Evidence { sign: Sign::TypeBare, weight: Weight::Against },
        Evidence { sign: Sign::TitleHas("."), weight: Weight::Against },
        Evidence { sign: Sign::TitleHas("::"), weight: Weight::Against },
        Evidence { sign: Sign::TypeHas("Array&lt;"), weight: Weight::Against },
    ],
    models: Models::OnePerPage,
    title: &words::PLAIN_TITLE,
    section: "Properties",
    whole: None,
    columns: words::OPENAPI_COLUMNS,
    nested: Nested::No,
    empty: EmptyTable::Anything,
    rows: &[],
    types: &words::BASH,
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
