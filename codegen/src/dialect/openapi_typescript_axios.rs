use super::{
    Dialect, Escape, EscapedName, Evidence, KeyCase, Sign, ValuesForm, ValuesList, ValuesPlace, Weight, WireRule, words,
};

/// `**user** | [**User**](User.md) | … | [optional] [default to undefined]`
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-typescript-axios",
    about: "openapi-generator's TypeScript client with Axios: every row has a default, which is mostly `undefined`",
    evidence: &[
        Evidence { sign: Sign::NotesHave("[default to undefined]"), weight: Weight::For(3) },
        Evidence { sign: Sign::Text("```typescript"), weight: Weight::For(2) },
    ],
    types: &words::TYPESCRIPT,
    values: VALUES,
    wire: WireRule { escapes: ESCAPES, case: KeyCase::LikelyAsSpelled, ..WireRule::BASE },
    ..Dialect::OPENAPI
};

static VALUES: &[ValuesForm] =
    &[words::ENUM_BULLETS, ValuesForm::new(ValuesPlace::OfField("Enum: "), ValuesList::Bullets).quoted()];

static ESCAPES: &[Escape] = &[
    Escape::before("_", EscapedName::OneOf(words::TYPESCRIPT_KEYWORDS)),
    Escape::before("_", EscapedName::Digit),
    Escape::before("at_", EscapedName::Signed('@', words::AT_WORDS)),
];
