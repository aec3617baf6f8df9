//! The spelling of keys: what an SDK's language did to a name, and the cases that a key can have.

use std::collections::BTreeSet;

use heck::ToSnakeCase;

use crate::dialect::{KeyCase, WireRule};
use crate::schema::Case;

/// The key in the case that the configuration chose.
pub(super) fn chosen(plain: &str, rule: &WireRule, case: KeyCase, capitals: &BTreeSet<String>) -> String {
    match case {
        KeyCase::Camel | KeyCase::SmallFirst if starts_with_acronym(plain) => plain.to_owned(),
        KeyCase::Camel => small_first(&camel(plain, rule.capitals, capitals)),
        KeyCase::SmallFirst => small_first(plain),
        KeyCase::Snake => snake(plain),
        KeyCase::Pascal => pascal(plain, capitals),
        KeyCase::ProtoJson => proto_json(plain),
        KeyCase::LikelyAsSpelled | KeyCase::AsSpelled => plain.to_owned(),
    }
}

/// The key that the rule of a dialect makes.
pub(super) fn by_rule(plain: &str, rule: &WireRule, capitals: &BTreeSet<String>) -> String {
    match rule.case {
        KeyCase::Camel => camel(plain, rule.capitals, capitals),
        KeyCase::SmallFirst if starts_with_acronym(plain) => plain.to_owned(),
        KeyCase::SmallFirst => small_first(plain),
        KeyCase::Snake => snake(plain),
        KeyCase::Pascal => pascal(plain, capitals),
        KeyCase::ProtoJson => proto_json(plain),
        KeyCase::LikelyAsSpelled | KeyCase::AsSpelled => plain.to_owned(),
    }
}

/// The key in the case that the documents of the API show.
pub(super) fn by_evidence(plain: &str, rule: &WireRule, case: Case, capitals: &BTreeSet<String>) -> String {
    match case {
        // A name with a sign is the API's own.
        Case::Snake | Case::Pascal if has_sign(plain) => by_rule(plain, rule, capitals),
        // The rules of dialects undo the case of their language so that camel case comes out.
        Case::Camel if matches!(rule.case, KeyCase::Snake | KeyCase::Pascal) => camel(plain, rule.capitals, capitals),
        Case::Camel => by_rule(plain, rule, capitals),
        // Languages that join words keep a name in capitals; `srvtm` would be `Srvtm`.
        Case::Snake | Case::Pascal if joins_words(rule) && is_capitals(plain) => plain.to_owned(),
        Case::Snake => snake(plain),
        Case::Pascal => pascal(plain, capitals),
    }
}

/// The case that a name of several words is in.
pub(super) fn case_of(name: &str) -> Option<Case> {
    let words = name.trim_start_matches('_');
    let has_small = words.contains(|it: char| it.is_ascii_lowercase());
    let has_capital = words.contains(|it: char| it.is_ascii_uppercase());
    match (words.contains('_'), has_capital, has_small) {
        (true, false, true) => Some(Case::Snake),
        (false, true, true) if words.starts_with(|it: char| it.is_ascii_lowercase()) => Some(Case::Camel),
        (false, true, true) => Some(Case::Pascal),
        _ => None,
    }
}

/// Whether a key of this name differs between the cases by more than its first letter.
pub(super) fn has_several_words(plain: &str) -> bool {
    plain.trim_matches('_').to_snake_case().contains('_')
}

/// The words of a name in the case of the name: `accountID` is `account` and `ID`.
pub(super) fn words(name: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for part in name.split('_').filter(|part| !part.is_empty()) {
        let bytes = part.as_bytes();
        let mut start = 0;
        for at in 1..bytes.len() {
            let next_is_small = bytes.get(at + 1).is_some_and(u8::is_ascii_lowercase);
            let is_boundary = bytes[at].is_ascii_uppercase() && (!bytes[at - 1].is_ascii_uppercase() || next_is_small);
            if is_boundary {
                words.extend(part.get(start..at));
                start = at;
            }
        }
        words.extend(part.get(start..));
    }
    words
}

/// Whether a name is in capitals, like `ID` or `LOGIN_PAGE`. One capital (`N1`) is any name's first letter.
pub(super) fn is_capitals(name: &str) -> bool {
    name.chars().filter(|it| it.is_uppercase()).count() > 1 && !name.contains(char::is_lowercase)
}

/// Whether a name has a sign between its words, as in `user-id`.
fn has_sign(name: &str) -> bool {
    let words = name.trim_start_matches(|it: char| !it.is_alphanumeric());
    words.contains(|it: char| !it.is_alphanumeric() && it != '_')
}

/// Whether the dialect's language joins words, so that capitals in names are the API's own.
fn joins_words(rule: &WireRule) -> bool {
    matches!(rule.case, KeyCase::SmallFirst | KeyCase::LikelyAsSpelled)
}

/// Whether a capitalised name starts with an acronym (`URLValue`, `ID`, `IDs`) and not with a word of one letter
/// (`XAxis`): nobody writes the key `uRLValue`.
fn starts_with_acronym(name: &str) -> bool {
    let first = words(name).first().copied().unwrap_or_default();
    let is_plural = name.strip_suffix('s').is_some_and(is_capitals);
    is_plural || is_capitals(first)
}

/// `self_uri` to `selfUri`, and `_self` to `Self`.
fn proto_json(name: &str) -> String {
    let mut words = name.split('_');
    let mut key = words.next().unwrap_or_default().to_owned();
    words.for_each(|word| push_capitalised(&mut key, word));
    key
}

