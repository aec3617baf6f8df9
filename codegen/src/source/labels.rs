//! What diagnostics call the given paths.

use std::path::{Component, Path};

use super::Given;

/// How diagnostics show each root, the same on every machine: a relative path without `.`, or the last part of an
/// absolute path. Equal labels get more parts.
pub(crate) fn labels(roots: &[Given]) -> Vec<String> {
    let parts: Vec<Vec<String>> = roots.iter().map(shown_parts).collect();
    let mut lengths: Vec<usize> = Vec::with_capacity(roots.len());
    for (root, parts) in roots.iter().zip(&parts) {
        lengths.push(if root.shown.is_absolute() { 1 } else { parts.len() });
    }
    loop {
        let labels: Vec<String> = parts.iter().zip(&lengths).map(|(parts, length)| last(parts, *length)).collect();
        let mut has_grown = false;
        for idx in 0..roots.len() {
            let clashes = labels.iter().filter(|label| **label == labels[idx]).count() > 1;
            if clashes && lengths[idx] < parts[idx].len() {
                lengths[idx] += 1;
                has_grown = true;
            }
        }
        if !has_grown {
            return labels;
        }
    }
}

/// The last parts of a path.
fn last(parts: &[String], length: usize) -> String {
    parts[parts.len().saturating_sub(length)..].join("/")
}

/// The parts of a path that a label can show.
fn shown_parts(root: &Given) -> Vec<String> {
    let parts = named_parts(&root.shown);
    if !parts.is_empty() {
        let above = root.shown.components().take_while(|part| matches!(part, Component::ParentDir | Component::CurDir));
        let above = above.filter(|part| *part == Component::ParentDir).map(|_| "..".to_owned());
        return above.chain(parts).collect();
    }
    // `.` and `..` have no name of their own; the disk knows one.
    let canonical = root.disk.canonicalize().map(|path| named_parts(&path)).unwrap_or_default();
    canonical.last().cloned().into_iter().collect()
}

/// The parts of a path without its root, `.` and `..`.
fn named_parts(path: &Path) -> Vec<String> {
    let name = |part| if let Component::Normal(name) = part { Some(name.to_string_lossy().into_owned()) } else { None };
    path.components().filter_map(name).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_are_distinct_and_the_same_on_every_machine() {
        let roots = ["../specs", "/home/x/a/docs", "/home/x/b/docs"].map(|path| Given::new(path.into()));
        assert_eq!(labels(&roots), ["../specs", "a/docs", "b/docs"]);
    }
}
