//! Which models are compared with which: those of a module with those of the same module, and those that moved to another
//! module with what they are there.

use std::collections::{BTreeMap, BTreeSet};

use super::index::Side;
use crate::config::Plans;
use crate::schema::{Model, ModelName, Schema, Shape};

/// The name of a module; none for the models that are in no module.
type Module = Option<String>;

/// The module of the models in both versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Modules<'a> {
    pub(super) old: &'a Module,
    pub(super) new: &'a Module,
}

/// Some models of both versions.
pub(super) struct Scope<'a> {
    pub(super) modules: Modules<'a>,
    /// The models of a module that are compared elsewhere, because they moved; for those that moved, these.
    old: BTreeSet<&'a ModelName>,
    new: BTreeSet<&'a ModelName>,
}

/// What has to be compared, in the order of the old modules.
pub(super) fn scopes<'a>(old: &'a Plans, new: &'a Plans) -> Vec<Scope<'a>> {
    let moved = moved(old, new);
    let mut scopes = Vec::new();
    for module in old.keys().chain(new.keys()).collect::<BTreeSet<&Module>>() {
        let names = |is_here: &dyn Fn(&Modules<'_>) -> bool| {
            moved.iter().filter(|(modules, _)| is_here(modules)).flat_map(|(_, names)| names.iter().copied()).collect()
        };
        let (away, here) = (names(&|modules| modules.old == module), names(&|modules| modules.new == module));
        scopes.push(Scope { modules: Modules { old: module, new: module }, old: away, new: here });
        for (modules, names) in moved.iter().filter(|(modules, _)| modules.old == module) {
            scopes.push(Scope { modules: *modules, old: names.clone(), new: names.clone() });
        }
    }
    scopes
}

/// The models that exactly one module lost and exactly one other gained, and that are alike.
fn moved<'a>(old: &'a Plans, new: &'a Plans) -> BTreeMap<Modules<'a>, BTreeSet<&'a ModelName>> {
    let gained = only_in(new, old);
    let mut moved: BTreeMap<Modules<'a>, BTreeSet<&'a ModelName>> = BTreeMap::new();
    for (name, lost) in only_in(old, new) {
        if let ([(from, was)], Some([(to, is)])) = (&*lost, gained.get(name).map(|models| &**models))
            && is_alike(was, is)
        {
            moved.entry(Modules { old: from, new: to }).or_default().insert(name);
        }
    }
    moved
}

/// A model, and the module that it is in.
type Place<'a> = (&'a Module, &'a Model);

/// The models that the same module of the other version does not have.
fn only_in<'a>(plans: &'a Plans, others: &Plans) -> BTreeMap<&'a ModelName, Vec<Place<'a>>> {
    let mut models: BTreeMap<&ModelName, Vec<Place<'_>>> = BTreeMap::new();
    for (module, plan) in plans {
        let other = others.get(module).map(|plan| plan.planned.wanted());
        for (name, model) in &plan.planned.wanted().models {
            if other.is_none_or(|other| !other.models.contains_key(name)) {
                models.entry(name).or_default().push((module, model));
            }
        }
    }
    models
}

/// Whether two models of one name can be the same: APIs have names in common.
fn is_alike(old: &Model, new: &Model) -> bool {
    match (&old.shape, &new.shape) {
        (Shape::Object(old), Shape::Object(new)) => {
            let has = |key: &str| new.iter().any(|field| field.wire.0 == key);
            old.is_empty() && new.is_empty() || old.iter().any(|field| has(&field.wire.0))
        }
        (old, new) => std::mem::discriminant(old) == std::mem::discriminant(new),
    }
}

impl Scope<'_> {
    fn is_of_moved(&self) -> bool {
        self.modules.old != self.modules.new
    }

    /// The models of the old version.
    pub(super) fn old_models<'s>(&self, schema: &'s Schema) -> BTreeMap<&'s ModelName, &'s Model> {
        schema.models.iter().filter(|(name, _)| self.old.contains(*name) == self.is_of_moved()).collect()
    }

    /// The models of the new version.
    pub(super) fn new_models<'s>(&self, schema: &'s Schema) -> BTreeMap<&'s ModelName, &'s Model> {
        schema.models.iter().filter(|(name, _)| self.new.contains(*name) == self.is_of_moved()).collect()
    }

    /// Whether a type of the old version is compared here: that of a model is with the model.
    pub(super) fn has_old(&self, side: &Side<'_>, ident: &str) -> bool {
        is_of(&self.old, side, ident) == self.is_of_moved()
    }

    /// The same for a type of the new version.
    pub(super) fn has_new(&self, side: &Side<'_>, ident: &str) -> bool {
        is_of(&self.new, side, ident) == self.is_of_moved()
    }

    /// Where a type was and is, from the parts of its module that it was and is in.
    pub(super) fn homes(&self, old: Option<&str>, new: Option<&str>) -> [Option<String>; 2] {
        let within = |module: &Module, part: Option<&str>| match (module, part) {
            (Some(module), Some(part)) if self.is_of_moved() => Some(format!("{module}::{part}")),
            (Some(module), None) if self.is_of_moved() => Some(module.clone()),
            (_, part) => part.map(str::to_owned),
        };
        [within(self.modules.old, old), within(self.modules.new, new)]
    }
}

/// Whether a type is made for one of these models.
fn is_of(models: &BTreeSet<&ModelName>, side: &Side<'_>, ident: &str) -> bool {
    let owner = side.types.get_key_value(ident).map(|(ident, _)| side.subject(ident).0);
    owner.is_some_and(|owner| models.contains(&ModelName(owner.to_owned())))
}
