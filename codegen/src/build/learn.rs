//! Compares samples with the schema.
//!
//! Documents say what an API promises, samples what it does. Nothing of what is found here changes the schema: each
//! difference comes with a row for `CORRECTIONS.md`, which a person takes or leaves. The keys that samples have are
//! evidence for the stage [`keys`](super::keys).
//!
//! No value of a sample gets into a message, a row or the schema, unless it is a value of a list of allowed values.

use std::collections::BTreeMap;

use crate::diag::{Message, Sink, Subject, codes, did_you_mean};
use crate::read::calls::CallDoc;
use crate::read::samples::Samples;
use crate::read::samples::json::{Json, Value};
use crate::schema::{Assumption, Model, ModelName, Schema, Type, WireName, folded};
use crate::source::{Origin, Sources};
use differences::Maker;
use report::{Bodies, Coverage};
use targets::{Target, Targets, unwrapped};
use walk::{Finder, Walk};

pub(crate) use report::{Difference, Findings};
pub(crate) use targets::Envelope;

pub mod report;

mod choose;
mod differences;
mod scalars;
mod shown;
mod targets;
mod walk;

/// What samples are compared with.
#[derive(Clone, Copy)]
pub(crate) struct Learning<'a> {
    /// The bodies.
    pub samples: &'a Samples,
    /// The documented calls.
    pub calls: &'a [CallDoc],
    /// What the bodies are wrapped in.
    pub envelopes: &'a [Envelope],
    /// The documents and samples.
    pub sources: &'a Sources,
}

/// A key that samples have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Observed {
    /// The model whose objects have it.
    pub model: ModelName,
    /// The key.
    pub key: String,
    /// How many objects have it.
    pub count: usize,
    /// Where the first sample has it.
    pub first: Origin,
}

/// A part of a body with its type.
struct Part<'a> {
    body: usize,
    ty: Type,
    json: &'a Json,
}

/// The parts of all bodies, and what has none.
#[derive(Default)]
struct Parts<'a> {
    all: Vec<Part<'a>>,
    bodies: Bodies,
    /// The bodies whose file names no model, with the name.
    nameless: Vec<(usize, String)>,
    /// The bodies whose call has no page.
    unmatched: Vec<usize>,
}

/// The keys that samples have, by model and key. The keys of the schema may still be guesses: a field is found by its
/// key in any case.
pub(crate) fn observe(learning: Learning<'_>, schema: &Schema) -> Vec<Observed> {
    if learning.samples.bodies.is_empty() {
        return Vec::new();
    }
    let parts = learning.parts(schema);
    let walk = parts.walk(schema);
    let origin = |place: walk::Place| learning.samples.bodies[place.body].origin(place.at, learning.sources);
    let mut observed = Vec::new();
    for (name, shown) in &walk.models {
        let fields = schema.models.get(name).map(Model::fields).unwrap_or_default();
        let mut keys: Vec<(&str, walk::Seen)> =
            shown.fields.iter().map(|(idx, field)| (&*fields[*idx].wire.0, field.keys)).collect();
        keys.extend(shown.unknown.iter().map(|(key, shown)| (*key, shown.keys)));
        keys.sort_by_key(|(key, _)| *key);
        for (key, seen) in keys.into_iter().filter(|(_, seen)| seen.count > 0) {
            let (model, key, first) = ((*name).clone(), key.to_owned(), origin(seen.first));
            observed.push(Observed { model, key, count: seen.count, first });
        }
    }
    observed
}

/// Settles the keys that a rule made of names: samples outweigh every rule. A field whose key samples have in one
/// spelling only gets it.
pub(crate) fn settle_keys(observed: &[Observed], schema: &mut Schema) {
    let mut spellings: BTreeMap<(&ModelName, String), Vec<&Observed>> = BTreeMap::new();
    for key in observed {
        spellings.entry((&key.model, folded(&key.key))).or_default().push(key);
    }
    for ((model, name), keys) in spellings {
        let [key] = keys[..] else { continue };
        let fields = schema.models.get_mut(model).and_then(Model::fields_mut);
        let mut alike = fields.into_iter().flatten().filter(|field| folded(&field.wire.0) == name);
        if let (Some(field), None) = (alike.next(), alike.next())
            && field.assumed.contains(&Assumption::WireNameByRule)
        {
            field.wire = WireName(key.key.clone());
            field.key_named = Some(key.first.clone());
            field.assumed.retain(|assumption| *assumption != Assumption::WireNameByRule);
        }
    }
}

