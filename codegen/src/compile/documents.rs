//! From the texts of documents to what each says.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::{Account, Stage, Watch};
use crate::config::Config;
use crate::diag::Sink;
use crate::dialect::Dialect;
use crate::parallel;
use crate::read::corrections::{Correction, read as corrections_of};
use crate::read::detect::{self, Detected, Evidence, Found, Scores};
use crate::read::doc::ModelDoc;
use crate::read::model::{self, PageDoc};
use crate::read::page::{LazyPage, Page, of as page_of};
use crate::read::records::{Reading, Record, Recorded, Records};
use crate::read::{bounds, layout};
use crate::source::{self, Limits, Source, Sources};

/// What all documents say.
pub(super) struct Documents {
    pub(super) models: Vec<ModelDoc>,
    /// All pages. Those of models have only what stages after this one look at.
    pub(super) pages: Vec<Page>,
    /// The positions of the pages without models.
    pub(super) left_alone: Vec<usize>,
    pub(super) corrections: Vec<Correction>,
    /// The names of the models whose documents could not be read, as the file names show them.
    pub(super) unread: BTreeSet<String>,
    pub(super) account: Account,
}

impl Documents {
    /// Reads the pages of all documents. Those with a record are read from it.
    pub(super) fn read(
        records: &Records,
        sources: &Sources,
        config: &Config,
        sink: &mut Sink,
        watch: &mut Watch<'_>,
    ) -> Self {
        let Pages { corrections, others } = Pages::read(records, sources);
        watch(Stage::Paged);
        let mut documents = Self {
            models: Vec::with_capacity(others.len()),
            pages: Vec::with_capacity(others.len()),
            left_alone: Vec::new(),
            account: Account { documents: sources.len(), corrections: corrections.len(), ..Account::default() },
            corrections: corrections.iter().flat_map(|page| corrections_of(page, sources, sink)).collect(),
            unread: sources.unread().map(source::stem).collect(),
        };
        let (pages, mut records_of): (Vec<LazyPage<'_>>, Vec<Option<Record<'_>>>) = others.into_iter().unzip();
        let evidence = records_of.iter_mut().map(|record| record.as_mut().map_or(Evidence::Page, Record::evidence));
        let detected = detect::detect(&pages, evidence.collect(), sources, &config.detect, sink);
        watch(Stage::Detected);
        let reader = PageReader { records, sources, limits: &config.limits, known: &config.detect.known };
        let pages = pages.into_iter().zip(records_of).zip(detected);
        let read = sink.map(pages, |((page, record), found), sink| reader.page(page, record, &found, sink));
        if records.gets_file() {
            let used = read.iter().filter(|read| read.is_of_record).count();
            let file = records.file(read.iter().filter_map(|read| read.record.as_deref()));
            watch(Stage::Recorded { used, file: file.as_deref() });
        }
        for Read { page, what, .. } in read {
            documents.add(page, what, sources);
        }
        bounds::limit_models(&mut documents.models, &config.limits, sources, sink);
        documents
    }

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

/// A page, and what an earlier run read of it.
type Paged<'a> = (LazyPage<'a>, Option<Record<'a>>);

/// The pages of all documents. Those with a record are read only if somebody looks at them.
struct Pages<'a> {
    corrections: Vec<Page>,
    others: Vec<Paged<'a>>,
}

impl<'a> Pages<'a> {
    fn read(records: &'a Records, sources: &'a Sources) -> Self {
        let (corrections, others): (Vec<usize>, Vec<usize>) =
            (0..sources.len()).partition(|file| sources.get(*file).corrects);
        let corrections = corrections.into_iter().map(|file| page_of(file, sources.get(file))).collect();
        Self { corrections, others: parallel::map(others, |file| paged(file, sources.get(file), records)) }
    }
}

fn paged<'a>(file: usize, source: &'a Source, records: &'a Records) -> Paged<'a> {
    let (page, record) = (LazyPage::new(file, source), records.of(source));
    if record.as_ref().is_none_or(Record::needs_page) {
        page.get();
    }
    (page, record)
}

