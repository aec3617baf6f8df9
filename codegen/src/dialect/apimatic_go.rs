use super::apimatic::APIMATIC;
use super::{Dialect, Evidence, KeyCase, Sign, Weight, WireRule, words};

/// `| `Tags` | [`[]models.Tag`](../../doc/models/tag.md) | Optional | … |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "apimatic-go",
    about: "APIMatic's Go client: `[]T`, `map[string]T`, `*T`, `Optional[T]`, names with capitals",
    evidence: &[
        Evidence { sign: Sign::Text("```go"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("`*"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("`[]"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("models."), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("Optional["), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("map[string]"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("time.Time"), weight: Weight::For(2) },
        Evidence { sign: Sign::NamesCapitalised, weight: Weight::For(2) },
    ],
    types: &words::APIMATIC_GO,
    wire: WireRule { joined: true, case: KeyCase::Camel, ..WireRule::BASE },
    ..APIMATIC
};
