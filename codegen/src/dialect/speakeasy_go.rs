use super::speakeasy::SPEAKEASY;
use super::{Dialect, Evidence, KeyCase, Sign, UnionForm, UnionList, Weight, WireRule, words};
use crate::schema::UnionOf;

/// `| `Tags` | [][components.Tag](../../models/components/tag.md) | :heavy_minus_sign: | … |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "speakeasy-go",
    about: "Speakeasy's Go client: `[]T`, `map[string]T`, a star for a pointer, names with capitals",
    evidence: &[
        Evidence { sign: Sign::Text("```go"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("pkg.go.dev"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("map[string]"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("[]"), weight: Weight::For(1) },
        Evidence { sign: Sign::TypeHas("[*"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("**"), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("int64"), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("float64"), weight: Weight::For(2) },
        Evidence { sign: Sign::NamesCapitalised, weight: Weight::For(3) },
    ],
    types: &words::SPEAKEASY_GO,
    unions: &[UnionForm { heading: "Supported Types", of: UnionOf::Any, list: UnionList::InCode("{/*") }],
    wire: WireRule { joined: true, case: KeyCase::Camel, ..WireRule::BASE },
    ..SPEAKEASY
};
