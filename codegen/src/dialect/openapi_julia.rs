use super::{
    DefaultSyntax, DefaultTexts, Dialect, DiscriminatorText, EmptyTable, Evidence, KeyCase, Mapping, Models, Nested,
    NullableRule, PresenceRule, RowMeans, Sign, SpecialRow, Weight, WireRule, words,
};

/// `**`tags`** | [**`Vector{Tag}`**](Tag.md) | … | [optional] [default to nothing]`
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-julia",
    about: "openapi-generator's Julia client: `Vector{T}`, `Dict{String, T}`",
    evidence: &[
        Evidence { sign: Sign::NotesHave("[default to nothing]"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("Vector{"), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("Dict{"), weight: Weight::For(2) },
        Evidence { sign: Sign::NameHas("**`"), weight: Weight::For(2) },
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
    rows: ROWS,
    types: &words::JULIA,
    notes: words::OPENAPI_NOTES,
    phrases: &[],
    presence: PresenceRule::Said,
    nullable: NullableRule::Never,
    defaults: &DEFAULTS,
    values: &[],
    unions: &[],
    discriminators: &[DISCRIMINATOR],
    wire: WireRule { quotes: &[("var\"", "\"")], escapes: &[], case: KeyCase::AsSpelled, capitals: &[] },
    prose: None,
};

static ROWS: &[SpecialRow] = &[SpecialRow { name: "value", means: RowMeans::Union }];

static DEFAULTS: DefaultSyntax = DefaultSyntax { none: &["nothing"], texts: DefaultTexts::Quoted };

const DISCRIMINATOR: DiscriminatorText = DiscriminatorText {
    before: "The discriminator field is `",
    after: "`",
    mapping: Some(Mapping { lead: "with the following mapping:", before: "- `", between: "`: `", after: "`" }),
};
