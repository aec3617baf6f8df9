//! Fields that a model has from others: most documents list them, some only name the model that has them.

use std::collections::{BTreeMap, BTreeSet};

use crate::doc::ModelDoc;
use crate::schema::{Field, ModelName, Schema, Shape, WireName};

/// Gives each model the fields of those that it inherits from, before its own. A key of its own counts.
pub(super) fn add(docs: &[ModelDoc], schema: &mut Schema) {
    let mut named: BTreeMap<&str, &ModelDoc> = BTreeMap::new();
    for doc in docs {
        named.entry(&doc.name.value).or_insert(doc);
    }
    let by_name = |name: &str| named.get(name).copied();
    for doc in docs.iter().filter(|it| !it.inherits.is_empty()) {
        let mut above: Vec<&str> = Vec::new();
        let mut left: Vec<&str> = doc.inherits.iter().rev().map(|it| &*it.value).collect();
        let mut seen = BTreeSet::from([&*doc.name.value]);
        while let Some(name) = left.pop() {
            if seen.insert(name) {
                above.push(name);
                left.extend(by_name(name).into_iter().flat_map(|it| it.inherits.iter().rev()).map(|it| &*it.value));
            }
        }
        let name = ModelName(doc.name.value.clone());
        let own = |name: &str| by_name(name).map_or(0, |it| it.fields.len());
        let inherited: Vec<Field> = above
            .iter()
            .filter_map(|it| Some((it, schema.models.get(&ModelName((*it).to_owned()))?)))
            // What is before its own fields it has from others itself.
            .flat_map(|(name, it)| it.fields().iter().rev().take(own(name)).rev().cloned())
            .collect();
        let Some(Shape::Object(fields)) = schema.models.get_mut(&name).map(|it| &mut it.shape) else { continue };
        let mut keys: BTreeSet<WireName> = fields.iter().map(|it| it.wire.clone()).collect();
        let fresh: Vec<Field> = inherited.into_iter().filter(|it| keys.insert(it.wire.clone())).collect();
        fields.splice(0..0, fresh);
    }
}
