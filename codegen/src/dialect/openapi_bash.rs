use super::{Dialect, Evidence, Pipes, Sign, Style, Weight, words};

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
    ..Dialect::OPENAPI
};
