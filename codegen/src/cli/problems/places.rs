//! The part of a document that a place has.

use std::ops::Range;

use crate::source::{Origin, Source};

/// The bytes of a place. Where only its start is known, it is the word that starts there. `None` if it is a document as a
/// whole.
pub(super) fn range(source: &Source, origin: &Origin, width: u32) -> Option<Range<usize>> {
    if (origin.line, origin.column, width) == (1, 1, 0) {
        return None;
    }
    let (start, line) = source.line(origin.line)?;
    let from = offset(line, origin.column.saturating_sub(1));
    let len = match width {
        0 => word(&line[from..]),
        width => offset(&line[from..], width),
    };
    Some(start + from..start + from + len)
}

/// How many characters a place has, as [`range`] finds it.
pub(super) fn width(source: &Source, origin: &Origin, width: u32) -> u32 {
    let chars = |range: Range<usize>| source.text.get(range).unwrap_or_default().chars().count();
    range(source, origin, width).map_or(0, |range| u32::try_from(chars(range)).unwrap_or(u32::MAX))
}

/// The byte offset of a character; the end of the text if it has fewer.
fn offset(text: &str, characters: u32) -> usize {
    text.char_indices().nth(characters as usize).map_or(text.len(), |(at, _)| at)
}

/// The length of the word that a text starts with: a name, a text in quotation marks, or what is up to the end of a cell.
fn word(text: &str) -> usize {
    let is_part = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '-' | '.' | ':' | '$' | '@');
    let of_name = text.find(|letter| !is_part(letter)).unwrap_or(text.len());
    let quoted = text.strip_prefix('"').and_then(|rest| rest.find('"')).map(|at| at + 2);
    let cell = text.split('|').next().unwrap_or_default().trim_end().len();
    let first = text.chars().next().map_or(0, char::len_utf8);
    quoted.unwrap_or(if of_name > 0 { of_name } else { cell }).max(first)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str, line: u32, column: u32, width: u32) -> Option<String> {
        let source = Source::new("specs/X.md", text);
        let origin = Origin { path: "specs/X.md".into(), line, column };
        range(&source, &origin, width).map(|range| source.text[range].to_owned())
    }

    #[test]
    fn a_place_is_its_characters_or_the_word_that_starts_there() {
        let text = "# X\n| äö | list[str] | \"a b\": 1 |\r\n";
        assert_eq!(at(text, 2, 3, 2).as_deref(), Some("äö"));
        assert_eq!(at(text, 2, 3, 0).as_deref(), Some("äö"));
        assert_eq!(at(text, 2, 8, 0).as_deref(), Some("list"));
        assert_eq!(at(text, 2, 12, 0).as_deref(), Some("[str]"));
        assert_eq!(at(text, 2, 20, 0).as_deref(), Some("\"a b\""));
        assert_eq!(at(text, 2, 20, 99).as_deref(), Some("\"a b\": 1 |"));
        assert_eq!(at(text, 1, 1, 0), None);
        assert_eq!(at(text, 9, 1, 1), None);
        assert_eq!(at(text, 3, 7, 1).as_deref(), Some(""));
    }
}
