use super::{
    Dialect, EmptyTable, Escape, EscapedName, Evidence, KeyCase, Models, Nested, NullableRule, PresenceRule, Sign,
    Weight, WireRule, words,
};

/// `**user** | [**list[User]**](User.md) | … | [optional] `
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-python-legacy",
    about: "swagger-codegen's and openapi-generator's Python client before 6.3 and `python-legacy`: `list[T]`, `dict(str, T)`",
    evidence: &[
        Evidence { sign: Sign::OuterPipes(false), weight: Weight::For(1) },
        Evidence { sign: Sign::TypeBare, weight: Weight::Against },
        Evidence { sign: Sign::FrontMatterTitle, weight: Weight::Against },
        Evidence { sign: Sign::Heading("Example"), weight: Weight::Against },
        Evidence { sign: Sign::TitleHas("::"), weight: Weight::Against },
    ],
    models: Models::OnePerPage,
    title: &words::PLAIN_TITLE,
    section: "Properties",
    whole: None,
    columns: words::OPENAPI_COLUMNS,
    nested: Nested::No,
    empty: EmptyTable::Anything,
    rows: &[],
    types: &words::PYTHON,
    notes: words::OPENAPI_NOTES,
    phrases: &[],
    presence: PresenceRule::Said,
    nullable: NullableRule::Never,
    defaults: &words::QUOTED_DEFAULTS,
    values: &[],
    unions: &[],
    discriminators: &[],
    wire: WireRule {
        quotes: &[],
        escapes: &[
            Escape { prefix: "var_", before: EscapedName::OneOf(words::PYTHON_KEYWORDS) },
            Escape { prefix: "var_", before: EscapedName::Digit },
            Escape { prefix: "_", before: EscapedName::OneOf(words::PYTHON_KEYWORDS) },
            Escape { prefix: "_", before: EscapedName::Digit },
        ],
        case: KeyCase::Camel,
        capitals: &[],
    },
    prose: None,
};
