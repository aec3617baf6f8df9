//! What the parser of Markdown sees of a text: as much as it needs to find the blocks.
//!
//! Cells, headings and paragraphs are cut from the source. What the parser makes of the letters and marks in them is not
//! used, but takes longer than everything else.

use std::ops::Range;

use super::markup::is_verbatim;
use super::{Reader, Row};

/// A text in which lines are short and rows of tables are left out.
pub(super) struct Skeleton {
    pub text: String,
    /// Where something is left out, in order.
    gaps: Vec<Gap>,
    /// The lines with the rows that are left out, a range for each table.
    pub rows: Vec<Range<usize>>,
    /// The end of what is there of the whole text.
    until: usize,
}

struct Gap {
    /// The place in the short text.
    at: usize,
    /// What the whole text has more up to this place.
    more: usize,
}

/// What the parser needs of a line.
enum Need {
    /// All of it.
    All,
    /// This much of its start.
    Start(usize),
    /// A letter.
    Letter,
    /// All of it, but none of the rows below it, up to this line.
    NoRows(usize),
    /// All of it and of all other lines.
    Everything,
}

/// Leaves out the rows below each delimiter row, and what comes after the start of other lines.
pub(super) fn of(text: &str, lines: &[Range<usize>]) -> Skeleton {
    let mut skeleton = Skeleton::empty();
    let mut at = 0;
    while at < lines.len() {
        let Range { start, end } = lines[at].clone();
        let until = end - line_end(&text[start..end]);
        match need(text, lines, at) {
            Need::All => {}
            Need::Start(len) => skeleton.replace(text, start + len..until, ""),
            Need::Letter => skeleton.replace(text, start..until, "x"),
            Need::NoRows(next) => {
                skeleton.rows.push(at + 1..next);
                skeleton.replace(text, end..lines[next - 1].end, "");
                at = next - 1;
            }
            Need::Everything => return Skeleton::whole(text),
        }
        at += 1;
    }
    skeleton.text.push_str(&text[skeleton.until..]);
    skeleton
}

fn need(text: &str, lines: &[Range<usize>], at: usize) -> Need {
    let line = |at: usize| lines.get(at).map_or("", |line| &text[line.clone()]);
    let own = line(at);
    match own.as_bytes() {
        [b'\n' | b'\r', ..] => Need::All,
        [b'#', ..] => heading_mark(own).map_or(Need::All, Need::Start),
        // A header has to have all its cells.
        _ if is_text(own) => {
            if has_only_dashes(line(at + 1)) {
                Need::All
            } else {
                Need::Letter
            }
        }
        [b'|' | b':' | b'-', ..] if is_delimiter(own) && at > 0 && is_text(line(at - 1)) => {
            let next = rows_end(text, lines, at + 1);
            if at + 1 < next { Need::NoRows(next) } else { Need::All }
        }
        _ if can_hold_text(own) => Need::Everything,
        _ => Need::All,
    }
}

/// The end of the rows from a line on. The last one must not be the header of another table.
fn rows_end(text: &str, lines: &[Range<usize>], start: usize) -> usize {
    let rows = lines[start..].iter().take_while(|line| is_text(&text[(*line).clone()]));
    let end = start + rows.count();
    if lines.get(end).is_some_and(|line| has_only_dashes(&text[line.clone()])) { start } else { end }
}

impl Skeleton {
    fn empty() -> Self {
        Self { text: String::new(), gaps: Vec::new(), rows: Vec::new(), until: 0 }
    }

    /// A text with nothing left out.
    fn whole(text: &str) -> Self {
        Self { text: text.to_owned(), ..Self::empty() }
    }

    /// Adds the text up to a part of it, and something shorter instead of this part.
    fn replace(&mut self, text: &str, part: Range<usize>, short: &str) {
        self.text.push_str(&text[self.until..part.start]);
        self.text.push_str(short);
        self.until = part.end;
        self.gaps.push(Gap { at: self.text.len(), more: part.end - self.text.len() });
    }

    /// The place in the whole text. Rows that are left out belong to what is before them.
    pub(super) fn in_whole(&self, place: Range<usize>) -> Range<usize> {
        let whole = |at: usize| {
            let gaps = self.gaps.partition_point(|gap| gap.at <= at);
            at + gaps.checked_sub(1).map_or(0, |last| self.gaps[last].more)
        };
        whole(place.start)..whole(place.end)
    }
}

