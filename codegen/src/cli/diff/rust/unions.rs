//! Compares enums of types.

use std::collections::BTreeSet;

use super::{Names, attributes, fields, report_type, ty};
use crate::cli::diff::compare::Comparison;
use crate::cli::diff::rules;
use crate::rust::plan::{CasePlan, RustType, UnionPlan};

pub(super) fn compare(comparison: &mut Comparison<'_>, names: &Names<'_>, old: &UnionPlan, new: &UnionPlan) {
    let ident = old.ident.as_str();
    let (mut matched, mut places) = (BTreeSet::new(), Vec::new());
    for case in &old.cases {
        let same = new.cases.iter().find(|other| names.is_same(&case.value, &other.value));
        let same = same.or_else(|| new.cases.iter().find(|other| other.ident == case.ident));
        let Some(other) = same else {
            report_type(comparison, &rules::RUST_VARIANT_REMOVED, ident, (Some(shown(old, case)), None));
            continue;
        };
        if matched.insert(other.ident.as_str()) {
            places.extend(place(old, case).zip(place(new, other)));
        }
        let said = (Some(shown(old, case)), Some(shown(new, other)));
        if other.ident != case.ident {
            report_type(comparison, &rules::RUST_VARIANT_RENAMED, ident, said);
        } else if let Some(rule) = fields::compare_types(names, &case.ty, &other.ty) {
            let is_boxed = *rule == rules::RUST_FIELD_BOXED || is_boxed(names, &case.ty, &other.ty);
            let rule = if is_boxed { &rules::RUST_FIELD_BOXED } else { &rules::RUST_VARIANT_TYPE_CHANGED };
            report_type(comparison, rule, ident, said);
        }
    }
    for case in new.cases.iter().filter(|case| !matched.contains(case.ident.as_str())) {
        report_type(comparison, &rules::RUST_VARIANT_ADDED, ident, (None, Some(shown(new, case))));
    }
    places.sort_unstable();
    if !places.is_sorted_by_key(|(_, new)| *new) {
        report_type(comparison, &rules::RUST_ORDER_CHANGED, ident, (Some(order(old)), Some(order(new))));
    }
    if old.strict != new.strict {
        let rule = if new.strict { &rules::RUST_READING_STRICTER } else { &rules::RUST_READING_LOOSER };
        let word = |is_strict: bool| Some(if is_strict { "strict" } else { "lenient" }.to_owned());
        report_type(comparison, rule, ident, (word(old.strict), word(new.strict)));
    }
    attributes::compare_types(comparison, ident, &old.attributes, &new.attributes);
}

/// The place of a type in the order in which types are tried.
fn place(union: &UnionPlan, case: &CasePlan) -> Option<usize> {
    union.order.iter().position(|at| union.cases.get(*at).is_some_and(|other| other.ident == case.ident))
}

/// The variants in the order in which types are tried.
fn order(union: &UnionPlan) -> String {
    let cases = union.order.iter().filter_map(|at| union.cases.get(*at));
    cases.map(|case| case.ident.as_str()).collect::<Vec<_>>().join(", ")
}

fn is_boxed(names: &Names<'_>, old: &RustType, new: &RustType) -> bool {
    match (old, new) {
        (RustType::Box(old) | RustType::Deep(old), new) => names.is_same(old, new),
        (old, RustType::Box(new) | RustType::Deep(new)) => names.is_same(old, new),
        _ => false,
    }
}

fn shown(union: &UnionPlan, case: &CasePlan) -> String {
    format!("{}::{}({})", union.ident, case.ident, ty(&case.ty))
}