/// Reads pages, or takes what an earlier run read of them.
struct PageReader<'a> {
    records: &'a Records,
    sources: &'a Sources,
    limits: &'a Limits,
    /// The known dialects.
    known: &'a [&'static Dialect],
}

/// What was read of a page.
struct Read<'a> {
    page: Page,
    what: ReadPage,
    /// The record for the next run.
    record: Option<Cow<'a, [u8]>>,
    /// Whether an earlier run read it, so that this one did not look at the page.
    is_of_record: bool,
}

impl<'a> PageReader<'a> {
    fn page(&self, page: LazyPage<'_>, record: Option<Record<'a>>, found: &Found, sink: &mut Sink) -> Read<'a> {
        let recorded = record.and_then(|record| match found.detected {
            Detected::Model(dialect) => self.recorded_model(&record, page.file, dialect, found),
            Detected::LeftAlone => Self::recorded_alone(&record, page.file),
            Detected::Failed => None,
        });
        if let Some(read) = recorded {
            return Read { is_of_record: !page.was_read(), ..read };
        }
        let page = page.into_page();
        match found.detected {
            Detected::Model(dialect) => self.model(page, dialect, found, sink),
            Detected::LeftAlone => self.leave_alone(page, &found.scores),
            Detected::Failed => Read { page, what: ReadPage::Failed, record: None, is_of_record: false },
        }
    }

    /// Reads a page of models.
    fn model(&self, mut page: Page, dialect: &'static Dialect, found: &Found, sink: &mut Sink) -> Read<'a> {
        let sources = self.sources;
        if bounds::is_exceeded(&page, self.limits, sources, sink) {
            return Read { page, what: ReadPage::Failed, record: None, is_of_record: false };
        }
        let read = model::read(&layout::lay_out(&page, dialect), dialect, sources, sink);
        let rows = page.tables().map(|table| table.rows.len()).sum();
        // A page whose models could not be read is evidence as a whole.
        if !read.models.is_empty() {
            page.forget_all_but_examples();
        }
        // Mistakes are reported in each run, so a page with some is read in each.
        let can_be_recorded = sink.is_empty() && page.conflict.is_none();
        let reading = Reading::Models { dialect, said: &read, rows, is_foreign: found.is_foreign() };
        let record = if can_be_recorded { self.record(&page, &found.scores, &reading) } else { None };
        Read { page, what: ReadPage::Models { read, rows }, record, is_of_record: false }
    }

    /// Leaves a page alone. It is recorded if that does not depend on other pages.
    fn leave_alone(&self, page: Page, scores: &Scores) -> Read<'a> {
        let can_be_recorded = self.records.gets_file()
            && page.conflict.is_none()
            && scores.is_empty()
            && detect::is_left_alone_anyway(&page, self.known, self.sources);
        let record = if can_be_recorded { self.record(&page, scores, &Reading::LeftAlone) } else { None };
        Read { page, what: ReadPage::LeftAlone, record, is_of_record: false }
    }

    fn record(&self, page: &Page, scores: &Scores, reading: &Reading<'_>) -> Option<Cow<'a, [u8]>> {
        self.records.record(self.sources.get(page.file), scores, reading, &page.blocks).map(Cow::Owned)
    }

    /// What an earlier run read of a page of models.
    fn recorded_model(
        &self,
        record: &Record<'a>,
        file: usize,
        dialect: &'static Dialect,
        found: &Found,
    ) -> Option<Read<'a>> {
        let Recorded { said: read, rows, page } = record.read(file, dialect)?;
        let record = record.whole.map(Cow::Borrowed).or_else(|| {
            let reading = Reading::Models { dialect, said: &read, rows, is_foreign: found.is_foreign() };
            self.record(&page, &found.scores, &reading)
        });
        Some(Read { page, what: ReadPage::Models { read, rows }, record, is_of_record: true })
    }

    /// What an earlier run kept of a page that it left alone.
    fn recorded_alone(record: &Record<'a>, file: usize) -> Option<Read<'a>> {
        let (page, record) = (record.left_alone(file)?, record.whole.map(Cow::Borrowed));
        Some(Read { page, what: ReadPage::LeftAlone, record, is_of_record: true })
    }
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
