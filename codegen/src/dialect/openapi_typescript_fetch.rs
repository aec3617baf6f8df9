use super::{
    Column, Dialect, EmptyTable, Escape, EscapedName, Evidence, KeyCase, Models, Nested, NullableRule, PresenceRule,
    Role, Sign, Weight, WireRule, words,
};

/// `user | [User](User.md)`
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-typescript-fetch",
    about: "openapi-generator's TypeScript client with Fetch: two columns, nothing about presence",
    evidence: &[
        Evidence { sign: Sign::NameHas("`"), weight: Weight::For(3) },
        Evidence { sign: Sign::Text("```typescript"), weight: Weight::For(2) },
        Evidence { sign: Sign::TitleHas("."), weight: Weight::Against },
        Evidence { sign: Sign::TitleHas("::"), weight: Weight::Against },
    ],
    models: Models::OnePerPage,
    title: &words::PLAIN_TITLE,
    section: "Properties",
    whole: None,
    columns: COLUMNS,
    nested: Nested::No,
    empty: EmptyTable::Anything,
    rows: &[],
    types: &words::TYPESCRIPT_FETCH,
    notes: words::OPENAPI_NOTES,
    phrases: &[],
    presence: PresenceRule::Never,
    nullable: NullableRule::Never,
    defaults: &words::QUOTED_DEFAULTS,
    values: &[words::ENUM_BULLETS],
    unions: &[],
    discriminators: &[],
    wire: WireRule {
        quotes: &[],
        escapes: &[Escape { prefix: "_", before: EscapedName::Digit }],
        case: KeyCase::LikelyAsSpelled,
        capitals: &[],
    },
    prose: None,
};

static COLUMNS: &[Column] =
    &[Column { heading: "Name", role: Role::Name }, Column { heading: "Type", role: Role::Type }];
