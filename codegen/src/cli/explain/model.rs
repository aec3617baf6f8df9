//! What is known of a model.

use super::facts::{Fact, Page, place};
use super::field::{assumptions, contradictions, fields, others, row};
use super::find::Subject;
use super::rust;
use crate::schema::{Model, ModelName, Schema, Shape, Type};

/// Everything that is known of a model.
pub(super) fn explain(subject: &Subject<'_>, root: &str) -> Page {
    let model = subject.model;
    let module = subject.module.map(|module| format!("{module}::")).unwrap_or_default();
    let mut page = Page {
        title: format!("{module}{}: {}", subject.name, shape(model)),
        text: model.description.clone(),
        ..Page::default()
    };
    page.add("In the documents", documents(subject));
    page.add("Fields", fields(subject, model));
    page.add("Members", members(subject));
    page.add("Assumed", assumptions(&model.assumed));
    page.add("Corrected", model.corrected.iter().map(|origin| row("", origin, subject)).collect());
    page.add("In other documents", others(subject, &model.merged.also));
    page.add("Contradictions", contradictions(subject, &model.merged.contradictions));
    page.add("Used by", users(subject));
    page.add("In Rust", rust::of_model(subject, root));
    page
}

fn shape(model: &Model) -> String {
    match &model.shape {
        Shape::Object(fields) if fields.len() == 1 => "an object with 1 field".to_owned(),
        Shape::Object(fields) => format!("an object with {} fields", fields.len()),
        Shape::Values { of, values } => format!("one of {} values, {}", values.known.len(), of.word()),
        Shape::Union(union) => format!("one of {} types", union.members.len()),
        Shape::Alias(ty) => format!("another name for {ty}"),
    }
}

fn documents(subject: &Subject<'_>) -> Vec<Fact> {
    let Subject { model, plan, .. } = subject;
    let mut facts = vec![row("heading", &model.origin, subject)];
    if let Some(dialect) = plan.planned.outcome.dialects.get(&*model.origin.path) {
        let about = crate::dialect::by_name(dialect).map(|dialect| dialect.about).unwrap_or_default();
        facts.push(Fact::new("dialect", *dialect).note(about));
    }
    if let Some(keys) = plan.planned.outcome.schema.keys.iter().find(|keys| is_of(&keys.api, model)) {
        facts.push(Fact::new("keys", keys.to_string()));
    }
    if let Shape::Values { values, .. } = &model.shape {
        facts.push(Fact::new("values", values.known.join(", ")).from(place(&values.origin, &plan.paths)));
    }
    if let Some(keys) = &model.other_keys {
        facts.push(Fact::new("any other key", keys.ty.to_string()).from(place(&keys.origin, &plan.paths)));
    }
    facts
}

/// Whether an API, which is called by its folders, has a model.
fn is_of(api: &str, model: &Model) -> bool {
    api.split(", ").any(|folder| model.origin.path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')))
}

fn members(subject: &Subject<'_>) -> Vec<Fact> {
    let Shape::Union(union) = &subject.model.shape else { return Vec::new() };
    let mut facts: Vec<Fact> = Vec::with_capacity(union.members.len() + 1);
    for member in &union.members {
        let values = union.discriminator.iter().flat_map(|it| &it.values);
        let tags: Vec<&str> =
            values.filter(|(_, model)| member.ty == Type::Model((*model).clone())).map(|(tag, _)| &**tag).collect();
        let selected = if tags.is_empty() { String::new() } else { format!("selected by {}", tags.join(", ")) };
        facts.push(Fact::new(member.ty.to_string(), selected).from(place(&member.origin, &subject.plan.paths)));
    }
    facts.extend(union.discriminator.as_ref().map(|it| Fact::new("discriminator", it.property.0.clone())));
    facts
}

/// At most this many users are shown.
const SHOWN: usize = 12;

/// The fields and models that name a model.
fn users(subject: &Subject<'_>) -> Vec<Fact> {
    let mut users = users_of(subject.name, &subject.plan.planned.outcome.schema);
    let more = users.len().saturating_sub(SHOWN);
    users.truncate(SHOWN);
    let mut facts: Vec<Fact> = users.into_iter().map(|(name, ty)| Fact::new(name, ty)).collect();
    if more > 0 {
        facts.push(Fact::new(format!("and {more} more"), ""));
    }
    facts
}

fn users_of(name: &ModelName, schema: &Schema) -> Vec<(String, String)> {
    let is_named = |ty: &Type| matches!(ty.innermost(), Type::Model(named) if named == name);
    let mut users = Vec::new();
    for (user, model) in &schema.models {
        let fields = model.fields().iter().filter(|field| is_named(&field.ty));
        users.extend(fields.map(|field| (format!("{user}.{}", field.wire), field.ty.to_string())));
        if model.fields().is_empty() && model.types().any(|(ty, _)| is_named(ty)) {
            users.push((user.0.clone(), "names it".to_owned()));
        }
    }
    users
}
