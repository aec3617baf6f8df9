//! Merges what several documents say about a model: the SDKs of one API know different facts about it.
//!
//! The documents for Python distinguish a date from a date with a time, those for Rust have the widths of integers,
//! those for Java the exact keys and the allowed values. [`apis`] determines which documents describe the same API.
//! [`Config::same_api`](crate::Config::same_api) has the rules for users. In their terms:
//!
//! - A fact that one document states, and another cannot express or only assumes, is learned: the schema records where
//!   it is from, unless it is from the leading document. [`types`] has the order of types.
//! - Facts that cannot both be true are a contradiction. It is reported by [`check`], after corrections have settled
//!   some of them.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use crate::build::lower::Lowered;
use crate::diag::{Message, Sink, Subject, codes};
use crate::schema::{Contradiction, Fact, Merged, Model, ModelName, Schema, Shape, Type, Union, folded};

pub(crate) mod apis;
pub mod report;
pub(crate) mod types;

mod fields;
mod models;

use apis::{Apis, Sdk};
use report::Report;
use types::Meaning;

/// Makes a schema of the models of single documents, and a report for each API with several SDKs. Of two documents of
/// the same model in one SDK, the first in path order counts.
pub(crate) fn merge(mut lowered: Vec<Lowered>, apis: &Apis<'_>, sink: &mut Sink) -> (Schema, Vec<Report>) {
    let sdks: Vec<Option<Sdk>> = lowered.iter().map(|lowered| apis.sdk(lowered.file)).collect();
    if is_apart(&lowered, &sdks) {
        let models = lowered.into_iter().map(|Lowered { name, model, .. }| (name, model)).collect();
        return (Schema { models, ..Schema::new() }, Vec::new());
    }
    let names = Names::new(&lowered, &sdks);
    for (lowered, sdk) in lowered.iter_mut().zip(&sdks) {
        names.rename(lowered, sdk.as_ref());
    }
    let mut order: Vec<usize> = (0..lowered.len()).collect();
    order.sort_by(|a, b| sdks[*a].cmp(&sdks[*b]));
    let known = Meanings::new(order.iter().map(|idx| &lowered[*idx]));

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
                match others.copied().find(|other| !Sdk::may_merge(sdks[*other].as_ref(), sdks[idx].as_ref())) {
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
    let reports = report::reports(&lowered, &sdks, &schema);
    (schema, reports)
}

/// Whether there is nothing to merge: each model has one document, and each API one SDK.
fn is_apart(lowered: &[Lowered], sdks: &[Option<Sdk>]) -> bool {
    let names: BTreeSet<&ModelName> = lowered.iter().map(|lowered| &lowered.name).collect();
    let sdks: BTreeSet<&Sdk> = sdks.iter().flatten().collect();
    let apis: BTreeSet<&str> = sdks.iter().map(|sdk| &*sdk.api).collect();
    names.len() == lowered.len() && apis.len() == sdks.len()
}

/// Reports the contradictions that no correction settled.
pub(crate) fn check(schema: &Schema, apis: &Apis<'_>, sink: &mut Sink) {
    let reasons = apis.reasons();
    for (name, model) in &schema.models {
        report_contradictions(name, None, &model.merged, &reasons, sink);
        for field in model.fields() {
            report_contradictions(name, Some(&field.spelled), &field.merged, &reasons, sink);
        }
    }
}

fn report_contradictions(
    model: &ModelName,
    field: Option<&str>,
    merged: &Merged,
    reasons: &BTreeMap<&str, &str>,
    sink: &mut Sink,
) {
    for Contradiction { fact, taken, left } in &merged.contradictions {
        let of = field.map_or_else(|| model.to_string(), |field| format!("{model}.{field}"));
        let is = if matches!(fact, Fact::Constraints | Fact::Values) { "are" } else { "is" };
        let (fact, here, there) = (fact.word(), &left.text, &taken.text);
        let mut message =
            format!("the {fact} of `{of}` {is} `{here}` here and `{there}` in another document, which counts");
        if let Some(reason) = reasons.get(&*left.origin.path) {
            message.extend(["; the two are merged ", reason]);
        }
        let subject = Subject { models: vec![model.0.clone()], field: field.map(str::to_owned) };
        let message = Message::new(message).related(taken.origin.clone(), "what counts");
        sink.report_of(subject, &codes::CONTRADICTION, left.origin.clone(), message);
    }
}

fn report_twice(name: &ModelName, second: &Model, first: &Model, sink: &mut Sink) {
    let same = models::says_the_same(first, second);
    let code = if same { &codes::SAME_MODEL_TWICE } else { &codes::DUPLICATE_MODEL };
    let says = if same { "the same" } else { "something different" };
    let message = Message::new(format!("`{name}` is already described by another document, which says {says}"));
    let message = message.related(first.origin.clone(), "the first description");
    sink.report_of(Subject::of_model(&*name.0), code, second.origin.clone(), message);
}

/// What the names of models mean.
struct Meanings<'a>(BTreeMap<&'a ModelName, Meaning<'a>>);

impl<'a> Meanings<'a> {
    /// Of several documents of a model, the first one counts that does not leave it open.
    fn new(lowered: impl Iterator<Item = &'a Lowered>) -> Self {
        let mut meanings: BTreeMap<&ModelName, Meaning<'a>> = BTreeMap::new();
        for Lowered { name, model, .. } in lowered {
            let meaning = meanings.entry(name).or_insert(Meaning::ANY);
            if *meaning == Meaning::ANY {
                *meaning = Meaning::of(&model.shape);
            }
        }
        Self(meanings)
    }

    fn of(&self, name: &ModelName) -> Option<Meaning<'a>> {
        self.0.get(name).copied()
    }
}

