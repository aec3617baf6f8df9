use super::{Dialect, Escape, EscapedName, Evidence, KeyCase, Sign, Style, Weight, WireRule, words};

/// `**Tags** | [**Tag[]**](Tag.md) | … | [optional] `
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-powershell",
    about: "openapi-generator's PowerShell client: `T[]`, `System.Collections.Hashtable`",
    evidence: &[
        Evidence { sign: Sign::Heading("Examples"), weight: Weight::For(3) },
        Evidence { sign: Sign::Text("```powershell"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("System."), weight: Weight::For(2) },
    ],
    style: Style::CAPITALS,
    types: &words::POWERSHELL,
    wire: WireRule { escapes: ESCAPES, case: KeyCase::SmallFirst, ..WireRule::BASE },
    ..Dialect::OPENAPI
};

/// `VarError` is the key `error`.
pub(super) static ESCAPES: &[Escape] =
    &[Escape::before("Var", EscapedName::OneOf(words::POWERSHELL_KEYWORDS)), Escape::before("Var", EscapedName::Digit)];
