use super::{Dialect, Evidence, KeyCase, Sign, Weight, WireRule, words};

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
        Evidence { sign: Sign::TextStarts("_PureCloud"), weight: Weight::Against },
        Evidence { sign: Sign::OuterPipes(true), weight: Weight::Against },
        Evidence { sign: Sign::TitleHas("."), weight: Weight::Against },
        Evidence { sign: Sign::TitleHas("::"), weight: Weight::Against },
    ],
    types: &words::SWIFT,
    wire: WireRule { escapes: words::SWIFT_ESCAPES, case: KeyCase::LikelyAsSpelled, ..WireRule::BASE },
    ..Dialect::OPENAPI
};
