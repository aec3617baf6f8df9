use super::openapi_java::ESCAPES;
use super::{
    Column, Dialect, EmptyTable, Evidence, KeyCase, Models, Nested, Note, NoteWord, NullableRule, PresenceRule, Role,
    Sign, Title, Weight, WireRule, words,
};

/// `**state** | state | text |  | **kotlin.String** | … |  [optional]`
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-ktorm",
    about: "openapi-generator's Ktorm schema: seven columns, tables of a database",
    evidence: &[
        Evidence { sign: Sign::TitleStarts("Table `"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("kotlin."), weight: Weight::For(3) },
        Evidence { sign: Sign::TitleHas("."), weight: Weight::Against },
        Evidence { sign: Sign::TitleHas("::"), weight: Weight::Against },
    ],
    models: Models::OnePerPage,
    title: &TITLE,
    section: "Properties",
    whole: None,
    columns: COLUMNS,
    nested: Nested::No,
    empty: EmptyTable::Anything,
    rows: &[],
    types: &words::KOTLIN,
    notes: NOTES,
    phrases: &[],
    presence: PresenceRule::Said,
    nullable: NullableRule::Never,
    defaults: &words::QUOTED_DEFAULTS,
    values: &[words::ENUM_BULLETS],
    unions: &[],
    discriminators: &[],
    wire: WireRule { quotes: &[("`", "`")], escapes: ESCAPES, case: KeyCase::LikelyAsSpelled, capitals: &[] },
    prose: None,
};

static TITLE: Title =
    Title { before: &["Table "], after: &[], namespace: None, sections: &[], noise: &["(mapped from: "] };

static COLUMNS: &[Column] = &[
    Column { heading: "Name", role: Role::Name },
    Column { heading: "Mapping", role: Role::Ignored },
    Column { heading: "SQL Type", role: Role::Ignored },
    Column { heading: "Default", role: Role::Ignored },
    Column { heading: "Type", role: Role::Type },
    Column { heading: "Description", role: Role::Description },
    Column { heading: "Notes", role: Role::Notes },
];

static NOTES: &[NoteWord] = &[
    NoteWord { text: "optional", note: Note::Optional },
    NoteWord { text: "readonly", note: Note::ReadOnly },
    NoteWord { text: "foreignkey", note: Note::Nothing },
    NoteWord { text: "primarykey", note: Note::Nothing },
];
