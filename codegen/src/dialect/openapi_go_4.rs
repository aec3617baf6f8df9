use super::openapi_go::ESCAPES;
use super::{
    Dialect, EmptyTable, Evidence, KeyCase, Models, Nested, NullableRule, PresenceRule, Sign, Weight, WireRule, words,
};

/// `**Tags** | [**[]Tag**](Tag.md) | … | [optional] `
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-go-4",
    about: "openapi-generator's Go client before 5.0: `Pointer to` says null",
    evidence: &[
        Evidence { sign: Sign::TypeHas("Pointer to "), weight: Weight::For(1) },
        Evidence { sign: Sign::TypeHas("[]"), weight: Weight::For(1) },
        Evidence { sign: Sign::Heading("Methods"), weight: Weight::Against },
        Evidence { sign: Sign::TypeHas("Nullable"), weight: Weight::Against },
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
    types: &words::GO_4,
    notes: words::OPENAPI_NOTES,
    phrases: &[],
    presence: PresenceRule::Said,
    nullable: NullableRule::SometimesWrapped,
    defaults: &words::QUOTED_DEFAULTS,
    values: &[words::ENUM_BULLETS],
    unions: &[],
    discriminators: &[],
    wire: WireRule { quotes: &[], escapes: ESCAPES, case: KeyCase::SmallFirst, capitals: &[] },
    prose: None,
};
