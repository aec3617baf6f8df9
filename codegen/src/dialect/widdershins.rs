use super::{
    Column, Dialect, EmptyTable, Evidence, Models, Nested, Note, NoteWord, NullableRule, Role, RowMeans, Rows, Sign,
    SpecialRow, Title, Weight, words,
};

/// `|» tags|[[Tag](#schematag)]¦null|false|read-only|…|`
pub(super) static DIALECT: Dialect = Dialect {
    name: "widdershins",
    about: "widdershins, for Slate: many models on a page, the columns `Required` and `Restrictions`, `»` before inner names",
    evidence: &[Evidence { sign: Sign::OuterPipes(true), weight: Weight::For(3) }],
    models: Models::OnePerHeading,
    title: &TITLE,
    columns: COLUMNS,
    nested: Nested::Rows(&INNER),
    // An object whose properties are not known has none either.
    empty: EmptyTable::Anything,
    rows: ROWS,
    types: &words::WIDDERSHINS,
    notes: &[],
    phrases: PHRASES,
    nullable: NullableRule::SometimesWrapped,
    ..Dialect::BASE
};

/// Above the description is an example in JSON, and a word is above the tables of several types.
static TITLE: Title = Title {
    noise: &["```", "oneOf", "anyOf", "allOf", "*oneOf*", "*anyOf*", "*allOf*"],
    sections: &["Response Schema"],
    ..Title::BASE
};

static COLUMNS: &[Column] = &[
    Column { heading: "Name", role: Role::Name },
    Column { heading: "Type", role: Role::Type },
    Column { heading: "Required", role: Role::OneOf(words::YES_NO) },
    Column { heading: "Restrictions", role: Role::Notes },
    Column { heading: "Description", role: Role::Description },
];

static INNER: Rows = Rows {
    mark: "»",
    whole: "anonymous",
    one_of: "oneOf",
    any_of: "anyOf",
    all_of: "allOf",
    next: &["and", "or", "xor"],
    not: "not",
    continued: "continued",
    nothing: "*None*",
    values: ["Property", "Value"],
    no_description: "none",
};

/// The row of a schema that is not an object has the title of the schema, if it has one.
static ROWS: &[SpecialRow] = &[
    SpecialRow { name: None, means: RowMeans::Itself },
    SpecialRow { name: Some("anonymous"), means: RowMeans::Itself },
    SpecialRow { name: Some("additionalProperties"), means: RowMeans::OtherKeys },
];

static PHRASES: &[NoteWord] = &[
    NoteWord { text: "none", note: Note::Nothing },
    NoteWord { text: "read-only", note: Note::ReadOnly },
    NoteWord { text: "write-only", note: Note::Nothing },
];
