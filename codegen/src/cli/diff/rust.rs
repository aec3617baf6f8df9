//! Compares the types that documents become, as code that uses them sees them.

use std::collections::{BTreeMap, BTreeSet};

use super::compare::{Comparison, note};
use super::index::Home;
use super::pairs::{FieldPairs, Match};
use super::rules::{self, Rule};
use crate::rust::emit::Types;
use crate::rust::plan::{EnumPlan, Item, RustType};

mod attributes;
mod constants;
mod constructors;
mod enums;
mod fields;
mod reading;
mod structs;
mod unions;

pub(super) fn compare(comparison: &mut Comparison<'_>) {
    let names = Names::new(comparison);
    let (old, new) = (comparison.old, comparison.new);
    let mut kept = BTreeSet::new();
    let mut seen = BTreeSet::new();
    for (ident, home) in old.types.iter().filter(|(ident, _)| comparison.scope.has_old(old, ident)) {
        let new_ident = names.new_name(ident);
        let Some(new_home) = new.types.get(new_ident) else {
            report_type(comparison, &rules::RUST_TYPE_REMOVED, ident, (Some(shown(home.item)), None));
            continue;
        };
        kept.insert(new_ident);
        if new_ident != *ident {
            let said = (Some((*ident).to_owned()), Some(new_ident.to_owned()));
            report_named(comparison, &rules::RUST_TYPE_RENAMED, ident, said, names.notes.get(ident).cloned());
        }
        compare_homes(comparison, ident, *home, *new_home);
        compare_items(comparison, &names, (home.item, new_home.item), &mut seen);
    }
    let added = |ident: &str| !kept.contains(ident) && comparison.scope.has_new(new, ident);
    let added: Vec<(&str, Home<'_>)> =
        new.types.iter().filter(|(ident, _)| added(ident)).map(|(ident, home)| (*ident, *home)).collect();
    for (ident, home) in added {
        let (owner, key) = new.subject(ident);
        let (old_said, new_said) = comparison.said((owner, key), None, Some(shown(home.item)));
        comparison.report(&rules::RUST_TYPE_ADDED, (owner, key), old_said, new_said);
    }
}

fn compare_items(
    comparison: &mut Comparison<'_>,
    names: &Names<'_>,
    items: (&Item, &Item),
    seen: &mut BTreeSet<(String, String)>,
) {
    match items {
        (Item::Struct(old), Item::Struct(new)) => structs::compare(comparison, names, old, new),
        (Item::Union(old), Item::Union(new)) => unions::compare(comparison, names, old, new),
        (Item::Opaque(old), Item::Opaque(new)) => {
            attributes::compare_types(comparison, old.ident.as_str(), &old.attributes, &new.attributes);
        }
        (Item::Enum(_) | Item::Alias(_), Item::Enum(_) | Item::Alias(_)) => {
            enums::compare(comparison, names, items, seen);
        }
        (old, new) => {
            let said = (Some(shown(old)), Some(shown(new)));
            report_type(comparison, &rules::RUST_TYPE_KIND_CHANGED, old.ident().as_str(), said);
        }
    }
}

fn compare_homes(comparison: &mut Comparison<'_>, ident: &str, old: Home<'_>, new: Home<'_>) {
    let shown = |name: Option<&str>, otherwise: &str| Some(name.unwrap_or(otherwise).to_owned());
    let [was, is] = comparison.scope.homes(old.module, new.module);
    if was != is {
        let said = (shown(was.as_deref(), "the root"), shown(is.as_deref(), "the root"));
        report_type(comparison, &rules::RUST_TYPE_MOVED, ident, said);
    }
    if old.feature != new.feature {
        let said = (shown(old.feature, "always compiled"), shown(new.feature, "always compiled"));
        report_type(comparison, &rules::RUST_FEATURE_CHANGED, ident, said);
    }
}

/// Reports a change of an old type.
fn report_type(
    comparison: &mut Comparison<'_>,
    rule: &'static Rule,
    ident: &str,
    said: (Option<String>, Option<String>),
) {
    report_named(comparison, rule, ident, said, None);
}

fn report_named(
    comparison: &mut Comparison<'_>,
    rule: &'static Rule,
    ident: &str,
    (old, new): (Option<String>, Option<String>),
    note: Option<String>,
) {
    let subject = comparison.old.subject(ident);
    let said = comparison.said(subject, old, new);
    comparison.report_noted(rule, subject, said, note);
}

/// A type as its definition starts.
fn shown(item: &Item) -> String {
    match item {
        Item::Struct(plan) => format!("struct {}", plan.ident),
        Item::Enum(plan) => format!("enum {}", plan.ident),
        Item::Union(plan) => format!("enum {}", plan.ident),
        Item::Alias(plan) => format!("type {} = {}", plan.ident, ty(&plan.target)),
        Item::Opaque(plan) => format!("struct {}(Value)", plan.ident),
    }
}

/// A type as Rust text.
fn ty(ty: &RustType) -> String {
    Types { shadowed: &BTreeMap::new() }.show(ty).to_string()
}

/// The new names of types.
struct Names<'a> {
    renamed: BTreeMap<&'a str, &'a str>,
    /// Why a type is said to be the same.
    notes: BTreeMap<&'a str, String>,
}

