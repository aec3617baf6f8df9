//! The types that a document cannot tell apart.

use std::collections::{BTreeMap, BTreeSet};

use codegen::schema::{Schema, Type};

use super::page::Page;
use super::{Pair, PropertyType};

/// The types in the specification of fields whose documentation looks the same.
pub(super) struct Candidates<'a> {
    by_cell: BTreeMap<&'a str, BTreeSet<&'a PropertyType>>,
    by_type: BTreeMap<String, BTreeSet<&'a PropertyType>>,
}

impl<'a> Candidates<'a> {
    pub(super) fn new(pairs: &[Pair<'a>], page: &Page<'a>) -> Self {
        let mut by_cell: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        for pair in pairs {
            by_cell.entry(page.type_cell(pair.field)).or_default().insert(&pair.property.ty);
        }
        // A word means the same in lists and maps as by itself.
        let mut by_type: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
        for pair in pairs.iter().filter(|pair| pair.property.ty.innermost() == &pair.property.ty) {
            let alike = &by_cell[page.type_cell(pair.field)];
            by_type.entry(pair.field.ty.to_string()).or_default().extend(alike);
        }
        Self { by_cell, by_type }
    }

    /// The types of all fields with this type cell.
    pub(super) fn with_cell(&self, cell: &str) -> &BTreeSet<&'a PropertyType> {
        &self.by_cell[cell]
    }

    /// Whether the word for an item can mean what the specification has, judged by the fields that are not lists
    /// or maps.
    pub(super) fn allow_item(&self, property: &PropertyType, ty: &Type, schema: &Schema) -> bool {
        let (property, ty) = (property.innermost(), ty.innermost());
        let Some(candidates) = self.by_type.get(&ty.to_string()) else { return false };
        candidates.contains(property)
            || *property == PropertyType::Integer && candidates.iter().any(|candidate| candidate.is(ty, schema))
    }
}
