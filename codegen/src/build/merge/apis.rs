//! Which documents describe the same API, and which of these are of the same SDK.

use std::collections::BTreeSet;

use crate::build::keys::SEPARATOR;
use crate::diag::{Sink, codes};
use crate::pattern::Pattern;
use crate::source::{Source, Sources, is_within};

/// Determines the API and SDK of documents: by [`Config::same_api`](crate::Config::same_api), or else by the layout
/// `<specs>/<api>/<sdk>/…`, where `<specs>` is a path given to [`Config::specs`](crate::Config::specs).
#[derive(Debug)]
pub(crate) struct Apis<'a> {
    configured: &'a [Vec<Pattern>],
    sources: &'a Sources,
}

/// An SDK of an API.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Sdk {
    /// The API, by the folders that describe it.
    pub api: String,
    /// The position of the SDK in the configuration; 0 for all SDKs of the layout, which are ordered by name.
    rank: usize,
    /// The folder of the SDK.
    pub folder: String,
}

impl Sdk {
    /// Whether two documents of a model are merged: they are of two SDKs of the same API.
    pub(crate) fn may_merge(a: Option<&Self>, b: Option<&Self>) -> bool {
        matches!((a, b), (Some(a), Some(b)) if a.api == b.api && a.folder != b.folder)
    }
}

impl<'a> Apis<'a> {
    /// Takes the configured folders, as diagnostics show them; each list has those of one API.
    pub(crate) fn new(configured: &'a [Vec<Pattern>], sources: &'a Sources) -> Self {
        Self { configured, sources }
    }

    /// Reports folders without a document.
    pub(crate) fn check(&self, sink: &mut Sink) {
        for folder in self.configured.iter().flatten() {
            if !self.sources.iter().any(|(_, source)| is_within(&source.path, folder.text())) {
                let message = format!("no document is in `{}`", folder.text());
                sink.report(&codes::BAD_OPTION, folder.origin().clone(), message);
            }
        }
    }

    /// The folders of all SDKs.
    pub(crate) fn folders(&self) -> BTreeSet<String> {
        self.sources.iter().filter_map(|(file, _)| self.sdk(file)).map(|sdk| sdk.folder).collect()
    }

    /// The name of each document's API, by the number of the document.
    pub(crate) fn names(&self) -> Vec<String> {
        self.sources.iter().map(|(file, _)| self.name(file)).collect()
    }

    /// The folders of a document's API. Where nothing says which these are, it is the first folder below the one that
    /// was given, so that what one API shows is not taken for another.
    fn name(&self, file: usize) -> String {
        let source = self.sources.get(file);
        let first = || {
            let root = source.path.strip_suffix(&*source.below).unwrap_or_default();
            let folder = source.below.split_once('/').map_or("", |(folder, _)| folder);
            format!("{root}{folder}").trim_end_matches('/').to_owned()
        };
        self.sdk(file).map_or_else(first, |sdk| sdk.api)
    }

    /// The SDK of a document; `None` if neither the configuration nor the layout determines one.
    pub(crate) fn sdk(&self, file: usize) -> Option<Sdk> {
        let source = self.sources.get(file);
        self.configured.iter().rev().find_map(|folders| configured_sdk(source, folders)).or_else(|| layout_sdk(source))
    }
}

fn configured_sdk(source: &Source, folders: &[Pattern]) -> Option<Sdk> {
    let rank = folders.iter().position(|folder| is_within(&source.path, folder.text()))?;
    let api = folders.iter().map(Pattern::text).collect::<Vec<_>>().join(SEPARATOR);
    Some(Sdk { api, rank, folder: folders[rank].text().to_owned() })
}

fn layout_sdk(source: &Source) -> Option<Sdk> {
    let mut folders = source.below.split('/');
    let (api, sdk, _document) = (folders.next()?, folders.next()?, folders.next()?);
    let root = source.path.strip_suffix(&*source.below)?;
    Some(Sdk { api: format!("{root}{api}"), rank: 0, folder: format!("{root}{api}/{sdk}") })
}
