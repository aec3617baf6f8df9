//! What `APIMatic`'s documents of all languages have in common.

use super::{
    Column, Constraint, Described, Dialect, EmptyTable, Note, NoteWord, NullableRule, PresenceRule, Role, RowMeans,
    SpecialRow, Title, UnionForm, UnionList, ValuesForm, ValuesList, ValuesPlace,
};
use crate::schema::UnionOf;

/// A page per model, `Name | Type | Tags | Description`, with its keys in an example.
pub(super) const APIMATIC: Dialect = Dialect {
    title: &TITLE,
    section: Some("Fields"),
    columns: COLUMNS,
    no_description: &["-"],
    described: Some(&DESCRIBED),
    empty: EmptyTable::Object,
    notes: &[],
    rows: ROWS,
    presence: PresenceRule::RequiredSaid,
    nullable: NullableRule::SometimesWrappedIfRequired,
    values: VALUES,
    unions: UNIONS,
    ..Dialect::BASE
};

static ROWS: &[SpecialRow] = &[
    SpecialRow { name: Some("additionalProperties"), means: RowMeans::OtherKeysMap },
    SpecialRow { name: Some("AdditionalProperties"), means: RowMeans::OtherKeysMap },
    SpecialRow { name: Some("additional_properties"), means: RowMeans::OtherKeysMap },
];

/// The columns that Java and PHP have, too.
pub(super) static ACCESSORS: &[Column] =
    &[Column { heading: "Getter", role: Role::Ignored }, Column { heading: "Setter", role: Role::Ignored }];

/// The heading of the page is `Order Line`, and the code below the next one `OrderLine`.
static TITLE: Title =
    Title { named_below: &["Structure", "Enumeration", "Class Name"], other_file_case: true, ..Title::BASE };

static COLUMNS: &[Column] = &[
    Column { heading: "Name", role: Role::Name },
    Column { heading: "Type", role: Role::Type },
    Column { heading: "Tags", role: Role::OneOf(TAGS) },
    Column { heading: "Description", role: Role::Description },
];

static TAGS: &[NoteWord] = &[
    NoteWord { text: "required", note: Note::Required },
    NoteWord { text: "optional", note: Note::Optional },
    NoteWord { text: "constant", note: Note::Nothing },
    NoteWord { text: "read-only", note: Note::ReadOnly },
    NoteWord { text: "readonly", note: Note::ReadOnly },
];

static DESCRIBED: Described = Described {
    leads: &["**Constraints**: ", "**Default**: ", "**Value**: "],
    notes: &[
        NoteWord { text: "*Minimum Length*: `", note: Note::Constraint(Constraint::MinLength) },
        NoteWord { text: "*Maximum Length*: `", note: Note::Constraint(Constraint::MaxLength) },
        NoteWord { text: "*Minimum Items*: `", note: Note::Constraint(Constraint::MinItems) },
        NoteWord { text: "*Maximum Items*: `", note: Note::Constraint(Constraint::MaxItems) },
        NoteWord { text: "*Pattern*: `", note: Note::Constraint(Constraint::Pattern) },
        NoteWord { text: "`>= ", note: Note::Constraint(Constraint::Minimum) },
        NoteWord { text: "`<= ", note: Note::Constraint(Constraint::Maximum) },
        NoteWord { text: "`> ", note: Note::Constraint(Constraint::ExclusiveMinimum) },
        NoteWord { text: "`< ", note: Note::Constraint(Constraint::ExclusiveMaximum) },
        NoteWord { text: "*Multiple Of*: `", note: Note::Constraint(Constraint::MultipleOf) },
        NoteWord { text: "*Unique Items Required*", note: Note::UniqueItems },
        NoteWord { text: "*Unique Items*", note: Note::UniqueItems },
        NoteWord { text: "**Default**: `", note: Note::Default },
        NoteWord { text: "**Value**: `", note: Note::Values },
    ],
};

static VALUES: &[ValuesForm] = &[
    ValuesForm::new(ValuesPlace::OfModel("Fields"), ValuesList::NameOf(&["Name"])),
    ValuesForm::new(ValuesPlace::OfModel("Fields"), ValuesList::NameOf(&["Name", "Description"])),
];

static UNIONS: &[UnionForm] = &[
    UnionForm { heading: "Cases", of: UnionOf::Any, list: UnionList::FirstOf(&["Type"]) },
    UnionForm { heading: "Cases", of: UnionOf::Any, list: UnionList::FirstOf(&["Type", "Factory Method"]) },
];
