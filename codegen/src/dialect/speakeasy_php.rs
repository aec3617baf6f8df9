use super::speakeasy::SPEAKEASY;
use super::{Dialect, Evidence, KeyCase, Sign, Weight, WireRule, words};

/// `| `tags` | array<[Components\\Tag](../../Models/Components/Tag.md)> | :heavy_minus_sign: | … |`
pub(super) static DIALECT: Dialect = Dialect {
    name: "speakeasy-php",
    about: "Speakeasy's PHP client: `?T`, `array<T>`, `array<string, T>`",
    evidence: &[
        Evidence { sign: Sign::Text("```php"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("*?"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("[?"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("array<"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("\\"), weight: Weight::For(2) },
        Evidence { sign: Sign::TypeHas("www.php.net"), weight: Weight::For(3) },
        Evidence { sign: Sign::TypeHas("/Models/"), weight: Weight::For(2) },
    ],
    types: &words::SPEAKEASY_PHP,
    wire: WireRule { case: KeyCase::LikelyAsSpelled, ..WireRule::BASE },
    ..SPEAKEASY
};
