use super::openapi_java::ESCAPES;
use super::{Dialect, Evidence, Pipes, Sign, Style, Weight, WireRule, words};

/// `| **state** | [**StateEnum**](#StateEnum) | … |  [optional] |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "genesys-java-jekyll",
    about: "Genesys Cloud's Java SDK, older form: Jekyll front matter, links to .html, values of texts in sections",
    evidence: &[
        Evidence { sign: Sign::FrontMatterTitle, weight: Weight::Needed(3) },
        // Site generators need front matter on pages of any dialect.
        Evidence { sign: Sign::SmallTitle, weight: Weight::Needed(0) },
        Evidence { sign: Sign::HeadingStarts("Enum: "), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("&lt;"), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("**String**"), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("Enum**](#"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas(".html)"), weight: Weight::For(1) },
    ],
    style: Style { pipes: Pipes::Always, front_matter: true, ..Style::BOLD },
    types: &words::GENESYS_JAVA,
    values: &[words::ENUM_ROWS],
    wire: WireRule { escapes: ESCAPES, ..WireRule::BASE },
    ..Dialect::OPENAPI
};
