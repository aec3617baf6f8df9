use super::speakeasy::SPEAKEASY;
use super::{Dialect, Escape, EscapedName, Evidence, KeyCase, Sign, Weight, WireRule, words};

/// `| `tags` | List[[models.Tag](../models/tag.md)] | :heavy_minus_sign: | … |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "speakeasy-python",
    about: "Speakeasy's Python client: `Optional[T]`, `List[T]`, `Dict[str, T]`",
    evidence: &[
        Evidence { sign: Sign::Text("```python"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("*str*"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("Optional["), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("Nullable["), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("List["), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("Dict["), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("docs.python.org"), weight: Weight::For(3) },
    ],
    types: &words::SPEAKEASY_PYTHON,
    wire: WireRule { escapes: ESCAPES, case: KeyCase::Camel, ..WireRule::BASE },
    ..SPEAKEASY
};

/// `from_` is the key `from`.
static ESCAPES: &[Escape] = &[
    Escape::after("_", EscapedName::OneOf(words::PYTHON_KEYWORDS)),
    Escape::after("_", EscapedName::OneOf(words::PYDANTIC_NAMES)),
    Escape::before("field_", EscapedName::Digit),
];
