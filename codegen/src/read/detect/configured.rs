//! Dialects that are configured, and whether they fit.

use std::collections::BTreeSet;
use std::ptr;

use super::score::{TypeFits, is_foreign};
use super::{Evidence, Scores};
use crate::diag::{Sink, codes};
use crate::dialect::Dialect;
use crate::parallel;
use crate::read::page::LazyPage;
use crate::source::{PathPattern, Source, Sources};

/// At least this many documents show that a configured dialect is wrong.
const FOREIGN: usize = 3;

/// The dialects that pages can be in.
#[derive(Clone, Debug)]
pub struct Options {
    /// The dialects that are configured; the last one that applies counts.
    pub configured: Vec<Configured>,
    /// The dialects that can be detected.
    pub known: Vec<&'static Dialect>,
}

/// The dialect of the documents at a path.
#[derive(Clone, Debug)]
pub struct Configured {
    /// A document or folder.
    pub path: PathPattern,
    /// Its dialect.
    pub dialect: &'static Dialect,
}

impl Options {
    /// The configured dialect of a document; of several, the last one.
    pub(super) fn configured<'a>(
        among: impl DoubleEndedIterator<Item = &'a Configured>,
        source: &Source,
    ) -> Option<&'a Configured> {
        among.rev().find(|configured| configured.path.matches_source(source))
    }

    /// The configured dialects that fit the pages at their paths. Reports the others. `foreign` is as in [`foreign`].
    pub(super) fn fitting(
        &self,
        pages: &[LazyPage<'_>],
        foreign: &[Option<bool>],
        sources: &Sources,
        sink: &mut Sink,
    ) -> Vec<&Configured> {
        let mut fitting = Vec::with_capacity(self.configured.len());
        for option in &self.configured {
            let is_own = |page: &LazyPage<'_>| {
                let configured = Self::configured(self.configured.iter(), sources.get(page.file));
                configured.is_some_and(|configured| ptr::eq(configured, option))
            };
            let own = pages.iter().zip(foreign).filter(|(page, foreign)| foreign.is_some() && is_own(page));
            let own: Vec<Option<bool>> = own.map(|(_, foreign)| *foreign).collect();
            let foreign = own.iter().filter(|foreign| **foreign == Some(true)).count();
            if option.fits(own.len(), foreign, sources, sink) {
                fitting.push(option);
            }
        }
        fitting
    }
}

impl Configured {
    /// Whether the dialect is that of the documents at the path. Reports if there are none, or if most of those that
    /// some dialect can read are in another one, which would make each of their rows a mistake.
    fn fits(&self, readable: usize, foreign: usize, sources: &Sources, sink: &mut Sink) -> bool {
        let (path, dialect) = (self.path.text(), self.dialect.name);
        let origin = self.path.origin().clone();
        if !path.is_empty() && !sources.iter().any(|(_, source)| self.path.matches_source(source)) {
            sink.report_unmatched(origin, format!("no document is at `{path}`"));
            return false;
        }
        let fits = foreign < FOREIGN || 2 * foreign <= readable;
        if !fits {
            let message = format!(
                "{foreign} of {readable} documents are not in the dialect `{dialect}`, so it is detected instead"
            );
            sink.report(&codes::BAD_OPTION, origin, message);
        }
        fits
    }
}

/// Whether the configured dialect has no meaning for most types of each page; `None` where none is configured, or no
/// dialect can read the page.
pub(super) fn foreign(
    pages: &[LazyPage<'_>],
    scores: &[Scores],
    evidence: &[Evidence],
    documented: &BTreeSet<String>,
    sources: &Sources,
    options: &Options,
) -> Vec<Option<bool>> {
    if options.configured.is_empty() {
        return vec![None; pages.len()];
    }
    let pages = pages.iter().zip(scores).zip(evidence);
    parallel::map_with(
        pages,
        || TypeFits::new(documented),
        |types, ((page, scores), evidence)| {
            let configured = Options::configured(options.configured.iter(), sources.get(page.file));
            let Configured { dialect, .. } = configured.filter(|_| !scores.is_empty())?;
            let known = evidence.read_as(dialect).map(|read_as| read_as.is_foreign);
            Some(known.unwrap_or_else(|| is_foreign(dialect, page.get(), types)))
        },
    )
}
