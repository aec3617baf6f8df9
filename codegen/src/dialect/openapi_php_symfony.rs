use super::{Dialect, Escape, EscapedName, Evidence, KeyCase, Sign, Weight, WireRule, words};

/// `**tags** | **string** | … | [optional] `
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-php-symfony",
    about: "openapi-generator's Symfony server: lists and maps are lost",
    evidence: &[
        Evidence { sign: Sign::TypeHas("Server\\Model\\"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("UploadedFile"), weight: Weight::For(1) },
        Evidence { sign: Sign::TypeBare, weight: Weight::Against },
        Evidence { sign: Sign::OuterPipes(true), weight: Weight::Against },
        Evidence { sign: Sign::TitleHas("."), weight: Weight::Against },
        Evidence { sign: Sign::TitleHas("::"), weight: Weight::Against },
        Evidence { sign: Sign::Heading("Methods"), weight: Weight::Against },
    ],
    types: &words::PHP_SYMFONY,
    wire: WireRule {
        escapes: &[Escape { prefix: "_", before: EscapedName::Digit }],
        case: KeyCase::LikelyAsSpelled,
        ..WireRule::BASE
    },
    ..Dialect::OPENAPI
};
