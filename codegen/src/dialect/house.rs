use super::{
    Dialect, DiscriminatorText, Emphasis, Evidence, Mapping, NullableRule, RowMeans, Sign, SpecialRow, Style,
    UnionForm, UnionList, ValuesForm, ValuesList, ValuesPlace, Weight, words,
};
use crate::schema::UnionOf;

/// `| state | string | How far it is. | [optional] |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "house",
    about: "written by hand, without bold text: the words of this project for types, the notes of openapi-generator",
    evidence: &[
        Evidence { sign: Sign::TypeBare, weight: Weight::For(2) },
        Evidence { sign: Sign::HeadingStarts("Values"), weight: Weight::For(2) },
    ],
    style: Style { names: Emphasis::Never, types: Emphasis::Never, ..Style::BASE },
    whole: Some("Type"),
    rows: ROWS,
    nullable: NullableRule::Wrapped,
    defaults: &words::BARE_DEFAULTS,
    values: VALUES,
    unions: UNIONS,
    discriminators: &[DISCRIMINATOR],
    ..Dialect::BASE
};

static ROWS: &[SpecialRow] = &[SpecialRow { name: Some("any other key"), means: RowMeans::OtherKeys }];

static VALUES: &[ValuesForm] = &[
    ValuesForm::new(ValuesPlace::OfModel("Values"), ValuesList::FirstOf(&["Value", "Description"])),
    ValuesForm::new(ValuesPlace::OfField("Values of "), ValuesList::FirstOf(&["Value", "Description"])),
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
