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
use crate::parallel;
use crate::read::corrections::{Correction, read as corrections_of};
use crate::read::detect::{self, Detected};
use crate::read::doc::ModelDoc;
use crate::read::inventory;
use crate::read::layout;
use crate::read::model::{self, PageDoc};
use crate::read::page::{self, Page};
use crate::read::{bounds, calls, listed, qualified, samples, witnesses};
use crate::rust::options::Foreign;
use crate::rust::plan::{self, Plan};
use crate::rust::print::{self, OutputFile};
use crate::rust::renames;
use crate::schema::Schema;
use crate::source::{self, Limits, Sources};

pub use crate::read::model::Tally;
pub(crate) use stage::{Stage, Watch};

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

/// What the configuration makes of documents before it is printed.
#[derive(Debug)]
pub(crate) struct Planned {
    /// The result so far, without files.
    pub(crate) outcome: Outcome,
    /// The models that get types, if these are not all.
    #[cfg_attr(not(feature = "cli"), allow(dead_code, reason = "a build script only prints the plan"))]
    wanted: Option<Schema>,
    /// Every decision about the output. It can be printed if there is no error.
    pub(crate) plan: Plan,
}

/// Takes documents through all stages to generated code. Every stage reports mistakes to the sink and goes on, so
/// that one run finds all of them; only the output is withheld after an error.
pub(crate) fn compile(sources: &Arc<Sources>, config: &Config, sink: Sink) -> Outcome {
    let Planned { mut outcome, plan, .. } = plan(sources, config, sink);
    if !outcome.has_errors() {
        outcome.files = print::print(plan, &config.file);
    }
    outcome
}

/// The stages before printing.
pub(crate) fn plan(shared: &Arc<Sources>, config: &Config, sink: Sink) -> Planned {
    plan_watched(shared, config, sink, &mut |_| ())
}

/// The stages before printing, and each result for those who watch.
pub(crate) fn plan_watched(shared: &Arc<Sources>, config: &Config, mut sink: Sink, watch: &mut Watch<'_>) -> Planned {
    let (sources, cx) = (&**shared, &mut sink);
    let pages = Pages::read(sources);
    watch(Stage::Paged);
    let Documents { mut models, pages, left_alone, corrections, unread, mut account } =
        read(pages, sources, config, cx, watch);
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
    let (wanted, plan) = plan_types(&schema, &unread, &apis.folders(), config, cx, watch);
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

/// The stages from the schema to the plan. The first result is the models that get types, if these are not all.
fn plan_types(
    schema: &Schema,
    unread: &BTreeSet<String>,
    sdks: &BTreeSet<String>,
    config: &Config,
    cx: &mut Sink,
    watch: &mut Watch<'_>,
) -> (Option<Schema>, Plan) {
    config.rust.check(schema, unread, cx);
    renames::check(schema, cx);
    let wanted = unique::keys(prune::prune(schema, unread, &config.only, cx), cx);
    let provided = config.rust.provided(&wanted).map(|name| name.0.clone());
    let known: BTreeSet<String> = unread.iter().cloned().chain(provided).collect();
    watch(Stage::Wanted(&wanted));
    let graph = resolve::resolve(&wanted, &known, config.undocumented, cx);
    watch(Stage::Resolved(&graph));
    let plan = plan::plan(&graph, sdks, &config.rust, cx);
    watch(Stage::Planned(&plan));
    let wanted = if let Cow::Owned(wanted) = wanted { Some(wanted) } else { None };
    (wanted, plan)
}

/// Plans the types for a schema that was written before, so that its documents are not needed.
#[cfg(feature = "cli")]
pub(crate) fn plan_schema(schema: Schema, config: &Config) -> Planned {
    let mut sink = Sink::new();
    let (wanted, plan) = plan_types(&schema, &BTreeSet::new(), &BTreeSet::new(), config, &mut sink, &mut |_| ());
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

/// What all documents say.
struct Documents {
    models: Vec<ModelDoc>,
    /// All pages. Those of models have only what stages after this one look at.
    pages: Vec<Page>,
    /// The positions of the pages without models.
    left_alone: Vec<usize>,
    corrections: Vec<Correction>,
    /// The names of the models whose documents could not be read, as the file names show them.
    unread: BTreeSet<String>,
    account: Account,
}

/// The pages of all documents.
struct Pages {
    corrections: Vec<Page>,
    others: Vec<Page>,
}

impl Pages {
    fn read(sources: &Sources) -> Self {
        let pages = parallel::map(0..sources.len(), |file| page::of(file, sources.get(file)));
        let (corrections, others) = pages.into_iter().partition(|page| sources.get(page.file).corrects);
        Self { corrections, others }
    }
}

fn read(pages: Pages, sources: &Sources, config: &Config, sink: &mut Sink, watch: &mut Watch<'_>) -> Documents {
    let limits: &Limits = &config.limits;
    let mut documents = Documents {
        models: Vec::with_capacity(pages.others.len()),
        pages: Vec::with_capacity(pages.others.len()),
        left_alone: Vec::new(),
        corrections: pages.corrections.iter().flat_map(|page| corrections_of(page, sources, sink)).collect(),
        unread: sources.unread().map(source::stem).collect(),
        account: Account { documents: sources.len(), corrections: pages.corrections.len(), ..Account::default() },
    };
    let detected = detect::detect(&pages.others, sources, &config.detect, sink);
    watch(Stage::Detected);
    let read = sink.map(pages.others.into_iter().zip(detected), |(mut page, detected), sink| {
        let read = match detected {
            Detected::Model(_) if bounds::is_exceeded(&page, limits, sources, sink) => ReadPage::Failed,
            Detected::Model(dialect) => {
                let read = model::read(&layout::lay_out(&page, dialect), dialect, sources, sink);
                let rows = page.tables().map(|table| table.rows.len()).sum();
                // A page whose models could not be read is evidence as a whole.
                if !read.models.is_empty() {
                    page.forget_all_but_texts();
                }
                ReadPage::Models { read, rows }
            }
            Detected::Failed => ReadPage::Failed,
            Detected::LeftAlone => ReadPage::LeftAlone,
        };
        (page, read)
    });
    for (page, read) in read {
        documents.add(page, read, sources);
    }
    bounds::limit_models(&mut documents.models, limits, sources, sink);
    documents
}

/// What became of a page.
enum ReadPage {
    /// It has models; `rows` are those of all its tables.
    Models { read: PageDoc, rows: usize },
    /// It has models and is not read; a diagnostic says why.
    Failed,
    /// It has no models.
    LeftAlone,
}

impl Documents {
    /// Adds what a page says, and counts it.
    fn add(&mut self, page: Page, read: ReadPage, sources: &Sources) {
        match read {
            ReadPage::Models { read, rows } => {
                self.account.add(&read, rows);
                self.unread.extend((read.failed > 0).then(|| source::stem(&sources.get(page.file).path)));
                self.unread.extend(read.lost);
                self.models.extend(read.models);
            }
            ReadPage::Failed => {
                self.account.failed += 1;
                self.unread.extend(detect::names(&page, sources));
            }
            ReadPage::LeftAlone => {
                self.account.left_alone += 1;
                self.left_alone.push(self.pages.len());
            }
        }
        self.pages.push(page);
    }
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
