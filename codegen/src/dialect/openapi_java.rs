use super::{
    Dialect, Escape, EscapedName, Evidence, KeyCase, Sign, Title, UnionForm, UnionList, Weight, WireRule, words,
};
use crate::schema::UnionOf;

/// `|**state** | [**StateEnum**](#StateEnum) | … |  [optional] |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-java",
    about: "openapi-generator's and swagger-codegen's Java clients, Android's too: `List&lt;T&gt;`, the values of texts in sections of their own",
    evidence: &[
        Evidence { sign: Sign::TypeHas("&lt;"), weight: Weight::For(2) },
        Evidence { sign: Sign::RowStarts("|**"), weight: Weight::For(2) },
        Evidence { sign: Sign::HeadingStarts("Enum: "), weight: Weight::For(2) },
    ],
    title: &TITLE,
    types: &words::JAVA,
    values: &[words::ENUM_BULLETS, words::ENUM_ROWS],
    unions: UNIONS,
    wire: WireRule { escapes: ESCAPES, case: KeyCase::LikelyAsSpelled, ..WireRule::BASE },
    ..Dialect::OPENAPI
};

static TITLE: Title = Title { before: &["Interface "], ..Title::BASE };

pub(super) static UNIONS: &[UnionForm] = &[
    UnionForm { heading: "oneOf schemas", of: UnionOf::One, list: UnionList::Bullets },
    UnionForm { heading: "anyOf schemas", of: UnionOf::Any, list: UnionList::Bullets },
];

/// `_default` is the key `default`, and `propertyClass` is `class`: every object has a method `getClass`.
pub(super) static ESCAPES: &[Escape] = &[
    Escape::before("_", EscapedName::OneOf(words::JAVA_KEYWORDS)),
    Escape::before("_", EscapedName::Digit),
    Escape::before("property", EscapedName::OneOfCapitalised(&["class"])),
    Escape::before("at", EscapedName::Signed('@', words::AT_WORDS)),
];
