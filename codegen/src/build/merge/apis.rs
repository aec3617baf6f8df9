//! Which documents describe one API, and which of these are of one SDK.

use std::collections::BTreeSet;

use crate::diag::{Sink, codes};
use crate::pattern::Pattern;
use crate::source::{Sources, is_within};

/// What says which documents describe one API. It is the layout `<specs>/<api>/<sdk>/…`, where `<specs>` is a
/// path given to [`Config::specs`](crate::Config::specs), unless
/// [`Config::same_api`](crate::Config::same_api) says otherwise.
#[derive(Debug)]
pub(crate) struct Apis<'a> {
    told: &'a [Vec<Pattern>],
    sources: &'a Sources,
}

/// An SDK of an API.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Place {
    /// The API, by the folders that describe it.
    pub api: String,
    /// The SDK's position among those that were told; by the layout all are equal, and their names decide.
    rank: usize,
    /// The folder of the SDK.
    pub sdk: String,
}

impl Place {
    /// Whether documents of one model are to be merged: they are of two SDKs of one API.
    pub(crate) fn may_merge(a: Option<&Self>, b: Option<&Self>) -> bool {
        matches!((a, b), (Some(a), Some(b)) if a.api == b.api && a.sdk != b.sdk)
    }
}

impl<'a> Apis<'a> {
    /// The folders that were told, as diagnostics show them, each list those of one API.
    pub(crate) fn new(told: &'a [Vec<Pattern>], sources: &'a Sources) -> Self {
        Self { told, sources }
    }

    /// Reports folders without a document.
    pub(crate) fn check(&self, sink: &mut Sink) {
        for folder in self.told.iter().flatten() {
            if !self.sources.iter().any(|(_, it)| is_within(&it.path, folder.text())) {
                let message = format!("no document is in `{}`", folder.text());
                sink.report(&codes::BAD_OPTION, folder.origin().clone(), message);
            }
        }
    }

    /// The folders of all SDKs.
    pub(crate) fn folders(&self) -> BTreeSet<String> {
        self.sources.iter().filter_map(|(file, _)| self.place(file)).map(|place| place.sdk).collect()
    }

    /// The SDK that a document is of; `None` where nothing says that it is of any.
    pub(crate) fn place(&self, file: usize) -> Option<Place> {
        let source = self.sources.get(file);
        let told = self.told.iter().rev().find_map(|folders| {
            let rank = folders.iter().position(|it| is_within(&source.path, it.text()))?;
            let api = folders.iter().map(Pattern::text).collect::<Vec<_>>().join(", ");
            Some(Place { api, rank, sdk: folders[rank].text().to_owned() })
        });
        told.or_else(|| {
            let mut folders = source.below.split('/');
            let (api, sdk, _document) = (folders.next()?, folders.next()?, folders.next()?);
            let root = source.path.strip_suffix(&*source.below)?;
            Some(Place { api: format!("{root}{api}"), rank: 0, sdk: format!("{root}{api}/{sdk}") })
        })
    }
}
