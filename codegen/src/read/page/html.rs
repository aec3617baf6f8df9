//! Blocks of HTML, in which people see headings and tables.

use std::ops::Range;

use super::markup::is_verbatim;
use super::{Block, Reader, Row, table_among};

impl Reader<'_> {
    /// `<h2 id="…">Order</h2>` is a heading. The lines right under a tag are HTML in Markdown, but a table to a person.
    pub(super) fn html(&mut self, range: Range<usize>) {
        let html = &self.text[range.clone()];
        let lower = html.to_ascii_lowercase();
        if let Some(at) = lower.find("<table").or_else(|| lower.find("<tr")) {
            let table = self.trimmed(range.start + at..range.end);
            self.blocks.push(Block::HtmlTable(table));
        }
        let mut lines = self.lines(range.clone()).into_iter();
        let line = lines.next().unwrap_or_default();
        let text = self.text[line.clone()].trim_end();
        let inner = text.strip_prefix("<h").and_then(|it| it.split_once('>')).map(|it| it.1);
        let end = inner.and_then(|it| it.rfind("</h"));
        if let (Some(inner), Some(end)) = (inner, end) {
            let start = line.start + text.len() - inner.len();
            let level = text.as_bytes().get(2).map_or(1, |digit| usize::from(digit.saturating_sub(b'0')));
            let text = self.trimmed(start..start + end);
            self.blocks.push(Block::Heading { text, level });
        }
        if is_verbatim(&self.text[line]) {
            return;
        }
        let rows: Vec<Row> = lines
            .filter(|line| !self.text[line.clone()].trim_start().starts_with("</"))
            .map(|line| self.split(line))
            .collect();
        match table_among(&rows) {
            Some(Ok(table)) => self.table(table),
            Some(Err(at)) => self.broken(at, range),
            None => {
                if let Some(row) = rows.iter().find(|row| row.piped && self.fits_a_table(row)) {
                    self.broken(row.span, range);
                }
            }
        }
    }
}
