use super::{
    Dialect, DiscriminatorText, EmptyTable, Escape, EscapedName, Evidence, KeyCase, Mapping, Models, Nested,
    NullableRule, PresenceRule, Sign, Title, UnionForm, UnionList, Weight, WireRule, words,
};
use crate::schema::UnionOf;

/// `| **tags** | [**Array&lt;Tag&gt;**](Tag.md) | … | [optional] |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-ruby",
    about: "openapi-generator's Ruby client: `Array&lt;T&gt;`, `Hash&lt;String, T&gt;`, the module before the name",
    evidence: &[
        Evidence { sign: Sign::TitleHas("::"), weight: Weight::Needed },
        Evidence { sign: Sign::TitleHas("::"), weight: Weight::For(2) },
        Evidence { sign: Sign::Text("```ruby"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("Array&lt;"), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("Hash&lt;"), weight: Weight::For(2) },
        Evidence { sign: Sign::Heading("Load the model package"), weight: Weight::Against },
        Evidence { sign: Sign::TypeBare, weight: Weight::Against },
    ],
    models: Models::OnePerPage,
    title: &TITLE,
    section: "Properties",
    whole: None,
    columns: words::OPENAPI_COLUMNS,
    nested: Nested::No,
    empty: EmptyTable::Anything,
    rows: &[],
    types: &words::RUBY,
    notes: words::OPENAPI_NOTES,
    phrases: &[],
    presence: PresenceRule::Said,
    nullable: NullableRule::Never,
    defaults: &words::QUOTED_DEFAULTS,
    values: &[],
    unions: UNIONS,
    discriminators: &[DISCRIMINATOR],
    wire: WireRule {
        quotes: &[],
        escapes: &[
            Escape { prefix: "_", before: EscapedName::OneOf(&["self", "class"]) },
            Escape { prefix: "_", before: EscapedName::Digit },
        ],
        case: KeyCase::Camel,
        capitals: &[],
    },
    prose: None,
};

static TITLE: Title =
    Title { before: &[], after: &[], namespace: Some("::"), sections: &["Class instance methods"], noise: &[] };

const DISCRIMINATOR: DiscriminatorText = DiscriminatorText {
    before: "openapi_discriminator_name\n# => :'",
    after: "'",
    mapping: Some(Mapping { lead: "openapi_discriminator_mapping", before: "#   :'", between: "' => :'", after: "'" }),
};

static UNIONS: &[UnionForm] = &[
    UnionForm { heading: "`openapi_one_of`", of: UnionOf::One, list: UnionList::Symbols },
    UnionForm { heading: "`openapi_any_of`", of: UnionOf::Any, list: UnionList::Symbols },
];
