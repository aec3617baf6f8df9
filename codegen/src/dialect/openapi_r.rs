use super::{
    Constraint, Dialect, Escape, EscapedName, Evidence, Note, NoteWord, Pipes, Sign, Style, Weight, WireRule, words,
};

/// `**tags** | [**array[Tag]**](Tag.md) | … | [optional] [Max. items: 4] `
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-r",
    about: "openapi-generator's R client: `array[T]`, `map(T)`, constraints and values in the notes",
    evidence: &[
        Evidence { sign: Sign::TitleHas("::"), weight: Weight::Needed(2) },
        Evidence { sign: Sign::TypeHas("character"), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("array["), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("map("), weight: Weight::For(2) },
        Evidence { sign: Sign::NotesHave("[Enum: "), weight: Weight::For(1) },
    ],
    style: Style { pipes: Pipes::Never, ..Style::BOLD },
    title: &words::COLON_TITLE,
    types: &words::R,
    notes: NOTES,
    wire: WireRule { escapes: ESCAPES, ..WireRule::BASE },
    ..Dialect::OPENAPI
};

static NOTES: &[NoteWord] = &[
    NoteWord { text: "optional", note: Note::Optional },
    NoteWord { text: "readonly", note: Note::ReadOnly },
    NoteWord { text: "default to ", note: Note::Default },
    NoteWord { text: "Enum: ", note: Note::Values },
    NoteWord { text: "Max: ", note: Note::Constraint(Constraint::Maximum) },
    NoteWord { text: "Min: ", note: Note::Constraint(Constraint::Minimum) },
    NoteWord { text: "Pattern: ", note: Note::Constraint(Constraint::Pattern) },
    NoteWord { text: "Max. items: ", note: Note::Constraint(Constraint::MaxItems) },
    NoteWord { text: "Min. items: ", note: Note::Constraint(Constraint::MinItems) },
    NoteWord { text: "Max. length: ", note: Note::Constraint(Constraint::MaxLength) },
    NoteWord { text: "Min. length: ", note: Note::Constraint(Constraint::MinLength) },
];

/// `item_self` is the key `self`.
static ESCAPES: &[Escape] = &[Escape::before("item_", EscapedName::OneOf(words::R_NAMES))];
