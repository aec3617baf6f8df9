//! The rows of tables, which are cut from their source lines.

use std::ops::Range;

use super::lines::trimmed;
use super::markup::{invisible_end, invisible_start};
use super::{Reader, Row};
use crate::source::{Sp, Span};

impl Reader<'_> {
    /// The line that starts at a row's first byte; the parser's own range may end before surplus cells.
    pub(super) fn row(&self, range: Range<usize>) -> Row {
        let end = self.lines.get(self.line_at(range.start)).map_or(self.text.len(), |line| line.end);
        self.split(range.start..end)
    }

    pub(super) fn split(&self, range: Range<usize>) -> Row {
        let Range { start, end } = trimmed(self.text, range);
        let line = &self.text[start..end];
        let piped = line.starts_with('|');
        // Without a leading pipe, a trailing one is not a border but opens an empty last cell.
        let inner = if piped { &line[1..] } else { line };
        let inner = if piped && ends_with_border(inner) { &inner[..inner.len() - 1] } else { inner };
        let from = start + usize::from(piped);
        // Most rows have as many cells as the header.
        let width = self.open.as_ref().map_or(0, |table| table.header.cells.len());
        let mut cells = Vec::with_capacity(width);
        cells.extend(pieces(inner).map(|cell| self.without_markup(from + cell.start..from + cell.end)));
        Row { span: Span { file: self.file, start, end }, piped, cells }
    }

    /// A range without white space, comments and anchors around it: `<!---->**String**<!---->`.
    fn without_markup(&self, range: Range<usize>) -> Sp<String> {
        let Range { mut start, mut end } = trimmed(self.text, range);
        loop {
            let before = invisible_start(&self.text[start..end]);
            let after = invisible_end(&self.text[start + before..end]);
            if before + after == 0 {
                let span = Span { file: self.file, start, end };
                return Sp { value: self.text[start..end].to_owned(), span };
            }
            Range { start, end } = trimmed(self.text, start + before..end - after);
        }
    }
}

/// Whether the last `|` of a row is its border and not an escaped character.
pub(super) fn ends_with_border(inner: &str) -> bool {
    inner.ends_with('|') && !inner.ends_with("\\|")
}

/// Cuts at every `|` that has no backslash before it.
fn pieces(inner: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    let pipes = inner.match_indices('|').map(|(at, _)| at);
    let borders = pipes.filter(|at| !inner[..*at].ends_with('\\')).chain([inner.len()]);
    borders.map(move |at| std::mem::replace(&mut start, at + 1)..at)
}

/// `|---|:---:|`.
pub(super) fn is_delimiter_line(line: &str) -> bool {
    let cells = line.trim().trim_matches('|').split('|');
    cells.clone().count() > 1 && cells.into_iter().all(|cell| is_dashes(cell.trim()))
}

/// `---|:---:`.
pub(super) fn is_delimiter(row: &Row) -> bool {
    row.cells.len() > 1 && row.cells.iter().all(|cell| is_dashes(&cell.value))
}

pub(super) fn is_dashes(cell: &str) -> bool {
    let dashes = cell.trim_start_matches(':').trim_end_matches(':');
    !dashes.is_empty() && dashes.bytes().all(|byte| byte == b'-')
}
