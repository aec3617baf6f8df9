use super::{Dialect, Escape, EscapedName, Evidence, KeyCase, Sign, Weight, WireRule, words};

/// `**user** | [**List[User]**](User.md) | … | [optional] `
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-python",
    about: "openapi-generator's Python client from 6.3 on, with Pydantic: `List[T]`, `Dict[str, T]`, an example below",
    evidence: &[
        Evidence { sign: Sign::Heading("Example"), weight: Weight::For(3) },
        Evidence { sign: Sign::Text("```python"), weight: Weight::For(2) },
        Evidence { sign: Sign::OuterPipes(false), weight: Weight::For(1) },
    ],
    types: &words::PYTHON_NEXTGEN,
    values: &[words::ENUM_BULLETS],
    wire: WireRule { escapes: ESCAPES, case: KeyCase::Camel, ..WireRule::BASE },
    ..Dialect::OPENAPI
};

/// `var_from` is the key `from`; `_from` before 6.3.
pub(super) static ESCAPES: &[Escape] = &[
    Escape::before("var_", EscapedName::OneOf(words::PYTHON_KEYWORDS)),
    Escape::before("var_", EscapedName::OneOf(words::PYDANTIC_NAMES)),
    Escape::before("var_", EscapedName::Digit),
    Escape::before("_", EscapedName::OneOf(words::PYTHON_KEYWORDS)),
    Escape::before("_", EscapedName::Digit),
];
