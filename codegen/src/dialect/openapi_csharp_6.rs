use super::{Dialect, Escape, EscapedName, Evidence, KeyCase, NullableRule, Sign, Weight, WireRule, words};

/// `**Tags** | **List&lt;Tag&gt;** | … | [optional] `
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-csharp-6",
    about: "openapi-generator's and swagger-codegen's C# client before 7.0",
    evidence: &[
        Evidence { sign: Sign::TitleHas(".Model."), weight: Weight::Needed(2) },
        Evidence { sign: Sign::OuterPipes(false), weight: Weight::For(1) },
        Evidence { sign: Sign::Text("](../README"), weight: Weight::For(2) },
    ],
    title: &words::DOTTED_TITLE,
    types: &words::CSHARP_6,
    nullable: NullableRule::SometimesWrapped,
    wire: WireRule {
        escapes: &[Escape { prefix: "_", before: EscapedName::Digit }],
        case: KeyCase::SmallFirst,
        ..WireRule::BASE
    },
    ..Dialect::OPENAPI
};
