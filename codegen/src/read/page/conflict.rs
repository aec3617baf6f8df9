//! The lines that Git leaves in a file with two versions of the same place.

/// The start of the first line of a conflict.
pub(super) fn find(text: &str) -> Option<usize> {
    let marks = ["<<<<<<< ", ">>>>>>> ", "||||||| "];
    marks.iter().filter_map(|mark| line_starting(text, mark)).min().or_else(|| divider(text))
}

fn line_starting(text: &str, mark: &str) -> Option<usize> {
    text.match_indices(mark).map(|(at, _)| at).find(|at| is_line_start(text, *at))
}

/// The line between the two versions. It underlines a heading in Markdown, but not right below the row of a table.
fn divider(text: &str) -> Option<usize> {
    let mark = "=======";
    text.match_indices(mark).map(|(at, _)| at).find(|at| {
        let before = text[..*at].lines().next_back().unwrap_or_default();
        let ends = matches!(text.as_bytes().get(at + mark.len()), None | Some(b'\n' | b'\r'));
        ends && is_line_start(text, *at) && before.contains('|')
    })
}

fn is_line_start(text: &str, at: usize) -> bool {
    at == 0 || text[..at].ends_with(['\n', '\r'])
}
