use super::{
    Dialect, EmptyTable, Evidence, KeyCase, Models, Nested, NullableRule, PresenceRule, Sign, Weight, WireRule, words,
};

/// `| **State** | **DateTime?** | … | [optional] |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "genesys-dotnet",
    about: "Genesys Cloud's .NET SDK: every value type has a question mark, which says nothing",
    evidence: &[
        Evidence { sign: Sign::HeadingStarts("ININ.PureCloudApi.Model."), weight: Weight::Needed },
        Evidence { sign: Sign::HeadingStarts("ININ.PureCloudApi.Model."), weight: Weight::For(3) },
        Evidence { sign: Sign::TextStarts("_PureCloudPlatform.Client.V2"), weight: Weight::For(4) },
    ],
    models: Models::OnePerPage,
    title: &words::DOTTED_TITLE,
    section: "Properties",
    whole: None,
    columns: words::OPENAPI_COLUMNS,
    nested: Nested::No,
    empty: EmptyTable::Anything,
    rows: &[],
    types: &words::CSHARP_6,
    notes: words::OPENAPI_NOTES,
    phrases: &[],
    presence: PresenceRule::Said,
    nullable: NullableRule::Never,
    defaults: &words::QUOTED_DEFAULTS,
    values: &[],
    unions: &[],
    discriminators: &[],
    wire: WireRule { quotes: &[], escapes: &[], case: KeyCase::SmallFirst, capitals: &[] },
    prose: None,
};
