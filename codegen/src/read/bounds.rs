//! Pages and runs that are larger than the configuration allows.

use super::detect;
use super::doc::ModelDoc;
use super::page::{Page, Table};
use crate::diag::{Sink, Subject, codes};
use crate::source::{Limits, Sources, Span};

/// Whether a page has more rows or a longer cell than is read, which is reported.
pub fn is_exceeded(page: &Page, limits: &Limits, sources: &Sources, sink: &mut Sink) -> bool {
    let excess = too_many_rows(page, limits.rows).or_else(|| long_cell(page, limits.cell_bytes));
    if let Some((at, what)) = &excess {
        let subject = Subject { models: detect::names(page, sources), field: None };
        sink.report_of(subject, &codes::TOO_LARGE, sources.place(*at), format!("{what}; the document is not read"));
    }
    excess.is_some()
}

/// Leaves out the models that are more than a number of them, which is reported.
pub fn limit_models(models: &mut Vec<ModelDoc>, limits: &Limits, sources: &Sources, sink: &mut Sink) {
    if let Some(first) = models.get(limits.models) {
        let message = format!("there are more than {} models; this and the following ones are not read", limits.models);
        sink.report_of(
            Subject::of_model(&*first.name.value),
            &codes::TOO_LARGE,
            sources.place(first.name.span),
            message,
        );
        models.truncate(limits.models);
    }
}

fn too_many_rows(page: &Page, limit: usize) -> Option<(Span, String)> {
    let row = page.tables().flat_map(|table| &table.rows).nth(limit)?;
    Some((row.span, format!("there are more than {limit} rows up to this one")))
}

fn long_cell(page: &Page, limit: usize) -> Option<(Span, String)> {
    let rows = page.tables().flat_map(|Table { header, rows }| std::iter::once(header).chain(rows));
    let cell = rows.flat_map(|row| &row.cells).find(|cell| cell.value.len() > limit)?;
    Some((cell.span, format!("this cell has more than {limit} bytes")))
}
