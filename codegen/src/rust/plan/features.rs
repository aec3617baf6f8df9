//! A feature of cargo for each folder of documents.

use std::collections::{BTreeMap, BTreeSet};

use super::{FilePlan, Item, Piece, Placed, RustType};

/// A feature with which a file is compiled.
#[derive(Debug)]
pub struct FeaturePlan {
    /// Its name.
    pub name: String,
    /// The features of the files whose types its own types name.
    pub enables: BTreeSet<String>,
}

/// The types of files, and those that their own types name.
#[derive(Default)]
pub(super) struct Types {
    /// The files of types.
    homes: BTreeMap<String, usize>,
    /// What each file names.
    named: BTreeMap<Option<usize>, BTreeSet<String>>,
}

impl Types {
    /// Adds the types of items.
    pub(super) fn add(&mut self, items: &[Placed]) {
        for Placed { piece, part } in items {
            // With features, no struct is kept.
            let Piece::Item(item) = piece else { continue };
            self.homes.extend(part.map(|part| (item.ident().as_str().to_owned(), part)));
            let named = named(item).into_iter().filter_map(RustType::own);
            self.named.entry(*part).or_default().extend(named.map(str::to_owned));
        }
    }

    /// Gives each part a feature, except those whose types the root names: it is always compiled.
    pub(super) fn assign(&self, parts: &mut [FilePlan], prefix: &str) {
        let named: Vec<BTreeSet<usize>> = (0..parts.len()).map(|part| self.parts_named(Some(part))).collect();
        let always = closure(self.parts_named(None), &named);
        let name = |part: usize| format!("{prefix}{}", parts[part].stem);
        let mut features: BTreeMap<usize, FeaturePlan> = BTreeMap::new();
        for (part, named) in named.iter().enumerate().filter(|(part, _)| !always.contains(part)) {
            let others = named.iter().filter(|other| **other != part && !always.contains(other));
            features
                .insert(part, FeaturePlan { name: name(part), enables: others.map(|other| name(*other)).collect() });
        }
        for (part, file) in parts.iter_mut().enumerate() {
            file.feature = features.remove(&part);
        }
    }

    /// The parts whose types a file names.
    fn parts_named(&self, file: Option<usize>) -> BTreeSet<usize> {
        let named = self.named.get(&file).into_iter().flatten();
        named.filter_map(|ident| self.homes.get(ident).copied()).collect()
    }
}

/// The types that an item names.
fn named(item: &Item) -> Vec<&RustType> {
    match item {
        Item::Struct(plan) => plan.fields.iter().map(|field| &field.ty).collect(),
        Item::Union(plan) => plan.cases.iter().map(|case| &case.ty).collect(),
        Item::Alias(plan) => vec![&plan.target],
        Item::Enum(_) | Item::Opaque(_) => Vec::new(),
    }
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