impl<'a> Names<'a> {
    fn new(comparison: &Comparison<'a>) -> Self {
        let mut names = Self { renamed: BTreeMap::new(), notes: BTreeMap::new() };
        for pair in &comparison.pairs.both {
            let (old, new) = (pair.old, pair.new);
            names.add(comparison, comparison.old.ident(old.0), comparison.new.ident(new.0), &pair.by);
            let (Some(old_plan), Some(new_plan)) = (comparison.old.structure(old.0), comparison.new.structure(new.0))
            else {
                continue;
            };
            let FieldPairs { both, .. } = comparison.fields(old.1, new.1);
            let new_fields: BTreeMap<&str, &RustType> =
                new_plan.fields.iter().map(|field| (&*field.key, &field.ty)).collect();
            let new_keys: BTreeMap<&str, (&str, &Match)> =
                both.iter().map(|both| (&*both.old.wire.0, (&*both.new.wire.0, &both.by))).collect();
            for field in &old_plan.fields {
                let Some((new_key, by)) = new_keys.get(&*field.key) else { continue };
                let new_type = new_fields.get(new_key).and_then(|ty| ty.own());
                let old_type = field.ty.own().filter(|ident| is_of_values(comparison.old.types.get(ident)));
                names.add(
                    comparison,
                    old_type,
                    new_type.filter(|ident| is_of_values(comparison.new.types.get(ident))),
                    by,
                );
            }
        }
        names
    }

    fn add(&mut self, comparison: &Comparison<'a>, old: Option<&'a str>, new: Option<&'a str>, by: &Match) {
        let (Some(old), Some(new)) = (old, new) else { return };
        // A name that both sides have is that of the same type.
        if old != new && !comparison.new.types.contains_key(old) && !comparison.old.types.contains_key(new) {
            self.renamed.insert(old, new);
            self.notes.extend(note(by).map(|note| (old, note)));
        }
    }

    /// The new name of an old type.
    fn new_name<'n>(&self, old: &'n str) -> &'n str
    where
        'a: 'n,
    {
        self.renamed.get(old).copied().unwrap_or(old)
    }

    /// Whether a new type is an old one, but for names that changed.
    fn is_same(&self, old: &RustType, new: &RustType) -> bool {
        match (old, new) {
            (RustType::Own(old), RustType::Own(new)) => self.new_name(old.as_str()) == new.as_str(),
            (RustType::Option(old), RustType::Option(new))
            | (RustType::Patch(old), RustType::Patch(new))
            | (RustType::OrBoolean(old), RustType::OrBoolean(new))
            | (RustType::Box(old), RustType::Box(new))
            | (RustType::Deep(old), RustType::Deep(new))
            | (RustType::Vec(old), RustType::Vec(new))
            | (RustType::Map(old), RustType::Map(new)) => self.is_same(old, new),
            _ => old == new,
        }
    }
}

/// Whether a type is made for the allowed values of a field, and not for a model.
fn is_of_values(home: Option<&Home<'_>>) -> bool {
    matches!(home.map(|home| home.item), Some(Item::Enum(EnumPlan { name: None, .. }) | Item::Alias(_)))
}
