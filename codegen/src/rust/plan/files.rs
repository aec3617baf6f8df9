//! Which file each model goes into.

use std::collections::{BTreeMap, BTreeSet};

use crate::schema::{ModelName, Schema};

/// The folder of each model's document, relative to the folder that all models share, and nothing for a model that is
/// directly in the shared folder. The folder of an SDK is left out, because a model can be merged from the documents of
/// several, and another SDK must not move a model to another file.
pub(super) fn folders<'a>(schema: &'a Schema, sdks: &BTreeSet<String>) -> BTreeMap<&'a ModelName, String> {
    let folders: BTreeMap<&ModelName, Vec<&str>> =
        schema.models.iter().map(|(name, model)| (name, parts(&model.origin.path, sdks))).collect();
    let shared = shared(folders.values());
    let below = folders.into_iter().filter(|(_, parts)| parts.len() > shared);
    below.map(|(name, parts)| (name, parts[shared..].join("/"))).collect()
}

/// The folders above a document, without that of its SDK.
fn parts<'a>(path: &'a str, sdks: &BTreeSet<String>) -> Vec<&'a str> {
    let slashes = path.match_indices('/').map(|(at, _)| at);
    let sdk = slashes.rev().find(|at| sdks.contains(&path[..*at]));
    let folder = |path: &'a str| path.rsplit_once('/').map(|(folder, _)| folder.split('/'));
    match sdk {
        Some(at) => folder(&path[..at]).into_iter().chain(folder(&path[at + 1..])).flatten().collect(),
        None => folder(path).into_iter().flatten().collect(),
    }
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
            assert_eq!(parts(path, &sdks), folders, "{path}");
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
