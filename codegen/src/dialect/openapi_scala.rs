use super::openapi_java::ESCAPES;
use super::{
    Dialect, EmptyTable, Evidence, KeyCase, Models, Nested, NullableRule, PresenceRule, Sign, Title, ValuesForm,
    ValuesList, ValuesPlace, Weight, WireRule, words,
};

/// `**tags** | **Seq&lt;Tag&gt;** | … |  [optional]`
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-scala",
    about: "openapi-generator's Scala clients: `Seq&lt;T&gt;`, `Allowed values: [a, b]`",
    evidence: &[
        Evidence { sign: Sign::TypeHas("Seq"), weight: Weight::For(3) },
        Evidence { sign: Sign::Text("Allowed values: ["), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeBare, weight: Weight::Against },
        Evidence { sign: Sign::OuterPipes(true), weight: Weight::Against },
        Evidence { sign: Sign::TitleHas("."), weight: Weight::Against },
        Evidence { sign: Sign::TitleHas("::"), weight: Weight::Against },
    ],
    models: Models::OnePerPage,
    title: &TITLE,
    section: "Properties",
    whole: None,
    columns: words::OPENAPI_COLUMNS,
    nested: Nested::No,
    empty: EmptyTable::Anything,
    rows: &[],
    types: &words::SCALA,
    notes: words::OPENAPI_NOTES,
    phrases: &[],
    presence: PresenceRule::Said,
    nullable: NullableRule::Never,
    defaults: &words::QUOTED_DEFAULTS,
    values: VALUES,
    unions: &[],
    discriminators: &[],
    wire: WireRule { quotes: &[], escapes: ESCAPES, case: KeyCase::LikelyAsSpelled, capitals: &[] },
    prose: None,
};

static TITLE: Title = Title { before: &["Trait "], after: &[], namespace: None, sections: &[], noise: &[] };

static VALUES: &[ValuesForm] = &[
    words::ENUM_BULLETS,
    ValuesForm {
        place: ValuesPlace::OfField("Enum: "),
        list: ValuesList::Line("Allowed values: [", "]"),
        quoted: false,
    },
];
