use super::openapi_python::ESCAPES;
use super::{
    Dialect, Evidence, KeyCase, Note, NoteWord, NullableRule, RowMeans, Sign, SpecialRow, Weight, WireRule, words,
};

/// `**user** | [**[User]**](User.md) | … | [optional]  if omitted the server will use …`
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-python-prior",
    about: "openapi-generator's Python client in 5.x, `python-experimental` and `python-prior`: `[T]`, `{str: (T,)}`",
    evidence: &[
        Evidence { sign: Sign::RowStarts("**any string name**"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("none_type"), weight: Weight::For(2) },
        Evidence { sign: Sign::NotesHave("if omitted the server"), weight: Weight::For(2) },
        Evidence { sign: Sign::OuterPipes(false), weight: Weight::For(1) },
    ],
    title: &words::DOTTED_TITLE,
    rows: ROWS,
    no_description: &["any string name can be used but the value must be the correct type"],
    types: &words::PYTHON_PRIOR,
    phrases: PHRASES,
    nullable: NullableRule::SometimesWrapped,
    wire: WireRule { escapes: ESCAPES, case: KeyCase::Camel, ..WireRule::BASE },
    ..Dialect::OPENAPI
};

/// A model without properties has a row for its value or for all keys.
static ROWS: &[SpecialRow] = &[
    SpecialRow { name: Some("any string name"), means: RowMeans::OtherKeys },
    SpecialRow { name: Some("value"), means: RowMeans::Whole },
];

static PHRASES: &[NoteWord] = &[
    NoteWord { text: "if omitted the server will use the default value of ", note: Note::Default },
    NoteWord { text: "defaults to ", note: Note::Default },
    NoteWord { text: "must be one of ", note: Note::Values },
];
