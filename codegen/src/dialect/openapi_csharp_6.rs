use super::{Dialect, Escape, EscapedName, Evidence, KeyCase, NullableRule, Sign, Style, Weight, WireRule, words};

/// `**Tags** | **List&lt;Tag&gt;** | … | [optional] `
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-csharp-6",
    about: "openapi-generator's and swagger-codegen's C# client before 7.0",
    evidence: &[
        Evidence { sign: Sign::TitleHas(".Model"), weight: Weight::Needed(2) },
        Evidence { sign: Sign::OuterPipes(false), weight: Weight::For(1) },
        Evidence { sign: Sign::Text("](../README"), weight: Weight::For(2) },
    ],
    style: Style::CAPITALS,
    title: &words::DOTTED_TITLE,
    types: &words::CSHARP_6,
    nullable: NullableRule::SometimesWrapped,
    wire: WireRule { escapes: ESCAPES, case: KeyCase::SmallFirst, ..WireRule::BASE },
    ..Dialect::OPENAPI
};

/// `@Version` is swagger-codegen's `version`; openapi-generator writes `_Version`, and `VarVersion` from 7.0 on.
pub(super) static ESCAPES: &[Escape] = &[
    Escape::before("@", EscapedName::Any),
    Escape::before("_", EscapedName::OneOf(words::CSHARP_NAMES)),
    Escape::before("Var", EscapedName::OneOf(words::CSHARP_NAMES)),
    Escape::before("Property", EscapedName::OneOf(&["Equals", "ToJson", "ToString"])),
    Escape::before("_", EscapedName::Digit),
    Escape::before("Var", EscapedName::Digit),
];
