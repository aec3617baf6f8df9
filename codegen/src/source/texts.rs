//! Documents that are not read from the disk, such as those of another revision.

use super::ignored::Ignored;
use super::{Root, Roots, Source, Sources, walk};
use crate::diag::Sink;

/// Takes documents and samples, and reads the corrections and samples that have paths of their own from the disk.
pub(crate) fn read_beside(mut texts: Vec<Source>, given: Roots<'_>, sink: &mut Sink) -> Sources {
    let mut sources = walk::read(Roots { specs: &[], ignored: &[], ..given }, sink);
    let mut ignored = Ignored::new(given.ignored);
    let before = texts.len();
    texts.retain(|text| !ignored.has(&text.path, &text.below));
    let has_ignored = texts.len() < before;
    let Sources { files, samples, .. } = Sources::new(texts);
    sources.files.extend(files);
    sources.files.sort_by(|a, b| a.path.cmp(&b.path));
    sources.samples.extend(samples);
    sources.samples.sort_by(|a, b| a.path.cmp(&b.path));
    for label in sources.given().into_iter().map(str::to_owned).collect::<Vec<_>>() {
        sources.roots.push(Root { label, has_ignored, ..Root::default() });
    }
    ignored.check(&sources, sink);
    sources
}
