use super::{
    Column, Described, Dialect, EmptyTable, Evidence, Models, Note, NoteWord, Role, RowMeans, Sign, SpecialRow,
    ValuesForm, ValuesList, ValuesPlace, Weight, words,
};

/// `| state | string | How far it is.<br>*Enum:* `"open"` | No |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "swagger-markdown",
    about: "swagger-markdown: many models on a page, a column `Required`",
    evidence: &[
        Evidence { sign: Sign::Heading("Models"), weight: Weight::For(3) },
        Evidence { sign: Sign::Heading("Schemas"), weight: Weight::For(3) },
    ],
    models: Models::OnePerHeading,
    section: None,
    columns: COLUMNS,
    rows: ROWS,
    described: Some(&DESCRIBED),
    types: &words::SWAGGER_MARKDOWN,
    values: VALUES,
    empty: EmptyTable::Anything,
    defaults: &words::BARE_DEFAULTS,
    ..Dialect::BASE
};

static COLUMNS: &[Column] = &[
    Column { heading: "Name", role: Role::Name },
    Column { heading: "Type", role: Role::Type },
    Column { heading: "Description", role: Role::Description },
    Column { heading: "Required", role: Role::OneOf(words::YES_NO) },
];

/// A model without properties has a row with its own name.
static ROWS: &[SpecialRow] = &[SpecialRow { name: None, means: RowMeans::Whole }];

static DESCRIBED: Described = Described {
    leads: &["*Default:* ", "_Default:_ "],
    notes: &[
        NoteWord { text: "*Default:* `", note: Note::Default },
        NoteWord { text: "_Default:_ `", note: Note::Default },
    ],
};

static VALUES: &[ValuesForm] = &[in_description("*Enum:* "), in_description("_Enum:_ ")];

const fn in_description(lead: &'static str) -> ValuesForm {
    ValuesForm::new(ValuesPlace::InDescription(lead, ""), ValuesList::Line("", "")).quoted()
}
