use super::{
    Dialect, Emphasis, EmptyTable, Escape, EscapedName, Evidence, KeyCase, Sign, Style, Weight, WireRule, words,
};

/// `| **segments** | [list[Segment]](Segment) | … | [optional] |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "genesys-python",
    about: "Genesys Cloud's Python SDK, newer form: bare types, links without an extension",
    evidence: &[
        Evidence { sign: Sign::Text("_PureCloudPlatformClientV2 "), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeBare, weight: Weight::For(2) },
    ],
    style: Style { types: Emphasis::Never, ..Style::BASE },
    empty: EmptyTable::Object,
    types: &words::PYTHON,
    wire: WireRule { escapes: ESCAPES, case: KeyCase::Camel, capitals: CAPITALS, is_known: true, ..WireRule::BASE },
    prose: Some(&words::ENGLISH_PROSE),
    ..Dialect::OPENAPI
};

/// `pcFrom` is the key `from`: the SDK puts `pc` before keywords of Python.
pub(super) static ESCAPES: &[Escape] =
    &[Escape::before("pc", EscapedName::Capitalised), Escape::before("_", EscapedName::OneOf(words::PYTHON_KEYWORDS))];

/// `marked_na` is the key `markedNA`. Other abbreviations (`uri`, `sms`) occur in both cases and need corrections.
pub(super) static CAPITALS: &[&str] = &["ai", "na", "smtp", "tts"];
