//! Plans the enums of allowed values.
//!
//! Every field with allowed values has a type named after the model and the field, so that adding a document changes no
//! name. Fields with the same key and the same values share one enum, that of the first model by name; the others get
//! an alias of it.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use super::attributes::{COMMON, Place};
use super::{AliasPlan, EnumPlan, Item, Planner, RustType, UnlistedPlan, VariantPlan, docs, naming};
use crate::diag::Sink;
use crate::rust::names::TypeIdent;
use crate::rust::options::Part;
use crate::schema::{Assumption, Field, Model, ModelName, Scalar, Values, ValuesSource};

/// The enums planned so far, by key and sorted values.
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
        match sets.entry((field.wire.0.clone(), sorted)) {
            Entry::Occupied(first) => {
                let target = first.get().clone();
                docs.extend([String::new(), format!("The same as [`{target}`].")]);
                return Some(Item::Alias(AliasPlan { ident, docs, target: RustType::Own(target) }));
            }
            Entry::Vacant(place) => place.insert(ident.clone()),
        };
        let (unlisted, variants) = naming::variants(&format!("{model}.{}", field.spelled), values, sink);
        docs.extend([
            String::new(),
            format!("The API may send other values; they are kept in `{unlisted}`."),
            String::new(),
            source(values),
        ]);
        docs.extend(placeholder_note(&field.assumed));
        let plan = self.enum_plan(Place::of(Part::Values, model, Some(field)), values, variants, unlisted);
        Some(Item::Enum(EnumPlan { ident, docs, ..plan }))
    }

    /// A model that is a set of allowed strings.
    pub(super) fn model_values(&self, name: &ModelName, model: &Model, values: &Values, sink: &mut Sink) -> EnumPlan {
        let (unlisted, variants) = naming::variants(&name.0, values, sink);
        let mut docs = self.model_docs(name, model);
        docs.extend([String::new(), format!("The API may send other values; they are kept in `{unlisted}`.")]);
        docs.extend(placeholder_note(&model.assumed));
        let plan = self.enum_plan(Place::of(Part::Values, name, None), values, variants, unlisted);
        EnumPlan { docs, ..plan }
    }

    /// The enum of allowed values at a place.
    fn enum_plan(&self, place: Place<'_>, values: &Values, names: Vec<TypeIdent>, unlisted: TypeIdent) -> EnumPlan {
        let mut variants = listed(values, names);
        for variant in &mut variants {
            let place = Place { part: Part::Value, ..place }.named(&variant.value, variant.ident.as_str());
            variant.attributes = self.attributes(place);
        }
        let attributes = self.attributes(Place { part: Part::UnlistedValue, ..place });
        EnumPlan {
            ident: self.ident(place.model),
            docs: Vec::new(),
            attributes: self.type_attributes(place, COMMON),
            variants,
            unlisted: UnlistedPlan { ident: unlisted, attributes },
        }
    }
}

impl Planner<'_> {
    /// A model that is a set of allowed values that are no texts. Rust reads any value of the type.
    pub(super) fn bare_values(&self, name: &ModelName, model: &Model, of: Scalar, values: &Values) -> AliasPlan {
        let mut docs = self.model_docs(name, model);
        docs.push(String::new());
        docs.extend(docs::wrapped(&allowed(values)));
        AliasPlan { ident: self.ident(name), docs, target: self.scalar(of) }
    }
}

/// A sentence with the allowed values.
pub(super) fn allowed(values: &Values) -> String {
    let known: Vec<String> = values.known.iter().map(|value| docs::code(value)).collect();
    format!("Allowed values: {}.", known.join(", "))
}

fn listed(values: &Values, names: Vec<TypeIdent>) -> Vec<VariantPlan> {
    let mut variants = Vec::with_capacity(names.len());
    for (value, ident) in values.known.iter().zip(names) {
        let numbers = values.numbers.iter().filter(|(_, named)| *named == value).map(|(number, _)| *number).collect();
        variants.push(VariantPlan {
            ident,
            docs: vec![format!("{}.", docs::code(value))],
            attributes: Vec::new(),
            numbers,
            value: value.clone(),
        });
    }
    variants
}

fn placeholder_note(assumed: &[Assumption]) -> Vec<String> {
    if !assumed.contains(&Assumption::SdkValueLeftOut) {
        return Vec::new();
    }
    vec![String::new(), "The placeholder that the SDK has for unknown values is left out.".to_owned()]
}

fn source(values: &Values) -> String {
    let what = match values.source {
        ValuesSource::Listed => "Listed in",
        ValuesSource::Prose => "Taken from a description in",
        ValuesSource::Correction => "Corrected in",
    };
    format!("{what} {}, line {}.", docs::code(&values.origin.path), values.origin.line)
}
