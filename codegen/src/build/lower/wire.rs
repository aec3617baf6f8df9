//! Derives the JSON key of a field from its name.

use heck::ToSnakeCase;

use crate::dialect::{KeyCase, WireRule};

/// The key, and whether it is an assumption made by the rule of the dialect. A configured case comes before the rule.
pub(super) fn key(plain: &str, rule: &WireRule, configured: Option<KeyCase>) -> (String, bool) {
    match configured.unwrap_or(rule.case) {
        KeyCase::Camel => (camel(plain, rule.capitals), configured.is_none()),
        KeyCase::SmallFirst => (small_first(plain), configured.is_none()),
        KeyCase::Snake => (snake(plain), configured.is_none()),
        KeyCase::Pascal => (pascal(plain), configured.is_none()),
        KeyCase::LikelyAsSpelled => (plain.to_owned(), configured.is_none()),
        KeyCase::AsSpelled => (plain.to_owned(), false),
    }
}

/// `selfUri` becomes `self_uri`; a leading `_` or `@` stays.
fn snake(name: &str) -> String {
    let words = name.trim_start_matches(|it: char| !it.is_alphanumeric());
    format!("{}{}", &name[..name.len() - words.len()], words.to_snake_case())
}

/// `self_uri` becomes `SelfUri`; a leading `_` stays.
fn pascal(name: &str) -> String {
    let words = name.trim_start_matches('_');
    let camel = camel(words, &[]);
    let mut letters = camel.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    name[..name.len() - words.len()].chars().chain(first).chain(letters).collect()
}

fn small_first(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
}

/// `self_uri` becomes `selfUri`; a leading `_` and names that are not in snake case stay.
fn camel(name: &str, capitals: &[&str]) -> String {
    let words = name.trim_start_matches('_');
    let mut wire = name[..name.len() - words.len()].to_owned();
    for (idx, word) in words.split('_').enumerate() {
        let mut letters = word.chars();
        match letters.next() {
            Some(_) if idx > 0 && capitals.contains(&word) => wire.push_str(&word.to_uppercase()),
            Some(first) if idx > 0 => wire.extend(first.to_uppercase().chain(letters)),
            Some(_) => wire.push_str(word),
            None => {}
        }
    }
    wire
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::unescape::unescaped;
    use crate::dialect;

    #[test]
    fn a_configured_case_comes_before_the_rule() {
        let rule = &dialect::by_name("openapi-java").expect("a dialect").wire;
        for (case, key) in [
            (KeyCase::Snake, "_self_uri_v2"),
            (KeyCase::Pascal, "_SelfUriV2"),
            (KeyCase::AsSpelled, "_selfUri_v2"),
            (KeyCase::Camel, "_selfUriV2"),
        ] {
            assert_eq!(super::key("_selfUri_v2", rule, Some(case)), (key.to_owned(), false));
        }
    }

    #[test]
    fn keys_lose_escapes_before_their_case_changes() {
        let by_name = |name: &str| dialect::ALL.iter().find(|it| it.name == name).expect("a dialect");
        for (dialect, spelled, wire) in [
            ("genesys-python", "self_uri", "selfUri"),
            ("genesys-python", "pcFrom", "from"),
            ("genesys-python", "pc", "pc"),
            ("genesys-python", "pcc_id", "pccId"),
            ("genesys-python", "_from", "from"),
            ("genesys-python", "__id", "__id"),
            ("genesys-python", "address_line_1", "addressLine1"),
            ("genesys-python", "marked_na", "markedNA"),
            ("genesys-python", "na_marked", "naMarked"),
            ("genesys-python", "", ""),
            ("openapi-rust", "_type", "type"),
            ("openapi-rust", "r#type", "type"),
            ("openapi-rust", "_2fa", "2fa"),
            ("openapi-rust", "_id", "_id"),
        ] {
            let rule = &by_name(dialect).wire;
            assert_eq!(camel(&unescaped(spelled, rule).name, rule.capitals), wire, "{spelled}");
        }
    }
}
