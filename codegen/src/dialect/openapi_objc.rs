use super::{
    Dialect, EmptyTable, Escape, EscapedName, Evidence, KeyCase, Models, Nested, NullableRule, PresenceRule, Sign,
    Weight, WireRule, words,
};

/// `**tags** | **NSArray&lt;NSString*&gt;*** | … | [optional] `
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-objc",
    about: "openapi-generator's and swagger-codegen's Objective-C clients: `NSArray<T>*`",
    evidence: &[
        Evidence { sign: Sign::TypeHas("NS"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeBare, weight: Weight::Against },
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
    types: &words::OBJC,
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
