use super::{
    Dialect, EmptyTable, Escape, EscapedName, Evidence, KeyCase, Models, Nested, NullableRule, PresenceRule, Sign,
    Weight, WireRule, words,
};

/// `**tags** | **string** | … | [optional] `
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-php-symfony",
    about: "openapi-generator's Symfony server: lists and maps are lost",
    evidence: &[
        Evidence { sign: Sign::TypeHas("Server\\Model\\"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("UploadedFile"), weight: Weight::For(1) },
        Evidence { sign: Sign::TypeBare, weight: Weight::Against },
        Evidence { sign: Sign::OuterPipes(true), weight: Weight::Against },
        Evidence { sign: Sign::TitleHas("."), weight: Weight::Against },
        Evidence { sign: Sign::TitleHas("::"), weight: Weight::Against },
        Evidence { sign: Sign::Heading("Methods"), weight: Weight::Against },
    ],
    models: Models::OnePerPage,
    title: &words::PLAIN_TITLE,
    section: "Properties",
    whole: None,
    columns: words::OPENAPI_COLUMNS,
    nested: Nested::No,
    empty: EmptyTable::Anything,
    rows: &[],
    types: &words::PHP_SYMFONY,
    notes: words::OPENAPI_NOTES,
    phrases: &[],
    presence: PresenceRule::Said,
    nullable: NullableRule::Never,
    defaults: &words::QUOTED_DEFAULTS,
    values: &[],
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
