use super::{
    Dialect, EmptyTable, Escape, EscapedName, Evidence, KeyCase, Models, Nested, NullableRule, PresenceRule, Sign,
    Title, UnionForm, UnionList, Weight, WireRule, words,
};
use crate::schema::UnionOf;

/// `|**state** | [**StateEnum**](#StateEnum) | … |  [optional] |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-java",
    about: "openapi-generator's and swagger-codegen's Java clients, Android's too: `List&lt;T&gt;`, the values of texts in sections of their own",
    evidence: &[
        Evidence { sign: Sign::TypeHas("&lt;"), weight: Weight::For(2) },
        Evidence { sign: Sign::RowStarts("|**"), weight: Weight::For(1) },
        Evidence { sign: Sign::HeadingStarts("Enum: "), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("(#Enum--"), weight: Weight::Against },
        Evidence { sign: Sign::TypeHas("kotlin."), weight: Weight::Against },
        Evidence { sign: Sign::TypeBare, weight: Weight::Against },
        Evidence { sign: Sign::TextStarts("_com.mypurecloud.sdk"), weight: Weight::Against },
        Evidence { sign: Sign::FrontMatterTitle, weight: Weight::Against },
        Evidence { sign: Sign::TitleHas("."), weight: Weight::Against },
        Evidence { sign: Sign::TitleHas("::"), weight: Weight::Against },
    ],
    models: Models::OnePerPage,
    title: &TITLE,
    section: "Properties",
    whole: None,
    columns: words::OPENAPI_COLUMNS,
    nested: Nested::No,
    empty: EmptyTable::Anything,
    rows: &[],
    types: &words::JAVA,
    notes: words::OPENAPI_NOTES,
    phrases: &[],
    presence: PresenceRule::Said,
    nullable: NullableRule::Never,
    defaults: &words::QUOTED_DEFAULTS,
    values: &[words::ENUM_BULLETS, words::ENUM_ROWS],
    unions: UNIONS,
    discriminators: &[],
    wire: WireRule { quotes: &[], escapes: ESCAPES, case: KeyCase::LikelyAsSpelled, capitals: &[] },
    prose: None,
};

static TITLE: Title = Title { before: &["Interface "], after: &[], namespace: None, sections: &[], noise: &[] };

pub(super) static UNIONS: &[UnionForm] = &[
    UnionForm { heading: "oneOf schemas", of: UnionOf::One, list: UnionList::Bullets },
    UnionForm { heading: "anyOf schemas", of: UnionOf::Any, list: UnionList::Bullets },
];

pub(super) static ESCAPES: &[Escape] = &[
    Escape { prefix: "_", before: EscapedName::OneOf(words::JAVA_KEYWORDS) },
    Escape { prefix: "_", before: EscapedName::Digit },
    Escape { prefix: "property", before: EscapedName::OneOfCapitalised(&["class"]) },
];
