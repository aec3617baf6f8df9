use super::apimatic::APIMATIC;
use super::{Dialect, Escape, EscapedName, Evidence, KeyCase, Sign, Weight, WireRule, words};

/// `| `Tags` | [`List<Tag>`](../../doc/models/tag.md) | Optional | … |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "apimatic-csharp",
    about: "APIMatic's C# client: `List<T>`, `Dictionary<string, T>`, `T?`, names with capitals",
    evidence: &[
        Evidence { sign: Sign::Text("```csharp"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("?`"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("List<"), weight: Weight::For(1) },
        Evidence { sign: Sign::TypeHas("Dictionary<"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("DateTime"), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("`string`"), weight: Weight::For(2) },
        Evidence { sign: Sign::NamesCapitalised, weight: Weight::For(2) },
    ],
    types: &words::APIMATIC_CSHARP,
    wire: WireRule { escapes: ESCAPES, joined: true, case: KeyCase::Camel, ..WireRule::BASE },
    ..APIMATIC
};

/// `MObject` is the key `object`.
static ESCAPES: &[Escape] = &[Escape::before("M", EscapedName::OneOfCapitalised(words::CSHARP_KEYWORDS))];
