use super::{
    Column, Dialect, Evidence, KeyCase, Models, Note, NoteWord, NullableRule, PresenceRule, Role, Sign, Title,
    ValuesForm, ValuesList, ValuesPlace, Weight, WireRule, words,
};

/// `| state | [State](#shop-State) | repeated | … |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "protoc-gen-doc",
    about: "protoc-gen-doc's default template: many messages on a page, a column with labels",
    evidence: &[
        Evidence { sign: Sign::Text("<a name=\""), weight: Weight::For(3) },
        Evidence { sign: Sign::Heading("Scalar Value Types"), weight: Weight::For(2) },
    ],
    models: Models::OnePerHeading,
    title: &TITLE,
    section: None,
    columns: COLUMNS,
    types: &words::PROTOBUF,
    presence: PresenceRule::RequiredSaid,
    nullable: NullableRule::SometimesWrapped,
    values: VALUES,
    wire: WireRule { case: KeyCase::ProtoJson, is_known: true, ..WireRule::BASE },
    ..Dialect::BASE
};

/// A message without fields has no table.
static TITLE: Title = Title { noise: &["<a name="], contents: Some("Table of Contents"), ..Title::BASE };

static COLUMNS: &[Column] = &[
    Column { heading: "Field", role: Role::Name },
    Column { heading: "Type", role: Role::Type },
    Column { heading: "Label", role: Role::OneOf(LABELS) },
    Column { heading: "Description", role: Role::Description },
];

static LABELS: &[NoteWord] = &[
    NoteWord { text: "", note: Note::Nothing },
    NoteWord { text: "optional", note: Note::Optional },
    NoteWord { text: "required", note: Note::Required },
    NoteWord { text: "repeated", note: Note::Repeated },
];

/// In JSON, the value of an enum is its name.
static VALUES: &[ValuesForm] =
    &[ValuesForm::new(ValuesPlace::OfPage, ValuesList::FirstOf(&["Name", "Number", "Description"]))];
