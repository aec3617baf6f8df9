use super::apimatic::{ACCESSORS, APIMATIC};
use super::{Dialect, Escape, EscapedName, Evidence, KeyCase, Sign, Weight, WireRule, words};

/// `| `tags` | [`?(Tag[])`](../../doc/models/tag.md) | Optional | … | getTags(): ?array | setTags(?array tags): void |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "apimatic-php",
    about: "APIMatic's PHP client: columns with getters and setters, `?T`, `T[]`",
    evidence: &[
        Evidence { sign: Sign::Text("```php"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("`?"), weight: Weight::For(3) },
        Evidence { sign: Sign::NotesHave("): void"), weight: Weight::For(3) },
    ],
    more_columns: ACCESSORS,
    types: &words::APIMATIC_PHP,
    wire: WireRule { escapes: ESCAPES, case: KeyCase::Camel, ..WireRule::BASE },
    ..APIMATIC
};

/// `mDefault` is the key `default`.
static ESCAPES: &[Escape] = &[Escape::before("m", EscapedName::OneOfCapitalised(words::PHP_KEYWORDS))];
