use super::openapi_powershell::ESCAPES;
use super::{
    Dialect, Evidence, KeyCase, Note, NoteWord, Sign, Style, Title, ValuesForm, ValuesList, ValuesPlace, Weight,
    WireRule, words,
};

/// `**Tags** | [**[]Tag**](tag) | … | [required]`
pub(super) static DIALECT: Dialect = Dialect {
    name: "sailpoint-powershell",
    about: "SailPoint's PowerShell SDK: a title in front matter, `[]T`, `[required]`, values in the type column",
    evidence: &[
        Evidence { sign: Sign::FrontMatterTitle, weight: Weight::Needed(1) },
        // Site generators need front matter on pages of any dialect.
        Evidence { sign: Sign::Heading("Examples"), weight: Weight::Needed(0) },
        Evidence { sign: Sign::OuterPipes(false), weight: Weight::For(2) },
        Evidence { sign: Sign::NotesHave("[required]"), weight: Weight::For(3) },
        Evidence { sign: Sign::Text("```powershell"), weight: Weight::For(3) },
    ],
    style: Style { front_matter: true, ..Style::BOLD },
    title: &TITLE,
    types: &words::SAILPOINT_POWERSHELL,
    notes: NOTES,
    values: VALUES,
    wire: WireRule { escapes: ESCAPES, case: KeyCase::SmallFirst, is_known: true, ..WireRule::BASE },
    ..Dialect::OPENAPI
};

static TITLE: Title = Title { sections: &["Examples"], ..Title::BASE };

static NOTES: &[NoteWord] = &[
    NoteWord { text: "optional", note: Note::Optional },
    NoteWord { text: "required", note: Note::Required },
    NoteWord { text: "readonly", note: Note::ReadOnly },
    NoteWord { text: "default to ", note: Note::Default },
];

static VALUES: &[ValuesForm] =
    &[ValuesForm::new(ValuesPlace::InType("Enum [", "]"), ValuesList::Line("", "")).quoted()];
