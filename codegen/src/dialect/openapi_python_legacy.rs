use super::openapi_python::ESCAPES;
use super::{Dialect, Evidence, KeyCase, Sign, Weight, WireRule, words};

/// `**user** | [**list[User]**](User.md) | … | [optional] `
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-python-legacy",
    about: "swagger-codegen's and openapi-generator's Python client before 6.3 and `python-legacy`: `list[T]`, `dict(str, T)`",
    evidence: &[Evidence { sign: Sign::OuterPipes(false), weight: Weight::For(1) }],
    types: &words::PYTHON,
    values: &[words::BOLD_VALUES],
    wire: WireRule { escapes: ESCAPES, case: KeyCase::Camel, ..WireRule::BASE },
    ..Dialect::OPENAPI
};
