//! Keeps the models that the configuration selects, and all models that these contain.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::diag::Sink;
use crate::pattern::Pattern;
use crate::schema::{Model, ModelName, Schema};

/// The models that match one of the patterns, and the models that these contain, in lists, maps and unions too.
/// Without patterns, all models. The mistakes in other documents are taken back. The documents of the models in `unread`
/// could not be read.
pub(crate) fn prune<'a>(
    schema: &'a Schema,
    unread: &BTreeSet<String>,
    roots: &[Pattern],
    sink: &mut Sink,
) -> Cow<'a, Schema> {
    for root in roots {
        root.check_models(schema, unread, sink);
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
    let named: BTreeSet<&str> = kept
        .iter()
        .filter_map(|name| schema.models.get(*name))
        .flat_map(Model::models)
        .map(|(name, _)| &*name.0)
        .collect();
    sink.keep(|model| named.contains(model) || roots.iter().any(|root| root.matches_name(model)));
    let models = schema.models.iter().filter(|(name, _)| kept.contains(name));
    Cow::Owned(Schema {
        version: schema.version,
        keys: schema.keys.clone(),
        models: models.map(|(name, model)| (name.clone(), model.clone())).collect(),
    })
}
