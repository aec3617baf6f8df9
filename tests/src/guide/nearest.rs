//! Finds the part of an output that a block of a page shows, also if some of its lines differ.

use std::ops::Range;

/// A line more or a line less.
const GAP: usize = 2;
/// Another line in the same place: cheaper than one less and one more.
const OTHER: usize = 2;
/// A blank line is between items, so it does not replace a line of one.
const BLANK: usize = 4;

/// Whether these lines follow each other in the output, whatever their indentation.
pub(super) fn contains(output: &[&str], lines: &[&str]) -> bool {
    let same = |window: &[&str]| window.iter().zip(lines).all(|(a, b)| a.trim() == b.trim());
    lines.is_empty() || output.windows(lines.len()).any(same)
}

/// The part of the output with the smallest edit distance to these lines. `None` if more than half of them differ.
pub(super) fn find(output: &[&str], lines: &[&str]) -> Option<Range<usize>> {
    // `row[at]`: what it costs to turn the lines so far into a part that ends at `at`, and where that part starts.
    let mut row: Vec<(usize, usize)> = (0..=output.len()).map(|at| (0, at)).collect();
    for line in lines {
        let mut next = vec![(row[0].0 + GAP, 0)];
        for (at, found) in output.iter().enumerate() {
            let (cost, start) = row[at];
            let replaced = (cost + difference(line, found), start);
            let removed = (row[at + 1].0 + GAP, row[at + 1].1);
            let added = (next[at].0 + GAP, next[at].1);
            next.push([replaced, removed, added].into_iter().min_by_key(|(cost, _)| *cost).unwrap_or(replaced));
        }
        row = next;
    }
    let (end, (cost, start)) = row.into_iter().enumerate().min_by_key(|(_, (cost, _))| *cost)?;
    (cost <= lines.len() * OTHER / 2 && start < end).then_some(start..end)
}

fn difference(line: &str, other: &str) -> usize {
    match (line.trim(), other.trim()) {
        (line, other) if line == other => 0,
        ("", _) | (_, "") => BLANK,
        _ => OTHER,
    }
}

/// The lines without the indentation that all of them have.
pub(super) fn dedented(lines: &[&str]) -> String {
    let indentation = |line: &&&str| line.len() - line.trim_start().len();
    let common = lines.iter().filter(|line| !line.trim().is_empty()).map(|line| indentation(&line)).min().unwrap_or(0);
    lines.iter().map(|line| format!("{}\n", line.get(common..).unwrap_or_default())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const OUTPUT: &[&str] = &[
        "/// A tag.",
        "pub struct Tag {",
        "    /// Its number.",
        "    pub id: i64,",
        "}",
        "",
        "/// A user.",
        "pub struct User {",
        "    /// Its number.",
        "    pub id: i64,",
        "    /// Its name.",
        "    pub name: String,",
        "}",
    ];

    #[test]
    fn indentation_does_not_matter() {
        assert!(contains(OUTPUT, &["/// Its name.", "  pub name: String,"]));
        assert!(!contains(OUTPUT, &["/// Its name.", "}"]));
        assert!(contains(OUTPUT, &[]));
    }

    #[test]
    fn lines_that_changed_came_or_went_are_found() {
        let changed =
            ["/// Somebody.", "pub struct User {", "    /// Its number.", "    pub id: i32,", "    /// Its name."];
        assert_eq!(find(OUTPUT, &changed), Some(6..11));
        let came = [
            "/// A user.",
            "pub struct User {",
            "    /// Its number.",
            "    /// Its name.",
            "    pub name: String,",
            "}",
        ];
        assert_eq!(find(OUTPUT, &came), Some(6..13));
        let went = ["/// A tag.", "#[new]", "pub struct Tag {", "    /// Its number.", "    pub id: i64,", "}"];
        assert_eq!(find(OUTPUT, &went), Some(0..5));
    }

    #[test]
    fn a_part_that_is_not_similar_is_not_found() {
        assert_eq!(find(OUTPUT, &["pub enum State {", "    Open,", "    Closed,", "}"]), None);
        assert_eq!(find(&[], &["pub enum State {"]), None);
    }

    #[test]
    fn common_indentation_is_removed() {
        assert_eq!(dedented(&["    a {", "", "        b"]), "a {\n\n    b\n");
    }
}
