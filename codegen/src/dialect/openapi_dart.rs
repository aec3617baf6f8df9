use super::{
    DefaultSyntax, DefaultTexts, Dialect, Escape, EscapedName, Evidence, KeyCase, Sign, Title, Weight, WireRule, words,
};

/// `**tags** | [**List<Tag>**](Tag.md) | … | [optional] [default to const []]`
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-dart",
    about: "openapi-generator's Dart clients: `List<T>`, `DateTime` for days too",
    evidence: &[
        Evidence { sign: Sign::Heading("Load the model package"), weight: Weight::Needed(0) },
        Evidence { sign: Sign::TitleHas(".model."), weight: Weight::Needed(2) },
        Evidence { sign: Sign::Text("```dart"), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("List<"), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("Map<"), weight: Weight::For(2) },
    ],
    title: &TITLE,
    types: &words::DART,
    defaults: &DEFAULTS,
    wire: WireRule { escapes: ESCAPES, case: KeyCase::LikelyAsSpelled, ..WireRule::BASE },
    ..Dialect::OPENAPI
};

static TITLE: Title = Title { namespace: Some("."), sections: &["Load the model package"], ..Title::BASE };

static DEFAULTS: DefaultSyntax =
    DefaultSyntax { none: &["null", "const []", "const {}", "[]", "{}", "ListBuilder()"], texts: DefaultTexts::Quoted };

/// `class_` is the key `class`.
pub(super) static ESCAPES: &[Escape] = &[
    Escape::after("_", EscapedName::OneOf(words::DART_KEYWORDS)),
    Escape::before("n", EscapedName::Digit),
    Escape::before("at", EscapedName::Signed('@', words::AT_WORDS)),
    Escape::before("dollar", EscapedName::Signed('$', words::DOLLAR_WORDS)),
];
