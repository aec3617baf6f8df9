//! Compares lists of allowed values.

use crate::cli::diff::change::Said;
use crate::cli::diff::compare::Comparison;
use crate::cli::diff::rules;
use crate::schema::Values;

/// What only one of two lists has, in the order of the lists.
struct Difference<'a> {
    removed: Vec<&'a str>,
    added: Vec<&'a str>,
}

impl<'a> Difference<'a> {
    fn between(old: &'a Values, new: &'a Values) -> Self {
        let without = |own: &'a Values, other: &Values| {
            own.known.iter().filter(|value| !other.known.contains(value)).map(String::as_str).collect()
        };
        Self { removed: without(old, new), added: without(new, old) }
    }
}

pub(super) fn compare(comparison: &mut Comparison<'_>, subject: (&str, Option<&str>), old: &Values, new: &Values) {
    let Difference { removed, added } = Difference::between(old, new);
    let (old, new) = (Some(&old.origin), Some(&new.origin));
    if !removed.is_empty() {
        let said = Said::new(removed.join(", "), old);
        comparison.report(&rules::VALUE_REMOVED, subject, said, Said::nothing(new));
    }
    if !added.is_empty() {
        let said = Said::new(added.join(", "), new);
        comparison.report(&rules::VALUE_ADDED, subject, Said::nothing(old), said);
    }
}
