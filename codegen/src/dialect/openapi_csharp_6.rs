use super::{
    Dialect, EmptyTable, Escape, EscapedName, Evidence, KeyCase, Models, Nested, NullableRule, PresenceRule, Sign,
    Weight, WireRule, words,
};

/// `**Tags** | **List&lt;Tag&gt;** | … | [optional] `
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-csharp-6",
    about: "openapi-generator's and swagger-codegen's C# client before 7.0",
    evidence: &[
        Evidence { sign: Sign::TitleHas(".Model."), weight: Weight::Needed },
        Evidence { sign: Sign::TitleHas(".Model."), weight: Weight::For(2) },
        Evidence { sign: Sign::OuterPipes(false), weight: Weight::For(1) },
        Evidence { sign: Sign::HeadingStarts("ININ."), weight: Weight::Against },
        Evidence { sign: Sign::Heading("Load the model package"), weight: Weight::Against },
        Evidence { sign: Sign::TypeBare, weight: Weight::Against },
        Evidence { sign: Sign::Text("](../README"), weight: Weight::For(2) },
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
    nullable: NullableRule::SometimesWrapped,
    defaults: &words::QUOTED_DEFAULTS,
    values: &[],
    unions: &[],
    discriminators: &[],
    wire: WireRule {
        quotes: &[],
        escapes: &[Escape { prefix: "_", before: EscapedName::Digit }],
        case: KeyCase::SmallFirst,
        capitals: &[],
    },
    prose: None,
};
