//! The program on one screen: [`compile`], and what comes of a run.

use std::collections::{BTreeMap, BTreeSet};

use crate::build::learn::{Findings, Learning};
use crate::build::merge::apis::Apis;
use crate::build::merge::report::Report;
use crate::build::{corrections, infer, keys, learn, lower, merge, prune, resolve};
use crate::config::Config;
use crate::diag::{Diagnostic, Level, Sink};
use crate::parallel;
use crate::read;
use crate::read::detect::{self, Detected};
use crate::read::layout;
use crate::read::model::{self, PageDoc};
use crate::read::page::{self, Page};
use crate::read::{calls, samples};
use crate::rust::plan;
use crate::rust::print::{self, OutputFile};
use crate::rust::renames;
use crate::schema::Schema;
use crate::source::{self, Sources};

pub use crate::read::model::Tally;

/// What came of a run.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// What the documents say, corrected.
    pub schema: Schema,
    /// The generated files; empty after an error.
    pub files: Vec<OutputFile>,
    /// The mistakes, sorted by place.
    pub diagnostics: Vec<Diagnostic>,
    /// The name of the dialect of each document of a model.
    pub dialects: BTreeMap<String, &'static str>,
    /// What became of the documents and rows.
    pub account: Account,
    /// Where samples and documents differ.
    pub findings: Findings,
    /// What the documents of several SDKs of one API gave to each other.
    pub(crate) merged: Vec<Report>,
}

/// What became of the documents and rows. Nothing is lost in silence: `documents` is the sum of `models`,
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

/// The whole path from documents to code. Every stage reports to the sink and goes on, so that all
/// mistakes are found in one run; the only gate is before the output, which there is only without errors.
pub(crate) fn compile(sources: &Sources, config: &Config, mut sink: Sink) -> Outcome {
    let cx = &mut sink;
    let files: Vec<usize> = (0..sources.len()).collect();
    let pages = parallel::map(&files, |file| page::read(*file, &sources.get(*file).text));
    let (corrections, pages): (Vec<Page>, Vec<Page>) = pages.into_iter().partition(|it| sources.get(it.file).corrects);
    let detected = detect::detect(&pages, sources, &config.detect, cx);

    let mut account = Account { documents: sources.len(), corrections: corrections.len(), ..Account::default() };
    let mut unread: BTreeSet<String> = sources.unread().map(source::stem).collect();
    let mut docs = Vec::with_capacity(pages.len());
    let mut others = Vec::new();
    for (page, detected) in pages.iter().zip(detected) {
        match detected {
            Detected::Model(dialect) => {
                let read = model::read(&layout::lay_out(page, dialect), dialect, sources, cx);
                account.add(page, &read);
                unread.extend((read.failed > 0).then(|| source::stem(&sources.get(page.file).path)));
                docs.extend(read.models);
            }
            Detected::Failed => {
                account.failed += 1;
                unread.insert(source::stem(&sources.get(page.file).path));
            }
            Detected::LeftAlone => {
                account.left_alone += 1;
                others.push(page);
            }
        }
    }
    let samples = samples::read(sources, cx);
    let dialects = docs.iter().rev().map(|doc| (sources.get(doc.name.span.file).folder(), doc.dialect)).collect();
    let calls = calls::typed(&others, &dialects, sources);
    let learning = Learning { samples: &samples, calls: &calls, envelopes: &config.envelopes, sources };
    keys::choose(&config.key_cases, &mut docs, sources, cx);
    let dialects = docs.iter().map(|it| (sources.get(it.name.span.file).path.clone(), it.dialect.name)).collect();

    let apis = Apis::new(&config.same_api, sources);
    apis.check(cx);
    let (mut schema, merged) = merge::merge(lower::lower(&docs, sources), &apis, cx);
    infer::mark(&mut schema);
    let corrections: Vec<_> = corrections.iter().flat_map(|page| read::corrections::read(page, sources, cx)).collect();
    corrections::apply(&corrections, &mut schema, &unread, sources, cx);
    merge::check(&schema, cx);
    let findings = learn::learn(learning, &schema, cx);
    config.rust.check(&schema, cx);
    renames::check(&schema, cx);
    let wanted = prune::prune(&schema, &config.only, cx);
    account.wanted = wanted.models.len();
    let graph = resolve::resolve(&wanted, &unread, config.undocumented, cx);
    let plan = plan::plan(&graph, &apis.folders(), &config.rust, cx);

    let diagnostics = sink.finish();
    let failed = diagnostics.iter().any(|it| it.level == Level::Error);
    let files = if failed { Vec::new() } else { print::print(&plan, &config.file) };
    Outcome { schema, files, diagnostics, dialects, account, merged, findings }
}

impl Account {
    /// Counts a page of models and what was read of it.
    fn add(&mut self, page: &Page, read: &PageDoc) {
        if read.models.is_empty() {
            self.failed += 1;
            return;
        }
        self.models += 1;
        self.rows += page.tables().map(|table| table.rows.len()).sum::<usize>();
        self.tally += read.tally;
    }
}
