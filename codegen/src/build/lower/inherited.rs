//! Inherited fields: most documents list them, some only name the model that has them.

use std::collections::{BTreeMap, BTreeSet};

use super::Lowered;
use crate::read::doc::ModelDoc;
use crate::schema::{Field, Shape, WireName};

/// Adds the fields of the models that a model inherits from before its own fields. Of two fields with the same key,
/// its own one is kept.
pub(super) fn add(docs: &[ModelDoc], models: &mut [Lowered]) {
    if docs.iter().all(|doc| doc.inherits.is_empty()) {
        return;
    }
    let mut named: BTreeMap<&str, usize> = BTreeMap::new();
    for (idx, doc) in docs.iter().enumerate() {
        named.entry(&doc.name.value).or_insert(idx);
    }
    for (idx, doc) in docs.iter().enumerate().filter(|(_, doc)| !doc.inherits.is_empty()) {
        let mut above: Vec<usize> = Vec::new();
        let mut left: Vec<&str> = doc.inherits.iter().rev().map(|parent| &*parent.value).collect();
        let mut seen = BTreeSet::from([&*doc.name.value]);
        while let Some(name) = left.pop() {
            if let Some(at) = named.get(name).copied().filter(|_| seen.insert(name)) {
                above.push(at);
                left.extend(docs[at].inherits.iter().rev().map(|parent| &*parent.value));
            }
        }
        // The fields before its own ones are inherited, too.
        let own = |at: &usize| models[*at].model.fields().iter().rev().take(docs[*at].fields.len()).rev().cloned();
        let inherited: Vec<Field> = above.iter().flat_map(own).collect();
        let Shape::Object(fields) = &mut models[idx].model.shape else { continue };
        let mut keys: BTreeSet<WireName> = fields.iter().map(|field| field.wire.clone()).collect();
        let fresh: Vec<Field> = inherited.into_iter().filter(|field| keys.insert(field.wire.clone())).collect();
        fields.splice(0..0, fresh);
    }
}
