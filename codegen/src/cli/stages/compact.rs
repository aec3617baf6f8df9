//! The debug form of a value without what nobody reads: places, absent values, whole dialects.

use std::fmt::Debug;

/// A value, with one entry in each line.
pub(super) fn debug(value: &impl Debug) -> String {
    let text = format!("{value:#?}");
    let mut kept = String::with_capacity(text.len());
    let mut hidden: Option<usize> = None;
    for line in text.lines() {
        let indent = line.len() - line.trim_start().len();
        if let Some(start) = hidden {
            if indent == start && line.trim_start().starts_with('}') {
                hidden = None;
            }
        } else if HIDDEN.iter().any(|ty| is_struct(line, ty)) || line.trim() == "table: Table {" {
            hidden = Some(indent);
        } else if ![": None,", ": [],", ": {},", ": false,"].iter().any(|absent| line.ends_with(absent)) {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    unwrapped(&kept)
}

/// The types of places, and of what is the same for all pages. The rows of a table are shown beside it.
const HIDDEN: [&str; 2] = ["Span {", "Dialect {"];

/// The same, with values that fit a line instead of the struct that is around them.
fn unwrapped(text: &str) -> String {
    let lines: Vec<&str> = text.lines().collect();
    let mut kept = String::with_capacity(text.len());
    let mut idx = 0;
    while let Some(line) = lines.get(idx) {
        let value = lines.get(idx + 1).and_then(|value| value.trim_start().strip_prefix("value: ")?.strip_suffix(','));
        let end = lines.get(idx + 2).and_then(|end| end.trim_start().strip_prefix('}'));
        if let (Some(before), Some(value), Some(end)) = (line.strip_suffix("Sp {"), value, end) {
            kept.extend([before, value, end]);
            idx += 3;
        } else {
            kept.push_str(line);
            idx += 1;
        }
        kept.push('\n');
    }
    kept
}

/// Whether a line starts a struct of this type.
fn is_struct(line: &str, ty: &str) -> bool {
    line.strip_suffix(ty).is_some_and(|before| before.trim().is_empty() || before.ends_with(": "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Sp, Span};

    #[test]
    fn places_and_what_is_around_values_are_left_out() {
        let value = Sp { value: "text", span: Span { file: 0, start: 1, end: 2 } };
        assert_eq!(debug(&vec![value]), "[\n    \"text\",\n]\n");
    }
}
