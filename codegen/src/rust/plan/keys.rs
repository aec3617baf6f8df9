//! What the plan of a struct depends on, as a key under which its text is kept for the next run.
//!
//! A struct depends on its model, on the layout of the model, on the name of the struct of its required values, on the sets
//! of allowed values that its fields are in, and on what all structs share: the options, the names of all models, those
//! without a document, and the models that are not objects. Other objects matter only through the layout and the sets:
//! [`Planner::other`], through which plans of structs look at other models, shows no object.

use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

use super::Planner;
use crate::build::resolve::Graph;
use crate::pieces::hasher;
use crate::rust::names::TypeIdent;
use crate::rust::options::Options;
use crate::schema::{Model, ModelName, Shape};

/// Whether texts can be kept under these options. Attributes can depend on all models, and with modules and features
/// other things than the text of a struct do.
pub(super) fn are_possible(options: &Options) -> bool {
    let Options { attributes, module_per_folder, feature_per_folder, .. } = options;
    attributes.is_empty() && !module_per_folder && !feature_per_folder
}

/// A digest of what all structs depend on.
pub(super) fn shared(
    graph: &Graph<'_>,
    options: &Options,
    names: &BTreeMap<&ModelName, TypeIdent>,
    shadowed: &BTreeMap<&str, &str>,
) -> u64 {
    let mut hasher = hasher();
    hasher.write(format!("{options:?}").as_bytes());
    (names, shadowed).hash(&mut hasher);
    for name in graph.undocumented.keys() {
        name.hash(&mut hasher);
    }
    for (name, model) in &graph.schema.models {
        if !matches!(model.shape, Shape::Object(_)) {
            (name, model).hash(&mut hasher);
        }
    }
    hasher.finish()
}

impl Planner<'_> {
    /// The shape of a model that a struct names, unless it is an object.
    pub(super) fn other(&self, name: &ModelName) -> Option<&Shape> {
        self.graph.schema.models.get(name).map(|model| &model.shape).filter(|shape| !matches!(shape, Shape::Object(_)))
    }

    /// The key of a struct, if structs are kept.
    pub(super) fn key(&self, name: &ModelName, model: &Model) -> Option<u64> {
        let mut hasher = hasher();
        self.shared?.hash(&mut hasher);
        (name, model, self.layout.of(name), self.required.get(name)).hash(&mut hasher);
        for (idx, field) in model.fields().iter().enumerate() {
            if let Some((set, user)) = self.sets.of(name, idx, field) {
                let values = set.users.first().map(|user| &user.field.values);
                (idx, &set.ident, &user.alias, values).hash(&mut hasher);
            }
        }
        Some(hasher.finish())
    }
}
