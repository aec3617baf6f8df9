use super::speakeasy::SPEAKEASY;
use super::{Dialect, Escape, EscapedName, Evidence, KeyCase, Sign, Weight, WireRule, words};

/// `| `tags` | T::Array<[Models::Shared::Tag](../../models/shared/tag.md)> | :heavy_minus_sign: | … |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "speakeasy-ruby",
    about: "Speakeasy's Ruby client: `T.nilable(T)`, `T::Array<T>`, two colons before words",
    evidence: &[
        Evidence { sign: Sign::Text("```ruby"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("*::"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("T.nilable"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("T::"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("Crystalline::"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("ruby-doc.org"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("Models::"), weight: Weight::For(2) },
    ],
    types: &words::SPEAKEASY_RUBY,
    wire: WireRule { escapes: ESCAPES, case: KeyCase::Camel, ..WireRule::BASE },
    ..SPEAKEASY
};

/// `class_` is the key `class`.
static ESCAPES: &[Escape] = &[Escape::after("_", EscapedName::OneOf(words::RUBY_KEYWORDS))];
