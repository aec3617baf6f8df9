use super::apimatic::APIMATIC;
use super::{Dialect, Escape, EscapedName, Evidence, KeyCase, Sign, Weight, WireRule, words};

/// `| `tags` | [`List[Tag]`](../../doc/models/tag.md) | Optional | … |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "apimatic-python",
    about: "APIMatic's Python client: `str`, `List[T]`, `Dict[str, T]`",
    evidence: &[
        Evidence { sign: Sign::Text("```python"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("`str`"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("str ("), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("`bool`"), weight: Weight::For(1) },
        Evidence { sign: Sign::TypeHas("List["), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("`List "), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("Dict["), weight: Weight::For(3) },
    ],
    types: &words::APIMATIC_PYTHON,
    wire: WireRule { escapes: ESCAPES, case: KeyCase::Camel, ..WireRule::BASE },
    ..APIMATIC
};

/// `mfrom` is the key `from`.
static ESCAPES: &[Escape] = &[
    Escape::before("m", EscapedName::OneOf(words::PYTHON_KEYWORDS)),
    Escape::before("m_", EscapedName::OneOf(words::PYTHON_KEYWORDS)),
    Escape::before("m", EscapedName::OneOf(&["type"])),
    Escape::before("m", EscapedName::Digit),
];
