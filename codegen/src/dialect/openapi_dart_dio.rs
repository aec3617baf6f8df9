use super::{
    DefaultSyntax, DefaultTexts, Dialect, EmptyTable, Escape, EscapedName, Evidence, KeyCase, Models, Nested,
    NullableRule, PresenceRule, Sign, Title, Weight, WireRule, words,
};

/// `**tags** | [**List<Tag>**](Tag.md) | … | [optional] [default to const []]`
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-dart-dio",
    about: "openapi-generator's Dart client with Dio: `BuiltList&lt;T&gt;`, `Date` for days",
    evidence: &[
        Evidence { sign: Sign::Heading("Load the model package"), weight: Weight::Needed },
        Evidence { sign: Sign::TitleHas(".model."), weight: Weight::Needed },
        Evidence { sign: Sign::TitleHas(".model."), weight: Weight::For(2) },
        Evidence { sign: Sign::Text("```dart"), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeBare, weight: Weight::Against },
        Evidence { sign: Sign::TypeHas("Built"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("JsonObject"), weight: Weight::For(2) },
    ],
    models: Models::OnePerPage,
    title: &TITLE,
    section: "Properties",
    whole: None,
    columns: words::OPENAPI_COLUMNS,
    nested: Nested::No,
    empty: EmptyTable::Anything,
    rows: &[],
    types: &words::DART_DIO,
    notes: words::OPENAPI_NOTES,
    phrases: &[],
    presence: PresenceRule::Said,
    nullable: NullableRule::Never,
    defaults: &DEFAULTS,
    values: &[],
    unions: &[],
    discriminators: &[],
    wire: WireRule {
        quotes: &[],
        escapes: &[Escape { prefix: "n", before: EscapedName::Digit }],
        case: KeyCase::LikelyAsSpelled,
        capitals: &[],
    },
    prose: None,
};

static TITLE: Title =
    Title { before: &[], after: &[], namespace: Some("."), sections: &["Load the model package"], noise: &[] };

static DEFAULTS: DefaultSyntax =
    DefaultSyntax { none: &["null", "const []", "const {}", "[]", "{}", "ListBuilder()"], texts: DefaultTexts::Quoted };
