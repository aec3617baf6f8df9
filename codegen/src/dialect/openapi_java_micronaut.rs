use super::{
    Dialect, Escape, EscapedName, Evidence, KeyCase, Note, NoteWord, Sign, Style, Title, ValuesForm, ValuesList,
    ValuesPlace, Weight, WireRule, words,
};

/// `**state** | [**StateEnum**](#StateEnum) | … |  [optional property]`
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-java-micronaut",
    about: "openapi-generator's Micronaut client and server: types in backticks, `[optional property]`",
    evidence: &[
        Evidence { sign: Sign::NotesHave(" property]"), weight: Weight::For(3) },
        Evidence { sign: Sign::Text("The class is defined in **["), weight: Weight::Needed(3) },
    ],
    style: Style::BASE,
    title: &TITLE,
    types: &words::JAVA,
    notes: NOTES,
    values: VALUES,
    wire: WireRule { escapes: ESCAPES, case: KeyCase::LikelyAsSpelled, ..WireRule::BASE },
    ..Dialect::OPENAPI
};

static TITLE: Title = Title { noise: &["The class is defined in **["], ..Title::BASE };

static NOTES: &[NoteWord] = &[
    NoteWord { text: "optional property", note: Note::Optional },
    NoteWord { text: "readonly property", note: Note::ReadOnly },
];

static VALUES: &[ValuesForm] =
    &[words::ENUM_BULLETS, ValuesForm::new(ValuesPlace::OfFieldByType, ValuesList::Rows("Name", "Value")).quoted()];

static ESCAPES: &[Escape] = &[
    Escape::before("_", EscapedName::OneOf(words::JAVA_KEYWORDS)),
    Escape::before("_", EscapedName::OneOf(words::MICRONAUT_NAMES)),
    Escape::before("_", EscapedName::Digit),
    Escape::before("property", EscapedName::OneOfCapitalised(&["class"])),
    Escape::before("at", EscapedName::Signed('@', words::AT_WORDS)),
];
