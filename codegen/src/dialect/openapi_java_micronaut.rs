use super::openapi_java::ESCAPES;
use super::{
    Dialect, EmptyTable, Evidence, KeyCase, Models, Nested, Note, NoteWord, NullableRule, PresenceRule, Sign, Title,
    ValuesForm, ValuesList, ValuesPlace, Weight, WireRule, words,
};

/// `**state** | [**StateEnum**](#StateEnum) | … |  [optional property]`
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-java-micronaut",
    about: "openapi-generator's Micronaut client and server: types in backticks, `[optional property]`",
    evidence: &[
        Evidence { sign: Sign::NotesHave(" property]"), weight: Weight::For(3) },
        Evidence { sign: Sign::Text("The class is defined in **["), weight: Weight::For(3) },
        Evidence { sign: Sign::Text("The class is defined in **["), weight: Weight::Needed },
    ],
    models: Models::OnePerPage,
    title: &TITLE,
    section: "Properties",
    whole: None,
    columns: words::OPENAPI_COLUMNS,
    nested: Nested::No,
    empty: EmptyTable::Anything,
    rows: &[],
    types: &words::JAVA,
    notes: NOTES,
    phrases: &[],
    presence: PresenceRule::Said,
    nullable: NullableRule::Never,
    defaults: &words::QUOTED_DEFAULTS,
    values: VALUES,
    unions: &[],
    discriminators: &[],
    wire: WireRule { quotes: &[], escapes: ESCAPES, case: KeyCase::LikelyAsSpelled, capitals: &[] },
    prose: None,
};

static TITLE: Title =
    Title { before: &[], after: &[], namespace: None, sections: &[], noise: &["The class is defined in **["] };

static NOTES: &[NoteWord] = &[
    NoteWord { text: "optional property", note: Note::Optional },
    NoteWord { text: "readonly property", note: Note::ReadOnly },
];

static VALUES: &[ValuesForm] = &[
    words::ENUM_BULLETS,
    ValuesForm { place: ValuesPlace::OfFieldByType, list: ValuesList::Rows("Name", "Value"), quoted: true },
];
