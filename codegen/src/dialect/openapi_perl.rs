use super::{
    Dialect, EmptyTable, Escape, EscapedName, Evidence, KeyCase, Models, Nested, NullableRule, PresenceRule, Sign,
    Title, Weight, WireRule, words,
};

/// `**tags** | [**ARRAY[Tag]**](Tag.md) | … | [optional] `
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-perl",
    about: "openapi-generator's Perl client: `ARRAY[T]`, `HASH[string,T]`",
    evidence: &[
        Evidence { sign: Sign::TitleHas("::"), weight: Weight::Needed },
        Evidence { sign: Sign::TitleHas("::"), weight: Weight::For(2) },
        Evidence { sign: Sign::Heading("Load the model package"), weight: Weight::Needed },
        Evidence { sign: Sign::Text("```perl"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("ARRAY["), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeBare, weight: Weight::Against },
    ],
    models: Models::OnePerPage,
    title: &TITLE,
    section: "Properties",
    whole: None,
    columns: words::OPENAPI_COLUMNS,
    nested: Nested::No,
    empty: EmptyTable::Anything,
    rows: &[],
    types: &words::PERL,
    notes: words::OPENAPI_NOTES,
    phrases: &[],
    presence: PresenceRule::Said,
    nullable: NullableRule::Never,
    defaults: &words::QUOTED_DEFAULTS,
    values: &[],
    unions: &[],
    discriminators: &[],
    wire: WireRule {
        quotes: &[],
        escapes: &[Escape { prefix: "_", before: EscapedName::Digit }],
        case: KeyCase::Camel,
        capitals: &[],
    },
    prose: None,
};

static TITLE: Title =
    Title { before: &[], after: &[], namespace: Some("::"), sections: &["Load the model package"], noise: &[] };
