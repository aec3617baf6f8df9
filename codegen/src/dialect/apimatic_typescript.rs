use super::apimatic::APIMATIC;
use super::{Dialect, Escape, EscapedName, Evidence, KeyCase, Sign, Weight, WireRule, words};

/// `| `tags` | [`Tag[] \| undefined`](../../doc/models/tag.md) | Optional | … |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "apimatic-typescript",
    about: "APIMatic's TypeScript client: `T[]`, `Record<string, T>`, `T | undefined`",
    evidence: &[
        Evidence { sign: Sign::Text("```ts"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("undefined"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("`number"), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("[]`"), weight: Weight::For(1) },
        Evidence { sign: Sign::TypeHas("`boolean"), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("Record<"), weight: Weight::For(3) },
    ],
    types: &words::APIMATIC_TYPESCRIPT,
    wire: WireRule { escapes: ESCAPES, case: KeyCase::LikelyAsSpelled, ..WireRule::BASE },
    ..APIMATIC
};

/// `mDefault` is the key `default`.
static ESCAPES: &[Escape] = &[Escape::before("m", EscapedName::OneOfCapitalised(words::JAVASCRIPT_KEYWORDS))];
