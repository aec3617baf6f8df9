//! Signs in names: spelled where nothing else distinguishes a name, visible where they separate digits.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::usual;

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
    ('\u{2212}', "Minus"),
    ('\u{2264}', "LessEqual"),
    ('\u{2265}', "GreaterEqual"),
    ('\u{2260}', "NotEqual"),
];

fn word(letter: char) -> Option<&'static str> {
    SIGNS.iter().find(|(sign, _)| *sign == letter).map(|(_, word)| *word)
}

/// Whether a text has a sign.
pub(super) fn has_any(text: &str) -> bool {
    !usual::is_without_signs(text) && text.chars().any(|letter| word(letter).is_some())
}

/// Texts that have the same name without signs, with words for the signs in which they differ.
pub(super) fn distinguished(texts: &[&str]) -> Vec<String> {
    let count = |text: &str, sign: char| text.chars().filter(|letter| *letter == sign).count();
    let is_common = |sign: char| texts.windows(2).all(|pair| count(pair[0], sign) == count(pair[1], sign));
    let signs: Vec<char> = SIGNS.iter().map(|(sign, _)| *sign).filter(|sign| !is_common(*sign)).collect();
    texts.iter().map(|text| spelled(&signed(text), &signs)).collect()
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

/// The signs that mean something before a word, longer ones first.
const BEFORE: &[&str] = &["<=", ">=", "!=", "==", "<", ">", "=", "!", "+", "-"];

/// The signs that mean something after a word.
const AFTER: &[char] = &['+', '-', '%', '#'];

/// A text with words for the signs that are more than a gap between two words: `-1` is `Minus 1`, `>=5` is
/// `Greater Equal 5`, `A+` is `A Plus` and `UTC+1` is `UTC Plus 1`.
pub(super) fn signed(text: &str) -> Cow<'_, str> {
    if usual::is_without_signs(text) {
        return Cow::Borrowed(text);
    }
    let head = before(text);
    let tail = after(text);
    let middle = &text[head.len()..text.len() - tail.len()];
    if head.is_empty() && tail.is_empty() && !middle.contains('+') {
        return Cow::Borrowed(text);
    }
    let all: Vec<char> = SIGNS.iter().map(|(sign, _)| *sign).collect();
    Cow::Owned(spelled(head, &all) + &with_plus(middle) + &spelled(tail, &all))
}

fn before(text: &str) -> &str {
    let is_before_word = |sign: &&&str| {
        text.strip_prefix(**sign).is_some_and(|rest| rest.trim_start().starts_with(char::is_alphanumeric))
    };
    // `<b>` is in brackets.
    BEFORE.iter().filter(|_| !text.ends_with('>')).find(is_before_word).copied().unwrap_or_default()
}

fn after(text: &str) -> &str {
    let word = text.trim_end_matches(AFTER);
    if word.ends_with(char::is_alphanumeric) { &text[word.len()..] } else { "" }
}

/// The text with a word for each plus beside a digit. One between letters is a gap, as in `svg+xml`.
fn with_plus(text: &str) -> String {
    let mut words = String::with_capacity(text.len());
    for (at, letter) in text.char_indices() {
        let is_beside_digit = text[..at].ends_with(|before: char| before.is_ascii_digit())
            || text[at + letter.len_utf8()..].starts_with(|after: char| after.is_ascii_digit());
        if letter == '+' && is_beside_digit { words.push_str(" Plus ") } else { words.push(letter) }
    }
    words
}

/// Whether each dot of a text is between two digits.
pub(super) fn has_dots_between_digits_only(text: &str) -> bool {
    let is_digit = |letter: char| letter.is_ascii_digit();
    let mut dots = text.match_indices('.');
    dots.all(|(at, _)| text[..at].ends_with(is_digit) && text[at + 1..].starts_with(is_digit))
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
        assert_eq!(distinguished(&["a-b", "a_b"]), ["a Minus b", "a_b"]);
    }

    #[test]
    fn signs_that_are_more_than_gaps_have_words() {
        for (text, words) in [
            ("-1", " Minus 1"),
            ("-name", " Minus name"),
            (">=5", " Greater  Equal 5"),
            ("< 5", " Less  5"),
            ("!=", "!="),
            ("--all", "--all"),
            ("<b>", "<b>"),
            ("A-", "A Minus "),
            ("C++", "C Plus  Plus "),
            ("5%", "5 Percent "),
            ("UTC+1", "UTC Plus 1"),
            ("svg+xml", "svg+xml"),
            ("utf-8", "utf-8"),
            ("+", "+"),
        ] {
            assert_eq!(signed(text), words, "{text}");
        }
    }
}
