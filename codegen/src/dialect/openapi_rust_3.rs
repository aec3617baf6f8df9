use super::{
    DefaultSyntax, DefaultTexts, Dialect, EmptyTable, Escape, EscapedName, Evidence, KeyCase, Models, Nested,
    NullableRule, PresenceRule, Sign, Weight, WireRule, words,
};
use crate::rust::names;

/// `**user** | [***::models::User**](User.md) |  | [optional] `
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-rust-3",
    about: "openapi-generator's and swagger-codegen's Rust client before 4.0: a star before ::models::X, no Option<T>",
    evidence: &[
        Evidence { sign: Sign::TypeHas("::models::"), weight: Weight::For(4) },
        Evidence { sign: Sign::OuterPipes(false), weight: Weight::For(1) },
        Evidence { sign: Sign::TypeHas("Option<"), weight: Weight::Against },
        Evidence { sign: Sign::TypeHas("crate::models::"), weight: Weight::Against },
        Evidence { sign: Sign::TypeHas("[***models::"), weight: Weight::Against },
        Evidence { sign: Sign::TypeHas("swagger::"), weight: Weight::Against },
        Evidence { sign: Sign::NotesHave("[default to None]"), weight: Weight::Against },
        Evidence { sign: Sign::TypeBare, weight: Weight::Against },
        Evidence { sign: Sign::Heading("Methods"), weight: Weight::Against },
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
    types: &words::RUST_3,
    notes: words::OPENAPI_NOTES,
    phrases: &[],
    presence: PresenceRule::Said,
    nullable: NullableRule::Never,
    defaults: &DEFAULTS,
    values: &[],
    unions: &[],
    discriminators: &[],
    wire: WireRule { quotes: &[], escapes: ESCAPES, case: KeyCase::Camel, capitals: &[] },
    prose: None,
};

static DEFAULTS: DefaultSyntax = DefaultSyntax { none: &[], texts: DefaultTexts::BareOrNamed };

static ESCAPES: &[Escape] = &[
    Escape { prefix: "_", before: EscapedName::OneOf(names::KEYWORDS) },
    Escape { prefix: "var_", before: EscapedName::Digit },
];
