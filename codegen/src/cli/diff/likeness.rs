//! Models and fields that probably got another name. What is found is a guess, so it is always reported as one.

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use heck::ToSnakeCase;

use super::pairs::Named;
use crate::schema::{Field, Model, Shape, folded};

/// Two things that are probably one.
pub(super) struct Likeness<T> {
    pub(super) old: T,
    pub(super) new: T,
    /// What they have in common.
    pub(super) why: String,
}

/// A possible match of the things at two positions.
struct Candidate {
    old: usize,
    new: usize,
    score: f64,
    why: String,
}

/// The least score of a match.
const ENOUGH: f64 = 0.65;
/// What more new models have is not a sign of any of them: an id, a link to itself.
const COMMON: usize = 50;
/// Fewer parts are in common by coincidence.
const FEW: usize = 3;
/// As many parts in common are no coincidence.
const MANY: usize = 4;

/// The models that are probably the same. Each is in at most one match, the best one.
pub(super) fn models<'a>(removed: &[Named<'a>], added: &[Named<'a>]) -> Vec<Likeness<Named<'a>>> {
    let parts: Vec<BTreeSet<String>> = added.iter().map(|(_, model)| parts(model)).collect();
    let mut having: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (idx, parts) in parts.iter().enumerate() {
        for part in parts {
            having.entry(part).or_default().push(idx);
        }
    }
    let mut candidates = Vec::new();
    for (old, model) in removed.iter().enumerate() {
        let own = self::parts(model.1);
        let telling = own.iter().filter_map(|part| having.get(&**part)).filter(|models| models.len() <= COMMON);
        let possible: BTreeSet<usize> = telling.flatten().copied().collect();
        for new in possible {
            let candidate = compare_models((*model, &own), (added[new], &parts[new]));
            candidates.extend(candidate.map(|(score, why)| Candidate { old, new, score, why }));
        }
    }
    best(candidates, removed, added)
}

fn compare_models(
    (old, old_parts): (Named<'_>, &BTreeSet<String>),
    (new, new_parts): (Named<'_>, &BTreeSet<String>),
) -> Option<(f64, String)> {
    let shared = old_parts.intersection(new_parts).count();
    let all = old_parts.union(new_parts).count();
    let overlap = share(shared, all);
    let names = similarity(&old.0.0, &new.0.0);
    let is_described = old.1.description.is_some() && old.1.description == new.1.description;
    // Few parts in common are a coincidence, unless the names are alike, too; and so are many, if the names have nothing in
    // common.
    let least = if shared < FEW { 0.5 } else { 0.3 };
    if overlap < 0.5 || names < least && !is_described {
        return None;
    }
    let bonus = if is_described { 0.3 } else { 0.0 } + if shared >= MANY { 0.1 } else { 0.0 };
    let score = overlap * 0.6 + names * 0.4 + bonus;
    let of = old_parts.len();
    let what = match &old.1.shape {
        Shape::Object(_) => "fields",
        Shape::Values { .. } => "values",
        Shape::Union(_) | Shape::Alias(_) => "types",
    };
    let described = if is_described { " and its description" } else { "" };
    Some((score, format!("a guess: {shared} of {of} {what}{described} are the same")))
}

/// What distinguishes a model from others: its keys, values or types.
fn parts(model: &Model) -> BTreeSet<String> {
    match &model.shape {
        Shape::Object(fields) => fields.iter().map(|field| folded(&field.wire.0)).collect(),
        Shape::Values { values, .. } => values.known.iter().map(|value| format!("={value}")).collect(),
        Shape::Union(union) => union.members.iter().map(|member| format!("|{}", member.ty)).collect(),
        Shape::Alias(ty) => BTreeSet::from([format!(":{ty}")]),
    }
}

/// The fields that are probably the same. Each side has its unmatched fields and all of its fields.
pub(super) fn fields<'a>(
    (removed, old): (&[&'a Field], &[Field]),
    (added, new): (&[&'a Field], &[Field]),
    is_same_type: impl Fn(&Field, &Field) -> bool,
) -> Vec<Likeness<&'a Field>> {
    let position = |all: &[Field], field: &Field| all.iter().position(|other| other.wire == field.wire);
    let mut candidates = Vec::new();
    for (old_idx, field) in removed.iter().enumerate() {
        for (new_idx, other) in added.iter().enumerate() {
            let is_in_place = position(old, field) == position(new, other);
            if let Some((score, why)) = compare_fields(field, other, is_in_place).filter(|_| is_same_type(field, other))
            {
                candidates.push(Candidate { old: old_idx, new: new_idx, score, why });
            }
        }
    }
    best(candidates, removed, added)
}

fn compare_fields(old: &Field, new: &Field, is_in_place: bool) -> Option<(f64, String)> {
    let is_described = old.description.is_some() && old.description == new.description;
    let names = similarity(&old.plain, &new.plain);
    let mut common = vec!["the type"];
    common.extend(is_described.then_some("the description"));
    common.extend(is_in_place.then_some("the place"));
    common.extend((names >= 0.5).then_some("a part of the name"));
    if common.len() < 3 {
        return None;
    }
    let score = names * 0.5 + if is_described { 0.5 } else { 0.0 } + if is_in_place { 0.2 } else { 0.0 };
    Some((score, format!("a guess: {} are the same", listed(&common))))
}

fn listed(parts: &[&str]) -> String {
    match parts {
        [before @ .., last] if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => parts.concat(),
    }
}

/// The best matches in which each thing is at most once.
fn best<T: Copy>(mut candidates: Vec<Candidate>, old: &[T], new: &[T]) -> Vec<Likeness<T>> {
    candidates.retain(|candidate| candidate.score >= ENOUGH);
    candidates.sort_by(|a, b| b.score.partial_cmp(&a.score).unwrap_or(Ordering::Equal));
    let (mut old_taken, mut new_taken) = (BTreeSet::new(), BTreeSet::new());
    let mut found = Vec::new();
    for candidate in candidates {
        if !old_taken.contains(&candidate.old) && !new_taken.contains(&candidate.new) {
            old_taken.insert(candidate.old);
            new_taken.insert(candidate.new);
            found.push(Likeness { old: old[candidate.old], new: new[candidate.new], why: candidate.why });
        }
    }
    found
}

/// How similar two names are, from 0 to 1: by their words or by their letters.
fn similarity(a: &str, b: &str) -> f64 {
    let (a, b) = (a.to_snake_case(), b.to_snake_case());
    let (left, right): (BTreeSet<&str>, BTreeSet<&str>) = (a.split('_').collect(), b.split('_').collect());
    let words = share(left.intersection(&right).count(), left.len().min(right.len())) * 0.9;
    strsim::normalized_levenshtein(&a, &b).max(words)
}

#[allow(clippy::cast_precision_loss, reason = "models have few parts")]
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
