//! Lines of text that look like rows of a table.

use super::{Cell, Row, is_dashes};

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
        for (lines, is_broken) in
            [details, comment, ("d | e | f", true), ("d | e | f\ng | h | i", true), ("d | e | f\ng", false)]
        {
            let page = read(0, &format!("{table}{lines}\n"));
            assert_eq!(page.blocks.iter().any(|block| block.broken_table().is_some()), is_broken, "{lines}");
        }
    }
}
