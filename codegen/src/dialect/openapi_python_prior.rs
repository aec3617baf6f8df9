use super::{
    DefaultSyntax, DefaultTexts, Dialect, EmptyTable, Escape, EscapedName, Evidence, KeyCase, Models, Nested, Note,
    NoteWord, NullableRule, PresenceRule, RowMeans, Sign, SpecialRow, Weight, WireRule, words,
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
        Evidence { sign: Sign::TypeBare, weight: Weight::Against },
        Evidence { sign: Sign::FrontMatterTitle, weight: Weight::Against },
        Evidence { sign: Sign::Heading("Example"), weight: Weight::Against },
        Evidence { sign: Sign::TitleHas("::"), weight: Weight::Against },
    ],
    models: Models::OnePerPage,
    title: &words::DOTTED_TITLE,
    section: "Properties",
    whole: None,
    columns: words::OPENAPI_COLUMNS,
    nested: Nested::No,
    empty: EmptyTable::Anything,
    rows: ROWS,
    types: &words::PYTHON_PRIOR,
    notes: words::OPENAPI_NOTES,
    phrases: PHRASES,
    presence: PresenceRule::Said,
    nullable: NullableRule::SometimesWrapped,
    defaults: &DEFAULTS,
    values: &[],
    unions: &[],
    discriminators: &[],
    wire: WireRule {
        quotes: &[],
        escapes: &[
            Escape { prefix: "var_", before: EscapedName::OneOf(words::PYTHON_KEYWORDS) },
            Escape { prefix: "var_", before: EscapedName::Digit },
            Escape { prefix: "_", before: EscapedName::OneOf(words::PYTHON_KEYWORDS) },
            Escape { prefix: "_", before: EscapedName::Digit },
        ],
        case: KeyCase::Camel,
        capitals: &[],
    },
    prose: None,
};

/// A model without properties of its own is a row for its value or for all keys.
static ROWS: &[SpecialRow] = &[
    SpecialRow { name: "any string name", means: RowMeans::OtherKeys },
    SpecialRow { name: "value", means: RowMeans::Whole },
];

static PHRASES: &[NoteWord] = &[
    NoteWord { text: "if omitted the server will use the default value of ", note: Note::Default },
    NoteWord { text: "defaults to ", note: Note::Default },
    NoteWord { text: "must be one of ", note: Note::Values },
];

static DEFAULTS: DefaultSyntax = DefaultSyntax { none: &["nulltype.Null"], texts: DefaultTexts::Quoted };
