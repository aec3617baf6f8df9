use super::{
    Dialect, EmptyTable, Evidence, KeyCase, Models, Nested, NullableRule, PresenceRule, Sign, Weight, WireRule, words,
};

/// `| **_id** | **String** | … | [optional] |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "genesys-ios",
    about: "Genesys Cloud's iOS SDK: openapi-generator's words for Swift in rows with outer pipes",
    evidence: &[
        Evidence { sign: Sign::TextStarts("_PureCloudPlatformClientV2@"), weight: Weight::For(4) },
        Evidence { sign: Sign::OuterPipes(false), weight: Weight::Against },
        Evidence { sign: Sign::TypeHas(".md)"), weight: Weight::Against },
        Evidence { sign: Sign::TitleHas("."), weight: Weight::Against },
        Evidence { sign: Sign::TitleHas("::"), weight: Weight::Against },
        Evidence { sign: Sign::Heading("Example"), weight: Weight::Against },
    ],
    models: Models::OnePerPage,
    title: &words::PLAIN_TITLE,
    section: "Properties",
    whole: None,
    columns: words::OPENAPI_COLUMNS,
    nested: Nested::No,
    empty: EmptyTable::Anything,
    rows: &[],
    types: &words::SWIFT,
    notes: words::OPENAPI_NOTES,
    phrases: &[],
    presence: PresenceRule::Said,
    nullable: NullableRule::Never,
    defaults: &words::QUOTED_DEFAULTS,
    values: &[],
    unions: &[],
    discriminators: &[],
    wire: WireRule { quotes: &[], escapes: words::SWIFT_ESCAPES, case: KeyCase::AsSpelled, capitals: &[] },
    prose: None,
};
