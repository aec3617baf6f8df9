//! What becomes of known values.
//!
//! Every field with known values has a type of its own name, the model's and the field's, so no document
//! that is added can change a name. Fields of one key with the same values mean the same, so they share one
//! type: the one of the first model, by name, that has them. The others are aliases of it.

use std::collections::BTreeMap;

use super::{AliasPlan, EnumPlan, Item, Planner, VariantPlan, docs, naming};
use crate::diag::Sink;
use crate::rust::names::TypeIdent;
use crate::schema::{Assumption, Field, Model, ModelName, Values, ValuesSource};

/// The types of the sets of values seen so far, by key and sorted values.
pub(super) type ValueSets = BTreeMap<(String, Vec<String>), TypeIdent>;

impl Planner<'_> {
    pub(super) fn enumeration(
        &self,
        model: &ModelName,
        idx: usize,
        field: &Field,
        sets: &mut ValueSets,
        sink: &mut Sink,
    ) -> Option<Item> {
        let ident = self.enums.get(&(model, idx))?.clone();
        let values = field.values.as_ref()?;
        let mut sorted = values.known.clone();
        sorted.sort();
        let model_ident = self.ident(model);
        let mut docs = vec![format!("The allowed values of {} in [`{model_ident}`].", docs::code(&field.wire.0))];
        let set = sets.entry((field.wire.0.clone(), sorted));
        if let std::collections::btree_map::Entry::Occupied(first) = &set {
            let target = first.get().clone();
            docs.extend([String::new(), format!("The same as [`{target}`].")]);
            return Some(Item::Alias(AliasPlan { ident, docs, target }));
        }
        set.or_insert_with(|| ident.clone());
        let (unlisted, variants) = naming::variants(&format!("{model}.{}", field.spelled), values, sink);
        docs.extend([
            String::new(),
            format!("The API may send other values; they are kept in `{unlisted}`."),
            String::new(),
            source(values),
        ]);
        docs.extend(left_out(&field.assumed));
        let attributes = self.attributes(model, sink);
        Some(Item::Enum(EnumPlan { ident, docs, attributes, variants: listed(values, variants), unlisted }))
    }

    /// A model that is one of some texts.
    pub(super) fn model_values(&self, name: &ModelName, model: &Model, values: &Values, sink: &mut Sink) -> EnumPlan {
        let (unlisted, variants) = naming::variants(&name.0, values, sink);
        let mut docs = self.model_docs(name, model);
        docs.extend([String::new(), format!("The API may send other values; they are kept in `{unlisted}`.")]);
        docs.extend(left_out(&model.assumed));
        let attributes = self.attributes(name, sink);
        EnumPlan { ident: self.ident(name), docs, attributes, variants: listed(values, variants), unlisted }
    }
}

fn listed(values: &Values, names: Vec<TypeIdent>) -> Vec<VariantPlan> {
    let variant = |(value, ident): (&String, TypeIdent)| VariantPlan {
        ident,
        docs: vec![format!("{}.", docs::code(value))],
        value: value.clone(),
    };
    values.known.iter().zip(names).map(variant).collect()
}

fn left_out(assumed: &[Assumption]) -> Vec<String> {
    let is_left_out = assumed.contains(&Assumption::SdkValueLeftOut);
    let docs = || vec![String::new(), "The placeholder that the SDK has for unknown values is left out.".to_owned()];
    if is_left_out { docs() } else { Vec::new() }
}

fn source(values: &Values) -> String {
    let what = match values.source {
        ValuesSource::Listed => "Listed in",
        ValuesSource::Prose => "Taken from a description in",
        ValuesSource::Correction => "Corrected in",
    };
    format!("{what} {}, line {}.", docs::code(&values.origin.path), values.origin.line)
}
