use super::speakeasy::SPEAKEASY;
use super::{Dialect, Evidence, KeyCase, Sign, Weight, WireRule, words};

/// `| `tags` | List\\<[Tag](../../models/components/Tag.md)> | :heavy_minus_sign: | … |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "speakeasy-java",
    about: "Speakeasy's Java client: `Optional<T>`, `JsonNullable<T>`, `List<T>`, `Map<String, T>`",
    evidence: &[
        Evidence { sign: Sign::Text("```java\n"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("*String*"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("Optional\\<"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("JsonNullable"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("List\\<"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("Map\\<"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("docs.oracle.com"), weight: Weight::For(3) },
    ],
    types: &words::SPEAKEASY_JAVA,
    wire: WireRule { case: KeyCase::LikelyAsSpelled, ..WireRule::BASE },
    ..SPEAKEASY
};
