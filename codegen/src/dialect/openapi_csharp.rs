use super::openapi_csharp_6::ESCAPES;
use super::{Dialect, Evidence, KeyCase, NullableRule, Sign, Style, Weight, WireRule, words};

/// `**Tags** | **List&lt;Tag&gt;** | … | [optional] `
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-csharp",
    about: "openapi-generator's C# client from 7.0 on: the package before the name, pages in a folder of their own",
    evidence: &[
        Evidence { sign: Sign::TitleHas(".Model"), weight: Weight::Needed(2) },
        Evidence { sign: Sign::OuterPipes(false), weight: Weight::For(1) },
        Evidence { sign: Sign::Text("](../../README"), weight: Weight::For(2) },
    ],
    style: Style::CAPITALS,
    title: &words::DOTTED_TITLE,
    types: &words::CSHARP,
    nullable: NullableRule::SometimesWrapped,
    wire: WireRule { escapes: ESCAPES, case: KeyCase::SmallFirst, ..WireRule::BASE },
    ..Dialect::OPENAPI
};
