//! The whole program on one screen: [`compile`] and its result.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::PathBuf;
use std::sync::Arc;

use crate::build::keys::Keys;
use crate::build::learn::{Findings, Learning};
use crate::build::merge::apis::Apis;
use crate::build::merge::report::Report;
use crate::build::{aliases, corrections, infer, learn, lower, merge, prune, resolve, unique};
use crate::config::Config;
use crate::diag::{Diagnostic, Level, Sink, codes};
use crate::dialect::Dialect;
use crate::read::doc::ModelDoc;
use crate::read::inventory;
use crate::read::model::PageDoc;
use crate::read::page::Page;
use crate::read::records::Records;
use crate::read::{calls, listed, qualified, samples, witnesses};
use crate::rust::earlier::Earlier;
use crate::rust::options::Foreign;
use crate::rust::plan::{self, Plan, Take};
use crate::rust::print::{Output, OutputFile, Printer};
use crate::rust::renames;
use crate::schema::Schema;
use crate::source::Sources;

pub use crate::read::model::Tally;
use documents::Documents;
pub(crate) use stage::{Stage, Watch};

mod documents;
mod stage;

/// The result of a run.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// What the documents say, corrected.
    pub schema: Schema,
    /// The generated files; empty after an error.
    pub files: Vec<OutputFile>,
    /// The mistakes, sorted by place.
    pub diagnostics: Vec<Diagnostic>,
    /// The name of the dialect of each document of a model.
    pub dialects: BTreeMap<Arc<str>, &'static str>,
    /// What became of the documents and rows.
    pub account: Account,
    /// Where samples and documents differ.
    pub findings: Findings,
    /// What the documents of several SDKs of one API gave to each other.
    pub(crate) merged: Vec<Report>,
    /// The folders and files on the disk that determine the result: documents, corrections, samples and configuration.
    pub inputs: Vec<PathBuf>,
    /// The types of which only serde's traits are known.
    pub(crate) foreign: Foreign,
    /// The documents and samples.
    #[cfg_attr(not(feature = "cli"), allow(dead_code, reason = "the tool shows their lines"))]
    pub(crate) sources: Arc<Sources>,
    /// What was made of the documents of each module, by its name. Their mistakes and files are among the others.
    pub modules: BTreeMap<String, Self>,
}

/// What became of the documents and rows. Nothing is lost without a diagnostic: `documents` is the sum of `models`,
/// `corrections`, `left_alone` and `failed`, and `rows` is the sum of the numbers in `tally`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// Documents that were read from the disk.
    pub documents: usize,
    /// Documents of models.
    pub models: usize,
    /// Files of corrections.
    pub corrections: usize,
    /// Documents without models: pages of an API's calls, an index.
    pub left_alone: usize,
    /// Documents of models that could not be read; each has a diagnostic.
    pub failed: usize,
    /// The rows of all tables in the documents of models.
    pub rows: usize,
    /// What became of these rows.
    pub tally: Tally,
    /// The models that get types: all, or those that [`Config::only`] selects.
    pub wanted: usize,
}

/// What an earlier run kept.
#[derive(Default)]
pub(crate) struct Kept {
    /// What it read.
    pub(crate) records: Records,
    /// What it printed.
    pub(crate) earlier: Earlier,
}

/// What the configuration makes of documents before it is printed.
#[derive(Debug)]
pub(crate) struct Planned {
    /// The result so far, without files.
    pub(crate) outcome: Outcome,
    /// The models that get types, if these are not all.
    #[cfg_attr(not(feature = "cli"), allow(dead_code, reason = "a build script only prints the plan"))]
    wanted: Option<Schema>,
    /// Every decision about the output, with the items that were kept. It can be printed if there is no error.
    pub(crate) plan: Plan,
}

/// Takes documents through all stages to generated code. Every stage reports mistakes to the sink and goes on, so
/// that one run finds all of them; only the output is withheld after an error.
pub(crate) fn compile(
    sources: &Arc<Sources>,
    config: &Config,
    kept: Kept,
    sink: Sink,
    watch: &mut Watch<'_>,
) -> Outcome {
    let (Kept { records, earlier }, mut printer) = (kept, Printer::new(&config.file));
    let mut print = |plan: &mut Plan, items| printer.add(plan, items);
    let Planned { mut outcome, plan, .. } = plan_kept(sources, config, records, &earlier, sink, watch, &mut print);
    if !outcome.has_errors() {
        let Output { files, keys } = printer.output(&plan, &earlier);
        outcome.files = files;
        if let Some(keys) = &keys {
            watch(Stage::Printed(keys));
        }
    }
    outcome
}

