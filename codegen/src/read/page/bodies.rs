//! A text for the parser of Markdown, without most rows of tables.
//!
//! The parser finds the blocks of a page, and cells are cut from the source. What the parser makes of the rows below the
//! header of a table is not used, but takes longer than everything else.

use std::borrow::Cow;
use std::ops::Range;

use super::markup::is_verbatim;
use super::{Reader, Row};

/// A text without the rows of tables that certainly are what is above them: a table, or text that only looks like one.
pub(super) struct Shortened<'t> {
    pub text: Cow<'t, str>,
    pub gaps: Vec<Gap>,
}

/// Rows that were left out.
pub(super) struct Gap {
    /// Their lines.
    lines: Range<usize>,
    /// Where they were in the text without rows.
    at: usize,
    /// How long these rows and those before them are.
    total: usize,
}

/// Leaves out the rows below each delimiter row.
pub(super) fn without_rows<'t>(text: &'t str, lines: &[Range<usize>]) -> Shortened<'t> {
    let (mut short, mut gaps, mut from) = (String::new(), Vec::new(), 0);
    let mut at = 0;
    while at < lines.len() {
        let line = &text[lines[at].clone()];
        if can_hold_rows(line) {
            return Shortened { text: Cow::Borrowed(text), gaps: Vec::new() };
        }
        let rows = if is_delimiter(line) && at > 0 { rows_below(text, lines, at) } else { at + 1..at + 1 };
        at = rows.end;
        if let [first, ..] = &lines[rows.clone()] {
            short.push_str(&text[from..first.start]);
            from = lines[rows.end - 1].end;
            gaps.push(Gap { lines: rows, at: short.len(), total: from - short.len() });
        }
    }
    let text = if gaps.is_empty() { Cow::Borrowed(text) } else { Cow::Owned(short + &text[from..]) };
    Shortened { text, gaps }
}

/// The rows below a delimiter row that has a header. The last one must not be the header of another table.
fn rows_below(text: &str, lines: &[Range<usize>], delimiter: usize) -> Range<usize> {
    let is_row = |line: &Range<usize>| is_row(&text[line.clone()]);
    let start = delimiter + 1;
    let count = lines[start..].iter().take_while(|line| is_row(line)).count();
    let next = lines.get(start + count).map(|line| &text[line.clone()]);
    let is_body = is_row(&lines[delimiter - 1]) && !next.is_some_and(has_only_dashes);
    if is_body { start..start + count } else { start..start }
}

impl Shortened<'_> {
    /// The place in the whole text. Rows that were left out belong to what is before them.
    pub(super) fn in_whole(&self, place: Range<usize>) -> Range<usize> {
        let whole = |at: usize| {
            let before = self.gaps.iter().take_while(|gap| gap.at <= at).last();
            at + before.map_or(0, |gap| gap.total)
        };
        whole(place.start)..whole(place.end)
    }
}

impl Reader<'_> {
    /// Adds the rows from a line on that the parser did not see to the table that is being read.
    pub(super) fn unseen_rows(&mut self, line: usize) {
        let Some(gap) = self.gaps.iter().find(|gap| gap.lines.start == line) else { return };
        let rows: Vec<Row> = self.lines[gap.lines.clone()].iter().map(|line| self.split(line.clone())).collect();
        if let Some(table) = &mut self.open {
            table.rows.extend(rows);
        }
    }
}

/// Whether a line goes on with what is before it: a table, text, or code. Other starts can be those of lists, quotations,
/// code and the like.
fn is_row(line: &str) -> bool {
    let starts_text = match line.as_bytes() {
        [b'|' | b'A'..=b'Z' | b'a'..=b'z', ..] | [b'*', b'*', ..] => true,
        [b'`', second, ..] => *second != b'`',
        _ => false,
    };
    starts_text && !line.bytes().all(is_of_delimiter)
}

/// Whether a line may be a delimiter row. One that starts with a single dash can be the item of a list.
fn is_delimiter(line: &str) -> bool {
    (line.starts_with(['|', ':']) || line.starts_with("--")) && line.contains('|') && has_only_dashes(line)
}

/// Whether a line makes a header of the one above.
fn has_only_dashes(line: &str) -> bool {
    line.contains('-') && line.bytes().all(is_of_delimiter)
}

fn is_of_delimiter(byte: u8) -> bool {
    matches!(byte, b'|' | b'-' | b':' | b' ' | b'\t' | b'\n' | b'\r')
}

