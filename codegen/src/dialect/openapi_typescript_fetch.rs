use super::{
    Column, Dialect, Emphasis, Escape, EscapedName, Evidence, KeyCase, PresenceRule, Role, Sign, Style, Weight,
    WireRule, words,
};

/// `user | [User](User.md)`
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-typescript-fetch",
    about: "openapi-generator's TypeScript client with Fetch: two columns, without presence",
    evidence: &[
        Evidence { sign: Sign::NameHas("`"), weight: Weight::For(3) },
        Evidence { sign: Sign::Text("```typescript"), weight: Weight::For(2) },
    ],
    style: Style { names: Emphasis::Never, ..Style::BASE },
    columns: COLUMNS,
    types: &words::TYPESCRIPT_FETCH,
    presence: PresenceRule::Never,
    values: &[words::ENUM_BULLETS],
    wire: WireRule { escapes: ESCAPES, case: KeyCase::LikelyAsSpelled, ..WireRule::BASE },
    ..Dialect::OPENAPI
};

static COLUMNS: &[Column] =
    &[Column { heading: "Name", role: Role::Name }, Column { heading: "Type", role: Role::Type }];

static ESCAPES: &[Escape] = &[
    Escape::before("_", EscapedName::OneOf(words::TYPESCRIPT_KEYWORDS)),
    Escape::before("_", EscapedName::Digit),
    Escape::before("at", EscapedName::Signed('@', words::AT_WORDS)),
];
