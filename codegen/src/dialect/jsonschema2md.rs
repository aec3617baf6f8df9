use super::{
    Column, Dialect, EmptyTable, Evidence, KeyCase, Models, Nested, NullableRule, Pages, PresenceRule, Role, RowMeans,
    Sign, SpecialRow, Title, Weight, WireRule, words,
};

/// `| [lines](#lines) | `array` | Required | cannot be null | [Order](order-properties-lines.md "…") |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "jsonschema2md",
    about: "adobe's jsonschema2md: a page per schema and property, sections with types, the column `Defined by`",
    evidence: &[
        Evidence { sign: Sign::TextStarts("```txt"), weight: Weight::Needed },
        Evidence { sign: Sign::TextStarts("```txt"), weight: Weight::For(5) },
    ],
    models: Models::OnePerFile,
    title: &TITLE,
    section: "",
    whole: None,
    columns: COLUMNS,
    nested: Nested::Pages(&PAGES),
    empty: EmptyTable::Object,
    rows: ROWS,
    types: &words::JSON_SCHEMA,
    notes: &[],
    phrases: words::JSON_SCHEMA_LIMITS,
    presence: PresenceRule::Said,
    // `cannot be null` is said of types that are merged or not specified, too, so it says nothing.
    nullable: NullableRule::SometimesWrapped,
    defaults: &words::QUOTED_DEFAULTS,
    values: &[],
    unions: &[],
    discriminators: &[],
    wire: WireRule { quotes: &[], escapes: &[], case: KeyCase::AsSpelled, capitals: &[] },
    prose: None,
};

/// The place of the schema stands above the description.
static TITLE: Title = Title { before: &[], after: &[], namespace: None, sections: &[], noise: &["```"] };

static COLUMNS: &[Column] = &[
    Column { heading: "Property", role: Role::Name },
    Column { heading: "Type", role: Role::Type },
    Column { heading: "Required", role: Role::Required },
    Column { heading: "Nullable", role: Role::Nullable },
    Column { heading: "Defined by", role: Role::Ignored },
];

static PAGES: Pages = Pages {
    ty: " Type",
    properties: " Properties",
    constraints: " Constraints",
    default: " Default Value",
    other_keys: "additionalProperties",
    one_of: "one (and only one) of",
    any_of: "any of",
    all_of: "all of",
    values: &["Value", "Explanation", "", ""],
};

static ROWS: &[SpecialRow] = &[SpecialRow { name: "Additional Properties", means: RowMeans::OtherKeys }];
