use super::genesys_python::{CAPITALS, ESCAPES};
use super::{
    Dialect, EmptyTable, Evidence, KeyCase, Models, Nested, NullableRule, PresenceRule, Sign, Weight, WireRule, words,
};

/// `| **segments** | [**list[Segment]**](Segment.html) | … | [optional] |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "genesys-python-jekyll",
    about: "Genesys Cloud's Python SDK, older form: Jekyll front matter, bold types, links to .html",
    evidence: &[
        Evidence { sign: Sign::FrontMatterTitle, weight: Weight::Needed },
        Evidence { sign: Sign::FrontMatterTitle, weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas(".html)"), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeBold, weight: Weight::For(1) },
        Evidence { sign: Sign::TypeHas("Option<"), weight: Weight::Against },
    ],
    models: Models::OnePerPage,
    title: &words::PLAIN_TITLE,
    section: "Properties",
    whole: None,
    columns: words::OPENAPI_COLUMNS,
    nested: Nested::No,
    empty: EmptyTable::Object,
    rows: &[],
    types: &words::PYTHON,
    notes: words::OPENAPI_NOTES,
    phrases: &[],
    presence: PresenceRule::Said,
    nullable: NullableRule::Never,
    defaults: &words::QUOTED_DEFAULTS,
    values: &[],
    unions: &[],
    discriminators: &[],
    wire: WireRule { quotes: &[], escapes: ESCAPES, case: KeyCase::Camel, capitals: CAPITALS },
    prose: Some(&words::ENGLISH_PROSE),
};