/// `selfUri` to `self_uri`; a leading `_` or `@` stays.
fn snake(name: &str) -> String {
    // Words that are separated already keep their separators: `created__gte`.
    if !name.contains(|letter: char| letter.is_uppercase() || !(letter.is_alphanumeric() || letter == '_')) {
        return name.to_owned();
    }
    let words = name.trim_start_matches(|it: char| !it.is_alphanumeric());
    format!("{}{}", &name[..name.len() - words.len()], words.to_snake_case())
}

/// `self_uri` to `SelfUri`; a leading `_` or `@` stays.
fn pascal(name: &str, capitals: &BTreeSet<String>) -> String {
    let words = name.trim_start_matches(|it: char| !it.is_alphanumeric());
    let mut key = name[..name.len() - words.len()].to_owned();
    for word in words.split('_') {
        if capitals.contains(word) {
            key.push_str(&word.to_uppercase());
        } else {
            push_capitalised(&mut key, word);
        }
    }
    key
}

pub(super) fn small_first(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
}

/// `self_uri` to `selfUri`; a leading `_` stays, and so does what is not snake case. A word that the dialect or the
/// documents write in capitals is in capitals, unless it is the first.
fn camel(name: &str, capitals: &[&str], learned: &BTreeSet<String>) -> String {
    let words = name.trim_start_matches('_');
    let mut key = name[..name.len() - words.len()].to_owned();
    for (idx, word) in words.split('_').enumerate() {
        if idx == 0 {
            key.push_str(word);
        } else if capitals.contains(&word) || learned.contains(word) {
            key.push_str(&word.to_uppercase());
        } else {
            push_capitalised(&mut key, word);
        }
    }
    key
}

fn push_capitalised(key: &mut String, word: &str) {
    let mut letters = word.chars();
    key.extend(letters.next().into_iter().flat_map(char::to_uppercase).chain(letters));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::build::unescape::unescaped;
    use crate::dialect::{self, Dialect};

    fn dialect(name: &str) -> &'static Dialect {
        dialect::by_name(name).expect("a dialect")
    }

    fn set(words: &[&str]) -> BTreeSet<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn a_configured_case_undoes_every_language() {
        let rule = &dialect("openapi-java").wire;
        for (case, key) in [
            (KeyCase::Snake, "_self_uri_v2"),
            (KeyCase::Pascal, "_SelfUriV2"),
            (KeyCase::AsSpelled, "_selfUri_v2"),
            (KeyCase::Camel, "_selfUriV2"),
        ] {
            assert_eq!(chosen("_selfUri_v2", rule, case, &BTreeSet::new()), key);
        }
        assert_eq!(chosen("SelfUri", &dialect("openapi-go").wire, KeyCase::Camel, &BTreeSet::new()), "selfUri");
    }

    #[test]
    fn protocol_buffers_leave_out_each_underscore() {
        let rule = &dialect("protoc-gen-doc").wire;
        for (name, key) in [
            ("self_uri", "selfUri"),
            ("_self", "Self"),
            ("page__size_", "pageSize"),
            ("line_2", "line2"),
            ("URL_value", "URLValue"),
            ("selfUri", "selfUri"),
        ] {
            assert_eq!(by_rule(name, rule, &BTreeSet::new()), key, "{name}");
        }
    }

    #[test]
    fn wire_names_undo_escapes_and_then_change_case() {
        for (name, spelled, wire) in [
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
            ("openapi-go", "URLValue", "URLValue"),
            ("openapi-go", "ID", "ID"),
            ("openapi-go", "IDs", "IDs"),
            ("openapi-go", "XAxis", "xAxis"),
            ("openapi-go", "Name", "name"),
            ("openapi-go", "N", "n"),
        ] {
            let rule = &dialect(name).wire;
            assert_eq!(by_rule(&unescaped(spelled, rule).name, rule, &BTreeSet::new()), wire, "{spelled}");
        }
    }

    #[test]
    fn evidence_makes_keys_of_the_names_of_every_language() {
        let capitals = set(&["id"]);
        for (name, plain, camel, snake, pascal) in [
            ("openapi-python", "account_id", "accountID", "account_id", "AccountID"),
            ("openapi-python", "id_type", "idType", "id_type", "IDType"),
            ("openapi-go", "AccountId", "accountId", "account_id", "AccountId"),
            ("openapi-java", "accountId", "accountId", "account_id", "AccountId"),
            ("openapi-go", "SRVTM", "SRVTM", "SRVTM", "SRVTM"),
        ] {
            let rule = &dialect(name).wire;
            for (case, key) in [(Case::Camel, camel), (Case::Snake, snake), (Case::Pascal, pascal)] {
                assert_eq!(by_evidence(plain, rule, case, &capitals), key);
            }
        }
    }

    #[test]
    fn names_show_their_case_and_words() {
        for (name, case, parts) in [
            ("account_sid", Some(Case::Snake), &["account", "sid"][..]),
            ("accountID", Some(Case::Camel), &["account", "ID"]),
            ("URLValue", Some(Case::Pascal), &["URL", "Value"]),
            ("LOGIN_PAGE", None, &["LOGIN", "PAGE"]),
            ("ios_badgeCount", None, &["ios", "badge", "Count"]),
            ("name", None, &["name"]),
            ("", None, &[]),
        ] {
            assert_eq!((case_of(name), &*words(name)), (case, parts), "{name}");
        }
    }
}
