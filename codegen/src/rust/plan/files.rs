//! Which file each model goes into.

use std::collections::{BTreeMap, BTreeSet};

use crate::rust::options::Options;
use crate::schema::{Model, ModelName, Schema};

/// The models that get types, and the folders that get files of their own.
pub(super) struct Files<'a> {
    /// The folders, in order.
    pub(super) folders: Vec<String>,
    pub(super) models: Vec<Generated<'a>>,
}

/// A model that gets a type, and the position of its folder, if that gets a file.
#[derive(Clone, Copy)]
pub(super) struct Generated<'a> {
    pub(super) name: &'a ModelName,
    pub(super) model: &'a Model,
    pub(super) part: Option<usize>,
}

impl<'a> Files<'a> {
    pub(super) fn new(schema: &'a Schema, sdks: &BTreeSet<String>, options: &Options) -> Self {
        let all = schema.models.iter().zip(folders(schema, sdks));
        let generated: Vec<_> = all.filter(|((name, _), _)| options.replaced_model(name).is_none()).collect();
        let folders: BTreeSet<&String> = generated.iter().filter_map(|(_, folder)| folder.as_ref()).collect();
        let folders: Vec<String> = folders.into_iter().cloned().collect();
        let placed = |((name, model), folder): ((&'a ModelName, &'a Model), Option<String>)| {
            let part = folder.and_then(|folder| folders.binary_search(&folder).ok());
            Generated { name, model, part }
        };
        let models = generated.into_iter().map(placed).collect();
        Self { folders, models }
    }
}

/// The folder of each model's document, relative to the folder that all models share, and nothing for a model that is
/// directly in the shared folder. The folder of an SDK is left out, because a model can be merged from the documents of
/// several, and another SDK must not move a model to another file.
fn folders(schema: &Schema, sdks: &BTreeSet<String>) -> Vec<Option<String>> {
    let paths = || schema.models.values().map(|model| &*model.origin.path);
    // Many documents are in one folder.
    let distinct: BTreeSet<Option<&str>> = paths().map(folder).collect();
    let folders: BTreeMap<Option<&str>, Vec<&str>> =
        distinct.into_iter().map(|folder| (folder, parts(folder, sdks))).collect();
    let shared = shared(folders.values());
    let below =
        |path| folders.get(&folder(path)).and_then(|parts| parts.get(shared..)).filter(|below| !below.is_empty());
    paths().map(|path| below(path).map(|below| below.join("/"))).collect()
}

/// The folder of a document.
fn folder(path: &str) -> Option<&str> {
    path.rsplit_once('/').map(|(folder, _)| folder)
}

/// A folder in parts, without that of its SDK.
fn parts<'a>(folder: Option<&'a str>, sdks: &BTreeSet<String>) -> Vec<&'a str> {
    let Some(folder) = folder else { return Vec::new() };
    let slashes = folder.match_indices('/').map(|(at, _)| at);
    let ends = std::iter::once(folder.len()).chain(slashes.rev());
    let sdk = ends.into_iter().find(|end| sdks.contains(&folder[..*end]));
    let Some(end) = sdk else { return folder.split('/').collect() };
    let above = self::folder(&folder[..end]).into_iter().flat_map(|above| above.split('/'));
    let below = folder.get(end + 1..).into_iter().flat_map(|below| below.split('/'));
    above.chain(below).collect()
}

/// The number of leading folders that all of these share.
fn shared<'a, 'p: 'a>(mut folders: impl Iterator<Item = &'a Vec<&'p str>>) -> usize {
    let Some(first) = folders.next() else { return 0 };
    folders.fold(first.len(), |shared, folder| {
        first.iter().zip(folder).take(shared).take_while(|(first, other)| first == other).count()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_of_an_sdk_is_left_out() {
        let sdks = BTreeSet::from(["specs/shop/java".to_owned(), "docs".to_owned()]);
        for (path, folders) in [
            ("specs/shop/java/orders/Order.md", &["specs", "shop", "orders"][..]),
            ("specs/shop/java/Order.md", &["specs", "shop"]),
            ("specs/shop/javascript/Order.md", &["specs", "shop", "javascript"]),
            ("docs/Order.md", &[]),
            ("Order.md", &[]),
        ] {
            assert_eq!(parts(folder(path), &sdks), folders, "{path}");
        }
    }

    #[test]
    fn what_all_folders_share_is_counted() {
        for (folders, count) in [
            (vec![], 0),
            (vec![vec!["a", "b"]], 2),
            (vec![vec!["a", "b"], vec!["a", "c"], vec!["a", "b"]], 1),
            (vec![vec!["a", "b"], vec!["a"]], 1),
            (vec![vec!["a"], vec![]], 0),
        ] {
            assert_eq!(shared(folders.iter()), count, "{folders:?}");
        }
    }
}
