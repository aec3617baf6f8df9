use super::{
    Dialect, DiscriminatorText, EmptyTable, Escape, EscapedName, Evidence, KeyCase, Models, Nested, NullableRule,
    PresenceRule, Sign, Title, UnionForm, UnionList, Weight, WireRule, words,
};
use crate::schema::UnionOf;

/// `**tags** | [**\Shop\Model\Tag[]**](Tag.md) | … | [optional]`
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-php",
    about: "openapi-generator's PHP clients: `T[]`, `array<string,T>` is a map, backslashes before models",
    evidence: &[
        Evidence { sign: Sign::TypeHas("\\"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("Server\\Model\\"), weight: Weight::Against },
        Evidence { sign: Sign::TitleStarts("# "), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("array<"), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeBare, weight: Weight::Against },
        Evidence { sign: Sign::OuterPipes(true), weight: Weight::Against },
        Evidence { sign: Sign::TitleHas("."), weight: Weight::Against },
        Evidence { sign: Sign::TitleHas("::"), weight: Weight::Against },
        Evidence { sign: Sign::Heading("Methods"), weight: Weight::Against },
    ],
    models: Models::OnePerPage,
    title: &TITLE,
    section: "Properties",
    whole: None,
    columns: words::OPENAPI_COLUMNS,
    nested: Nested::No,
    empty: EmptyTable::Anything,
    rows: &[],
    types: &words::PHP,
    notes: words::OPENAPI_NOTES,
    phrases: &[],
    presence: PresenceRule::Said,
    nullable: NullableRule::Never,
    defaults: &words::QUOTED_DEFAULTS,
    values: &[words::ENUM_BULLETS],
    unions: UNIONS,
    discriminators: &[DiscriminatorText { before: "selected by the `", after: "` discriminator", mapping: None }],
    wire: WireRule {
        quotes: &[],
        escapes: &[Escape { prefix: "_", before: EscapedName::Digit }],
        case: KeyCase::Camel,
        capitals: &[],
    },
    prose: None,
};

/// The template has a second mark of a heading.
static TITLE: Title = Title {
    before: &["# "],
    after: &[],
    namespace: None,
    sections: &[],
    noise: &["This model is a `oneOf` wrapper", "This model is an `anyOf` wrapper"],
};

static UNIONS: &[UnionForm] = &[
    UnionForm { heading: "oneOf", of: UnionOf::One, list: UnionList::Bullets },
    UnionForm { heading: "anyOf", of: UnionOf::Any, list: UnionList::Bullets },
];
