//! What would change in a file.

use similar::TextDiff;

use crate::write::Difference;

/// A unified diff that `patch -p0` understands. Of a file that is missing or no longer generated, it has one line.
pub(super) fn unified(difference: &Difference) -> String {
    let path = difference.path.display().to_string().replace('\\', "/");
    match (&difference.old, &difference.new) {
        (Some(old), Some(new)) => {
            let diff = TextDiff::from_lines(old, new);
            diff.unified_diff().header(&path, &format!("{path} (generated)")).to_string()
        }
        (None, _) => format!("missing: {path}\n"),
        (_, None) => format!("no longer generated: {path}\n"),
    }
}
