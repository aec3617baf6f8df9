//! The answers that a dialect is composed of.

mod fields;
mod prose;
mod sections;
mod style;
mod types;

pub use fields::{
    Constraint, DefaultSyntax, DefaultTexts, Escape, EscapedName, KeyCase, Note, NoteWord, NullableRule, PresenceRule,
    WireRule,
};
pub use prose::{Lead, Prose, ProseItems};
pub use sections::{
    DiscriminatorText, EmptyTable, Mapping, Models, Nested, Pages, RowMeans, Rows, Sections, SpecialRow, Title,
    UnionForm, UnionList, ValuesForm, ValuesList, ValuesPlace,
};
pub use style::{Emphasis, Pipes, Style};
pub use types::{Brackets, Generic, LostValues, Makes, TypeSyntax, Word};
