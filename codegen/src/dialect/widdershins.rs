use super::{
    Column, Dialect, EmptyTable, Evidence, KeyCase, Models, Nested, Note, NoteWord, NullableRule, PresenceRule, Role,
    RowMeans, Rows, Sign, SpecialRow, Title, Weight, WireRule, words,
};

/// `|» tags|[[Tag](#schematag)]¦null|false|read-only|…|`
pub(super) static DIALECT: Dialect = Dialect {
    name: "widdershins",
    about: "widdershins, for Slate: many models on a page, the columns `Required` and `Restrictions`, `»` before inner names",
    evidence: &[Evidence { sign: Sign::OuterPipes(true), weight: Weight::For(3) }],
    models: Models::OnePerHeading,
    title: &TITLE,
    section: "Properties",
    whole: None,
    columns: COLUMNS,
    nested: Nested::Rows(&INNER),
    empty: EmptyTable::Object,
    rows: ROWS,
    types: &words::WIDDERSHINS,
    notes: &[],
    phrases: PHRASES,
    presence: PresenceRule::Said,
    nullable: NullableRule::SometimesWrapped,
    defaults: &words::QUOTED_DEFAULTS,
    values: &[],
    unions: &[],
    discriminators: &[],
    wire: WireRule { quotes: &[], escapes: &[], case: KeyCase::AsSpelled, capitals: &[] },
    prose: None,
};

/// An example in JSON stands above the description, and a word before the tables of several types.
static TITLE: Title =
    Title { before: &[], after: &[], namespace: None, sections: &[], noise: &["```", "oneOf", "anyOf", "allOf"] };

static COLUMNS: &[Column] = &[
    Column { heading: "Name", role: Role::Name },
    Column { heading: "Type", role: Role::Type },
    Column { heading: "Required", role: Role::Required },
    Column { heading: "Restrictions", role: Role::Notes },
    Column { heading: "Description", role: Role::Description },
];

static INNER: Rows = Rows {
    mark: "»",
    whole: "anonymous",
    one_of: "oneOf",
    any_of: "anyOf",
    all_of: "allOf",
    values: ["Property", "Value"],
    no_description: "none",
};

static ROWS: &[SpecialRow] = &[
    SpecialRow { name: "anonymous", means: RowMeans::Itself },
    SpecialRow { name: "additionalProperties", means: RowMeans::OtherKeys },
];

static PHRASES: &[NoteWord] = &[
    NoteWord { text: "none", note: Note::Nothing },
    NoteWord { text: "read-only", note: Note::ReadOnly },
    NoteWord { text: "write-only", note: Note::Nothing },
];