/// The stages before printing.
#[cfg(feature = "cli")]
pub(crate) fn plan(shared: &Arc<Sources>, config: &Config, sink: Sink) -> Planned {
    plan_watched(shared, config, sink, &mut |_| (), &mut Plan::keep)
}

/// The stages before printing, and each result for those who watch. Items are passed on as soon as they are planned.
#[cfg(any(feature = "cli", feature = "internals"))]
pub(crate) fn plan_watched(
    shared: &Arc<Sources>,
    config: &Config,
    sink: Sink,
    watch: &mut Watch<'_>,
    take: &mut Take<'_>,
) -> Planned {
    let Kept { records, earlier } = Kept::default();
    plan_kept(shared, config, records, &earlier, sink, watch, take)
}

/// The stages before printing, with what an earlier run kept.
fn plan_kept(
    shared: &Arc<Sources>,
    config: &Config,
    records: Records,
    earlier: &Earlier,
    mut sink: Sink,
    watch: &mut Watch<'_>,
    take: &mut Take<'_>,
) -> Planned {
    let (sources, cx) = (&**shared, &mut sink);
    let Documents { mut models, pages, left_alone, corrections, unread, mut account } =
        Documents::read(&records, sources, config, cx, watch);
    drop(records);
    let others: Vec<&Page> = left_alone.into_iter().map(|at| &pages[at]).collect();
    inventory::check(&others, &config.detect.known, sources, cx);
    listed::spell(&mut models, &pages, sources, cx);
    qualified::qualify(&mut models, sources, cx);
    watch(Stage::Read { models: &models, sources });
    let samples = samples::read(sources, cx);
    // Only bodies of calls need their types.
    let pages_of_calls = if samples.bodies.is_empty() { &[][..] } else { &others };
    let calls = calls::typed(pages_of_calls, &dialects_by_folder(&models, sources), sources);
    let learning = Learning { samples: &samples, calls: &calls, envelopes: &config.envelopes, sources };
    let dialect_of = |doc: &ModelDoc| (sources.get(doc.name.span.file).path.clone(), doc.dialect.name);
    let dialects = models.iter().map(dialect_of).collect();

    let apis = Apis::new(&config.same_api, &models, sources);
    let are_apis_known = apis.check(cx);
    let witnesses = || witnesses::read(&pages, &models, sources);
    let keys = Keys::find(&models, &apis.names(), &config.key_cases, witnesses, &samples, sources, cx);
    watch(Stage::Keyed);
    // Each of them takes much memory, and nothing after it needs it.
    drop(pages);
    let lowered = lower::lower(&models, &keys, sources, cx);
    drop(models);
    watch(Stage::Lowered(&lowered));
    let (mut schema, merged) = merge::merge(lowered, &apis, cx);
    aliases::limit(&mut schema, cx);
    watch(Stage::Merged(&schema));
    schema.keys = keys.evidence(sources);
    learn::settle_keys(&learn::observe(learning, &schema), &mut schema);
    infer::mark(&mut schema);
    watch(Stage::Inferred(&schema));
    corrections::apply(&corrections, &mut schema, &unread, sources, cx);
    aliases::limit(&mut schema, cx);
    watch(Stage::Corrected(&schema));
    merge::check(&schema, &apis, cx);
    let findings = learn::learn(learning, &schema, cx);
    watch(Stage::Learned);
    let (wanted, plan) = plan_types(&schema, &unread, &apis.folders(), Planning { config, earlier }, cx, watch, take);
    account.wanted = wanted.as_ref().unwrap_or(&schema).models.len();

    drop_consequences(&mut sink, sources, are_apis_known);
    config.levels.check_paths(sources, &mut sink);
    let diagnostics = sink.finish(&config.levels, &sources.given());
    let outcome = Outcome {
        schema,
        files: Vec::new(),
        diagnostics,
        dialects,
        account,
        findings,
        merged,
        inputs: sources.on_disk().to_vec(),
        foreign: plan.foreign.clone(),
        sources: Arc::clone(shared),
        modules: BTreeMap::new(),
    };
    Planned { outcome, wanted, plan }
}

/// What determines the plan besides the schema.
struct Planning<'a> {
    config: &'a Config,
    earlier: &'a Earlier,
}

