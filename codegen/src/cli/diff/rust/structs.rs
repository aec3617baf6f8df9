//! Compares structs.

use std::collections::BTreeMap;

use super::{Names, attributes, constants, constructors, fields, reading, report_type};
use crate::cli::diff::change::Said;
use crate::cli::diff::compare::{Comparison, note};
use crate::cli::diff::pairs::{FieldPair, FieldPairs};
use crate::cli::diff::rules;
use crate::rust::plan::{FieldPlan, StructPlan};

/// The struct of a model in both versions.
#[derive(Clone, Copy)]
pub(super) struct Structs<'p> {
    pub(super) old: &'p StructPlan,
    pub(super) new: &'p StructPlan,
}

/// A field in both versions.
#[derive(Clone, Copy)]
pub(super) struct Fields<'p> {
    pub(super) old: &'p FieldPlan,
    pub(super) new: &'p FieldPlan,
    /// Their positions.
    pub(super) at: (usize, usize),
}

impl Structs<'_> {
    pub(super) fn subject(&self) -> (&str, Option<&str>) {
        (&self.old.name, None)
    }
}

pub(super) fn compare(comparison: &mut Comparison<'_>, names: &Names<'_>, old: &StructPlan, new: &StructPlan) {
    let structs = Structs { old, new };
    let fields = compare_fields(comparison, names, structs);
    compare_extra(comparison, structs);
    compare_order(comparison, structs, &fields);
    constructors::compare(comparison, names, structs, &fields);
    constants::compare(comparison, names, structs, &fields);
    reading::compare(comparison, structs, &fields);
    let traits = |plan: &StructPlan| plan.abilities.iter().map(|ability| ability.name().to_owned()).collect();
    attributes::compare_traits(comparison, old.ident.as_str(), &traits(old), &traits(new));
    attributes::compare_types(comparison, old.ident.as_str(), &old.attributes, &new.attributes);
}

/// Compares the fields, and returns those that both versions have.
fn compare_fields<'p>(comparison: &mut Comparison<'_>, names: &Names<'_>, structs: Structs<'p>) -> Vec<Fields<'p>> {
    let Structs { old, new } = structs;
    let position = |plan: &StructPlan, key: &str| plan.fields.iter().position(|field| field.key == key);
    let mut both = Vec::with_capacity(old.fields.len());
    let mut notes: BTreeMap<&str, Option<String>> = BTreeMap::new();
    let pairs = comparison
        .old
        .model(&old.name)
        .zip(comparison.new.model(&new.name))
        .map(|(old, new)| comparison.fields(old, new));
    let Some(FieldPairs { both: matched, removed, added }) = pairs else { return both };
    for FieldPair { old: field, new: other, by } in &matched {
        let at = position(old, &field.wire.0).zip(position(new, &other.wire.0));
        if let Some(at) = at {
            both.push(Fields { old: &old.fields[at.0], new: &new.fields[at.1], at });
            notes.insert(&field.wire.0, note(by));
        }
    }
    for field in removed {
        let plan = old.fields.iter().find(|plan| plan.key == field.wire.0);
        let text = plan.map(|plan| plan.ident.to_string());
        let (old, new) = comparison.said((&old.name, Some(&field.wire.0)), text, None);
        comparison.report(&rules::RUST_FIELD_REMOVED, (&structs.old.name, Some(&field.wire.0)), old, new);
    }
    for field in added {
        let plan = new.fields.iter().find(|plan| plan.key == field.wire.0);
        let text = plan.map(|plan| format!("{}: {}", plan.ident, super::ty(&plan.ty)));
        let said = Said { text, origin: Some(field.origin.clone()) };
        let there = Said::nothing(comparison.old.origin(&old.name, None));
        comparison.report(&rules::RUST_FIELD_ADDED, (&old.name, Some(&field.wire.0)), there, said);
    }
    for field in &both {
        let note = notes.get(&*field.old.key).cloned().flatten();
        fields::compare(comparison, names, &old.name, *field, note);
    }
    both
}

/// Compares the order of the fields that both versions have.
fn compare_order(comparison: &mut Comparison<'_>, structs: Structs<'_>, fields: &[Fields<'_>]) {
    let mut fields: Vec<&Fields<'_>> = fields.iter().collect();
    fields.sort_by_key(|both| both.at.0);
    let old: Vec<&str> = fields.iter().map(|both| both.old.ident.as_str()).collect();
    fields.sort_by_key(|both| both.at.1);
    let new: Vec<&str> = fields.iter().map(|both| both.old.ident.as_str()).collect();
    if old != new {
        let said = (Some(old.join(", ")), Some(new.join(", ")));
        report_type(comparison, &rules::RUST_ORDER_CHANGED, structs.old.ident.as_str(), said);
    }
}

/// Compares the fields for what documents do not describe.
fn compare_extra(comparison: &mut Comparison<'_>, structs: Structs<'_>) {
    let name = |plan: &StructPlan| plan.extra.as_ref().map(|extra| extra.ident.to_string());
    let (was, is) = (name(structs.old), name(structs.new));
    let rule = match (&was, &is) {
        (Some(old), Some(new)) if old != new => &rules::RUST_FIELD_RENAMED,
        (Some(_), None) => &rules::RUST_EXTRA_REMOVED,
        (None, Some(_)) => &rules::RUST_FIELD_ADDED,
        _ => return,
    };
    report_type(comparison, rule, structs.old.ident.as_str(), (was, is));
}
