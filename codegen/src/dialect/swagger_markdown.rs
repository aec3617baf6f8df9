use super::{
    Column, Dialect, EmptyTable, Evidence, Models, Role, RowMeans, Sign, SpecialRow, ValuesForm, ValuesList,
    ValuesPlace, Weight, words,
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

static VALUES: &[ValuesForm] = &[in_description("*Enum:* "), in_description("_Enum:_ ")];

const fn in_description(lead: &'static str) -> ValuesForm {
    ValuesForm::new(ValuesPlace::InDescription(lead, ""), ValuesList::Line("", "")).quoted()
}
