use super::openapi_swift::ESCAPES;
use super::{Dialect, Evidence, Pipes, Sign, Style, Weight, WireRule, words};

/// `| **_id** | **String** | … | [optional] |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "genesys-ios",
    about: "Genesys Cloud's iOS SDK: openapi-generator's words for Swift in rows with outer pipes",
    evidence: &[Evidence { sign: Sign::TextStarts("_PureCloudPlatformClientV2@"), weight: Weight::For(4) }],
    style: Style { pipes: Pipes::Always, ..Style::BOLD },
    types: &words::SWIFT,
    wire: WireRule { escapes: ESCAPES, ..WireRule::BASE },
    ..Dialect::OPENAPI
};
