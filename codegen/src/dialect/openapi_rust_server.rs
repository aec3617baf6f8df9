use super::{
    DefaultSyntax, DefaultTexts, Dialect, EmptyTable, Escape, EscapedName, Evidence, KeyCase, Models, Nested,
    NullableRule, PresenceRule, Sign, Weight, WireRule, words,
};
use crate::rust::names;

/// `**user** | [***models::User**](User.md) |  | [optional] [default to None]`
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-rust-server",
    about: "openapi-generator's Rust servers: a star before models, swagger::Nullable<T>",
    evidence: &[
        Evidence { sign: Sign::TypeHas("[***"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("swagger::"), weight: Weight::For(3) },
        Evidence { sign: Sign::NotesHave("[default to None]"), weight: Weight::For(3) },
        Evidence { sign: Sign::OuterPipes(false), weight: Weight::For(1) },
        Evidence { sign: Sign::TypeHas("Option<"), weight: Weight::Against },
        Evidence { sign: Sign::TypeHas("[***::models::"), weight: Weight::Against },
        Evidence { sign: Sign::TypeBare, weight: Weight::Against },
        Evidence { sign: Sign::TitleHas("."), weight: Weight::Against },
        Evidence { sign: Sign::TitleHas("::"), weight: Weight::Against },
    ],
    models: Models::OnePerPage,
    title: &words::PLAIN_TITLE,
    section: "Properties",
    whole: Some("Type"),
    columns: words::OPENAPI_COLUMNS,
    nested: Nested::No,
    empty: EmptyTable::Anything,
    rows: &[],
    types: &words::RUST_SERVER,
    notes: words::OPENAPI_NOTES,
    phrases: &[],
    presence: PresenceRule::Said,
    nullable: NullableRule::SometimesWrapped,
    defaults: &DEFAULTS,
    values: &[],
    unions: &[],
    discriminators: &[],
    wire: WireRule { quotes: &[], escapes: ESCAPES, case: KeyCase::Camel, capitals: &[] },
    prose: None,
};

static DEFAULTS: DefaultSyntax = DefaultSyntax { none: &["None"], texts: DefaultTexts::Quoted };

static ESCAPES: &[Escape] = &[
    Escape { prefix: "r#", before: EscapedName::OneOf(names::KEYWORDS) },
    Escape { prefix: "param_", before: EscapedName::OneOf(names::KEYWORDS) },
];
