//! Mistakes with the same cause, which are shown once.

use std::collections::BTreeMap;

use super::{Diagnostic, Level};

/// Mistakes with the same cause.
#[derive(Debug)]
pub(crate) struct Problem<'a> {
    /// The first of them.
    pub first: &'a Diagnostic,
    /// All others.
    pub others: Vec<&'a Diagnostic>,
}

/// Mistakes without those that say the same in another place: errors first, then in the order given.
pub(crate) fn folded<'a>(all: impl IntoIterator<Item = &'a Diagnostic>) -> Vec<Problem<'a>> {
    let mut all: Vec<&Diagnostic> = all.into_iter().collect();
    all.sort_by_key(|diagnostic| diagnostic.level);
    let mut folded: Vec<Problem<'a>> = Vec::new();
    let mut known: BTreeMap<(Level, &str, &str, Option<&str>), usize> = BTreeMap::new();
    for diagnostic in all {
        let Diagnostic { level, code, message, help, related, .. } = diagnostic;
        let key = (*level, code.name, message.as_str(), help.as_deref());
        if let Some(idx) = known.get(&key).filter(|_| related.is_empty()) {
            folded[*idx].others.push(diagnostic);
        } else {
            known.insert(key, folded.len());
            folded.push(Problem { first: diagnostic, others: Vec::new() });
        }
    }
    folded
}
