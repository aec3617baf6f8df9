use super::apimatic::{ACCESSORS, APIMATIC};
use super::{Dialect, Escape, EscapedName, Evidence, KeyCase, Sign, Weight, WireRule, words};

/// `| `Tags` | [`List<Tag>`](../../doc/models/tag.md) | Optional | … | List<Tag> getTags() | setTags(List<Tag> tags) |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "apimatic-java",
    about: "APIMatic's Java client: columns with getters and setters, names with capitals",
    evidence: &[
        Evidence { sign: Sign::Text("```java\n"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("`String`"), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("`Integer`"), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("`Boolean`"), weight: Weight::For(2) },
        Evidence { sign: Sign::NamesCapitalised, weight: Weight::For(2) },
    ],
    more_columns: ACCESSORS,
    types: &words::APIMATIC_JAVA,
    wire: WireRule { escapes: ESCAPES, joined: true, case: KeyCase::Camel, ..WireRule::BASE },
    ..APIMATIC
};

/// `MDefault` is the key `default`.
static ESCAPES: &[Escape] = &[Escape::before("M", EscapedName::OneOfCapitalised(words::JAVA_KEYWORDS))];
