//! Compares what documents say about JSON.

use super::change::Said;
use super::compare::{Comparison, note};
use super::pairs::{Match, ModelPair, Named};
use super::rules;
use super::types::{Relation, scalars};
use crate::schema::{Discriminator, Member, Model, OtherKeys, Shape, Union};

mod fields;
mod values;

pub(super) fn compare(comparison: &mut Comparison<'_>) {
    let pairs = comparison.pairs;
    for (name, model) in &pairs.removed {
        comparison.report(&rules::MODEL_REMOVED, (&name.0, None), model_said(model), Said::default());
    }
    for (name, model) in &pairs.added {
        comparison.report(&rules::MODEL_ADDED, (&name.0, None), Said::default(), model_said(model));
    }
    for pair in &pairs.both {
        compare_models(comparison, pair);
    }
}

fn model_said(model: &Model) -> Said {
    Said::new(kind(&model.shape), Some(&model.origin))
}

/// What a model is, in one phrase.
fn kind(shape: &Shape) -> String {
    match shape {
        Shape::Object(_) => "an object".to_owned(),
        Shape::Values { of, .. } => format!("values of {}", of.word()),
        Shape::Union(_) => "one of several types".to_owned(),
        Shape::Alias(ty) => format!("another name for {ty}"),
    }
}

fn compare_models<'a>(comparison: &mut Comparison<'a>, pair: &'a ModelPair<'a>) {
    let ModelPair { old: (name, old), new: (new_name, new), by } = pair;
    let (old, new): (&'a Model, &'a Model) = (old, new);
    let subject = (&*name.0, None);
    if *by != Match::Name {
        let said = (Said::new(&*name.0, Some(&old.origin)), Said::new(&*new_name.0, Some(&new.origin)));
        comparison.report_noted(&rules::MODEL_RENAMED, subject, said, note(by));
    }
    match (&old.shape, &new.shape) {
        (Shape::Object(_), Shape::Object(_)) => fields::compare(comparison, pair.old, pair.new),
        (Shape::Values { of: old_of, values }, Shape::Values { of: new_of, values: new_values }) => {
            let relation = scalars(*old_of, *new_of);
            let (old_said, new_said) =
                (Said::new(old_of.word(), Some(&old.origin)), Said::new(new_of.word(), Some(&new.origin)));
            report_relation(comparison, relation, subject, old_said, new_said);
            values::compare(comparison, subject, values, new_values);
        }
        (Shape::Union(old_union), Shape::Union(new_union)) => {
            compare_unions(comparison, (pair.old, old_union), (pair.new, new_union));
        }
        (Shape::Alias(old_ty), Shape::Alias(new_ty)) => {
            let relation = comparison.types().relation(old_ty, new_ty);
            let (old_said, new_said) =
                (Said::new(old_ty.to_string(), Some(&old.origin)), Said::new(new_ty.to_string(), Some(&new.origin)));
            report_relation(comparison, relation, subject, old_said, new_said);
        }
        _ => comparison.report(&rules::MODEL_KIND_CHANGED, subject, model_said(old), model_said(new)),
    }
    compare_other_keys(comparison, subject, old, new);
}

/// Reports how a type relates to an old one, unless it is the same.
fn report_relation(
    comparison: &mut Comparison<'_>,
    relation: Relation,
    subject: (&str, Option<&str>),
    old: Said,
    new: Said,
) {
    let rule = match relation {
        Relation::Same => return,
        Relation::Narrowed => &rules::TYPE_NARROWED,
        Relation::Widened => &rules::TYPE_WIDENED,
        Relation::Changed => &rules::TYPE_CHANGED,
    };
    comparison.report(rule, subject, old, new);
}

fn compare_unions<'a>(
    comparison: &mut Comparison<'a>,
    ((name, model), old): (Named<'a>, &'a Union),
    ((_, new_model), new): (Named<'a>, &'a Union),
) {
    let subject = (&*name.0, None);
    compare_members(comparison, subject, (model, old), (new_model, new));
    let (was, is) = (old.discriminator.as_ref(), new.discriminator.as_ref());
    let renamed = was.map(|was| renamed(was, comparison));
    if renamed.as_ref() != is {
        let said = |it: Option<&Discriminator>, model: &Model| Said {
            text: Some(it.map_or_else(|| "none".to_owned(), discriminator)),
            origin: Some(model.origin.clone()),
        };
        comparison.report(&rules::DISCRIMINATOR_CHANGED, subject, said(was, model), said(is, new_model));
    }
}

/// Compares the types of a union. A type that has become a wider or narrower one is neither new nor gone.
fn compare_members<'a>(
    comparison: &mut Comparison<'a>,
    subject: (&str, Option<&str>),
    (model, old): (&Model, &'a Union),
    (new_model, new): (&Model, &'a Union),
) {
    let types = comparison.types();
    let is_kept =
        |member: &&Member| new.members.iter().any(|other| types.relation(&member.ty, &other.ty) == Relation::Same);
    let is_old =
        |member: &&Member| old.members.iter().any(|other| types.relation(&other.ty, &member.ty) == Relation::Same);
    let mut added: Vec<&Member> = new.members.iter().filter(|member| !is_old(member)).collect();
    for member in old.members.iter().filter(|member| !is_kept(member)) {
        let said = Said::new(member.ty.to_string(), Some(&member.origin));
        let similar = added.iter().position(|other| types.relation(&member.ty, &other.ty) != Relation::Changed);
        if let Some(other) = similar.map(|position| added.remove(position)) {
            let relation = types.relation(&member.ty, &other.ty);
            let there = Said::new(other.ty.to_string(), Some(&other.origin));
            report_relation(comparison, relation, subject, said, there);
        } else {
            comparison.report(&rules::UNION_MEMBER_REMOVED, subject, said, Said::nothing(Some(&new_model.origin)));
        }
    }
    for member in added {
        let said = Said::new(member.ty.to_string(), Some(&member.origin));
        comparison.report(&rules::UNION_MEMBER_ADDED, subject, Said::nothing(Some(&model.origin)), said);
    }
}

/// A discriminator with the new names of models.
fn renamed(discriminator: &Discriminator, comparison: &Comparison<'_>) -> Discriminator {
    let mut renamed = discriminator.clone();
    for model in renamed.values.values_mut() {
        *model = comparison.pairs.new_name(model).clone();
    }
    renamed
}

fn discriminator(discriminator: &Discriminator) -> String {
    let values = discriminator.values.iter().map(|(value, model)| format!("{value} = {model}")).collect::<Vec<_>>();
    if values.is_empty() {
        discriminator.property.0.clone()
    } else {
        format!("{}: {}", discriminator.property, values.join(", "))
    }
}

fn compare_other_keys<'a>(
    comparison: &mut Comparison<'a>,
    subject: (&str, Option<&str>),
    old: &'a Model,
    new: &'a Model,
) {
    let is_same = match (&old.other_keys, &new.other_keys) {
        (Some(old), Some(new)) => comparison.types().relation(&old.ty, &new.ty) == Relation::Same,
        (None, None) => true,
        _ => false,
    };
    if is_same {
        return;
    }
    let said = |keys: &Option<OtherKeys>, model: &Model| match keys {
        Some(keys) => Said::new(keys.ty.to_string(), Some(&keys.origin)),
        None => Said::new("not stated", Some(&model.origin)),
    };
    let (old, new) = (said(&old.other_keys, old), said(&new.other_keys, new));
    comparison.report(&rules::ADDITIONAL_KEYS_CHANGED, subject, old, new);
}
