//! The fields through which models lead back to themselves.

use std::collections::{BTreeMap, BTreeSet};

use crate::schema::{Model, ModelName, Schema, Shape, Type};

/// The fields, by model and position, without which no model would contain itself, in lists, maps and unions too. Uses its
/// own stack, because documents can chain thousands of models.
pub(super) fn recursive_fields(schema: &Schema) -> BTreeSet<(&ModelName, usize)> {
    let edges: BTreeMap<&ModelName, Vec<Edge<'_>>> =
        schema.models.iter().map(|(name, model)| (name, edges(model, schema))).collect();
    let mut recursive = BTreeSet::new();
    let mut is_done: BTreeMap<&ModelName, bool> = BTreeMap::new();
    for root in schema.models.keys() {
        if is_done.contains_key(root) {
            continue;
        }
        is_done.insert(root, false);
        let mut path = vec![(root, 0)];
        while let Some((name, next)) = path.last_mut() {
            let (name, edge) = (*name, edges.get(*name).and_then(|edges| edges.get(*next)));
            *next += 1;
            let Some(edge) = edge else {
                is_done.insert(name, true);
                path.pop();
                continue;
            };
            match is_done.get(edge.target) {
                Some(true) => {}
                Some(false) => drop(recursive.insert((name, edge.field))),
                None => {
                    is_done.insert(edge.target, false);
                    path.push((edge.target, 0));
                }
            }
        }
    }
    recursive
}

/// A field and an object that it can hold.
struct Edge<'a> {
    field: usize,
    target: &'a ModelName,
}

fn edges<'a>(model: &'a Model, schema: &'a Schema) -> Vec<Edge<'a>> {
    let mut edges = Vec::new();
    for (field, described) in model.fields().iter().enumerate() {
        edges.extend(objects(&described.ty, schema).into_iter().map(|target| Edge { field, target }));
    }
    edges
}

/// The objects in a type, through unions and other names.
fn objects<'a>(ty: &'a Type, schema: &'a Schema) -> BTreeSet<&'a ModelName> {
    let (mut objects, mut seen, mut open) = (BTreeSet::new(), BTreeSet::new(), vec![ty]);
    while let Some(ty) = open.pop() {
        let Type::Model(name) = schema.unaliased(ty.innermost()).innermost() else { continue };
        match schema.models.get(name).map(|model| &model.shape) {
            Some(Shape::Object(_)) => drop(objects.insert(name)),
            Some(Shape::Union(union)) if seen.insert(name) => {
                open.extend(union.members.iter().map(|member| &member.ty));
            }
            _ => {}
        }
    }
    objects
}
