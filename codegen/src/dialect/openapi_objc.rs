use super::{Dialect, Escape, EscapedName, Evidence, KeyCase, Pipes, Sign, Style, Weight, WireRule, words};

/// `**tags** | **NSArray&lt;NSString*&gt;*** | … | [optional] `
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-objc",
    about: "openapi-generator's and swagger-codegen's Objective-C clients: `NSArray<T>*`",
    evidence: &[Evidence { sign: Sign::TypeHas("NS"), weight: Weight::For(3) }],
    style: Style { pipes: Pipes::Never, ..Style::BOLD },
    types: &words::OBJC,
    wire: WireRule { escapes: ESCAPES, case: KeyCase::LikelyAsSpelled, ..WireRule::BASE },
    ..Dialect::OPENAPI
};

/// `_id` is the key `id`. A getter whose name starts with `new` or `copy` would own its value: `varNewName`.
static ESCAPES: &[Escape] = &[
    Escape::before("_", EscapedName::OneOf(words::OBJC_KEYWORDS)),
    Escape::before("_", EscapedName::Digit),
    Escape::before("var", EscapedName::Capitalised),
];
