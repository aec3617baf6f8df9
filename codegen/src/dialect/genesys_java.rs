use super::openapi_java::ESCAPES;
use super::{Dialect, Evidence, Pipes, Sign, Style, Weight, WireRule, words};

/// `| **state** | [**StateEnum**](#Enum--StateEnum) | … |  [optional] |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "genesys-java",
    about: "Genesys Cloud's Java SDK: links without an extension, the values of texts in sections of their own",
    evidence: &[
        Evidence { sign: Sign::TextStarts("_com.mypurecloud.sdk"), weight: Weight::For(4) },
        Evidence { sign: Sign::TypeHas("(#Enum--"), weight: Weight::For(4) },
        Evidence { sign: Sign::RowStarts("| **"), weight: Weight::For(1) },
    ],
    style: Style { pipes: Pipes::Always, ..Style::BOLD },
    types: &words::GENESYS_JAVA,
    values: &[words::ENUM_ROWS],
    wire: WireRule { escapes: ESCAPES, ..WireRule::BASE },
    ..Dialect::OPENAPI
};
