use super::openapi_kotlin::ESCAPES;
use super::{Column, Dialect, Evidence, KeyCase, Note, NoteWord, Role, Sign, Style, Title, Weight, WireRule, words};

/// `**state** | state | text |  | **kotlin.String** | … |  [optional]`
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-ktorm",
    about: "openapi-generator's Ktorm schema: seven columns, tables of a database",
    evidence: &[
        Evidence { sign: Sign::TitleStarts("Table `"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("kotlin."), weight: Weight::For(3) },
    ],
    style: Style::BASE,
    title: &TITLE,
    columns: COLUMNS,
    types: &words::KOTLIN,
    notes: NOTES,
    values: &[words::ENUM_BULLETS],
    wire: WireRule { quotes: &[("`", "`")], escapes: ESCAPES, case: KeyCase::LikelyAsSpelled, ..WireRule::BASE },
    ..Dialect::OPENAPI
};

/// Below the model are the tables that join it to its lists in a database.
static TITLE: Title = Title { before: &["Table "], noise: &["(mapped from: "], beside: &["**Table `"], ..Title::BASE };

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
