//! Merges what several documents say about one model: the SDKs of one API know different things about it.
//!
//! Python's documents tell a day from a day and time, Rust's how wide an integer is, Java's the exact keys
//! and the known values. [`apis`] says which documents describe one API. Of the documents of a model the
//! first one leads: by the order of [`Config::same_api`](crate::Config::same_api), or else of the folders'
//! names. The rules are
//!
//! - models are the same if their names are, up to case and separators where that is unambiguous; fields if
//!   their keys are, likewise if one of the keys is only assumed;
//! - what one document knows and another cannot say, or only assumes, is a fact ([`types`] has the order of
//!   types); where it is not the leading document that knows it, the schema says where it is from;
//! - what only one document has, a model, a field, a known value, is kept: SDKs are of different age;
//! - of facts that cannot both be true, the one counts that takes more: the wider type, `optional`. If neither
//!   does, the leading document counts. The contradiction is reported, unless a correction settles it.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use crate::build::lower::Lowered;
use crate::diag::{Sink, codes};
use crate::schema::{Contradiction, Fact, Merged, Model, ModelName, Schema, Shape, Type, Union, folded};

pub(crate) mod apis;
pub mod report;
pub(crate) mod types;

mod fields;
mod models;

use apis::{Apis, Place};
use report::Report;
use types::Stands;

/// Makes the schema of the models of single documents, and tells of each API with several SDKs what the
/// documents gave to each other. Of two documents of one model in one SDK the first in path order counts.
pub(crate) fn merge(mut lowered: Vec<Lowered>, apis: &Apis<'_>, sink: &mut Sink) -> (Schema, Vec<Report>) {
    let places: Vec<Option<Place>> = lowered.iter().map(|it| apis.place(it.file)).collect();
    let names = Names::new(&lowered, &places);
    for (it, place) in lowered.iter_mut().zip(&places) {
        names.rename(it, place.as_ref());
    }
    let mut order: Vec<usize> = (0..lowered.len()).collect();
    order.sort_by(|a, b| places[*a].cmp(&places[*b]));
    let known = Known::new(order.iter().map(|idx| &lowered[*idx]));

    let mut schema = Schema::new();
    let mut described: BTreeMap<&ModelName, Vec<usize>> = BTreeMap::new();
    for idx in order {
        let Lowered { name, model, .. } = &lowered[idx];
        match schema.models.entry(name.clone()) {
            Entry::Vacant(entry) => {
                entry.insert(model.clone());
            }
            Entry::Occupied(mut entry) => {
                let others = described.get(name).into_iter().flatten();
                match others.copied().find(|other| !Place::may_merge(places[*other].as_ref(), places[idx].as_ref())) {
                    Some(other) => {
                        report_twice(name, model, &lowered[other].model, sink);
                        continue;
                    }
                    None => models::merge(entry.get_mut(), name, model, &known),
                }
            }
        }
        described.entry(name).or_default().push(idx);
    }
    let reports = report::reports(&lowered, &places, &schema);
    (schema, reports)
}

/// Reports the contradictions that no correction settled.
pub(crate) fn check(schema: &Schema, sink: &mut Sink) {
    let mut report = |of: String, merged: &Merged| {
        for Contradiction { fact, taken, left } in &merged.contradictions {
            let (path, line) = (&taken.origin.path, taken.origin.line);
            let is = if matches!(fact, Fact::Constraints | Fact::Values) { "are" } else { "is" };
            let (fact, here, there) = (fact.word(), &left.text, &taken.text);
            let message =
                format!("the {fact} of `{of}` {is} `{here}` here and `{there}` in {path}:{line}, which counts");
            sink.report(&codes::CONTRADICTION, left.origin.clone(), message);
        }
    };
    for (name, model) in &schema.models {
        report(name.0.clone(), &model.merged);
        for field in model.fields() {
            report(format!("{name}.{}", field.spelled), &field.merged);
        }
    }
}

fn report_twice(name: &ModelName, second: &Model, first: &Model, sink: &mut Sink) {
    let same = models::says_the_same(first, second);
    let code = if same { &codes::SAME_MODEL_TWICE } else { &codes::DUPLICATE_MODEL };
    let says = if same { "says the same about it" } else { "says something else about it" };
    let (path, line) = (&first.origin.path, first.origin.line);
    let message = format!("`{name}` is described in {path}:{line} already, which {says}");
    sink.report(code, second.origin.clone(), message);
}

/// What the names of models stand for.
struct Known<'a>(BTreeMap<&'a ModelName, Stands<'a>>);

impl<'a> Known<'a> {
    /// Of several documents of a model the first one counts that says anything.
    fn new(lowered: impl Iterator<Item = &'a Lowered>) -> Self {
        let mut known = BTreeMap::new();
        for Lowered { name, model, .. } in lowered {
            let stands = Stands::of(&model.shape);
            known.entry(name).and_modify(|it| *it = if *it == Stands::ANY { stands } else { *it }).or_insert(stands);
        }
        Self(known)
    }

    fn stands(&self, name: &ModelName) -> Option<Stands<'a>> {
        self.0.get(name).copied()
    }
}

/// The models of an API whose names differ by case and separators: the name that counts by every spelling.
struct Names(BTreeMap<String, BTreeMap<String, ModelName>>);

impl Names {
    fn new(lowered: &[Lowered], places: &[Option<Place>]) -> Self {
        let mut spellings: BTreeMap<(&str, String), BTreeSet<(&Place, &ModelName)>> = BTreeMap::new();
        for (it, place) in lowered.iter().zip(places) {
            let Some(place) = place else { continue };
            for name in std::iter::once(&it.name).chain(it.model.models().map(|(name, _)| name)) {
                spellings.entry((&place.api, folded(&name.0))).or_default().insert((place, name));
            }
        }
        let mut names: BTreeMap<String, BTreeMap<String, ModelName>> = BTreeMap::new();
        for ((api, folded), spelled) in spellings {
            let sdks: BTreeSet<&Place> = spelled.iter().map(|it| it.0).collect();
            if let Some((_, first)) = spelled.first().filter(|_| sdks.len() == spelled.len()) {
                names.entry(api.to_owned()).or_default().insert(folded, (*first).clone());
            }
        }
        Self(names)
    }

    /// Gives a model, and the models that it names, the names that count.
    fn rename(&self, lowered: &mut Lowered, place: Option<&Place>) {
        let Some(names) = place.and_then(|it| self.0.get(&it.api)) else { return };
        let rename = |name: &mut ModelName| {
            if let Some(counts) = names.get(&folded(&name.0)) {
                name.clone_from(counts);
            }
        };
        rename(&mut lowered.name);
        let model = &mut lowered.model;
        for ty in model.types_mut() {
            if let Type::Model(name) = ty.innermost_mut() {
                rename(name);
            }
        }
        if let Shape::Union(Union { discriminator: Some(discriminator), .. }) = &mut model.shape {
            discriminator.values.values_mut().for_each(rename);
        }
    }
}
