//! Paths that are left out.

use super::{PathPattern, Sources};
use crate::diag::{Message, Sink, did_you_mean};

/// The patterns of paths that are left out.
pub(super) struct Ignored<'a> {
    patterns: &'a [PathPattern],
    /// Whether each of them matched a path.
    matched: Vec<bool>,
}

impl<'a> Ignored<'a> {
    pub(super) fn new(patterns: &'a [PathPattern]) -> Self {
        Self { patterns, matched: vec![false; patterns.len()] }
    }

    /// Whether a file or folder is left out.
    pub(super) fn has(&mut self, path: &str, below: &str) -> bool {
        let mut is_ignored = false;
        for (pattern, matched) in self.patterns.iter().zip(&mut self.matched) {
            if pattern.matches(path, below) {
                *matched = true;
                is_ignored = true;
            }
        }
        is_ignored
    }

    /// Reports each pattern that matched nothing, as an option without effect is a mistake.
    pub(super) fn check(&self, sources: &Sources, sink: &mut Sink) {
        for (pattern, _) in self.patterns.iter().zip(&self.matched).filter(|(_, matched)| !**matched) {
            let known = sources.files.iter().map(|file| &*file.below);
            let hint = did_you_mean(pattern.text(), known);
            let only_star =
                if pattern.text().contains(['?', '[', '{']) { " (in a pattern, only `*` has a meaning)" } else { "" };
            let text = pattern.text();
            let message = format!("`{text}` matches no document or folder, so nothing is ignored{only_star}");
            sink.report_unmatched(pattern.origin().clone(), Message::new(message).hint(hint));
        }
    }
}
