use super::{
    Dialect, EmptyTable, Escape, EscapedName, Evidence, KeyCase, Models, Nested, NullableRule, PresenceRule, Sign,
    Weight, WireRule, words,
};

/// `**Tags** | Pointer to [**[]Tag**](Tag.md) | … | [optional] `
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-go",
    about: "openapi-generator's Go client from 5.0 on, Ionos' too: `Pointer to` says optional, `NullableString` says null",
    evidence: &[
        Evidence { sign: Sign::Heading("Methods"), weight: Weight::For(3) },
        Evidence { sign: Sign::OptionalWithout("Pointer to "), weight: Weight::Against },
        Evidence { sign: Sign::TypeHas("Nullable"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("Pointer to "), weight: Weight::For(1) },
        Evidence { sign: Sign::TypeHas("[]"), weight: Weight::For(1) },
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
    types: &words::GO,
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

pub(super) static ESCAPES: &[Escape] =
    &[Escape { prefix: "Var", before: EscapedName::Digit }, Escape { prefix: "Model", before: EscapedName::Digit }];
