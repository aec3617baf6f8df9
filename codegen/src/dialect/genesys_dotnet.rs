use super::openapi_csharp_6::ESCAPES;
use super::{Dialect, Evidence, KeyCase, Sign, Weight, WireRule, words};

/// `| **State** | **DateTime?** | … | [optional] |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "genesys-dotnet",
    about: "Genesys Cloud's .NET SDK: every value type has a question mark, which means nothing",
    evidence: &[
        Evidence { sign: Sign::HeadingStarts("ININ.PureCloudApi.Model."), weight: Weight::Needed(3) },
        Evidence { sign: Sign::TextStarts("_PureCloudPlatform.Client.V2"), weight: Weight::For(4) },
    ],
    title: &words::DOTTED_TITLE,
    types: &words::CSHARP_6,
    wire: WireRule { escapes: ESCAPES, case: KeyCase::SmallFirst, is_known: true, ..WireRule::BASE },
    ..Dialect::OPENAPI
};
