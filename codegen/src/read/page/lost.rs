//! Lines of text that look like rows of a table.

use super::rows::is_dashes;
use super::{Block, Cell, Reader, Row};

impl Reader<'_> {
    /// The first line that has lost its table. One line of prose may happen to have as many pipes as a table row; if
    /// every line does, it is a broken table.
    pub(super) fn lost_row<'r>(&self, lines: &'r [Row]) -> Option<&'r Row> {
        let row = lines.iter().find(|line| is_row(line));
        let first = lines.first().filter(|line| self.continues_table(line));
        row.or(first).or_else(|| lines.first().filter(|_| lines.iter().all(|line| self.fits_a_table(line))))
    }

    /// Whether a line right below a table, but for a blank line, has as many cells as its rows, and a name in the first.
    /// Links beside each other are for going to other pages.
    fn continues_table(&self, line: &Row) -> bool {
        let Some(table) = self.blocks.last().and_then(Block::table) else { return false };
        let width = table.header.cells.len().max(2);
        let has_name = line.cells.first().is_some_and(|cell| !cell.value.contains(' '));
        let are_links = line.cells.iter().all(|cell| cell.value.contains("]("));
        line.cells.len() >= width && has_name && !are_links && !is_folded(line)
    }

    /// Whether a line of text has as many cells as one of the tables so far.
    pub(super) fn fits_a_table(&self, row: &Row) -> bool {
        row.cells.len() > 1 && self.widths.contains(&row.cells.len()) && !is_folded(row)
    }
}

/// Whether a line of text looks like a row that has lost its table.
pub(super) fn is_row(line: &Row) -> bool {
    (line.cells.len() > 3 || (line.cells.len() > 1 && line.piped)) && !is_folded(line)
}

/// Whether a line of text has a whole table in it: generators write descriptions on one line. Its delimiter row is
/// between the borders of two others.
pub(super) fn is_folded(line: &Row) -> bool {
    let runs: Vec<&[Cell]> = line.cells.chunk_by(|a, b| is_dashes(&a.value) == is_dashes(&b.value)).collect();
    runs.windows(3).any(|runs| {
        let [header, delimiters, rows] = runs else { return false };
        let is_between = [header.last(), rows.first()].iter().flatten().all(|cell| cell.value.is_empty());
        header.len() > 1 && delimiters.iter().all(|cell| is_dashes(&cell.value)) && is_between
    })
}

#[cfg(test)]
mod tests {
    use crate::read::page::read;

    #[test]
    fn a_paragraph_with_a_row_is_a_broken_table() {
        for (line, is_broken) in [
            ("a | b | c | d", true),
            ("| a | b |", true),
            ("a | b | c", false),
            ("a | b", false),
            ("| A | B | |---|---| | x | y |", false),
            ("Kinds: | A | B | |---|---| | x | y |", false),
            ("| a | --- | --- | b |", true),
            ("| a", false),
            ("a", false),
        ] {
            let page = read(0, &format!("A text.\n{line}\n"));
            assert_eq!(page.blocks.iter().any(|block| block.broken_table().is_some()), is_broken, "{line}");
        }
    }

    #[test]
    fn lines_that_are_as_wide_as_a_table_are_a_broken_table() {
        let table = "A | B | C\n--- | --- | ---\na | b | c\n\n";
        let details = ("<details>\n| d | e | f |\n</details>", true);
        let comment = ("<!--\n| d | e | f |\n-->", false);
        for (lines, is_broken) in [
            details,
            comment,
            ("d | e | f", true),
            ("d | e | f\ng | h | i", true),
            ("d | e | f\ng", true),
            ("d e | f | g\nh", false),
        ] {
            let page = read(0, &format!("{table}{lines}\n"));
            assert_eq!(page.blocks.iter().any(|block| block.broken_table().is_some()), is_broken, "{lines}");
        }
    }
}
