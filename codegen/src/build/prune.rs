//! Keeps the models that the configuration selects, and all models that these contain.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::diag::Sink;
use crate::pattern::Pattern;
use crate::schema::{ModelName, Schema};

/// The models that match one of the patterns, and the models that these contain, in lists, maps and unions too.
/// Without patterns, all models.
pub(crate) fn prune<'a>(schema: &'a Schema, roots: &[Pattern], sink: &mut Sink) -> Cow<'a, Schema> {
    for root in roots {
        root.check_models(schema, sink);
    }
    if roots.is_empty() {
        return Cow::Borrowed(schema);
    }
    let is_root = |name: &&ModelName| roots.iter().any(|pattern| pattern.matches_model(name));
    let mut open: Vec<&ModelName> = schema.models.keys().filter(is_root).collect();
    let mut kept: BTreeSet<&ModelName> = open.iter().copied().collect();
    while let Some(model) = open.pop().and_then(|name| schema.models.get(name)) {
        for (name, _) in model.models() {
            if schema.models.contains_key(name) && kept.insert(name) {
                open.push(name);
            }
        }
    }
    let models = schema.models.iter().filter(|(name, _)| kept.contains(name));
    Cow::Owned(Schema {
        version: schema.version,
        keys: schema.keys.clone(),
        models: models.map(|(name, model)| (name.clone(), model.clone())).collect(),
    })
}
