//! The configured case of JSON keys.

use crate::diag::{Sink, codes};
use crate::dialect::KeyCase;
use crate::pattern::Pattern;
use crate::read::doc::ModelDoc;
use crate::source::{Sources, is_within};

/// Sets the configured case of each document's keys. Reports paths without a document.
pub(crate) fn choose(cases: &[(Pattern, KeyCase)], docs: &mut [ModelDoc], sources: &Sources, sink: &mut Sink) {
    for (path, case) in cases {
        let mut is_used = false;
        for doc in &mut *docs {
            if is_within(&sources.get(doc.name.span.file).path, path.text()) {
                doc.key_case = Some(*case);
                is_used = true;
            }
        }
        if !is_used {
            let message = format!("no document of a model is at `{}`", path.text());
            sink.report(&codes::BAD_OPTION, path.origin().clone(), message);
        }
    }
}
