use super::{Dialect, Escape, EscapedName, Evidence, KeyCase, Pipes, Sign, Style, Weight, WireRule, words};

/// `**tags** | [**array[Tag]**](Tag.md) |  | [optional] [default to null]`
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-bash",
    about: "openapi-generator's Bash client: `array[T]`, `map[String, T]`, every row has a default",
    evidence: &[
        Evidence { sign: Sign::AllNotesHave("[default to "), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("array["), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("map["), weight: Weight::For(2) },
    ],
    style: Style { pipes: Pipes::Never, ..Style::BOLD },
    types: &words::BASH,
    defaults: &words::BARE_DEFAULTS,
    wire: WireRule { signs: words::SIGNS, escapes: ESCAPES, case: KeyCase::LikelyAsSpelled, ..WireRule::BASE },
    ..Dialect::OPENAPI
};

/// `_case` is the key `case`.
static ESCAPES: &[Escape] = &[
    Escape::before("_", EscapedName::OneOf(words::BASH_KEYWORDS)),
    Escape::before("At", EscapedName::Signed('@', words::AT_WORDS)),
    Escape::before("Dollar", EscapedName::Signed('$', words::DOLLAR_WORDS)),
];
