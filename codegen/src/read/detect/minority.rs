//! Pages in another dialect than most pages of their folder.
//!
//! A folder is mostly the output of one generator, so such a page may have been taken for what it is not. Nothing else
//! shows that, as its names, keys and types can be those of both dialects.

use std::collections::BTreeMap;

use super::{Detected, read_alike};
use crate::diag::{Sink, codes};
use crate::dialect::Dialect;
use crate::read::page::LazyPage;
use crate::source::{Origin, Sources};

/// The pages of a folder by the name of their dialect.
type ByDialect = BTreeMap<&'static str, Vec<usize>>;

/// Gives pages that read alike in both the dialect of their folder, and reports each dialect that others have. Only
/// the dialects of open pages were detected; those of others are configured.
pub(super) fn settle(
    pages: &[LazyPage<'_>],
    detected: &mut [Detected],
    open: &[bool],
    sources: &Sources,
    sink: &mut Sink,
) {
    let mut folders: BTreeMap<&str, ByDialect> = BTreeMap::new();
    for (idx, (page, found)) in pages.iter().zip(&*detected).enumerate() {
        if let Detected::Model(dialect) = found
            && open[idx]
        {
            let folder = folders.entry(sources.get(page.file).folder()).or_default();
            folder.entry(dialect.name).or_default().push(idx);
        }
    }
    for mut folder in folders.into_values().filter(|folder| folder.len() > 1) {
        let Some(most) = folder.values().max_by_key(|pages| pages.len()).and_then(|pages| pages.first()) else {
            continue;
        };
        let Detected::Model(majority) = detected[*most] else { continue };
        let count = folder.remove(majority.name).map_or(0, |pages| pages.len());
        for (_, mut others) in folder {
            others.retain(|idx| !takes(&mut detected[*idx], majority, &pages[*idx]));
            if let Some(first) = others.first().filter(|_| others.len() < count) {
                let path = &sources.get(pages[*first].file).path;
                report(path, &detected[*first], others.len(), majority, count, sink);
            }
        }
    }
}

/// Gives a page the dialect of its folder, if it reads alike in both. Returns whether it does.
fn takes(found: &mut Detected, majority: &'static Dialect, page: &LazyPage<'_>) -> bool {
    let is_alike = matches!(found, Detected::Model(own) if read_alike(own, majority, page.get()));
    if is_alike {
        *found = Detected::Model(majority);
    }
    is_alike
}

fn report(path: &str, found: &Detected, pages: usize, majority: &Dialect, count: usize, sink: &mut Sink) {
    let Detected::Model(own) = found else { return };
    let these = match pages {
        1 => "this page is".to_owned(),
        2 => "this page and another one are".to_owned(),
        _ => format!("this page and {} others are", pages - 1),
    };
    let message =
        format!("{these} in the dialect `{}`, but {count} pages of its folder in `{}`", own.name, majority.name);
    let origin = Origin::start_of(path);
    sink.report(&codes::MINORITY_DIALECT, origin, message);
}
