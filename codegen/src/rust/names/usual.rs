//! Texts that are names already, as most are: making a name of them would change nothing, and takes longer than to see that.

use super::letters::LONGEST;
use crate::rust::bytes::Bytes;

/// Letters and digits of ASCII.
static ALPHANUMERIC: Bytes = Bytes::of(&[(b'a', b'z'), (b'A', b'Z'), (b'0', b'9')]);

/// The ASCII of identifiers.
static IDENTIFIER: Bytes = Bytes::of(&[(b'a', b'z'), (b'A', b'Z'), (b'0', b'9'), (b'_', b'_')]);

/// The same and blanks.
static WORDS: Bytes = Bytes::of(&[(b'a', b'z'), (b'A', b'Z'), (b'0', b'9'), (b'_', b'_'), (b' ', b' ')]);

/// The same without digits.
static WITHOUT_DIGITS: Bytes = Bytes::of(&[(b'a', b'z'), (b'A', b'Z'), (b'_', b'_'), (b' ', b' ')]);

/// ASCII without control characters.
static PRINTABLE: Bytes = Bytes::of(&[(b' ', b'~')]);

/// Whether a text has nothing but ASCII that identifiers can have.
pub(super) fn is_plain(words: &str) -> bool {
    IDENTIFIER.has_all_of(words)
}

/// Whether a text has no sign, apart from underscores and blanks between words.
pub(super) fn is_without_signs(words: &str) -> bool {
    WORDS.has_all_of(words)
}

/// Whether nothing can be between two digits of a text.
pub(super) fn has_no_gap_at_digits(words: &str) -> bool {
    ALPHANUMERIC.has_all_of(words) || WITHOUT_DIGITS.has_all_of(words)
}

/// The text with blanks instead of signs, but none at its ends, if it is ASCII.
pub(super) fn without_signs(words: &str) -> Option<String> {
    if !PRINTABLE.has_all_of(words) {
        return None;
    }
    let mut text = String::with_capacity(words.len());
    for byte in words.bytes() {
        text.push(if IDENTIFIER.has(byte) { char::from(byte) } else { ' ' });
    }
    Some(text.trim().to_owned())
}

/// Whether a text is in upper camel case, so that it is the name of a type.
pub(super) fn is_type(words: &str) -> bool {
    let starts_upper = words.as_bytes().first().is_some_and(u8::is_ascii_uppercase);
    starts_upper && ALPHANUMERIC.has_all_of(words) && words != "Self" && words.len() <= LONGEST
}

/// Whether a text is in snake case, so that it is the name of a field.
pub(super) fn is_field(words: &str) -> bool {
    let (bytes, mut at) = (words.as_bytes(), 0);
    let mut before = b'_';
    while at < bytes.len() {
        match bytes[at] {
            b'a'..=b'z' => {}
            b'0'..=b'9' if at > 0 => {}
            b'_' if before != b'_' => {}
            _ => return false,
        }
        before = bytes[at];
        at += 1;
    }
    before != b'_'
}
