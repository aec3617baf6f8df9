use super::{
    Dialect, EmptyTable, Evidence, KeyCase, Models, Nested, Note, NoteWord, NullableRule, PresenceRule, Sign, Title,
    ValuesForm, ValuesList, ValuesPlace, Weight, WireRule, words,
};

/// `**Tags** | [**[]Tag**](tag) | … | [required]`
pub(super) static DIALECT: Dialect = Dialect {
    name: "sailpoint-powershell",
    about: "SailPoint's PowerShell SDK: a title in front matter, `[]T`, `[required]`, values in the type column",
    evidence: &[
        Evidence { sign: Sign::FrontMatterTitle, weight: Weight::Needed },
        Evidence { sign: Sign::OuterPipes(false), weight: Weight::For(2) },
        Evidence { sign: Sign::NotesHave("[required]"), weight: Weight::For(3) },
        Evidence { sign: Sign::Text("```powershell"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeBare, weight: Weight::Against },
    ],
    models: Models::OnePerPage,
    title: &TITLE,
    section: "Properties",
    whole: None,
    columns: words::OPENAPI_COLUMNS,
    nested: Nested::No,
    empty: EmptyTable::Anything,
    rows: &[],
    types: &words::SAILPOINT_POWERSHELL,
    notes: NOTES,
    phrases: &[],
    presence: PresenceRule::Said,
    nullable: NullableRule::Never,
    defaults: &words::QUOTED_DEFAULTS,
    values: VALUES,
    unions: &[],
    discriminators: &[],
    wire: WireRule { quotes: &[], escapes: &[], case: KeyCase::SmallFirst, capitals: &[] },
    prose: None,
};

static TITLE: Title = Title { before: &[], after: &[], namespace: None, sections: &["Examples"], noise: &[] };

static NOTES: &[NoteWord] = &[
    NoteWord { text: "optional", note: Note::Optional },
    NoteWord { text: "required", note: Note::Required },
    NoteWord { text: "readonly", note: Note::ReadOnly },
    NoteWord { text: "default to ", note: Note::Default },
];

static VALUES: &[ValuesForm] =
    &[ValuesForm { place: ValuesPlace::InType("Enum [", "]"), list: ValuesList::Line("", ""), quoted: true }];
