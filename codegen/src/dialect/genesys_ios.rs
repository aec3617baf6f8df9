use super::{Dialect, Evidence, Sign, Weight, WireRule, words};

/// `| **_id** | **String** | … | [optional] |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "genesys-ios",
    about: "Genesys Cloud's iOS SDK: openapi-generator's words for Swift in rows with outer pipes",
    evidence: &[
        Evidence { sign: Sign::TextStarts("_PureCloudPlatformClientV2@"), weight: Weight::For(4) },
        Evidence { sign: Sign::OuterPipes(false), weight: Weight::Against },
        Evidence { sign: Sign::TypeHas(".md)"), weight: Weight::Against },
        Evidence { sign: Sign::TitleHas("."), weight: Weight::Against },
        Evidence { sign: Sign::TitleHas("::"), weight: Weight::Against },
        Evidence { sign: Sign::Heading("Example"), weight: Weight::Against },
    ],
    types: &words::SWIFT,
    wire: WireRule { escapes: words::SWIFT_ESCAPES, ..WireRule::BASE },
    ..Dialect::OPENAPI
};
