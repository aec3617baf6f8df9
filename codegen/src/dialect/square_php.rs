use super::openapi_php::ESCAPES;
use super::{Column, Dialect, Evidence, KeyCase, Role, Sign, Weight, WireRule, words};

/// `**tags** | getTags() | setTags($value) | [**\Shop\Model\Tag[]**](Tag.md) | … | [optional] `
pub(super) static DIALECT: Dialect = Dialect {
    name: "square-php",
    about: "Square's PHP SDK before 2020: columns with getters and setters, values where fields would be",
    evidence: &[Evidence { sign: Sign::TextStarts("Note: All properties are protected"), weight: Weight::For(4) }],
    columns: COLUMNS,
    types: &words::PHP,
    values: &[words::ENUM_BULLETS, words::BOLD_VALUES],
    wire: WireRule { escapes: ESCAPES, case: KeyCase::AsSpelled, ..WireRule::BASE },
    ..Dialect::OPENAPI
};

static COLUMNS: &[Column] = &[
    Column { heading: "Name", role: Role::Name },
    Column { heading: "Getter", role: Role::Ignored },
    Column { heading: "Setter", role: Role::Ignored },
    Column { heading: "Type", role: Role::Type },
    Column { heading: "Description", role: Role::Description },
    Column { heading: "Notes", role: Role::Notes },
];
