//! The lines that Git leaves in a file with two versions of the same place.

/// The starts of the lines around the two versions.
const MARKS: [&str; 3] = ["<<<<<<< ", ">>>>>>> ", "||||||| "];
/// The line between the two versions.
const DIVIDER: &str = "=======";

/// The start of the first line of a conflict.
pub(super) fn find(text: &str) -> Option<usize> {
    let is_mark = |at: &usize| MARKS.iter().any(|mark| text[*at..].starts_with(mark));
    let is_divider = |at: &usize| text[*at..].starts_with(DIVIDER) && divides(text, *at);
    lines_with(text, b"<>|").find(is_mark).or_else(|| lines_with(text, b"=").find(is_divider))
}

/// Where the lines are that start with one of these characters.
fn lines_with<'t>(text: &'t str, first: &'t [u8]) -> impl Iterator<Item = usize> + 't {
    let bytes = text.as_bytes();
    let is_line_start = |at: usize| at == 0 || matches!(bytes[at - 1], b'\n' | b'\r');
    (0..bytes.len()).filter(move |at| first.contains(&bytes[*at]) && is_line_start(*at))
}

/// Whether a line that looks like it is the one between two versions. It underlines a heading in Markdown, but not right
/// below the row of a table.
fn divides(text: &str, at: usize) -> bool {
    let before = text[..at].lines().next_back().unwrap_or_default();
    let ends = matches!(text.as_bytes().get(at + DIVIDER.len()), None | Some(b'\n' | b'\r'));
    ends && before.contains('|')
}
