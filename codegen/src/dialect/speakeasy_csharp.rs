use super::speakeasy::SPEAKEASY;
use super::{Dialect, Evidence, KeyCase, Sign, Weight, WireRule, words};

/// `| `Tags` | List<[Tag](../../Models/Components/Tag.md)> | :heavy_minus_sign: | … |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "speakeasy-csharp",
    about: "Speakeasy's C# client: `Dictionary<String, T>`, names with capitals",
    evidence: &[
        Evidence { sign: Sign::Text("```csharp"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("learn.microsoft.com"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("Dictionary<"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("List<"), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("*long*"), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("*double*"), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("/Models/"), weight: Weight::For(2) },
        Evidence { sign: Sign::NamesCapitalised, weight: Weight::For(3) },
    ],
    types: &words::SPEAKEASY_CSHARP,
    wire: WireRule { joined: true, case: KeyCase::Camel, ..WireRule::BASE },
    ..SPEAKEASY
};