/// The stages from the schema to the plan. The first result is the models that get types, if these are not all.
fn plan_types(
    schema: &Schema,
    unread: &BTreeSet<String>,
    sdks: &BTreeSet<String>,
    Planning { config, earlier }: Planning<'_>,
    cx: &mut Sink,
    watch: &mut Watch<'_>,
    take: &mut Take<'_>,
) -> (Option<Schema>, Plan) {
    config.rust.check(schema, unread, cx);
    renames::check(schema, cx);
    let wanted = unique::keys(prune::prune(schema, unread, &config.only, cx), cx);
    let provided = config.rust.provided(&wanted).map(|name| name.0.clone());
    let known: BTreeSet<String> = unread.iter().cloned().chain(provided).collect();
    watch(Stage::Wanted(&wanted));
    let graph = resolve::resolve(&wanted, &known, config.undocumented, cx);
    watch(Stage::Resolved(&graph));
    let plan = plan::plan(&graph, sdks, &config.rust, earlier, cx, take);
    watch(Stage::Planned(&plan));
    let wanted = if let Cow::Owned(wanted) = wanted { Some(wanted) } else { None };
    (wanted, plan)
}

/// Plans the types for a schema that was written before, so that its documents are not needed.
#[cfg(feature = "cli")]
pub(crate) fn plan_schema(schema: Schema, config: &Config) -> Planned {
    let mut sink = Sink::new();
    let none = BTreeSet::new();
    let planning = Planning { config, earlier: &Earlier::default() };
    let (wanted, plan) = plan_types(&schema, &none, &none, planning, &mut sink, &mut |_| (), &mut Plan::keep);
    let outcome = Outcome {
        account: Account { wanted: schema.models.len(), ..Account::default() },
        schema,
        files: Vec::new(),
        diagnostics: sink.finish(&config.levels, &[]),
        dialects: BTreeMap::new(),
        findings: Findings::default(),
        merged: Vec::new(),
        inputs: Vec::new(),
        foreign: plan.foreign.clone(),
        sources: Arc::default(),
        modules: BTreeMap::new(),
    };
    Planned { outcome, wanted, plan }
}

#[cfg(feature = "cli")]
impl Planned {
    /// The models that get types.
    pub(crate) fn wanted(&self) -> &Schema {
        self.wanted.as_ref().unwrap_or(&self.outcome.schema)
    }
}

/// Takes back what would not be wrong but for a path or an option that is.
fn drop_consequences(sink: &mut Sink, sources: &Sources, are_apis_known: bool) {
    let of_apis = [&codes::DUPLICATE_MODEL, &codes::SAME_MODEL_TWICE];
    if !are_apis_known {
        sink.drop_consequences(|found| of_apis.contains(&found.code));
    }
    if sources.has_lost_folder() {
        sink.drop_consequences(|found| found.code == &codes::UNDOCUMENTED_MODEL);
    }
}

/// The dialect of each folder: that of its first document, if several have one.
fn dialects_by_folder<'a>(models: &[ModelDoc], sources: &'a Sources) -> BTreeMap<&'a str, &'static Dialect> {
    models.iter().rev().map(|doc| (sources.get(doc.name.span.file).folder(), doc.dialect)).collect()
}

impl Outcome {
    /// Whether a build with these diagnostics fails.
    pub fn has_errors(&self) -> bool {
        self.diagnostics.iter().any(|diagnostic| diagnostic.level == Level::Error)
    }

    /// How many of the mistakes have this level.
    pub(crate) fn count(&self, level: Level) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.level == level).count()
    }

    /// What each kind of error means and what can be done about it, by code.
    pub fn explanations(&self) -> BTreeMap<&'static str, &'static str> {
        let errors = self.diagnostics.iter().filter(|diagnostic| diagnostic.level == Level::Error);
        errors.map(|diagnostic| (diagnostic.code.name, diagnostic.code.explanation)).collect()
    }

    /// The file with this path.
    pub fn file(&self, path: &str) -> Option<&OutputFile> {
        self.files.iter().find(|file| file.path == path)
    }

    /// What the documents of several SDKs of one API gave to each other: one text per API.
    pub fn merged(&self) -> impl Iterator<Item = impl fmt::Display> {
        self.merged.iter()
    }

    /// What [`Outcome::merged`] shows, in numbers.
    #[cfg(feature = "internals")]
    #[doc(hidden)]
    pub fn merge_reports(&self) -> &[Report] {
        &self.merged
    }
}

impl Account {
    /// Counts a page of models and what was read of it.
    fn add(&mut self, read: &PageDoc, rows: usize) {
        if read.models.is_empty() {
            self.failed += 1;
            return;
        }
        self.models += 1;
        self.rows += rows;
        self.tally += read.tally;
    }
}
