//! A dialect of nobody: for `codegen` a file among its own, for a user of it a module.

use super::{
    Column, Dialect, EmptyTable, Evidence, KeyCase, Models, Nested, NullableRule, PresenceRule, Role, Sign, Weight,
    WireRule, words,
};

/// `| copies | int32 | no | How often to print it. |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "made-up",
    about: "the tables of nobody",
    evidence: &[Evidence { sign: Sign::Text("Made up."), weight: Weight::For(1) }],
    models: Models::OnePerPage,
    title: &words::PLAIN_TITLE,
    section: "Keys",
    whole: None,
    columns: &[
        Column { heading: "Key", role: Role::Name },
        Column { heading: "Kind", role: Role::Type },
        Column { heading: "Must be there", role: Role::Required },
        Column { heading: "Text", role: Role::Description },
    ],
    nested: Nested::No,
    empty: EmptyTable::Object,
    rows: &[],
    types: &words::HOUSE,
    notes: &[],
    phrases: &[],
    presence: PresenceRule::Said,
    nullable: NullableRule::Never,
    defaults: &words::QUOTED_DEFAULTS,
    values: &[],
    unions: &[],
    discriminators: &[],
    wire: WireRule { quotes: &[], escapes: &[], case: KeyCase::AsSpelled, capitals: &[] },
    prose: None,
};