/// Whether a line can start something that does not end with an empty line, or not as a whole, so that rows in it can be
/// its end: the definition of a link or verbatim text, maybe within a list or quotation.
fn can_hold_rows(line: &str) -> bool {
    if line.starts_with(|first: char| first == '|' || first.is_ascii_alphabetic()) {
        return false;
    }
    let text = line.trim_start_matches(|letter: char| letter.is_ascii_digit() || " \t-+*>.)".contains(letter));
    let may_define = text.starts_with('[') && (!text.contains("](") || text.contains('\\'));
    may_define || text.starts_with('<') && is_verbatim(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::page::blocks;
    use crate::read::page::lines::ranges;

    fn shortened(text: &str) -> Shortened<'_> {
        without_rows(text, &ranges(text))
    }

    #[test]
    fn the_parser_does_not_see_rows() {
        for (text, short) in [
            ("| A | B |\n|---|---|\n| a | b |\n| c | d |\n\nText\n", "| A | B |\n|---|---|\n\nText\n"),
            ("A | B\r\n-- | --\r\n**a** | b\r\n  c | d\r\n", "A | B\r\n-- | --\r\n  c | d\r\n"),
            ("A | B\n:-|-:\n`a` | b\nc\n\nA | B\n--|--\na", "A | B\n:-|-:\n\nA | B\n--|--\n"),
        ] {
            let found = shortened(text);
            assert_eq!(found.text, short);
            assert_eq!(found.in_whole(0..short.len()), 0..text.len());
        }
    }

    #[test]
    fn rows_that_may_be_more_stay() {
        for text in [
            "A | B\n- | -\na | b\n",
            "A | B\n--|--\n--|--\n",
            "A | B\n--|--\na | b\n--|--\n",
            "A | B\n--|--\n* a | b\n",
            "A | B\n--|--\n```a | b\n",
            "# A | B\n|--|--|\n| a | b |\n",
            "  A | B\n  --|--\na | b\n",
            "[a\nA | B\n--|--\nc | d]: e\n",
            "[a\\](b\nA | B\n--|--\nc | d]: e\n",
            "1) <![CDATA[\nA | B\n--|--\na | b ]]>\n",
            "- <!--\nA | B\n--|--\na | b -->\n",
        ] {
            assert_eq!(shortened(text).text, text);
        }
    }

    /// Lines that start, continue and end blocks of all kinds.
    const LINES: &[&str] = &[
        "| A | B |",
        "A | B",
        "|---|---|",
        "--|--",
        "- | -",
        "-     | -",
        "| - | - |",
        ":-:|-",
        "|---|",
        "---",
        "===",
        "| a | b |",
        "| a",
        "a | b",
        "**a** | b",
        "`a` | b",
        "*a* | b",
        "_ | _",
        "a",
        "a \\",
        "a | b  ",
        "|",
        "||",
        "| |",
        "  a | b",
        "    a | b",
        "\ta | b",
        "- a | b",
        "- a",
        "  - a",
        "> a | b",
        "> a",
        "1. a",
        "* * | a",
        "+ | +",
        "",
        "",
        "",
        "# a | b",
        "#",
        "```",
        "~~~",
        "``` a | b",
        "<div>",
        "<!-- a",
        "- <!-- a",
        "-->",
        "| a --> | b |",
        "<pre>",
        "| a </pre> | b",
        "<a>",
        "<? a",
        "a ?> | b",
        "[a]: b",
        "[a",
        "a]: b |",
        "- [a",
        "a | b]: c",
        "<!a",
        "a > | b",
    ];

    #[test]
    fn blocks_are_those_of_the_whole_text() {
        let mut seed = 1_u64;
        let mut next = |below: usize| {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            usize::try_from(seed >> 33).expect("31 bits") % below
        };
        let mut shorter = 0;
        for _ in 0..5_000 {
            let end = ["\n", "\n", "\r\n"][next(3)];
            let text: String = (0..3 + next(7)).flat_map(|_| [LINES[next(LINES.len())], end]).collect();
            let lines = ranges(&text);
            let (short, whole) = (shortened(&text), Shortened { text: Cow::Borrowed(&text), gaps: Vec::new() });
            shorter += usize::from(!short.gaps.is_empty());
            let [short, whole] = [short, whole].map(|seen| blocks(0, &text, lines.clone(), &seen));
            assert_eq!(format!("{short:?}"), format!("{whole:?}"), "{text}");
        }
        assert!(shorter > 20, "{shorter} texts were shortened");
    }
}
