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
    wire: WireRule {
        escapes: &[
            Escape { prefix: "var_", before: EscapedName::OneOf(words::PYTHON_KEYWORDS) },
            Escape { prefix: "var_", before: EscapedName::OneOf(words::PYTHON_CLIENT_NAMES) },
            Escape { prefix: "var_", before: EscapedName::Digit },
            Escape { prefix: "_", before: EscapedName::OneOf(words::PYTHON_KEYWORDS) },
            Escape { prefix: "_", before: EscapedName::Digit },
        ],
        case: KeyCase::Camel,
        ..WireRule::BASE
    },
    ..Dialect::OPENAPI
};
