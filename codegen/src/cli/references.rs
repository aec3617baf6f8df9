//! The models of a run, and which of them refers to which.

use std::collections::BTreeMap;

use crate::config::Plans;
use crate::rust::plan::{FilePlan, Item, RustType};
use crate::schema::{Model, ModelName, Schema, Shape, Type};

mod cycles;

/// The models of all modules, and the references between them. A model is its position in `nodes`.
pub(super) struct References<'a> {
    pub nodes: Vec<Node<'a>>,
    /// What each model refers to, in the order of its document.
    pub uses: Vec<Vec<Reference<'a>>>,
    /// The models that refer to each, in order, each once.
    pub used_by: Vec<Vec<usize>>,
    /// For each model that leads back to itself, a number that all models on its way have.
    pub cycles: Vec<Option<usize>>,
}

/// A model.
pub(super) struct Node<'a> {
    /// The module of its API.
    pub module: Option<&'a str>,
    pub name: &'a str,
    /// `None` if no document describes it.
    pub model: Option<&'a Model>,
    /// The type that it became; none for another name for a type, and for a model that the configuration replaces.
    pub home: Option<Home<'a>>,
}

/// A generated type and where it is.
#[derive(Clone, Copy)]
pub(super) struct Home<'a> {
    pub item: &'a Item,
    /// The module of its folder within that of the API.
    pub folder: Option<&'a str>,
}

/// A type that names a model.
pub(super) struct Reference<'a> {
    pub by: By<'a>,
    pub ty: &'a Type,
    /// What became of the type.
    pub rust: Option<&'a RustType>,
    /// The model.
    pub to: usize,
}

/// The part of a model that refers to another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum By<'a> {
    /// The field with this key.
    Field(&'a str),
    /// A member of a union.
    Member,
    /// The type that it is another name for.
    Alias,
    /// The values under additional keys.
    OtherKeys,
}

impl Node<'_> {
    /// The name that no other model has.
    pub(super) fn id(&self) -> String {
        match self.module {
            Some(module) => format!("{module}::{}", self.name),
            None => self.name.to_owned(),
        }
    }

    /// The type that it became, with its modules.
    pub(super) fn rust_path(&self) -> Option<String> {
        let Home { item, folder } = self.home?;
        let parts = [self.module, folder, Some(item.ident().as_str())];
        Some(parts.into_iter().flatten().collect::<Vec<_>>().join("::"))
    }
}

impl Reference<'_> {
    /// Whether the value is in a box of its own.
    pub(super) fn is_boxed(&self) -> bool {
        self.rust.is_some_and(is_boxed)
    }
}

/// Whether a value of the type is in a box.
pub(super) fn is_boxed(ty: &RustType) -> bool {
    match ty {
        RustType::Box(_) | RustType::Deep(_) => true,
        RustType::Option(item) | RustType::Patch(item) => is_boxed(item),
        _ => false,
    }
}

impl<'a> References<'a> {
    pub(super) fn new(plans: &'a Plans) -> Self {
        let mut references = Self { nodes: Vec::new(), uses: Vec::new(), used_by: Vec::new(), cycles: Vec::new() };
        for (module, part) in plans {
            let plan = &part.planned.plan;
            let mut homes = BTreeMap::new();
            for file in std::iter::once(&plan.root).chain(&plan.parts) {
                let folder = plan.is_in_module(file).then_some(&*file.stem);
                homes.extend(named(file).map(|(name, item)| (name, Home { item, folder })));
            }
            references.add(module.as_deref(), part.planned.wanted(), &homes);
        }
        references.used_by = inverted(&references.uses);
        let targets: Vec<Vec<usize>> =
            references.uses.iter().map(|uses| uses.iter().map(|reference| reference.to).collect()).collect();
        references.cycles = cycles::find(&targets);
        references
    }

    /// Adds the models of a module.
    fn add(&mut self, module: Option<&'a str>, schema: &'a Schema, homes: &BTreeMap<&str, Home<'a>>) {
        let mut known: BTreeMap<&'a ModelName, usize> = BTreeMap::new();
        let mut add = |nodes: &mut Vec<Node<'a>>, name: &'a ModelName, model| {
            *known.entry(name).or_insert_with(|| {
                nodes.push(Node { module, name: &name.0, model, home: homes.get(&*name.0).copied() });
                nodes.len() - 1
            })
        };
        for (name, model) in &schema.models {
            add(&mut self.nodes, name, Some(model));
        }
        for (name, model) in &schema.models {
            let home = homes.get(&*name.0).map(|home| home.item);
            let mut uses = Vec::new();
            for (idx, (by, ty)) in types(model).into_iter().enumerate() {
                if let Type::Model(target) = ty.innermost() {
                    let target_ident = homes.get(&*target.0).map(|home| home.item.ident().as_str());
                    let rust = home.and_then(|home| rust_type(home, by, idx, target_ident));
                    uses.push(Reference { by, ty, rust, to: add(&mut self.nodes, target, None) });
                }
            }
            self.uses.push(uses);
        }
        // Models without a document refer to nothing.
        self.uses.resize_with(self.nodes.len(), Vec::new);
    }

    /// Whether a reference is on a way from a model back to itself.
    pub(super) fn is_cyclic(&self, from: usize, to: usize) -> bool {
        self.cycles[from].is_some() && self.cycles[from] == self.cycles[to]
    }
}

/// The items of a file by the names of their models.
fn named(file: &FilePlan) -> impl Iterator<Item = (&str, &Item)> {
    file.items.iter().filter_map(|item| {
        let name = match item {
            Item::Struct(plan) => &*plan.name,
            Item::Union(plan) => &plan.name,
            Item::Enum(plan) => plan.name.as_deref()?,
            Item::Alias(_) | Item::Opaque(_) => return None,
        };
        Some((name, item))
    })
}

/// All types that a model names, and the part that names each.
fn types(model: &Model) -> Vec<(By<'_>, &Type)> {
    let mut types: Vec<(By<'_>, &Type)> = match &model.shape {
        Shape::Object(fields) => fields.iter().map(|field| (By::Field(&field.wire.0), &field.ty)).collect(),
        Shape::Union(union) => union.members.iter().map(|member| (By::Member, &member.ty)).collect(),
        Shape::Alias(ty) => vec![(By::Alias, ty)],
        Shape::Values { .. } => Vec::new(),
    };
    types.extend(model.other_keys.iter().map(|keys| (By::OtherKeys, &keys.ty)));
    types
}

/// What became of the type at a position.
fn rust_type<'a>(item: &'a Item, by: By<'_>, idx: usize, target: Option<&str>) -> Option<&'a RustType> {
    match (item, by) {
        (Item::Struct(plan), By::Field(_)) => plan.fields.get(idx).map(|field| &field.ty),
        (Item::Union(plan), By::Member) => {
            let is_target = |ty: &RustType| matches!(ty, RustType::Own(ident) if Some(ident.as_str()) == target);
            plan.cases.iter().find(|case| is_target(&case.value)).map(|case| &case.ty)
        }
        _ => None,
    }
}

fn inverted(uses: &[Vec<Reference<'_>>]) -> Vec<Vec<usize>> {
    let mut used_by: Vec<Vec<usize>> = vec![Vec::new(); uses.len()];
    for (from, references) in uses.iter().enumerate() {
        for reference in references {
            let sources = &mut used_by[reference.to];
            if sources.last() != Some(&from) {
                sources.push(from);
            }
        }
    }
    used_by
}
