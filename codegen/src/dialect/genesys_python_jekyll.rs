use super::genesys_python::{CAPITALS, ESCAPES};
use super::{Dialect, EmptyTable, Evidence, KeyCase, Sign, Style, Weight, WireRule, words};

/// `| **segments** | [**list[Segment]**](Segment.html) | … | [optional] |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "genesys-python-jekyll",
    about: "Genesys Cloud's Python SDK, older form: Jekyll front matter, bold types, links to .html",
    evidence: &[
        Evidence { sign: Sign::FrontMatterTitle, weight: Weight::Needed(3) },
        // Site generators need front matter on pages of any dialect.
        Evidence { sign: Sign::SmallTitle, weight: Weight::Needed(0) },
        Evidence { sign: Sign::TypeHas(".html)"), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeBold, weight: Weight::For(1) },
    ],
    style: Style { front_matter: true, ..Style::BOLD },
    empty: EmptyTable::Object,
    types: &words::PYTHON,
    wire: WireRule { escapes: ESCAPES, case: KeyCase::Camel, capitals: CAPITALS, is_known: true, ..WireRule::BASE },
    prose: Some(&words::ENGLISH_PROSE),
    ..Dialect::OPENAPI
};
