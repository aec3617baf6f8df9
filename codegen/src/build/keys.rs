//! Which case the keys of a document are in.

use crate::diag::{Sink, codes};
use crate::dialect::KeyCase;
use crate::pattern::Pattern;
use crate::read::doc::ModelDoc;
use crate::source::{Sources, is_within};

/// Sets the configured case of each document's keys. Reports paths at which there is no document.
pub(crate) fn choose(cases: &[(Pattern, KeyCase)], docs: &mut [ModelDoc], sources: &Sources, sink: &mut Sink) {
    for (path, case) in cases {
        let path_of = |doc: &ModelDoc| &sources.get(doc.name.span.file).path;
        let mut within = docs.iter_mut().filter(|doc| is_within(path_of(doc), path.text())).peekable();
        if within.peek().is_none() {
            let message = format!("no document of a model is at `{}`", path.text());
            sink.report(&codes::BAD_OPTION, path.origin().clone(), message);
        }
        within.for_each(|doc| doc.key_case = Some(*case));
    }
}
