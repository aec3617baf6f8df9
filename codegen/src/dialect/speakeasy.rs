//! What Speakeasy's documents of all languages have in common.

use super::{
    Column, Dialect, EmptyTable, Note, NoteWord, NullableRule, PresenceRule, Role, RowMeans, SpecialRow, Title,
    UnionForm, UnionList, ValuesForm, ValuesList, ValuesPlace, words,
};
use crate::schema::UnionOf;

/// A page per model in a folder `models`: `Field | Type | Required | Description`, perhaps with `Example`.
pub(super) const SPEAKEASY: Dialect = Dialect {
    title: &TITLE,
    section: Some("Fields"),
    columns: COLUMNS,
    more_columns: EXAMPLE,
    no_description: &["N/A"],
    empty: EmptyTable::Object,
    notes: &[],
    rows: ROWS,
    presence: PresenceRule::RequiredSaid,
    nullable: NullableRule::SometimesWrappedIfRequired,
    values: VALUES,
    unions: UNIONS,
    defaults: &words::QUOTED_DEFAULTS,
    ..Dialect::BASE
};

/// Names of files are in small letters in most languages. Those of models are unique in a folder.
static TITLE: Title = Title {
    other_file_case: true,
    per_folder: true,
    sections: &["Example Usage", "Union Discrimination"],
    ..Title::BASE
};

static COLUMNS: &[Column] = &[
    Column { heading: "Field", role: Role::Name },
    Column { heading: "Type", role: Role::Type },
    Column { heading: "Required", role: Role::OneOf(MARKS) },
    Column { heading: "Description", role: Role::Description },
];

static ROWS: &[SpecialRow] = &[
    SpecialRow { name: Some("additionalProperties"), means: RowMeans::OtherKeysMap },
    SpecialRow { name: Some("AdditionalProperties"), means: RowMeans::OtherKeysMap },
    SpecialRow { name: Some("additional_properties"), means: RowMeans::OtherKeysMap },
    SpecialRow { name: Some("__pydantic_extra__"), means: RowMeans::OtherKeysMap },
];

static EXAMPLE: &[Column] = &[Column { heading: "Example", role: Role::Ignored }];

static MARKS: &[NoteWord] = &[
    NoteWord { text: ":heavy_check_mark:", note: Note::Required },
    NoteWord { text: "✔️", note: Note::Required },
    NoteWord { text: "✔", note: Note::Required },
    NoteWord { text: ":heavy_minus_sign:", note: Note::Optional },
    NoteWord { text: "➖", note: Note::Optional },
];

/// The values of a model, and those of a field whose type is a literal.
static VALUES: &[ValuesForm] = &[
    ValuesForm::new(ValuesPlace::OfModel("Values"), ValuesList::Rows("Name", "Value")),
    ValuesForm::new(ValuesPlace::OfModel("Values"), ValuesList::Literals).quoted(),
    ValuesForm::new(ValuesPlace::OfModel("Values"), ValuesList::Bullets).quoted(),
    ValuesForm::new(ValuesPlace::InType("\"", "\""), ValuesList::Line("", "")).quoted().separated_by(" | "),
    ValuesForm::new(ValuesPlace::InType("Literal[", "]"), ValuesList::Line("", "")),
    ValuesForm::new(ValuesPlace::InType("Optional[Literal[", "]]"), ValuesList::Line("", "")),
];

static UNIONS: &[UnionForm] = &[UnionForm { heading: "Supported Types", of: UnionOf::Any, list: UnionList::Headings }];
