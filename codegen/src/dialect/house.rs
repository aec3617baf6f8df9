use super::{
    Dialect, DiscriminatorText, EmptyTable, Evidence, KeyCase, Mapping, Models, Nested, NullableRule, PresenceRule,
    RowMeans, Sign, SpecialRow, UnionForm, UnionList, ValuesForm, ValuesList, ValuesPlace, Weight, WireRule, words,
};
use crate::schema::UnionOf;

/// `| state | string | How far it is. | [optional] |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "house",
    about: "written by hand, without marks: the words of this project for types, the notes of openapi-generator",
    evidence: &[
        Evidence { sign: Sign::TypeBare, weight: Weight::For(2) },
        Evidence { sign: Sign::HeadingStarts("Values"), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeBold, weight: Weight::Against },
        Evidence { sign: Sign::NameHas("**"), weight: Weight::Against },
        Evidence { sign: Sign::TitleHas("::"), weight: Weight::Against },
        Evidence { sign: Sign::FrontMatterTitle, weight: Weight::Against },
        Evidence { sign: Sign::Heading("Methods"), weight: Weight::Against },
    ],
    models: Models::OnePerPage,
    title: &words::PLAIN_TITLE,
    section: "Properties",
    whole: Some("Type"),
    columns: words::OPENAPI_COLUMNS,
    nested: Nested::No,
    empty: EmptyTable::Object,
    rows: ROWS,
    types: &words::HOUSE,
    notes: words::OPENAPI_NOTES,
    phrases: &[],
    presence: PresenceRule::Said,
    nullable: NullableRule::Wrapped,
    defaults: &words::BARE_DEFAULTS,
    values: VALUES,
    unions: UNIONS,
    discriminators: &[DISCRIMINATOR],
    wire: WireRule { quotes: &[], escapes: &[], case: KeyCase::AsSpelled, capitals: &[] },
    prose: None,
};

static ROWS: &[SpecialRow] = &[SpecialRow { name: "any other key", means: RowMeans::OtherKeys }];

static VALUES: &[ValuesForm] = &[
    ValuesForm {
        place: ValuesPlace::OfModel("Values"),
        list: ValuesList::FirstOf(&["Value", "Description"]),
        quoted: false,
    },
    ValuesForm {
        place: ValuesPlace::OfField("Values of "),
        list: ValuesList::FirstOf(&["Value", "Description"]),
        quoted: false,
    },
];

static UNIONS: &[UnionForm] = &[
    UnionForm { heading: "One of", of: UnionOf::One, list: UnionList::Bullets },
    UnionForm { heading: "Any of", of: UnionOf::Any, list: UnionList::Bullets },
];

const DISCRIMINATOR: DiscriminatorText = DiscriminatorText {
    before: "The key `",
    after: "` tells which",
    mapping: Some(Mapping { lead: "` tells which", before: "`", between: "` tells ", after: "." }),
};