/// Compares all samples with a corrected schema, and reports where they differ.
pub(crate) fn learn(learning: Learning<'_>, schema: &Schema, sink: &mut Sink) -> Findings {
    if learning.samples.bodies.is_empty() {
        let unseen_models = schema.models.keys().map(|name| name.0.clone()).collect();
        let coverage = Coverage { unseen_models, ..Coverage::default() };
        return Findings { coverage, bodies: learning.other_bodies(), ..Findings::default() };
    }
    let parts = learning.parts(schema);
    learning.report_lost(&parts, schema, sink);
    let walk = parts.walk(schema);
    let maker =
        Maker { schema, finder: Finder::new(schema), bodies: &learning.samples.bodies, sources: learning.sources };
    if let Some((origin, message)) = maker.unfit_bodies(&walk.whole) {
        sink.report(&codes::UNFIT_SAMPLE, origin, message);
    }
    let differences: Vec<Difference> =
        walk.models.iter().flat_map(|(name, shown)| maker.of_model(name, shown)).collect();
    for difference in &differences {
        let row = difference.row.as_ref().map(|row| format!("the correction is {row}"));
        let message = Message::new(&*difference.message).hint(row);
        let subject = Subject { models: vec![difference.model.clone()], field: difference.field.clone() };
        sink.report_of(subject, &codes::SAMPLE_DIFFERS, difference.first.clone(), message);
    }
    let coverage = coverage(schema, &walk);
    Findings { differences, coverage, bodies: parts.bodies }
}

impl<'a> Learning<'a> {
    /// The numbers of bodies that are not compared.
    fn other_bodies(&self) -> Bodies {
        Bodies { others: self.samples.other_calls, ..Bodies::default() }
    }

    fn parts(&self, schema: &Schema) -> Parts<'a> {
        let targets = Targets::new(schema, self.calls, self.sources);
        let mut parts = Parts { bodies: self.other_bodies(), ..Parts::default() };
        for (idx, body) in self.samples.bodies.iter().enumerate() {
            match targets.of(body) {
                Target::Type(ty) => parts.add(idx, &ty, &body.json, self.envelopes, schema),
                Target::NoModel(name) => parts.nameless.push((idx, name)),
                Target::NoCall => parts.unmatched.push(idx),
                Target::Untyped => parts.bodies.untyped += 1,
            }
        }
        parts.bodies.no_model = parts.nameless.len();
        parts.bodies.unmatched = parts.unmatched.len();
        parts
    }

    /// Reports the bodies that nothing was compared with.
    fn report_lost(&self, parts: &Parts<'_>, schema: &Schema, sink: &mut Sink) {
        let bodies = &self.samples.bodies;
        for (idx, name) in &parts.nameless {
            // That its document could not be read is reported.
            if sink.is_about(name, None) {
                continue;
            }
            let hint = did_you_mean(name, schema.models.keys().map(|name| &*name.0));
            let message = Message::new(format!("no document describes a model `{name}`")).hint(hint);
            sink.report(&codes::UNKNOWN_SAMPLE, bodies[*idx].origin(bodies[*idx].json.at, self.sources), message);
        }
        let mut rest = parts.unmatched.as_slice();
        while let Some(first) = rest.first() {
            let file = bodies[*first].file;
            let count = rest.iter().take_while(|idx| bodies[**idx].file == file).count();
            let all = bodies.iter().filter(|body| body.file == file).count();
            let message = format!("{count} of {all} recorded bodies are of calls that have no page");
            sink.report(&codes::UNMATCHED_CALLS, bodies[*first].origin(0, self.sources), message);
            rest = &rest[count..];
        }
    }
}

impl<'a> Parts<'a> {
    fn walk<'s>(&'s self, schema: &'s Schema) -> Walk<'s> {
        let mut walk = Walk::new(schema);
        for part in &self.all {
            walk.body(part.body, &part.ty, part.json);
        }
        walk
    }

    /// A body, or what is in its envelope. A list is samples of its items, unless its type is a list.
    fn add(&mut self, body: usize, ty: &Type, json: &'a Json, envelopes: &[Envelope], schema: &Schema) {
        self.bodies.compared += 1;
        for part in unwrapped(json, ty, envelopes) {
            let is_list = matches!(part.value, Value::List(_)) && matches!(ty, Type::Model(_));
            let has_items = is_list && !targets::takes_lists(schema, ty, choose::MAX_HOPS);
            let values = if has_items { part.items() } else { std::slice::from_ref(part) };
            self.all.extend(values.iter().map(|json| Part { body, ty: ty.clone(), json }));
        }
    }
}

fn coverage(schema: &Schema, walk: &Walk<'_>) -> Coverage {
    let mut coverage = Coverage::default();
    for (name, model) in &schema.models {
        let Some(shown) = walk.models.get(name) else {
            coverage.unseen_models.push(name.0.clone());
            continue;
        };
        coverage.models += 1;
        for (idx, field) in model.fields().iter().enumerate() {
            let is_seen = |shown: &walk::FieldShown<'_>| shown.keys.count > 0 || !shown.spellings.is_empty();
            if shown.fields.get(&idx).is_some_and(is_seen) {
                coverage.fields += 1;
            } else {
                coverage.unseen_fields.push((name.0.clone(), field.spelled.clone()));
            }
        }
    }
    coverage
}
