//! Signs in names: spelled where nothing else distinguishes a name, visible where they separate digits.

use std::borrow::Cow;
use std::fmt::Write as _;

/// The words for signs.
const SIGNS: &[(char, &str)] = &[
    ('<', "Less"),
    ('>', "Greater"),
    ('=', "Equal"),
    ('!', "Not"),
    ('+', "Plus"),
    ('-', "Minus"),
    ('*', "Star"),
    ('/', "Slash"),
    ('%', "Percent"),
    ('&', "And"),
    ('|', "Or"),
    ('^', "Caret"),
    ('~', "Tilde"),
    ('#', "Hash"),
    ('$', "Dollar"),
    ('@', "At"),
    ('.', "Dot"),
    (',', "Comma"),
    (':', "Colon"),
    (';', "Semicolon"),
    ('?', "Question"),
    ('\'', "Quote"),
    ('"', "DoubleQuote"),
    ('`', "Backtick"),
    ('\\', "Backslash"),
    ('(', "Open"),
    (')', "Close"),
    ('[', "OpenBracket"),
    (']', "CloseBracket"),
    ('{', "OpenBrace"),
    ('}', "CloseBrace"),
];

fn word(letter: char) -> Option<&'static str> {
    SIGNS.iter().find(|(sign, _)| *sign == letter).map(|(_, word)| *word)
}

/// Whether a text has a sign.
pub(super) fn has_any(text: &str) -> bool {
    text.chars().any(|letter| word(letter).is_some())
}

/// Texts that have the same name without signs, with words for the signs in which they differ.
pub(super) fn distinguished(texts: &[&str]) -> Vec<String> {
    let count = |text: &str, sign: char| text.chars().filter(|letter| *letter == sign).count();
    let is_common = |sign: char| texts.windows(2).all(|pair| count(pair[0], sign) == count(pair[1], sign));
    let signs: Vec<char> = SIGNS.iter().map(|(sign, _)| *sign).filter(|sign| !is_common(*sign)).collect();
    texts.iter().map(|text| spelled(text, &signs)).collect()
}

/// The text with words instead of these signs: `<=` is `Less Equal`.
fn spelled(text: &str, signs: &[char]) -> String {
    let mut words = String::with_capacity(text.len());
    for letter in text.chars() {
        match word(letter).filter(|_| signs.contains(&letter)) {
            Some(word) => words.extend([" ", word, " "]),
            None => words.push(letter),
        }
    }
    words
}

/// The words for a value without letters and digits: `_` and blanks count as well, and any other sign has its number.
pub(super) fn spelled_wholly(value: &str) -> String {
    let mut text = String::new();
    for letter in value.chars() {
        match (letter, word(letter)) {
            (_, Some(word)) => text.push_str(word),
            ('_', None) => text.push_str("Underscore"),
            (' ', None) => text.push_str("Space"),
            _ => {
                let _ = write!(text, "U{:04X}", u32::from(letter));
            }
        }
    }
    text
}

/// A text whose number keeps its sign: `-1` is `Minus 1`.
pub(super) fn signed(text: &str) -> Cow<'_, str> {
    match text.strip_prefix(['-', '+']) {
        Some(number) if number.starts_with(|letter: char| letter.is_ascii_digit()) => {
            let word = if text.starts_with('-') { "Minus" } else { "Plus" };
            Cow::Owned(format!("{word} {number}"))
        }
        _ => Cow::Borrowed(text),
    }
}

/// The parts between which something separates two digits: `v1` and `2-beta` for `v1.2-beta`.
pub(super) fn split_at_digits(words: &str) -> Vec<&str> {
    let is_separator = |letter: char| matches!(letter, ' ' | '_');
    let is_digit = |letter: char| letter.is_ascii_digit();
    let mut parts = Vec::new();
    let (mut start, mut from) = (0, 0);
    while let Some(found) = words[from..].find(is_separator) {
        let gap = from + found;
        let after = words[gap..].find(|letter| !is_separator(letter)).map_or(words.len(), |len| gap + len);
        if words[..gap].ends_with(is_digit) && words[after..].starts_with(is_digit) {
            parts.push(&words[start..gap]);
            start = after;
        }
        from = after;
    }
    parts.push(&words[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_between_digits_separate_parts() {
        for (words, parts) in [
            ("", &[""][..]),
            ("1 1", &["1", "1"]),
            ("TLSv1 2", &["TLSv1", "2"]),
            ("2020 01 01", &["2020", "01", "01"]),
            ("scim 2 0 User", &["scim 2", "0 User"]),
            ("a 1 b 2", &["a 1 b 2"]),
            ("1 _ ", &["1 _ "]),
        ] {
            assert_eq!(split_at_digits(words), parts, "{words}");
        }
    }

    #[test]
    fn signs_have_words() {
        assert_eq!(spelled_wholly("<="), "LessEqual");
        assert_eq!(spelled_wholly("_ \u{20ac}"), "UnderscoreSpaceU20AC");
        assert_eq!(distinguished(&["Etc/GMT+0", "Etc/GMT0"]), ["Etc/GMT Plus 0", "Etc/GMT0"]);
        assert_eq!(signed("-1"), "Minus 1");
        assert_eq!(signed("-one"), "-one");
    }
}
