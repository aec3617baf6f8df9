//! A dialect that is not part of this project: `codegen` gets it as a file, a user of `codegen` as a module.

use super::{Column, Dialect, Evidence, Role, Sign, Weight};

/// `| copies | int32 | no | How often to print it. |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "made-up",
    about: "the tables of nobody",
    evidence: &[Evidence { sign: Sign::Text("Made up."), weight: Weight::For(1) }],
    section: Some("Keys"),
    columns: &[
        Column { heading: "Key", role: Role::Name },
        Column { heading: "Kind", role: Role::Type },
        Column { heading: "Must be there", role: Role::Required },
        Column { heading: "Text", role: Role::Description },
    ],
    notes: &[],
    ..Dialect::BASE
};
