use super::{
    Dialect, DiscriminatorText, Escape, EscapedName, Evidence, KeyCase, Mapping, Sign, Title, UnionForm, UnionList,
    Weight, WireRule, words,
};
use crate::schema::UnionOf;

/// `| **tags** | [**Array&lt;Tag&gt;**](Tag.md) | … | [optional] |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "openapi-ruby",
    about: "openapi-generator's Ruby client: `Array&lt;T&gt;`, `Hash&lt;String, T&gt;`, the module before the name",
    evidence: &[
        Evidence { sign: Sign::TitleHas("::"), weight: Weight::Needed(2) },
        Evidence { sign: Sign::Text("```ruby"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("Array&lt;"), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("Hash&lt;"), weight: Weight::For(2) },
    ],
    title: &TITLE,
    types: &words::RUBY,
    values: &[words::BOLD_VALUES],
    unions: UNIONS,
    discriminators: &[DISCRIMINATOR],
    wire: WireRule { escapes: ESCAPES, case: KeyCase::Camel, ..WireRule::BASE },
    ..Dialect::OPENAPI
};

static TITLE: Title = Title { namespace: Some("::"), sections: &["Class instance methods"], ..Title::BASE };

const DISCRIMINATOR: DiscriminatorText = DiscriminatorText {
    before: "openapi_discriminator_name\n# => :'",
    after: "'",
    mapping: Some(Mapping { lead: "openapi_discriminator_mapping", before: "#   :'", between: "' => :'", after: "'" }),
};

static UNIONS: &[UnionForm] = &[
    UnionForm { heading: "`openapi_one_of`", of: UnionOf::One, list: UnionList::Symbols },
    UnionForm { heading: "`openapi_any_of`", of: UnionOf::Any, list: UnionList::Symbols },
];

static ESCAPES: &[Escape] =
    &[Escape::before("_", EscapedName::OneOf(words::RUBY_KEYWORDS)), Escape::before("_", EscapedName::Digit)];
