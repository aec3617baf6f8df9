use super::{
    DefaultSyntax, DefaultTexts, Dialect, Escape, EscapedName, Evidence, KeyCase, NullableRule, Sign, Style, UnionForm,
    UnionList, ValuesForm, ValuesList, ValuesPlace, Weight, WireRule, words,
};
use crate::schema::UnionOf;

/// `**user** | Option<[**crate::models::User**](User.md)> |  | [optional]`
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-rust",
    about: "openapi-generator's Rust client from 4.0 on: crate::models::X, from 7.0 on models::X",
    evidence: &[
        Evidence { sign: Sign::TypeHas("Option<"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("crate::models::"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("[**models::"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("models::"), weight: Weight::For(1) },
        Evidence { sign: Sign::TypeHas("**String**"), weight: Weight::For(1) },
        Evidence { sign: Sign::OuterPipes(false), weight: Weight::For(1) },
    ],
    style: Style::BASE,
    types: &words::RUST,
    nullable: NullableRule::WrappedIfRequired,
    defaults: &DEFAULTS,
    values: VALUES,
    unions: UNIONS,
    wire: WireRule { escapes: ESCAPES, case: KeyCase::Camel, ..WireRule::BASE },
    prose: Some(&words::ENGLISH_PROSE),
    ..Dialect::OPENAPI
};

static DEFAULTS: DefaultSyntax = DefaultSyntax { none: &["null"], texts: DefaultTexts::BareOrNamed };

static VALUES: &[ValuesForm] = &[
    ValuesForm::new(ValuesPlace::OfModel("Enum Variants"), ValuesList::Rows("Name", "Value")),
    ValuesForm::new(ValuesPlace::InDescription("(enum: ", ")"), ValuesList::Line("", "")),
];

/// Has the heading of values but other columns.
static UNIONS: &[UnionForm] =
    &[UnionForm { heading: "Enum Variants", of: UnionOf::One, list: UnionList::Rows("Name", "Description") }];

/// `r#type` is the key `type`; `_type` before 6.0. What `r#` does not help (`self`, digits) has another prefix.
pub(super) static ESCAPES: &[Escape] = &[
    Escape::before("r#", EscapedName::Any),
    Escape::before("_", EscapedName::OneOf(words::RUST_KEYWORDS)),
    Escape::before("param_", EscapedName::OneOf(words::RUST_KEYWORDS)),
    Escape::before("_", EscapedName::Digit),
    Escape::before("var_", EscapedName::Digit),
    Escape::before("param_", EscapedName::Digit),
    Escape::before("at_", EscapedName::Signed('@', words::AT_WORDS)),
    Escape::before("dollar_", EscapedName::Signed('$', words::DOLLAR_WORDS)),
];