/// The names of models that SDKs spell differently: by API and folded name, the spelling that counts.
struct Names(BTreeMap<String, BTreeMap<String, ModelName>>);

impl Names {
    /// The spelling of the leading SDK counts, unless one SDK has two models whose names are the same when folded.
    fn new(lowered: &[Lowered], sdks: &[Option<Sdk>]) -> Self {
        let mut spellings: BTreeMap<(&str, String), BTreeSet<(&Sdk, &ModelName)>> = BTreeMap::new();
        for (lowered, sdk) in lowered.iter().zip(sdks) {
            let Some(sdk) = sdk else { continue };
            let named = lowered.model.models().map(|(name, _)| name);
            for name in std::iter::once(&lowered.name).chain(named) {
                spellings.entry((&sdk.api, folded(&name.0))).or_default().insert((sdk, name));
            }
        }
        let mut names: BTreeMap<String, BTreeMap<String, ModelName>> = BTreeMap::new();
        for ((api, folded), spelled) in spellings {
            let sdks: BTreeSet<&Sdk> = spelled.iter().map(|(sdk, _)| *sdk).collect();
            if let Some((_, first)) = spelled.first().filter(|_| sdks.len() == spelled.len()) {
                names.entry(api.to_owned()).or_default().insert(folded, (*first).clone());
            }
        }
        Self(names)
    }

    /// Renames a model and the models that it names to the spellings that count.
    fn rename(&self, lowered: &mut Lowered, sdk: Option<&Sdk>) {
        let Some(names) = sdk.and_then(|sdk| self.0.get(&sdk.api)) else { return };
        let rename = |name: &mut ModelName| {
            if let Some(counts) = names.get(&folded(&name.0)) {
                name.clone_from(counts);
            }
        };
        rename(&mut lowered.name);
        let model = &mut lowered.model;
        for (ty, _) in model.types_mut() {
            if let Type::Model(name) = ty.innermost_mut() {
                rename(name);
            }
        }
        if let Shape::Union(Union { discriminator: Some(discriminator), .. }) = &mut model.shape {
            discriminator.values.values_mut().for_each(rename);
        }
    }
}
