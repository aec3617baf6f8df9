//! The lines of a text.

use std::ops::Range;

use crate::source::Sp;

/// The lines of a text, each with its place.
pub fn lines(text: &Sp<String>) -> impl Iterator<Item = Sp<String>> {
    let mut start = 0;
    text.value.split_inclusive('\n').map(move |line| {
        let from = start + line.len() - line.trim_start().len();
        start += line.len();
        let line = line.trim();
        Sp { value: line.to_owned(), span: text.span.part(from, line.len()) }
    })
}

/// Where the lines of a text are, each with its end, which may be a carriage return alone.
pub(super) fn ranges(text: &str) -> Vec<Range<usize>> {
    let has_returns = text.contains('\r');
    let mut ranges = Vec::with_capacity(text.len() / 64);
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        while has_returns && let Some(len) = text[start..end].find('\r') {
            let is_pair = text[start + len + 1..].starts_with('\n');
            let next = start + len + 1 + usize::from(is_pair);
            ranges.push(start..next);
            start = next;
        }
        if start < end {
            ranges.push(start..end);
            start = end;
        }
    }
    ranges
}

/// A range of a text without the white space around it. Where there is nothing else, its start stays.
pub(super) fn trimmed(text: &str, range: Range<usize>) -> Range<usize> {
    let bytes = text.as_bytes();
    let Range { mut start, mut end } = range;
    // Loops over bytes, because this runs for each cell, and a build script is not optimized.
    while start < end && is_common_space(bytes[start]) {
        start += 1;
    }
    while start < end && is_common_space(bytes[end - 1]) {
        end -= 1;
    }
    if start < end && !(bytes[start].is_ascii_graphic() && bytes[end - 1].is_ascii_graphic()) {
        let own = text[start..end].trim_start();
        start = end - own.len();
        end = start + own.trim_end().len();
    }
    if start < end { start..end } else { range.start..range.start }
}

fn is_common_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_end_ends_a_line() {
        for (text, lines) in [
            ("", &[][..]),
            ("a", &["a"]),
            ("a\nb\n", &["a\n", "b\n"]),
            ("a\r\nb\rc\r", &["a\r\n", "b\r", "c\r"]),
            ("\r\r\n\n\rb", &["\r", "\r\n", "\n", "\r", "b"]),
        ] {
            let found: Vec<&str> = ranges(text).into_iter().map(|line| &text[line]).collect();
            assert_eq!(found, lines, "{text:?}");
        }
    }

    #[test]
    fn all_white_space_is_trimmed() {
        for text in ["", " ", "a", " a\t", "\u{a0}\u{3000} a b \u{b}\n", "\u{e4} ", " \u{a0}\n"] {
            let range = trimmed(text, 0..text.len());
            assert_eq!(&text[range.clone()], text.trim(), "{text:?}");
            assert!(!range.is_empty() || range.start == 0, "{text:?}");
        }
    }
}
