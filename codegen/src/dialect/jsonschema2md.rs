use super::{
    Column, Dialect, Evidence, Models, Nested, Note, NoteWord, NullableRule, Pages, Role, RowMeans, Sign, SpecialRow,
    Title, Weight, words,
};

/// `| [lines](#lines) | `array` | Required | cannot be null | [Order](order-properties-lines.md "…") |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "jsonschema2md",
    about: "adobe's jsonschema2md: a page per schema and property, sections with types, the column `Defined by`",
    evidence: &[Evidence { sign: Sign::TextStarts("```txt"), weight: Weight::Needed(5) }],
    models: Models::OnePerFile,
    title: &TITLE,
    section: None,
    columns: COLUMNS,
    nested: Nested::Pages(&PAGES),
    rows: ROWS,
    types: &words::JSON_SCHEMA,
    notes: &[],
    phrases: words::JSON_SCHEMA_LIMITS,

    // `cannot be null` is also written for merged and unspecified types, so it means nothing.
    nullable: NullableRule::SometimesWrapped,
    ..Dialect::BASE
};

/// Above the description is a code block with the location of the schema.
static TITLE: Title = Title { noise: &["```"], ..Title::BASE };

static COLUMNS: &[Column] = &[
    Column { heading: "Property", role: Role::Name },
    Column { heading: "Type", role: Role::Type },
    Column { heading: "Required", role: Role::OneOf(words::YES_NO) },
    Column { heading: "Nullable", role: Role::OneOf(NULLABLE) },
    Column { heading: "Defined by", role: Role::Ignored },
];

static NULLABLE: &[NoteWord] =
    &[NoteWord { text: "can be null", note: Note::Nullable }, NoteWord { text: "cannot be null", note: Note::Nothing }];

static PAGES: Pages = Pages {
    ty: " Type",
    properties: " Properties",
    constraints: " Constraints",
    default: " Default Value",
    other_keys: "additionalProperties",
    one_of: "one (and only one) of",
    any_of: "any of",
    all_of: "all of",
    values: &["Value", "Explanation"],
    summary: "Abstract",
    access: "Access Restrictions",
    no_access: "none",
    definitions: " Definitions",
};

static ROWS: &[SpecialRow] = &[SpecialRow { name: Some("Additional Properties"), means: RowMeans::OtherKeys }];
