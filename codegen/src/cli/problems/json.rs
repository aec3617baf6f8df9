//! One JSON object with all mistakes, for programs.

use std::io::Write;

use serde::Serialize;

use super::{Problems, places};
use crate::cli::Failure;
use crate::cli::check::summary::Summary;
use crate::cli::json::pretty;
use crate::diag::{Code, Diagnostic, Fix, Level};
use crate::source::Origin;

/// Rises when a reader of an older version could not read what is written.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Report<'a> {
    version: u32,
    summary: &'a Summary,
    diagnostics: Vec<Entry<'a>>,
}

#[derive(Serialize)]
struct Entry<'a> {
    code: &'static Code,
    level: Level,
    message: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'a str>,
    #[serde(flatten)]
    place: Place<'a>,
    /// The dialect that the page was read in.
    #[serde(skip_serializing_if = "Option::is_none")]
    dialect: Option<&'static str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<Related<'a>>,
    /// The row of corrections that certainly fixes it.
    #[serde(skip_serializing_if = "Option::is_none")]
    fix: Option<&'a Fix>,
}

#[derive(Serialize)]
struct Related<'a> {
    label: &'a str,
    #[serde(flatten)]
    place: Place<'a>,
}

/// Lines and columns are counted from 1, and columns and widths in characters.
#[derive(Serialize)]
struct Place<'a> {
    path: &'a str,
    line: u32,
    column: u32,
    /// Absent where the place is a document as a whole.
    #[serde(skip_serializing_if = "Option::is_none")]
    width: Option<u32>,
}

pub(in crate::cli) fn write(problems: &Problems<'_>, summary: &Summary, out: &mut dyn Write) -> Result<(), Failure> {
    let diagnostics = problems.all.iter().map(|diagnostic| entry(diagnostic, problems)).collect();
    writeln!(out, "{}", pretty(&Report { version: VERSION, summary, diagnostics })?)?;
    Ok(())
}

fn entry<'a>(diagnostic: &'a Diagnostic, problems: &Problems<'a>) -> Entry<'a> {
    let Diagnostic { origin, width, level, code, message, help, related, fix } = diagnostic;
    let related = related.iter();
    Entry {
        code,
        level: *level,
        message,
        help: help.as_deref(),
        place: place(origin, *width, problems),
        dialect: problems.document(&origin.path).and_then(|it| it.outcome.dialects.get(&*it.path).copied()),
        fix: fix.as_deref(),
        related: related.map(|it| Related { label: &it.label, place: place(&it.origin, it.width, problems) }).collect(),
    }
}

fn place<'a>(origin: &'a Origin, width: u32, problems: &Problems<'a>) -> Place<'a> {
    let source = problems.source(origin);
    let width = source.map_or(width, |source| places::width(&source, origin, width));
    let width = Some(width).filter(|width| *width > 0);
    Place { path: &origin.path, line: origin.line, column: origin.column, width }
}
