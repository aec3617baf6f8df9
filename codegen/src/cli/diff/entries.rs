//! Folds changes for people: what happened to one thing is one entry, and so is what happened alike in many places.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::change::{Change, Subject};
use super::rules::{Level, Side};

/// Changes with one cause.
pub(super) struct Entry<'c> {
    /// The highest of the levels.
    pub(super) level: Level,
    /// Each different change once, with the number of its places, those on the wire first.
    pub(super) changes: Vec<(&'c Change, usize)>,
    /// Everything that changed in this way.
    pub(super) subjects: Vec<&'c Subject>,
}

/// What makes changes alike: the rule, and what was and is there.
type Kind<'c> = (&'static str, Option<&'c str>, Option<&'c str>);

/// The entries, those that break most first.
pub(super) fn fold(changes: &[Change]) -> Vec<Entry<'_>> {
    let mut by_subject: BTreeMap<&Subject, Vec<&Change>> = BTreeMap::new();
    for change in changes {
        by_subject.entry(&change.subject).or_default().push(change);
    }
    let mut entries: Vec<Entry<'_>> = Vec::new();
    let mut alike: BTreeMap<(Vec<Kind<'_>>, Option<&str>), usize> = BTreeMap::new();
    for (subject, changes) in by_subject {
        let at = *alike.entry(key(subject, &changes)).or_insert_with(|| {
            entries.push(Entry { level: Level::Ignore, changes: Vec::new(), subjects: Vec::new() });
            entries.len() - 1
        });
        entries[at].add(subject, changes);
    }
    // What is in many places is what a person has to understand first.
    entries.sort_by_key(|entry| (entry.level, Reverse(entry.subjects.len())));
    entries
}

/// What changes of other things have to share with these to have the same cause. The types in Rust follow from what is on
/// the wire.
fn key<'c>(subject: &'c Subject, changes: &[&'c Change]) -> (Vec<Kind<'c>>, Option<&'c str>) {
    let wire = changes.iter().filter(|change| change.rule.side == Side::Wire).copied().collect::<Vec<_>>();
    let telling = if wire.is_empty() { changes } else { &wire };
    let is_described = |change: &&Change| change.old.text.is_some() && change.new.text.is_some();
    let name = match &subject.field {
        // The same change of types, wherever it is.
        Some(_) if telling.iter().all(is_described) => None,
        Some(field) => Some(&**field),
        None => Some(&*subject.owner),
    };
    (telling.iter().map(|change| kind(change)).collect(), name)
}

fn kind(change: &Change) -> Kind<'_> {
    (change.rule.name, change.old.text.as_deref(), change.new.text.as_deref())
}

impl<'c> Entry<'c> {
    fn add(&mut self, subject: &'c Subject, changes: Vec<&'c Change>) {
        self.subjects.push(subject);
        for change in changes {
            self.level = self.level.min(change.level);
            match self.changes.iter_mut().find(|(known, _)| kind(known) == kind(change)) {
                Some((_, count)) => *count += 1,
                None => self.changes.push((change, 1)),
            }
        }
        self.changes.sort_by_key(|(change, count)| (change.rule.side, Reverse(*count)));
    }

    /// The change that matters most.
    pub(super) fn first(&self) -> Option<&'c Change> {
        self.changes.iter().map(|(change, _)| *change).min_by_key(|change| change.level)
    }
}
