//! A dialect that is not part of this project: `codegen` gets it as a file, a user of `codegen` as a module.

use super::words::{self, form, word};
use super::{
    Brackets, Column, Dialect, Evidence, Makes, Role, Scalar, Sign, TypeSyntax, ValuesForm, ValuesList, ValuesPlace,
    Weight,
};

/// `| state | choice: new / used | no | How old it is. |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "made-up",
    about: "the tables of nobody",
    evidence: &[Evidence { sign: Sign::Text("Made up."), weight: Weight::For(1) }],
    section: Some("Keys"),
    columns: &[
        Column { heading: "Key", role: Role::Name },
        Column { heading: "Kind", role: Role::Type },
        Column { heading: "Must be there", role: Role::OneOf(words::YES_NO) },
        Column { heading: "Text", role: Role::Description },
    ],
    types: &TYPES,
    values: VALUES,
    ..Dialect::BASE
};

static TYPES: TypeSyntax = TypeSyntax {
    words: &[word("text", Scalar::String), word("count", Scalar::Int32), word("amount", Scalar::Decimal)],
    generics: &[form("list of T", Makes::List), form("T by name", Makes::Map)],
    sizes: Some(Brackets { open: '(', close: ')' }),
    ..TypeSyntax::BASE
};

static VALUES: &[ValuesForm] =
    &[ValuesForm::new(ValuesPlace::InType("choice: ", ""), ValuesList::Line("", "")).separated_by(" / ")];
