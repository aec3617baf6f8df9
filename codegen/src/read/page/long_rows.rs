//! Rows of tables that go on over several lines, as generators write them that keep the line ends of a description.
//!
//! Markdown ends a row with its line and a table with an empty line. If the header ends with a `|`, a row without one
//! goes on: up to the line that has it, unless a row, a heading or code comes first.

use std::borrow::Cow;
use std::ops::Range;

use super::rows::{ends_with_border, is_delimiter_line};
use super::trimmed;

/// A row has at most this many lines.
const LINES: usize = 100;

/// The same text with each row in one line: its line ends become spaces, so that all other places stay the same.
pub(super) fn in_one_line<'t>(text: &'t str, lines: &[Range<usize>]) -> Cow<'t, str> {
    let mut breaks: Vec<usize> = Vec::new();
    let mut in_code = false;
    let mut at = 0;
    while at < lines.len() {
        let line = &text[trimmed(text, lines[at].clone())];
        at += 1;
        in_code ^= line.starts_with("```");
        let opens_table = !in_code && is_closed_row(line) && lines.get(at).is_some_and(|next| is_delimiter(text, next));
        if opens_table {
            at = rows(text, lines, at + 1, &mut breaks);
        }
    }
    if breaks.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut bytes = text.as_bytes().to_vec();
    for line_break in breaks {
        bytes[line_break] = b' ';
    }
    String::from_utf8(bytes).map_or(Cow::Borrowed(text), Cow::Owned)
}

/// Notes the line ends within the rows of a table. Returns the line after it.
fn rows(text: &str, lines: &[Range<usize>], from: usize, breaks: &mut Vec<usize>) -> usize {
    let mut at = from;
    let row = |line: &Range<usize>| Some(&text[trimmed(text, line.clone())]).filter(|line| line.starts_with('|'));
    while let Some(line) = lines.get(at).and_then(row) {
        if !is_closed_row(line)
            && let Some(last) = last_line(text, lines, at)
        {
            let row = lines[at].start..lines[last - 1].end;
            breaks.extend(row.filter(|byte| matches!(text.as_bytes()[*byte], b'\n' | b'\r')));
            at = last;
        }
        at += 1;
    }
    at
}

/// The line with the end of a row that starts at a line.
fn last_line(text: &str, lines: &[Range<usize>], start: usize) -> Option<usize> {
    for (at, line) in lines.iter().enumerate().skip(start + 1).take(LINES) {
        let line = text[line.clone()].trim();
        if line.starts_with(['|', '#']) || line.starts_with("```") || line.starts_with("<a ") {
            return None;
        }
        if ends_with_border(line) {
            return Some(at);
        }
    }
    None
}

/// `| a | b |`.
fn is_closed_row(line: &str) -> bool {
    line.strip_prefix('|').is_some_and(ends_with_border)
}

fn is_delimiter(text: &str, line: &Range<usize>) -> bool {
    is_closed_row(text[line.clone()].trim()) && is_delimiter_line(&text[line.clone()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::page::lines::ranges;

    fn joined(text: &str) -> Cow<'_, str> {
        in_one_line(text, &ranges(text))
    }

    const TABLE: &str = "| A | B | C |\n| - | - | - |\n";

    #[test]
    fn a_row_goes_on_to_its_closing_pipe() {
        for (rows, expected) in [
            ("| a | b | one\ntwo |\n| d | e | f |\n", "| a | b | one two |\n| d | e | f |\n"),
            (
                "| a | b | one\n\ntwo | with a pipe |\n| d | e | f |\n",
                "| a | b | one  two | with a pipe |\n| d | e | f |\n",
            ),
            ("| a | b\n| c |\n", "| a | b\n| c |\n"),
            ("| a | b | one\n\n# two |\n", "| a | b | one\n\n# two |\n"),
            ("| a | b | one\r\n\r\ntwo |\r\n", "| a | b | one    two |\r\n"),
            ("| a | b | one\n\ntwo\n", "| a | b | one\n\ntwo\n"),
            ("| a | b | c |\n\ntwo |\n", "| a | b | c |\n\ntwo |\n"),
        ] {
            assert_eq!(joined(&format!("{TABLE}{rows}")), format!("{TABLE}{expected}"), "{rows}");
        }
    }

    #[test]
    fn only_a_header_with_a_closing_pipe_shows_that_rows_have_one() {
        for table in [
            "| A | B\n| - | -\n| a | one\ntwo |\n",
            "A | B\n- | -\na | one\ntwo |\n",
            "```\n| A | B |\n| - | - |\n| a | one\ntwo |\n```\n",
        ] {
            assert_eq!(joined(table), table);
        }
    }
}
