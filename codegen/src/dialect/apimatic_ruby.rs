use super::apimatic::APIMATIC;
use super::{Dialect, Escape, EscapedName, Evidence, KeyCase, Sign, Weight, WireRule, words};

/// `| `tags` | [`Array[Tag]`](../../doc/models/tag.md) | Optional | … |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "apimatic-ruby",
    about: "APIMatic's Ruby client: `Array[T]`, `Hash[String, T]`, `TrueClass | FalseClass`",
    evidence: &[
        Evidence { sign: Sign::Text("```ruby"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("`String`"), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("`Integer`"), weight: Weight::For(1) },
        Evidence { sign: Sign::TypeHas("TrueClass"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("Array["), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("Array<"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("Hash["), weight: Weight::For(3) },
    ],
    types: &words::APIMATIC_RUBY,
    wire: WireRule { escapes: ESCAPES, case: KeyCase::Camel, ..WireRule::BASE },
    ..APIMATIC
};

/// `mclass` is the key `class`.
static ESCAPES: &[Escape] = &[
    Escape::before("m", EscapedName::OneOf(words::RUBY_KEYWORDS)),
    Escape::before("m_", EscapedName::OneOf(words::RUBY_KEYWORDS)),
    Escape::before("m", EscapedName::Digit),
];
