//! The lines that Git leaves in a file with two versions of the same place.

use std::ops::Range;

/// The starts of the lines around the two versions.
const MARKS: [&str; 3] = ["<<<<<<< ", ">>>>>>> ", "||||||| "];
/// The line between the two versions.
const DIVIDER: &str = "=======";

/// The start of the first line of a conflict. A line between two versions counts only where no other line shows one.
pub(super) fn find(text: &str, lines: &[Range<usize>]) -> Option<usize> {
    let mut divider = None;
    for Range { start, .. } in lines {
        match text.as_bytes()[*start] {
            b'<' | b'>' | b'|' if MARKS.iter().any(|mark| text[*start..].starts_with(mark)) => return Some(*start),
            b'=' if divider.is_none() && text[*start..].starts_with(DIVIDER) && divides(text, *start) => {
                divider = Some(*start);
            }
            _ => {}
        }
    }
    divider
}

/// Whether a line that looks like it is the one between two versions. It underlines a heading in Markdown, but not right
/// below the row of a table.
fn divides(text: &str, at: usize) -> bool {
    let before = text[..at].lines().next_back().unwrap_or_default();
    let ends = matches!(text.as_bytes().get(at + DIVIDER.len()), None | Some(b'\n' | b'\r'));
    ends && before.contains('|')
}
