use super::{
    Column, Dialect, EmptyTable, Evidence, Nested, Note, NoteWord, NullableRule, Role, RowMeans, Sections, Sign,
    SpecialRow, Style, Title, Weight, WireRule, words,
};

/// `**[users](#users)** | list, tuple,  | tuple,  | … | [optional] `
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-python-6",
    about: "openapi-generator's Python client in 6.0 to 6.6: what goes in and what comes out, a section per list and map",
    evidence: &[Evidence { sign: Sign::Heading("Model Type Info"), weight: Weight::Needed(5) }],
    style: Style::BASE,
    title: &TITLE,
    section: Some("Dictionary Keys"),
    columns: COLUMNS,
    nested: Nested::Sections(&SECTIONS),
    empty: EmptyTable::Object,
    rows: ROWS,
    no_description: &["any string name can be used but the value must be the correct type"],
    types: &words::PYTHON_6,
    phrases: PHRASES,
    nullable: NullableRule::SometimesWrapped,
    wire: WireRule::BASE,
    ..Dialect::OPENAPI
};

static TITLE: Title = Title { namespace: Some("."), sections: &["Model Type Info"], ..Title::BASE };

static COLUMNS: &[Column] = &[
    Column { heading: "Key", role: Role::Name },
    Column { heading: "Input Type", role: Role::Type },
    Column { heading: "Accessed Type", role: Role::Ignored },
    Column { heading: "Description", role: Role::Description },
    Column { heading: "Notes", role: Role::Notes },
];

static SECTIONS: Sections =
    Sections { whole: "Model Type Info", items: "Tuple Items", one_of: "oneOf", any_of: "anyOf", all_of: "allOf" };

/// Before 6.2, the name has spaces.
static ROWS: &[SpecialRow] = &[
    SpecialRow { name: Some("any_string_name"), means: RowMeans::OtherKeys },
    SpecialRow { name: Some("any string name"), means: RowMeans::OtherKeys },
];

static PHRASES: &[NoteWord] = &[
    NoteWord { text: "if omitted the server will use the default value of ", note: Note::Default },
    NoteWord { text: "must be one of ", note: Note::Values },
    NoteWord { text: "value must be a 32 bit integer", note: Note::Type(&words::INT32) },
    NoteWord { text: "value must be a 64 bit integer", note: Note::Type(&words::INT64) },
    NoteWord { text: "value must be a 32 bit float", note: Note::Type(&words::FLOAT32) },
    NoteWord { text: "value must be a 64 bit float", note: Note::Type(&words::FLOAT64) },
    NoteWord { text: "value must be numeric and storable in decimal.Decimal", note: Note::Type(&words::DECIMAL) },
    NoteWord { text: "value must be a uuid", note: Note::Nothing },
    NoteWord { text: "value must conform to RFC-3339 date-time", note: Note::Nothing },
    NoteWord { text: "value must conform to RFC-3339 full-date YYYY-MM-DD", note: Note::Nothing },
];
