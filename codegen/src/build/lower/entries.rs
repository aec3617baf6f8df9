//! Maps that a tool documents as lists of entries, where an entry is a model of a key and a value.

use std::collections::{BTreeMap, BTreeSet};

use super::Lowered;
use crate::read::doc::ModelDoc;
use crate::schema::{Assumption, Model, ModelName, Scalar, Type};

/// An entry of a map.
struct Entry {
    value: Type,
    has_text_key: bool,
}

/// Turns each list of entries into a map, and removes the models of entries, which JSON does not have.
pub(super) fn fold(docs: &[ModelDoc], models: &mut Vec<Lowered>) {
    let mut entries: BTreeMap<ModelName, Entry> = BTreeMap::new();
    for (doc, Lowered { name, model, .. }) in docs.iter().zip(&*models) {
        let Some(suffix) = doc.dialect.types.entries else { continue };
        if name.0.ends_with(suffix)
            && name.0.contains('.')
            && let Some(entry) = entry(model)
        {
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
            // An entry is declared within the model that has the map.
            let is_own = listed.0.rsplit_once('.').is_some_and(|(owner, _)| owner == name.0);
            let Some(entry) = entries.get(listed).filter(|_| is_own) else { continue };
            folded.insert(listed.clone());
            field.ty = Type::Map(Box::new(entry.value.clone()));
            if !entry.has_text_key {
                field.assumed.push(Assumption::KeysAreText);
            }
        }
    }
    models.retain(|lowered| !folded.contains(&lowered.name));
}

fn entry(model: &Model) -> Option<Entry> {
    let [key, value] = model.fields() else { return None };
    // A key that is not a scalar stays, so that it is reported.
    let is_entry = key.wire.0 == "key" && value.wire.0 == "value" && matches!(key.ty, Type::Scalar(_));
    is_entry.then(|| Entry { value: value.ty.clone(), has_text_key: key.ty == Type::Scalar(Scalar::String) })
}