impl Reader<'_> {
    /// Adds the rows from a line on that the parser did not see to the table that is being read.
    pub(super) fn unseen_rows(&mut self, line: usize) {
        let Some(rows) = self.unseen.iter().find(|rows| rows.start == line) else { return };
        let rows: Vec<Row> = self.lines[rows.clone()].iter().map(|line| self.split(line.clone())).collect();
        if let Some(table) = &mut self.open {
            table.rows.extend(rows);
        }
    }
}

/// Whether a line is text, a row or code, and as such goes on with a paragraph, a table or code before it. Other starts can
/// be those of lists, quotations and the like.
fn is_text(line: &str) -> bool {
    let starts_text = match line.as_bytes() {
        [b'|' | b'A'..=b'Z' | b'a'..=b'z', ..] | [b'*', b'*', ..] => true,
        [b'`', second, ..] => *second != b'`',
        [b'[', ..] => !may_define(line),
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
    line.bytes().all(is_of_delimiter) && line.contains('-')
}

fn is_of_delimiter(byte: u8) -> bool {
    matches!(byte, b'|' | b'-' | b':' | b' ' | b'\t' | b'\n' | b'\r')
}

/// The length of the mark at the start of a heading.
fn heading_mark(line: &str) -> Option<usize> {
    let (mark, _) = line.split_once(' ')?;
    (mark.len() <= 6 && mark.bytes().all(|byte| byte == b'#')).then_some(mark.len() + 1)
}

/// The length of the end of a line.
fn line_end(line: &str) -> usize {
    match line.as_bytes() {
        [.., b'\r', b'\n'] => 2,
        [.., b'\r' | b'\n'] => 1,
        _ => 0,
    }
}

/// Whether a line can start something that does not end with an empty line, or not as a whole, so that lines of text can be
/// its end: the definition of a link or verbatim text, maybe within a list or quotation.
fn can_hold_text(line: &str) -> bool {
    let text = line.trim_start_matches(|letter: char| letter.is_ascii_digit() || " \t-+*>.)".contains(letter));
    may_define(text) || text.starts_with('<') && is_verbatim(text)
}

/// Whether a text may be the start of the definition of a link.
fn may_define(text: &str) -> bool {
    text.starts_with('[') && (!text.contains("](") || text.contains('\\'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::page::blocks;
    use crate::read::page::lines::ranges;

    fn skeleton(text: &str) -> Skeleton {
        of(text, &ranges(text))
    }

    #[test]
    fn the_parser_sees_what_blocks_start_with() {
        for (text, short) in [
            ("| A | B |\n|---|---|\n| a | b |\n| c | d |\n\nText.\n", "| A | B |\n|---|---|\n\nx\n"),
            ("A | B\r\n-- | --\r\n**a** | b\r\n  c | d\r\n", "A | B\r\n-- | --\r\n  c | d\r\n"),
            ("A | B\n:-|-:\n`a` | b\nc\n\nA | B\n--|--\na", "A | B\n:-|-:\n\nA | B\n--|--\n"),
            ("## The *order* ##\n[a](b)\nText.\n===\n#no\n", "## \nx\nx\n===\n#no\n"),
        ] {
            let found = skeleton(text);
            assert_eq!(found.text, short);
            assert_eq!(found.in_whole(0..short.len()), 0..text.len());
        }
    }

    #[test]
    fn lines_that_may_be_more_stay() {
        for text in [
            "A | B\n- | -\n* a | b\n",
            "A | B\n--|--\n--|--\n",
            "A | B\n--|--\na | b\n--|--\n",
            "A | B\n--|--\n* a | b\n",
            "A | B\n--|--\n```a | b\n",
            "  A | B\n  --|--\n  a | b\n",
            "[a\nA | B\n--|--\nc | d]: e\n",
            "[a\\](b\nA | B\n--|--\nc | d]: e\n",
            "1) <![CDATA[\nA | B\n--|--\na | b ]]>\n",
            "- <!--\nText -->\n",
        ] {
            assert_eq!(skeleton(text).text, text);
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
        "# a #",
        "## ##",
        "####### a",
        "#a",
        "#",
        "[a](b)",
        "[a](b) | c",
        "title: a",
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
            let (short, whole) = (skeleton(&text), Skeleton::whole(&text));
            shorter += usize::from(!short.rows.is_empty());
            let [short, whole] = [short, whole].map(|seen| blocks(0, &text, lines.clone(), &seen));
            assert_eq!(format!("{short:?}"), format!("{whole:?}"), "{text}");
        }
        assert!(shorter > 20, "{shorter} texts have rows");
    }
}
