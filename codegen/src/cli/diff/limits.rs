//! Compares the limits of values.

use std::cmp::Ordering;

use super::rules::{self, Rule};
use crate::schema::Constraints;

/// The rule for the change of limits, if they changed. A change that excludes some values and allows others excludes
/// values.
pub(super) fn compare(old: &Constraints, new: &Constraints) -> Option<&'static Rule> {
    let changes = [
        least(number(old.minimum.as_ref()), number(new.minimum.as_ref())),
        greatest(number(old.maximum.as_ref()), number(new.maximum.as_ref())),
        least(number(old.exclusive_minimum.as_ref()), number(new.exclusive_minimum.as_ref())),
        greatest(number(old.exclusive_maximum.as_ref()), number(new.exclusive_maximum.as_ref())),
        least(old.min_length, new.min_length),
        greatest(old.max_length, new.max_length),
        least(old.min_items, new.min_items),
        greatest(old.max_items, new.max_items),
        other(old.multiple_of.as_ref(), new.multiple_of.as_ref()),
        other(old.pattern.as_ref(), new.pattern.as_ref()),
        other(old.unique_items.then_some(&true), new.unique_items.then_some(&true)),
    ];
    if changes.contains(&Some(Limit::Tighter)) {
        Some(&rules::CONSTRAINTS_TIGHTENED)
    } else if changes.contains(&Some(Limit::Looser)) {
        Some(&rules::CONSTRAINTS_LOOSENED)
    } else {
        None
    }
}

/// The limits in one phrase.
pub(super) fn shown(constraints: &Constraints) -> String {
    let text = constraints.to_string();
    match (text.is_empty(), constraints.unique_items) {
        (true, false) => "none".to_owned(),
        (true, true) => "unique items".to_owned(),
        (false, false) => text,
        (false, true) => format!("{text}, unique items"),
    }
}

/// How a limit changed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Limit {
    Tighter,
    Looser,
}

/// A number in decimal.
fn number(text: Option<&String>) -> Option<f64> {
    text.and_then(|text| text.parse().ok())
}

fn least<T: PartialOrd>(old: Option<T>, new: Option<T>) -> Option<Limit> {
    change(old, new, Ordering::Less)
}

fn greatest<T: PartialOrd>(old: Option<T>, new: Option<T>) -> Option<Limit> {
    change(old, new, Ordering::Greater)
}

/// The change of a limit that is tighter if the old one has this order to it.
fn change<T: PartialOrd>(old: Option<T>, new: Option<T>, tighter: Ordering) -> Option<Limit> {
    match (old, new) {
        (None, None) => None,
        (None, Some(_)) => Some(Limit::Tighter),
        (Some(_), None) => Some(Limit::Looser),
        (Some(old), Some(new)) => match old.partial_cmp(&new) {
            Some(Ordering::Equal) => None,
            Some(order) if order != tighter => Some(Limit::Looser),
            _ => Some(Limit::Tighter),
        },
    }
}

/// The change of a limit without an order: another one excludes values.
fn other<T: PartialEq>(old: Option<T>, new: Option<T>) -> Option<Limit> {
    match (old, new) {
        (Some(_), None) => Some(Limit::Looser),
        (old, new) => (old != new).then_some(Limit::Tighter),
    }
}
