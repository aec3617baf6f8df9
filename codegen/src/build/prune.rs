//! Keeps what is asked for: some models, and all that they contain.

use std::borrow::Cow;
use std::collections::BTreeSet;

use crate::diag::Sink;
use crate::pattern::Pattern;
use crate::schema::{ModelName, Schema};

/// The models that fit one of the patterns, and those that these contain, in lists, maps and unions too.
/// Without patterns that is all of them.
pub(crate) fn prune<'a>(schema: &'a Schema, roots: &[Pattern], sink: &mut Sink) -> Cow<'a, Schema> {
    for root in roots {
        root.check_models(schema, sink);
    }
    if roots.is_empty() {
        return Cow::Borrowed(schema);
    }
    let is_root = |name: &&ModelName| roots.iter().any(|it| it.fits_model(name));
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
        models: models.map(|(name, it)| (name.clone(), it.clone())).collect(),
    })
}
