//! A feature of cargo for each folder of documents.

use std::collections::{BTreeMap, BTreeSet};

use super::{FilePlan, Item, RustType};

/// A feature with which a file is compiled.
#[derive(Debug)]
pub struct FeaturePlan {
    /// Its name.
    pub name: String,
    /// The features of the files whose types its own types name.
    pub enables: BTreeSet<String>,
}

/// Gives each file a feature, except those whose types the root names: it is always compiled.
pub(super) fn assign(root: &FilePlan, parts: &mut [FilePlan], prefix: &str) {
    let mut homes: BTreeMap<&str, usize> = BTreeMap::new();
    for (part, file) in parts.iter().enumerate() {
        homes.extend(file.items.iter().map(|item| (item.ident().as_str(), part)));
    }
    let named: Vec<BTreeSet<usize>> = parts.iter().map(|file| parts_named(file, &homes)).collect();
    let always = closure(parts_named(root, &homes), &named);
    let name = |part: usize| format!("{prefix}{}", parts[part].stem);
    let mut features: BTreeMap<usize, FeaturePlan> = BTreeMap::new();
    for (part, named) in named.iter().enumerate().filter(|(part, _)| !always.contains(part)) {
        let others = named.iter().filter(|other| **other != part && !always.contains(other));
        features.insert(part, FeaturePlan { name: name(part), enables: others.map(|other| name(*other)).collect() });
    }
    for (part, file) in parts.iter_mut().enumerate() {
        file.feature = features.remove(&part);
    }
}

/// The files whose types a file names.
fn parts_named(file: &FilePlan, homes: &BTreeMap<&str, usize>) -> BTreeSet<usize> {
    let mut types = Vec::new();
    for item in &file.items {
        match item {
            Item::Struct(plan) => types.extend(plan.fields.iter().map(|field| &field.ty)),
            Item::Union(plan) => types.extend(plan.cases.iter().map(|case| &case.ty)),
            Item::Alias(plan) => types.push(&plan.target),
            Item::Enum(_) | Item::Opaque(_) => {}
        }
    }
    types.into_iter().filter_map(RustType::own).filter_map(|ident| homes.get(ident).copied()).collect()
}

/// The files that these lead to, themselves included.
fn closure(start: BTreeSet<usize>, named: &[BTreeSet<usize>]) -> BTreeSet<usize> {
    let mut open: Vec<usize> = start.iter().copied().collect();
    let mut all = start;
    while let Some(part) = open.pop() {
        open.extend(named[part].iter().copied().filter(|other| all.insert(*other)));
    }
    all
}
