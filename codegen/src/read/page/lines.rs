//! The lines of a text.

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

/// The length of the first line with its end, which may be a carriage return alone.
pub(super) fn line_len(text: &str) -> usize {
    let end = |at: usize| at + if text[at..].starts_with("\r\n") { 2 } else { 1 };
    end_of_line(text).map_or(text.len(), end)
}

/// Where the first line ends.
pub(super) fn end_of_line(text: &str) -> Option<usize> {
    text.bytes().position(|byte| matches!(byte, b'\n' | b'\r'))
}
