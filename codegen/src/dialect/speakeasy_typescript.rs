use super::speakeasy::SPEAKEASY;
use super::{Dialect, Evidence, KeyCase, Sign, Weight, WireRule, words};

/// `| `tags` | [components.Tag](../../models/components/tag.md)[] | :heavy_minus_sign: | … |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "speakeasy-typescript",
    about: "Speakeasy's TypeScript client: `T[]`, `Record<string, T>`, `number`",
    evidence: &[
        Evidence { sign: Sign::Text("```typescript"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("*number*"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("*boolean*"), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("*[]"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas(")[]"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("Record<"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("developer.mozilla.org"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("rfcdate"), weight: Weight::For(3) },
    ],
    types: &words::SPEAKEASY_TYPESCRIPT,
    wire: WireRule { case: KeyCase::LikelyAsSpelled, ..WireRule::BASE },
    ..SPEAKEASY
};
