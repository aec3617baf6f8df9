use super::{Dialect, Escape, EscapedName, Evidence, KeyCase, Pipes, Sign, Style, Weight, WireRule, words};

/// `**tags** | **string** | … | [optional] `
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-php-symfony",
    about: "openapi-generator's Symfony server: lists and maps are lost",
    evidence: &[
        Evidence { sign: Sign::TypeHas("Server\\Model\\"), weight: Weight::For(6) },
        Evidence { sign: Sign::TypeHas("UploadedFile"), weight: Weight::For(1) },
    ],
    style: Style { pipes: Pipes::Never, ..Style::BOLD },
    types: &words::PHP_SYMFONY,
    wire: WireRule { escapes: ESCAPES, case: KeyCase::LikelyAsSpelled, ..WireRule::BASE },
    ..Dialect::OPENAPI
};

static ESCAPES: &[Escape] =
    &[Escape::before("_", EscapedName::Digit), Escape::before("at", EscapedName::Signed('@', words::AT_WORDS))];
