use super::{
    Dialect, DiscriminatorText, Evidence, Mapping, RowMeans, Sign, SpecialRow, Style, Weight, WireRule, words,
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
    ],
    style: Style::BASE,
    rows: ROWS,
    types: &words::JULIA,
    discriminators: &[DISCRIMINATOR],
    wire: WireRule { quotes: &[("var\"", "\"")], ..WireRule::BASE },
    ..Dialect::OPENAPI
};

static ROWS: &[SpecialRow] = &[SpecialRow { name: Some("value"), means: RowMeans::Union }];

const DISCRIMINATOR: DiscriminatorText = DiscriminatorText {
    before: "The discriminator field is `",
    after: "`",
    mapping: Some(Mapping { lead: "with the following mapping:", before: "- `", between: "`: `", after: "`" }),
};
