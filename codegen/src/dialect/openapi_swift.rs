use super::{
    Dialect, EmptyTable, Evidence, KeyCase, Models, Nested, NullableRule, PresenceRule, Sign, Weight, WireRule, words,
};

/// `**tags** | [Tag] | … | [optional] `
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-swift",
    about: "openapi-generator's Swift clients: `[T]`, `[String: T]`",
    evidence: &[
        Evidence { sign: Sign::OuterPipes(false), weight: Weight::For(1) },
        Evidence { sign: Sign::TypeHas("**["), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("[String:"), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("**Int"), weight: Weight::For(1) },
        Evidence { sign: Sign::TypeHas("**Bool**"), weight: Weight::For(1) },
        Evidence { sign: Sign::TextStarts("_PureCloud"), weight: Weight::Against },
        Evidence { sign: Sign::OuterPipes(true), weight: Weight::Against },
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
    types: &words::SWIFT,
    notes: words::OPENAPI_NOTES,
    phrases: &[],
    presence: PresenceRule::Said,
    nullable: NullableRule::Never,
    defaults: &words::QUOTED_DEFAULTS,
    values: &[],
    unions: &[],
    discriminators: &[],
    wire: WireRule { quotes: &[], escapes: words::SWIFT_ESCAPES, case: KeyCase::LikelyAsSpelled, capitals: &[] },
    prose: None,
};
