use super::{
    Dialect, DiscriminatorText, Escape, EscapedName, Evidence, KeyCase, Pipes, Sign, Style, Title, UnionForm,
    UnionList, Weight, WireRule, words,
};
use crate::schema::UnionOf;

/// `**tags** | [**\Shop\Model\Tag[]**](Tag.md) | … | [optional]`
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-php",
    about: "openapi-generator's PHP clients: `T[]`, `array<string,T>` is a map, backslashes before models",
    evidence: &[
        Evidence { sign: Sign::TypeHas("\\"), weight: Weight::For(3) },
        Evidence { sign: Sign::TitleStarts("# "), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("array<"), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("[]**"), weight: Weight::For(1) },
        Evidence { sign: Sign::Text("](../../README.md#models)"), weight: Weight::For(3) },
    ],
    style: Style { pipes: Pipes::Never, ..Style::BOLD },
    title: &TITLE,
    types: &words::PHP,
    values: &[words::ENUM_BULLETS, words::BOLD_VALUES],
    unions: UNIONS,
    discriminators: &[DiscriminatorText { before: "selected by the `", after: "` discriminator", mapping: None }],
    wire: WireRule { escapes: ESCAPES, case: KeyCase::Camel, ..WireRule::BASE },
    ..Dialect::OPENAPI
};

/// The template writes the `#` of the heading twice.
static TITLE: Title = Title {
    before: &["# "],
    noise: &["This model is a `oneOf` wrapper", "This model is an `anyOf` wrapper"],
    ..Title::BASE
};

static UNIONS: &[UnionForm] = &[
    UnionForm { heading: "oneOf", of: UnionOf::One, list: UnionList::Bullets },
    UnionForm { heading: "anyOf", of: UnionOf::Any, list: UnionList::Bullets },
];

pub(super) static ESCAPES: &[Escape] =
    &[Escape::before("_", EscapedName::Digit), Escape::before("at_", EscapedName::Signed('@', words::AT_WORDS))];
