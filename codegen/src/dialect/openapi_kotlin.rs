use super::openapi_java::ESCAPES;
use super::{
    Dialect, EmptyTable, Evidence, KeyCase, Models, Nested, NullableRule, PresenceRule, Sign, ValuesForm, ValuesList,
    ValuesPlace, Weight, WireRule, words,
};

/// `| **state** | [**inline**](#State) | … |  [optional] |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-kotlin",
    about: "openapi-generator's Kotlin clients and servers: `kotlin.String`, all values of a text in one row",
    evidence: &[
        Evidence { sign: Sign::TypeHas("kotlin."), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("[**inline**]"), weight: Weight::For(2) },
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
    types: &words::KOTLIN,
    notes: words::OPENAPI_NOTES,
    phrases: &[],
    presence: PresenceRule::Said,
    nullable: NullableRule::Never,
    defaults: &words::QUOTED_DEFAULTS,
    values: VALUES,
    unions: &[],
    discriminators: &[],
    wire: WireRule { quotes: &[("`", "`")], escapes: ESCAPES, case: KeyCase::LikelyAsSpelled, capitals: &[] },
    prose: None,
};

static VALUES: &[ValuesForm] = &[
    words::ENUM_BULLETS,
    ValuesForm { place: ValuesPlace::OfField("Enum: "), list: ValuesList::OneRow("Name", "Value"), quoted: false },
];
