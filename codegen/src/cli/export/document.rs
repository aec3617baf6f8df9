//! The documents that hold the definitions.

use std::collections::BTreeSet;

use super::definition::Definitions;
use super::names::Names;
use super::types::{Style, reference};
use super::{Api, Root};
use crate::cli::json::{Json, Object};
use crate::schema::{Model, ModelName, Schema};

/// What an OpenAPI document says about itself.
pub(super) struct Info {
    pub title: String,
    pub version: String,
}

/// The document with the definitions of all models, or of a model and those that it contains. It is of OpenAPI if it
/// says something about itself.
pub(super) fn of(apis: &[Api<'_>], root: Option<Root<'_>>, style: Style, info: Option<&Info>) -> Json {
    let names = Names::of(apis);
    let mut definitions: Vec<(String, Json)> = Vec::new();
    for (idx, api) in apis.iter().enumerate() {
        let models = match root {
            Some((of, root)) if of == idx => Some(within(api.schema, root)),
            Some(_) => continue,
            None => None,
        };
        definitions.extend(
            Definitions { schema: api.schema, paths: api.paths, names: names.of_api(idx), style }.all(models.as_ref()),
        );
    }
    definitions.sort_by(|(one, _), (other, _)| one.cmp(other));
    let definitions = Object(definitions);
    match info {
        Some(info) => openapi(info, definitions),
        None => json_schema(root.map(|(idx, model)| reference(names.of_api(idx), model, false)), definitions),
    }
}

fn json_schema(root: Option<Object>, definitions: Object) -> Json {
    let mut document = Object::default().with("$schema", "https://json-schema.org/draft/2020-12/schema");
    document.0.extend(root.into_iter().flat_map(|root| root.0));
    document.with("$defs", definitions).into()
}

fn openapi(info: &Info, definitions: Object) -> Json {
    let info = Object::default().with("title", &info.title).with("version", &info.version);
    // What OpenAPI takes where there are no servers; linters ask for it.
    let server = Object::default().with("url", "/");
    Object::default()
        .with("openapi", "3.1.0")
        .with("info", info)
        .with("servers", vec![server.into()])
        .with("paths", Object::default())
        .with("components", Object::default().with("schemas", definitions))
        .into()
}

/// A model and all that it contains, documented or not.
fn within(schema: &Schema, root: &ModelName) -> BTreeSet<ModelName> {
    let mut kept = BTreeSet::from([root.clone()]);
    let mut open = vec![root];
    while let Some(name) = open.pop() {
        for (name, _) in schema.models.get(name).into_iter().flat_map(Model::models) {
            if kept.insert(name.clone()) {
                open.push(name);
            }
        }
    }
    kept
}
