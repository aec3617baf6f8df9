//! Compares traits and the attributes that the configuration adds.

use std::collections::BTreeSet;

use super::report_type;
use crate::cli::diff::compare::Comparison;
use crate::cli::diff::rules;
use crate::rust::options::parsed;

/// Compares the attributes of a type. Derives are traits.
pub(super) fn compare_types(comparison: &mut Comparison<'_>, ident: &str, old: &[String], new: &[String]) {
    let (old_traits, old_others) = derives(old);
    let (new_traits, new_others) = derives(new);
    compare_traits(comparison, ident, &old_traits, &new_traits);
    let subject = comparison.old.subject(ident);
    compare(comparison, subject, &old_others, &new_others);
}

/// Compares the traits that a type implements.
pub(super) fn compare_traits(
    comparison: &mut Comparison<'_>,
    ident: &str,
    old: &BTreeSet<String>,
    new: &BTreeSet<String>,
) {
    let without = |own: &BTreeSet<String>, other: &BTreeSet<String>| {
        let only: Vec<&str> = own.difference(other).map(String::as_str).collect();
        (!only.is_empty()).then(|| format!("{ident}: {}", only.join(", ")))
    };
    let (lost, gained) = (without(old, new), without(new, old));
    if lost.is_some() {
        report_type(comparison, &rules::RUST_TRAIT_LOST, ident, (lost, None));
    }
    if gained.is_some() {
        report_type(comparison, &rules::RUST_TRAIT_GAINED, ident, (None, gained));
    }
}

/// Compares the attributes of a field or variant.
pub(super) fn compare(comparison: &mut Comparison<'_>, subject: (&str, Option<&str>), old: &[String], new: &[String]) {
    if old != new {
        let shown = |attributes: &[String]| (!attributes.is_empty()).then(|| attributes.join(" "));
        let said = comparison.said(subject, shown(old), shown(new));
        comparison.report_noted(&rules::RUST_ATTRIBUTE_CHANGED, subject, said, None);
    }
}

/// The traits that attributes derive, and the other attributes.
fn derives(attributes: &[String]) -> (BTreeSet<String>, Vec<String>) {
    let (mut traits, mut others) = (BTreeSet::new(), Vec::new());
    for text in attributes {
        match derived(text) {
            Some(derived) => traits.extend(derived),
            None => others.push(text.clone()),
        }
    }
    (traits, others)
}

fn derived(text: &str) -> Option<Vec<String>> {
    let attributes = parsed(text).ok()?;
    let [attribute] = &*attributes else { return None };
    if !attribute.path().is_ident("derive") {
        return None;
    }
    let inside = text.split_once('(')?.1.rsplit_once(')')?.0;
    Some(inside.split(',').map(|name| name.trim().to_owned()).filter(|name| !name.is_empty()).collect())
}
