use super::{
    Dialect, EmptyTable, Escape, EscapedName, Evidence, KeyCase, Models, Nested, NullableRule, PresenceRule, Sign,
    ValuesForm, ValuesList, ValuesPlace, Weight, WireRule, words,
};

/// `**tags** | [**[Tag]**](Tag.md) | … | [optional] `
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-javascript",
    about: "openapi-generator's and swagger-codegen's JavaScript clients: `[T]`, `{String: T}`, the module before the name",
    evidence: &[
        Evidence { sign: Sign::TitleHas("."), weight: Weight::Needed },
        Evidence { sign: Sign::TitleHas("."), weight: Weight::For(1) },
        Evidence { sign: Sign::TypeHas("**["), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("**{String: "), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("**Number**"), weight: Weight::For(1) },
        Evidence { sign: Sign::Heading("Load the model package"), weight: Weight::Against },
        Evidence { sign: Sign::TitleHas(".model."), weight: Weight::Against },
        Evidence { sign: Sign::TitleHas(".Model."), weight: Weight::Against },
        Evidence { sign: Sign::TypeBare, weight: Weight::Against },
    ],
    models: Models::OnePerPage,
    title: &words::DOTTED_TITLE,
    section: "Properties",
    whole: None,
    columns: words::OPENAPI_COLUMNS,
    nested: Nested::No,
    empty: EmptyTable::Anything,
    rows: &[],
    types: &words::JAVASCRIPT,
    notes: words::OPENAPI_NOTES,
    phrases: &[],
    presence: PresenceRule::Said,
    nullable: NullableRule::Never,
    defaults: &words::QUOTED_DEFAULTS,
    values: VALUES,
    unions: &[],
    discriminators: &[],
    wire: WireRule {
        quotes: &[],
        escapes: &[Escape { prefix: "_", before: EscapedName::Digit }],
        case: KeyCase::LikelyAsSpelled,
        capitals: &[],
    },
    prose: None,
};

static VALUES: &[ValuesForm] = &[
    words::ENUM_BULLETS,
    ValuesForm { place: ValuesPlace::OfField("Enum: "), list: ValuesList::Bullets, quoted: true },
];
