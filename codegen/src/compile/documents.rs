//! From the texts of documents to what each says.

use std::borrow::Cow;
use std::collections::BTreeSet;

use super::{Account, Stage, Watch};
use crate::config::Config;
use crate::diag::Sink;
use crate::dialect::Dialect;
use crate::parallel;
use crate::read::corrections::{Correction, read as corrections_of};
use crate::read::detect::{self, Detected, Scores};
use crate::read::doc::ModelDoc;
use crate::read::model::{self, PageDoc};
use crate::read::page::{LazyPage, Page, of as page_of};
use crate::read::records::{Reading, Record, Recorded, Records};
use crate::read::{bounds, layout};
use crate::source::{self, Limits, Sources};

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
        let (pages, mut earlier): (Vec<LazyPage<'_>>, Vec<Option<Record<'_>>>) = others.into_iter().unzip();
        let known = earlier.iter_mut().map(|record| record.as_mut()?.known.take()).collect();
        let detected = detect::detect(&pages, known, sources, &config.detect, sink);
        watch(Stage::Detected);
        let reader = PageReader { records, sources, limits: &config.limits, known: &config.detect.known };
        let pages = pages.into_iter().zip(earlier).zip(detected);
        let read = sink.map(pages, |((page, record), (detected, scores)), sink| match detected {
            Detected::Model(dialect) => {
                match record.and_then(|record| reader.recorded(&record, page.file, dialect, &scores)) {
                    Some(read) => read,
                    None => reader.read(page.into_page(), dialect, &scores, sink),
                }
            }
            Detected::Failed => Read { page: page.into_page(), what: ReadPage::Failed, record: None },
            Detected::LeftAlone => match record.and_then(|record| PageReader::recorded_alone(&record, page.file)) {
                Some(read) => read,
                None => reader.leave_alone(page.into_page(), &scores),
            },
        });
        if let Some(file) = records.file(read.iter().filter_map(|read| read.record.as_deref())) {
            watch(Stage::Recorded(&file));
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
        let read = |file| {
            let source = sources.get(file);
            let (page, record) = (LazyPage::new(file, source), records.of(source));
            if record.as_ref().is_none_or(|record| record.known.is_none()) {
                page.get();
            }
            (page, record)
        };
        let corrections = corrections.into_iter().map(|file| page_of(file, sources.get(file))).collect();
        Self { corrections, others: parallel::map(others, read) }
    }
}

/// Reads pages of models.
struct PageReader<'a> {
    records: &'a Records,
    sources: &'a Sources,
    limits: &'a Limits,
    /// The known dialects.
    known: &'a [&'static Dialect],
}

/// What was read of a page, and the record of it.
struct Read<'a> {
    page: Page,
    what: ReadPage,
    record: Option<Cow<'a, [u8]>>,
}

impl<'a> PageReader<'a> {
    /// Reads a page of models.
    fn read(&self, mut page: Page, dialect: &'static Dialect, scores: &Scores, sink: &mut Sink) -> Read<'a> {
        let sources = self.sources;
        if bounds::is_exceeded(&page, self.limits, sources, sink) {
            return Read { page, what: ReadPage::Failed, record: None };
        }
        let read = model::read(&layout::lay_out(&page, dialect), dialect, sources, sink);
        let rows = page.tables().map(|table| table.rows.len()).sum();
        // A page whose models could not be read is evidence as a whole.
        if !read.models.is_empty() {
            page.forget_all_but_examples();
        }
        // Mistakes are reported in each run, so a page with some is read in each.
        let is_recorded = sink.is_empty() && page.conflict.is_none();
        let record = if is_recorded { self.record(&page, scores, &Reading::Model(dialect, &read, rows)) } else { None };
        Read { page, what: ReadPage::Models { read, rows }, record }
    }

    /// Leaves a page alone. It is recorded if that does not depend on other pages.
    fn leave_alone(&self, page: Page, scores: &Scores) -> Read<'a> {
        let can_be_known = self.records.are_kept() && page.conflict.is_none() && scores.is_empty();
        let is_recorded = can_be_known && detect::is_left_alone_anyway(&page, self.known, self.sources);
        let record = if is_recorded { self.record(&page, scores, &Reading::LeftAlone) } else { None };
        Read { page, what: ReadPage::LeftAlone, record }
    }

    fn record(&self, page: &Page, scores: &Scores, reading: &Reading<'_>) -> Option<Cow<'a, [u8]>> {
        self.records.record(self.sources.get(page.file), scores, reading, &page.blocks).map(Cow::Owned)
    }

    /// What an earlier run read of a page of models.
    fn recorded(
        &self,
        record: &Record<'a>,
        file: usize,
        dialect: &'static Dialect,
        scores: &Scores,
    ) -> Option<Read<'a>> {
        let Recorded { said: read, rows, page } = record.read(file, dialect)?;
        let same = record.whole.map(Cow::Borrowed);
        let record = same.or_else(|| self.record(&page, scores, &Reading::Model(dialect, &read, rows)));
        Some(Read { page, what: ReadPage::Models { read, rows }, record })
    }

    /// What an earlier run kept of a page that it left alone.
    fn recorded_alone(record: &Record<'a>, file: usize) -> Option<Read<'a>> {
        let page = record.left_alone(file)?;
        Some(Read { page, what: ReadPage::LeftAlone, record: record.whole.map(Cow::Borrowed) })
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
