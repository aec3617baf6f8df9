//! Finds models and fields by any of their names.

use crate::config::{ModulePlan, Plans};
use crate::diag::did_you_mean;
use crate::rust::plan::{FieldPlan, FilePlan, Item, StructPlan};
use crate::schema::{Field, Model, ModelName, folded};

/// A model, or a field of it.
pub(super) struct Subject<'a> {
    pub module: Option<&'a str>,
    pub plan: &'a ModulePlan,
    pub name: &'a ModelName,
    pub model: &'a Model,
    /// The position of the field.
    pub field: Option<usize>,
}

impl<'a> Subject<'a> {
    /// The type of the model and its file, if it has one.
    pub(super) fn item(&self) -> Option<(&'a FilePlan, &'a Item)> {
        let plan = &self.plan.planned.plan;
        let files = std::iter::once(&plan.root).chain(&plan.parts);
        files
            .flat_map(|file| file.items.iter().map(move |item| (file, item)))
            .find(|(_, item)| name_of(item) == Some(&self.name.0))
    }

    /// The struct of the model and the plan of a field.
    pub(super) fn field_plan(&self, key: &str) -> Option<(&'a StructPlan, &'a FieldPlan)> {
        let (_, Item::Struct(plan)) = self.item()? else { return None };
        Some((plan, plan.fields.iter().find(|field| field.key == key)?))
    }
}

/// The name in the documents of the model that a type is made of.
fn name_of(item: &Item) -> Option<&str> {
    match item {
        Item::Struct(plan) => Some(&plan.name),
        Item::Union(plan) => Some(&plan.name),
        Item::Enum(plan) => plan.name.as_deref(),
        Item::Alias(_) | Item::Opaque(_) => None,
    }
}

/// What has this name in any module: all that match it best.
pub(super) fn find<'a>(plans: &'a Plans, name: &str) -> Result<Vec<Subject<'a>>, String> {
    let found: Vec<Subject<'_>> =
        plans.iter().filter_map(|(module, plan)| within(module.as_deref(), plan, name)).collect();
    if found.is_empty() { Err(unknown(plans, name)) } else { Ok(found) }
}

/// A name can have dots itself, so each dot may be the one before the field.
fn within<'a>(module: Option<&'a str>, plan: &'a ModulePlan, name: &str) -> Option<Subject<'a>> {
    let name = match (module, name.rsplit_once("::")) {
        (Some(module), Some((before, bare))) if module == before => bare,
        (None, Some(_)) => return None,
        _ => name,
    };
    let of = |model: &str, field: Option<&str>| {
        let (name, model) = model_named(plan, model)?;
        let field = match field {
            Some(field) => Some(position(plan, name, model, field)?),
            None => None,
        };
        Some(Subject { module, plan, name, model, field })
    };
    let dots = name.match_indices('.').rev();
    of(name, None).or_else(|| {
        dots.map(|(at, _)| (&name[..at], &name[at + 1..])).find_map(|(model, field)| of(model, Some(field)))
    })
}

/// A model with this name in the documents or in Rust, or one that differs by case and separators alone.
fn model_named<'a>(plan: &'a ModulePlan, name: &str) -> Option<(&'a ModelName, &'a Model)> {
    let models = &plan.planned.outcome.schema.models;
    if let Some(found) = models.get_key_value(&ModelName(name.to_owned())) {
        return Some(found);
    }
    let files = std::iter::once(&plan.planned.plan.root).chain(&plan.planned.plan.parts);
    let item = files.flat_map(|file| &file.items).find(|item| item.ident().as_str() == name);
    let named = item.and_then(name_of).and_then(|name| models.get_key_value(&ModelName(name.to_owned())));
    named.or_else(|| models.iter().find(|(own, _)| folded(&own.0) == folded(name)))
}

fn position(plan: &ModulePlan, name: &ModelName, model: &Model, field: &str) -> Option<usize> {
    let subject = Subject { module: None, plan, name, model, field: None };
    let ident = |own: &Field| subject.field_plan(&own.wire.0).is_some_and(|(_, plan)| plan.ident.plain() == field);
    let fields = model.fields();
    let exact = fields.iter().position(|own| [&own.wire.0, &own.spelled, &own.plain].contains(&&field.to_owned()));
    exact
        .or_else(|| fields.iter().position(ident))
        .or_else(|| fields.iter().position(|own| folded(&own.wire.0) == folded(field)))
}

fn unknown(plans: &Plans, name: &str) -> String {
    let models = || plans.values().flat_map(|plan| plan.planned.outcome.schema.models.keys()).map(|name| &*name.0);
    let hint = |hint: Option<String>| hint.map(|hint| format!("; {hint}")).unwrap_or_default();
    let owner = name.split_once('.').and_then(|(model, field)| {
        let (name, model) = plans.values().find_map(|plan| model_named(plan, model))?;
        Some((name, model, field))
    });
    if let Some((owner, model, field)) = owner {
        let hint = hint(did_you_mean(field, model.fields().iter().map(|field| &*field.wire.0)));
        return format!("`{owner}` has no field `{field}`{hint}");
    }
    let model = name.split_once('.').map_or(name, |(model, _)| model);
    let hint = hint(did_you_mean(model, models()));
    format!("`{model}` is neither a model nor the code of a mistake{hint}")
}
