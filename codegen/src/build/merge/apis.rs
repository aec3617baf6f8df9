//! Which documents describe the same API, and which of these are of the same SDK.

use std::collections::{BTreeMap, BTreeSet};

use crate::build::keys::SEPARATOR;
use crate::diag::Sink;
use crate::pattern::Pattern;
use crate::read::doc::ModelDoc;
use crate::schema::folded;
use crate::source::{Source, Sources, is_within};

/// Determines the API and SDK of documents: by [`Config::same_api`](crate::Config::same_api), or else by the layout
/// `<specs>/<api>/<sdk>/…`, where `<specs>` is a path given to [`Config::specs`](crate::Config::specs).
///
/// The folder of one SDK may have the same layout, with a folder for each of several APIs. The SDKs of one API describe
/// the same models, and mostly in several languages. So by the layout, two folders with documents in the same dialect
/// are of one API only if they share three quarters of the models of the smaller one.
#[derive(Debug)]
pub(crate) struct Apis<'a> {
    configured: &'a [Vec<Pattern>],
    sources: &'a Sources,
    /// The folders of APIs by the layout.
    by_layout: BTreeSet<String>,
}

/// An SDK of an API.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Sdk {
    /// The API, by the folders that describe it.
    pub api: String,
    /// Whether the configuration determines it, and not the layout.
    pub is_configured: bool,
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

impl Sdk {
    /// Why the documents of the SDK are merged with others.
    pub(crate) fn reason(&self) -> &'static str {
        if self.is_configured { "by `Config::same_api`" } else { "by the layout `<specs>/<api>/<sdk>`" }
    }
}

impl<'a> Apis<'a> {
    /// Takes the configured folders, as diagnostics show them; each list has those of one API.
    pub(crate) fn new(configured: &'a [Vec<Pattern>], models: &[ModelDoc], sources: &'a Sources) -> Self {
        Self { configured, sources, by_layout: apis_by_layout(models, sources) }
    }

    /// Reports folders without a document. Returns whether all folders have one.
    pub(crate) fn check(&self, sink: &mut Sink) -> bool {
        let mut are_found = true;
        for folder in self.configured.iter().flatten() {
            if !self.sources.iter().any(|(_, source)| is_within(&source.path, folder.text())) {
                let message = format!("no document is in `{}`", folder.text());
                sink.report_unmatched(folder.origin().clone(), message);
                are_found = false;
            }
        }
        are_found
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
        let configured = self.configured.iter().rev().find_map(|folders| configured_sdk(source, folders));
        configured.or_else(|| layout_sdk(source).filter(|sdk| self.by_layout.contains(&sdk.api)))
    }

    /// Why documents are merged, by the path of one of them.
    pub(crate) fn reasons(&self) -> BTreeMap<&'a str, &'static str> {
        let reason = |(file, source): (usize, &'a Source)| Some((&*source.path, self.sdk(file)?.reason()));
        self.sources.iter().filter_map(reason).collect()
    }
}

/// The documents of a folder that may be an SDK.
#[derive(Default)]
struct Folder<'a> {
    /// How many are in each dialect.
    dialects: BTreeMap<&'a str, usize>,
    /// The folded names of their models.
    models: BTreeSet<String>,
}

impl Folder<'_> {
    /// Whether this and another folder may be SDKs of one API.
    fn may_be_of_one_api(&self, other: &Self) -> bool {
        let shared = self.models.intersection(&other.models).count();
        self.dialect() != other.dialect() || shared * 4 >= self.models.len().min(other.models.len()) * 3
    }

    /// The dialect of most documents.
    fn dialect(&self) -> Option<&str> {
        self.dialects.iter().max_by_key(|(_, count)| **count).map(|(dialect, _)| *dialect)
    }
}

/// The folders whose subfolders may all be SDKs of one API.
fn apis_by_layout(models: &[ModelDoc], sources: &Sources) -> BTreeSet<String> {
    let mut apis: BTreeMap<String, BTreeMap<Sdk, Folder<'_>>> = BTreeMap::new();
    for doc in models {
        let Some(sdk) = layout_sdk(sources.get(doc.name.span.file)) else { continue };
        let folder = apis.entry(sdk.api.clone()).or_default().entry(sdk).or_default();
        *folder.dialects.entry(doc.dialect.name).or_default() += 1;
        folder.models.insert(folded(&doc.name.value));
    }
    apis.retain(|_, folders| {
        let folders: Vec<&Folder<'_>> = folders.values().collect();
        let pairs = || folders.iter().enumerate().flat_map(|(idx, a)| folders[idx + 1..].iter().map(move |b| (a, b)));
        pairs().all(|(a, b)| a.may_be_of_one_api(b))
    });
    apis.into_keys().collect()
}

fn configured_sdk(source: &Source, folders: &[Pattern]) -> Option<Sdk> {
    let rank = folders.iter().position(|folder| is_within(&source.path, folder.text()))?;
    let api = folders.iter().map(Pattern::text).collect::<Vec<_>>().join(SEPARATOR);
    Some(Sdk { api, is_configured: true, rank, folder: folders[rank].text().to_owned() })
}

fn layout_sdk(source: &Source) -> Option<Sdk> {
    let mut folders = source.below.split('/');
    let (api, sdk, _document) = (folders.next()?, folders.next()?, folders.next()?);
    let root = source.path.strip_suffix(&*source.below)?;
    Some(Sdk { api: format!("{root}{api}"), is_configured: false, rank: 0, folder: format!("{root}{api}/{sdk}") })
}
