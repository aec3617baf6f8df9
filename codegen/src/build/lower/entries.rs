//! Maps that a tool documents as lists of entries, each entry a model of a key and a value.

use std::collections::{BTreeMap, BTreeSet};

use super::Lowered;
use crate::read::doc::ModelDoc;
use crate::schema::{Assumption, Model, ModelName, Scalar, Type};

/// An entry of a map: the type of its value, and whether its key is text.
type Entry = (Type, bool);

/// Makes a map of each list of entries, and takes away the entries: nothing in JSON is one.
pub(super) fn fold(docs: &[ModelDoc], models: &mut Vec<Lowered>) {
    let mut entries: BTreeMap<ModelName, Entry> = BTreeMap::new();
    for (doc, Lowered { name, model, .. }) in docs.iter().zip(&*models) {
        let is_named = doc.dialect.types.entries.is_some_and(|it| name.0.ends_with(it) && name.0.contains('.'));
        if let Some(entry) = entry(model).filter(|_| is_named) {
            entries.insert(name.clone(), entry);
        }
    }
    if entries.is_empty() {
        return;
    }
    let mut folded: BTreeSet<ModelName> = BTreeSet::new();
    for Lowered { name, model, .. } in &mut *models {
        for field in model.fields_mut().into_iter().flatten() {
            let Type::List(item) = &field.ty else { continue };
            let Type::Model(listed) = &**item else { continue };
            // The entries of a map are within the model that has the map.
            let is_own = listed.0.rsplit_once('.').is_some_and(|(owner, _)| owner == name.0);
            let Some((value, text_keys)) = entries.get(listed).filter(|_| is_own) else { continue };
            folded.insert(listed.clone());
            field.ty = Type::Map(Box::new(value.clone()));
            field.assumed.extend((!text_keys).then_some(Assumption::KeysAreText));
        }
    }
    models.retain(|it| !folded.contains(&it.name));
}

fn entry(model: &Model) -> Option<Entry> {
    let [key, value] = model.fields() else { return None };
    let is_entry = key.wire.0 == "key" && value.wire.0 == "value";
    is_entry.then(|| (value.ty.clone(), key.ty == Type::Scalar(Scalar::String)))
}
