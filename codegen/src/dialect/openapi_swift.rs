use super::{Dialect, Escape, EscapedName, Evidence, KeyCase, Pipes, Sign, Style, Weight, WireRule, words};

/// `**tags** | [Tag] | … | [optional] `
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-swift",
    about: "openapi-generator's Swift clients: `[T]`, `[String: T]`",
    evidence: &[
        Evidence { sign: Sign::OuterPipes(false), weight: Weight::For(1) },
        Evidence { sign: Sign::TypeHas("**["), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("[String:"), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("**Int"), weight: Weight::For(1) },
        Evidence { sign: Sign::TypeHas("**Bool**"), weight: Weight::For(1) },
    ],
    style: Style { pipes: Pipes::Never, ..Style::BASE },
    types: &words::SWIFT,
    wire: WireRule { escapes: ESCAPES, case: KeyCase::LikelyAsSpelled, ..WireRule::BASE },
    ..Dialect::OPENAPI
};

pub(super) static ESCAPES: &[Escape] =
    &[Escape::before("_", EscapedName::OneOf(words::SWIFT_KEYWORDS)), Escape::before("_", EscapedName::Digit)];
