use super::openapi_dart::ESCAPES;
use super::{DefaultSyntax, DefaultTexts, Dialect, Evidence, KeyCase, Sign, Title, Weight, WireRule, words};

/// `**tags** | [**List<Tag>**](Tag.md) | … | [optional] [default to const []]`
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-dart-dio",
    about: "openapi-generator's Dart client with Dio: `BuiltList&lt;T&gt;`, `Date` for days",
    evidence: &[
        Evidence { sign: Sign::Heading("Load the model package"), weight: Weight::Needed(0) },
        Evidence { sign: Sign::TitleHas(".model."), weight: Weight::Needed(2) },
        Evidence { sign: Sign::Text("```dart"), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("Built"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("JsonObject"), weight: Weight::For(2) },
    ],
    title: &TITLE,
    types: &words::DART_DIO,
    defaults: &DEFAULTS,
    wire: WireRule { escapes: ESCAPES, case: KeyCase::LikelyAsSpelled, ..WireRule::BASE },
    ..Dialect::OPENAPI
};

static TITLE: Title = Title { namespace: Some("."), sections: &["Load the model package"], ..Title::BASE };

static DEFAULTS: DefaultSyntax =
    DefaultSyntax { none: &["null", "const []", "const {}", "[]", "{}", "ListBuilder()"], texts: DefaultTexts::Quoted };
