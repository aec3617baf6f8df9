use super::{
    Dialect, EmptyTable, Escape, EscapedName, Evidence, KeyCase, Models, Nested, NullableRule, PresenceRule, Sign,
    Title, Weight, WireRule, words,
};

/// `**tags** | [**list_t**](tag.md) \* | … | [optional] `
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-c",
    about: "openapi-generator's C client: `char \\*`, `list_t \\*` is a list and `list_t*` a map",
    evidence: &[
        Evidence { sign: Sign::TitleEnds("_t"), weight: Weight::Needed },
        Evidence { sign: Sign::TitleEnds("_t"), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("char \\*"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("list_t"), weight: Weight::For(3) },
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
    types: &words::C,
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
        escapes: &[Escape { prefix: "_", before: EscapedName::OneOf(words::C_KEYWORDS) }],
        case: KeyCase::Camel,
        capitals: &[],
    },
    prose: None,
};

static TITLE: Title = Title { before: &[], after: &["_t"], namespace: None, sections: &[], noise: &[] };
