//! The answers that a dialect is composed of.

mod escapes;
mod fields;
mod prose;
mod sections;
mod style;
mod types;

pub use escapes::{Escape, EscapedName};
pub use fields::{
    Constraint, DefaultSyntax, DefaultTexts, Described, KeyCase, Note, NoteWord, NullableRule, PresenceRule, WireRule,
};
pub use prose::{Lead, Prose, ProseItems};
pub use sections::{
    DiscriminatorText, EmptyTable, Mapping, Models, Nested, Pages, RowMeans, Rows, Sections, SpecialRow, Title,
    UnionForm, UnionList, ValuesForm, ValuesList, ValuesPlace,
};
pub use style::{Emphasis, Pipes, Style};
pub use types::{Brackets, Generic, LostValues, Makes, TypeSyntax, Word};
