//! One side of a comparison: a schema and the types that it becomes, found by name.

use std::collections::BTreeMap;

use crate::compile::Planned;
use crate::rust::names::TypeIdent;
use crate::rust::plan::{EnumPlan, FilePlan, Item, Plan, StructPlan, UnionPlan};
use crate::schema::{Field, Model, ModelName, Origin, Schema};

/// A schema and its plan.
pub(super) struct Side<'a> {
    pub(super) schema: &'a Schema,
    pub(super) plan: &'a Plan,
    /// All types by their names in Rust.
    pub(super) types: BTreeMap<&'a str, Home<'a>>,
    structs: BTreeMap<&'a str, &'a StructPlan>,
    unions: BTreeMap<&'a str, &'a UnionPlan>,
    values: BTreeMap<&'a str, &'a EnumPlan>,
    /// The model and the key that the types of allowed values belong to.
    users: BTreeMap<&'a str, (&'a str, &'a str)>,
}

/// A type and where it is.
#[derive(Clone, Copy)]
pub(super) struct Home<'a> {
    pub(super) item: &'a Item,
    /// Its module within that of the API.
    pub(super) module: Option<&'a str>,
    pub(super) feature: Option<&'a str>,
}

impl<'a> Side<'a> {
    pub(super) fn new(planned: &'a Planned) -> Self {
        let (schema, plan) = (planned.wanted(), &planned.plan);
        let mut side = Self {
            schema,
            plan,
            types: BTreeMap::new(),
            structs: BTreeMap::new(),
            unions: BTreeMap::new(),
            values: BTreeMap::new(),
            users: BTreeMap::new(),
        };
        for file in std::iter::once(&plan.root).chain(&plan.parts) {
            side.add(file);
        }
        side
    }

    fn add(&mut self, file: &'a FilePlan) {
        let module = self.plan.is_in_module(file).then_some(&*file.stem);
        let feature = file.feature.as_ref().map(|feature| &*feature.name);
        for item in &file.items {
            self.types.insert(item.ident().as_str(), Home { item, module, feature });
            match item {
                Item::Struct(plan) => {
                    for field in &plan.fields {
                        if let Some(ident) = field.ty.own() {
                            self.users.entry(ident).or_insert((&plan.name, &field.key));
                        }
                    }
                    self.structs.insert(&plan.name, plan);
                }
                Item::Union(plan) => drop(self.unions.insert(&plan.name, plan)),
                Item::Enum(plan) => drop(plan.name.as_deref().map(|name| self.values.insert(name, plan))),
                // An enum that several fields share belongs to the first of them. An alias follows its model.
                Item::Alias(plan) => {
                    let user = self.users.get(plan.ident.as_str()).copied();
                    if let (Some(target), Some(user)) = (plan.target.own(), user) {
                        self.users.entry(target).or_insert(user);
                    }
                }
                Item::Opaque(_) => {}
            }
        }
    }

    pub(super) fn structure(&self, model: &ModelName) -> Option<&'a StructPlan> {
        self.structs.get(&*model.0).copied()
    }

    /// The name of the type of a model, if it has one of its own.
    pub(super) fn ident(&self, model: &ModelName) -> Option<&'a str> {
        let name = &*model.0;
        let ident = self.structs.get(name).map(|plan| &plan.ident);
        let ident = ident.or_else(|| self.unions.get(name).map(|plan| &plan.ident));
        ident.or_else(|| self.values.get(name).map(|plan| &plan.ident)).map(TypeIdent::as_str)
    }

    /// The model, and the key of the field, that a type was made for.
    pub(super) fn subject(&self, ident: &'a str) -> (&'a str, Option<&'a str>) {
        match self.types.get(ident).map(|home| home.item) {
            Some(Item::Struct(plan)) => (&plan.name, None),
            Some(Item::Union(plan)) => (&plan.name, None),
            Some(Item::Enum(EnumPlan { name: Some(name), .. })) => (name, None),
            _ => match self.users.get(ident) {
                Some((model, key)) => (model, Some(key)),
                None => (ident, None),
            },
        }
    }

    pub(super) fn model(&self, name: &str) -> Option<&'a Model> {
        self.schema.models.get(&ModelName(name.to_owned()))
    }

    /// Where the document describes a model or field.
    pub(super) fn origin(&self, model: &str, key: Option<&str>) -> Option<&'a Origin> {
        let model = self.model(model)?;
        let field = key.and_then(|key| field(model, key));
        Some(field.map_or(&model.origin, |field| &field.origin))
    }
}

/// The field with a key.
pub(super) fn field<'a>(model: &'a Model, key: &str) -> Option<&'a Field> {
    model.fields().iter().find(|field| field.wire.0 == key)
}
