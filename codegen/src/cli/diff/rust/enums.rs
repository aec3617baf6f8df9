//! Compares enums of allowed values.

use std::collections::{BTreeMap, BTreeSet};

use super::{Names, attributes, report_type, shown, ty};
use crate::cli::diff::compare::Comparison;
use crate::cli::diff::index::Side;
use crate::cli::diff::rules;
use crate::rust::plan::{EnumPlan, Item, ValueKind, VariantPlan};

pub(super) fn compare(
    comparison: &mut Comparison<'_>,
    names: &Names<'_>,
    (old, new): (&Item, &Item),
    seen: &mut BTreeSet<(String, String)>,
) {
    let ident = old.ident().as_str();
    let said = (Some(shown(old)), Some(shown(new)));
    match (resolved(comparison.old, old), resolved(comparison.new, new)) {
        (Some(old_enum), Some(new_enum)) => {
            match (old, new) {
                (Item::Enum(_), Item::Alias(_)) => report_type(comparison, &rules::RUST_ENUM_SHARED, ident, said),
                (Item::Alias(_), Item::Enum(_)) => report_type(comparison, &rules::RUST_ENUM_SPLIT, ident, said),
                (Item::Alias(old), Item::Alias(new)) if !names.is_same(&old.target, &new.target) => {
                    report_type(comparison, &rules::RUST_ENUM_SPLIT, ident, said);
                }
                _ => {}
            }
            if seen.insert((old_enum.ident.to_string(), new_enum.ident.to_string())) {
                compare_enums(comparison, ident, old_enum, new_enum);
            }
        }
        (None, None) => compare_targets(comparison, names, (old, new)),
        _ => report_type(comparison, &rules::RUST_TYPE_KIND_CHANGED, ident, said),
    }
}

/// Compares names for types that are no enums.
fn compare_targets(comparison: &mut Comparison<'_>, names: &Names<'_>, items: (&Item, &Item)) {
    let (Item::Alias(old), Item::Alias(new)) = items else { return };
    if !names.is_same(&old.target, &new.target) {
        let said = (Some(ty(&old.target)), Some(ty(&new.target)));
        report_type(comparison, &rules::RUST_ALIAS_CHANGED, old.ident.as_str(), said);
    }
}

/// The enum that an item is, or is another name for.
fn resolved<'a>(side: &Side<'a>, item: &'a Item) -> Option<&'a EnumPlan> {
    match item {
        Item::Enum(plan) => Some(plan),
        Item::Alias(plan) => match side.types.get(plan.target.own()?)?.item {
            Item::Enum(plan) => Some(plan),
            _ => None,
        },
        _ => None,
    }
}

fn compare_enums(comparison: &mut Comparison<'_>, ident: &str, old: &EnumPlan, new: &EnumPlan) {
    let by_value: BTreeMap<&str, &VariantPlan> =
        new.variants.iter().map(|variant| (&*variant.value, variant)).collect();
    let known: BTreeSet<&str> = old.variants.iter().map(|variant| &*variant.value).collect();
    let variant = |plan: &EnumPlan, variant: &VariantPlan| format!("{}::{}", plan.ident, variant.ident);
    let (mut removed, mut added) = (Vec::new(), Vec::new());
    for own in &old.variants {
        match by_value.get(&*own.value) {
            None => removed.push(variant(old, own)),
            Some(other) if other.ident != own.ident => {
                let said = (Some(variant(old, own)), Some(variant(new, other)));
                report_type(comparison, &rules::RUST_VARIANT_RENAMED, ident, said);
            }
            Some(_) => {}
        }
        if let Some(other) = by_value.get(&*own.value) {
            let subject = comparison.old.subject(ident);
            attributes::compare(comparison, subject, &own.attributes, &other.attributes);
        }
    }
    added.extend(new.variants.iter().filter(|own| !known.contains(&*own.value)).map(|own| variant(new, own)));
    if !removed.is_empty() {
        report_type(comparison, &rules::RUST_VARIANT_REMOVED, ident, (Some(removed.join(", ")), None));
    }
    if !added.is_empty() {
        report_type(comparison, &rules::RUST_VARIANT_ADDED, ident, (None, Some(added.join(", "))));
    }
    if old.unlisted.ident != new.unlisted.ident {
        let said = |plan: &EnumPlan| Some(format!("{}::{}", plan.ident, plan.unlisted.ident));
        report_type(comparison, &rules::RUST_VARIANT_RENAMED, ident, (said(old), said(new)));
    }
    if old.kind != new.kind {
        let said = (Some(kind(old.kind).to_owned()), Some(kind(new.kind).to_owned()));
        report_type(comparison, &rules::RUST_TYPE_KIND_CHANGED, ident, said);
    }
    attributes::compare_types(comparison, ident, &old.attributes, &new.attributes);
}

fn kind(kind: ValueKind) -> &'static str {
    match kind {
        ValueKind::Text => "an enum of strings",
        ValueKind::Integer => "an enum of integers",
    }
}
