use super::{
    DefaultSyntax, DefaultTexts, Dialect, EmptyTable, Escape, EscapedName, Evidence, KeyCase, Models, Nested,
    NullableRule, PresenceRule, Sign, Weight, WireRule, words,
};

/// `**Tags** | [**Tag[]**](Tag.md) | … | [optional] `
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-powershell",
    about: "openapi-generator's PowerShell client: `T[]`, `System.Collections.Hashtable`",
    evidence: &[
        Evidence { sign: Sign::Heading("Examples"), weight: Weight::For(3) },
        Evidence { sign: Sign::Text("```powershell"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("System."), weight: Weight::For(2) },
        Evidence { sign: Sign::FrontMatterTitle, weight: Weight::Against },
        Evidence { sign: Sign::TypeBare, weight: Weight::Against },
        Evidence { sign: Sign::TitleHas("."), weight: Weight::Against },
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
    types: &words::POWERSHELL,
    notes: words::OPENAPI_NOTES,
    phrases: &[],
    presence: PresenceRule::Said,
    nullable: NullableRule::Never,
    defaults: &DEFAULTS,
    values: &[],
    unions: &[],
    discriminators: &[],
    wire: WireRule {
        quotes: &[],
        escapes: &[Escape { prefix: "Var", before: EscapedName::Digit }],
        case: KeyCase::SmallFirst,
        capitals: &[],
    },
    prose: None,
};

static DEFAULTS: DefaultSyntax = DefaultSyntax { none: &["null"], texts: DefaultTexts::Quoted };
