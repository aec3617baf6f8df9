//! Undoes what a generator did to names that the SDK's language reserves or cannot spell.

use crate::dialect::{Escape, EscapedName, WireRule};

/// A name without what the SDK's language put around it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Unescaped {
    /// The name.
    pub(crate) name: String,
    /// Whether the API may as well have the name as spelled: `at_id` is most likely `@id`.
    pub(crate) is_assumed: bool,
}

/// The name without what the SDK's language put around it.
pub(crate) fn unescaped(spelled: &str, rule: &WireRule) -> Unescaped {
    let mut bare = spelled;
    for (open, close) in rule.quotes {
        bare = bare.strip_prefix(open).and_then(|rest| rest.strip_suffix(close)).unwrap_or(bare);
    }
    let mut plain = bare.to_owned();
    for (word, sign) in rule.signs {
        plain = plain.replace(word, sign);
    }
    let undone = rule.escapes.iter().find_map(|escape| undone(&plain, escape));
    let mut found = undone.unwrap_or(Unescaped { name: plain, is_assumed: false });
    if rule.joined {
        found.name = cut(&found.name);
    }
    found
}

/// `AccountIDs` to `account_ids`.
fn cut(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let is_capital = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|it| it.is_uppercase());
    // The `s` of a plural belongs to the acronym before it.
    let is_plural = |at: usize| {
        letters[at] == 's' && is_capital(at.checked_sub(1)) && is_capital(at.checked_sub(2)) && {
            letters.get(at + 1).is_none_or(|next| !next.is_lowercase())
        }
    };
    let starts_word = |at: usize| {
        let next_is_small = letters.get(at + 1).is_some_and(|next| next.is_lowercase()) && !is_plural(at + 1);
        at > 0 && is_capital(Some(at)) && letters[at - 1] != '_' && (!is_capital(Some(at - 1)) || next_is_small)
    };
    let mut words = String::with_capacity(name.len() + 4);
    for (at, letter) in letters.iter().enumerate() {
        if starts_word(at) {
            words.push('_');
        }
        words.extend(letter.to_lowercase());
    }
    words
}

/// The name inside of an escape, if the generator escapes such a name.
fn undone(spelled: &str, escape: &Escape) -> Option<Unescaped> {
    let rest = spelled.strip_prefix(escape.prefix)?.strip_suffix(escape.suffix)?;
    let is_one_of = |words: &[&str]| words.iter().any(|word| word.eq_ignore_ascii_case(rest));
    let name = match escape.name {
        EscapedName::Any if !rest.is_empty() => rest.to_owned(),
        EscapedName::Capitalised if rest.starts_with(char::is_uppercase) => small_first(rest),
        EscapedName::Digit if rest.starts_with(|it: char| it.is_ascii_digit()) => rest.to_owned(),
        EscapedName::Underscore if rest.starts_with('_') => rest.to_owned(),
        EscapedName::OneOf(words) if is_one_of(words) => rest.to_owned(),
        EscapedName::OneOfCapitalised(words) if rest.starts_with(char::is_uppercase) && is_one_of(words) => {
            small_first(rest)
        }
        EscapedName::Signed(sign, words) => {
            let joined = rest.replace('_', "");
            let word = words.iter().find(|word| word.eq_ignore_ascii_case(&joined))?;
            return Some(Unescaped { name: format!("{sign}{word}"), is_assumed: true });
        }
        _ => return None,
    };
    Some(Unescaped { name, is_assumed: false })
}

fn small_first(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().into_iter().flat_map(char::to_lowercase).chain(letters).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    static RULE: WireRule = WireRule {
        quotes: &[("`", "`"), ("var\"", "\"")],
        signs: &[("Minus", "-")],
        escapes: &[
            Escape::before("_", EscapedName::OneOf(&["type", "toJson"])),
            Escape::before("_", EscapedName::Digit),
            Escape::after("_", EscapedName::Any),
            Escape::before("property", EscapedName::OneOfCapitalised(&["class"])),
            Escape::before("pc", EscapedName::Capitalised),
            Escape::before("var", EscapedName::Underscore),
            Escape::before("at", EscapedName::Signed('@', &["type", "baseType"])),
        ],
        ..WireRule::BASE
    };

    #[test]
    fn only_what_a_generator_escapes_is_undone() {
        for (spelled, name) in [
            ("type", "type"),
            ("_type", "type"),
            ("_TYPE", "TYPE"),
            ("_tojson", "tojson"),
            ("_other", "_other"),
            ("_2fa", "2fa"),
            ("_", "_"),
            ("Type_", "Type"),
            ("propertyClass", "class"),
            ("propertyOther", "propertyOther"),
            ("propertyclass", "propertyclass"),
            ("pcFrom", "from"),
            ("pcfrom", "pcfrom"),
            ("var_links", "_links"),
            ("variant", "variant"),
            ("userMinusid", "user-id"),
            ("`var\"user id\"`", "user id"),
            ("`_type`", "type"),
            ("`", "`"),
            ("", ""),
        ] {
            assert_eq!(unescaped(spelled, &RULE), Unescaped { name: name.to_owned(), is_assumed: false }, "{spelled}");
        }
    }

    #[test]
    fn joined_words_are_cut() {
        for (name, words) in [
            ("AccountID", "account_id"),
            ("ID", "id"),
            ("IDs", "ids"),
            ("UserIDsList", "user_ids_list"),
            ("APIKeyID", "api_key_id"),
            ("URL", "url"),
            ("Address1", "address1"),
            ("Name", "name"),
            ("Is2FA", "is2_fa"),
            ("already_cut", "already_cut"),
            ("", ""),
        ] {
            assert_eq!(cut(name), words, "{name}");
        }
    }

    #[test]
    fn a_sign_in_words_is_an_assumption() {
        for (spelled, name) in [("atType", "@type"), ("at_base_type", "@baseType"), ("atBaseType", "@baseType")] {
            assert_eq!(unescaped(spelled, &RULE), Unescaped { name: name.to_owned(), is_assumed: true });
        }
        assert_eq!(unescaped("atTime", &RULE).name, "atTime");
    }
}
