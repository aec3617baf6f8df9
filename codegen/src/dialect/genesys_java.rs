use super::openapi_java::ESCAPES;
use super::{
    Dialect, EmptyTable, Evidence, KeyCase, Models, Nested, NullableRule, PresenceRule, Sign, Weight, WireRule, words,
};

/// `| **state** | [**StateEnum**](#Enum--StateEnum) | … |  [optional] |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "genesys-java",
    about: "Genesys Cloud's Java SDK: links without an extension, the values of texts in sections of their own",
    evidence: &[
        Evidence { sign: Sign::TextStarts("_com.mypurecloud.sdk"), weight: Weight::For(4) },
        Evidence { sign: Sign::TypeHas("(#Enum--"), weight: Weight::For(4) },
        Evidence { sign: Sign::RowStarts("| **"), weight: Weight::For(1) },
        Evidence { sign: Sign::OuterPipes(false), weight: Weight::Against },
        Evidence { sign: Sign::TypeHas(".md)"), weight: Weight::Against },
        Evidence { sign: Sign::TitleHas("."), weight: Weight::Against },
        Evidence { sign: Sign::TitleHas("::"), weight: Weight::Against },
        Evidence { sign: Sign::Heading("Example"), weight: Weight::Against },
    ],
    models: Models::OnePerPage,
    title: &words::PLAIN_TITLE,
    section: "Properties",
    whole: None,
    columns: words::OPENAPI_COLUMNS,
    nested: Nested::No,
    empty: EmptyTable::Anything,
    rows: &[],
    types: &words::GENESYS_JAVA,
    notes: words::OPENAPI_NOTES,
    phrases: &[],
    presence: PresenceRule::Said,
    nullable: NullableRule::Never,
    defaults: &words::QUOTED_DEFAULTS,
    values: &[words::ENUM_ROWS],
    unions: &[],
    discriminators: &[],
    wire: WireRule { quotes: &[], escapes: ESCAPES, case: KeyCase::AsSpelled, capitals: &[] },
    prose: None,
};
