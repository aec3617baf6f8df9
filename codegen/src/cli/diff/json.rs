//! A comparison as JSON.

use serde::Serialize;

use super::change::{Change, Said};
use super::rules::{Level, Side};
use super::summary::Summary;
use crate::cli::json::pretty;
use crate::schema::Origin;

/// The version of this form. A new key does not raise it.
const VERSION: u32 = 1;

#[derive(Serialize)]
struct Report<'c> {
    version: u32,
    summary: Summary,
    changes: Vec<Shown<'c>>,
}

#[derive(Serialize)]
struct Shown<'c> {
    rule: &'static str,
    side: Side,
    level: Level,
    #[serde(skip_serializing_if = "Option::is_none")]
    module: Option<&'c str>,
    model: &'c str,
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'c str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    old: Option<Version<'c>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    new: Option<Version<'c>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'c str>,
}

#[derive(Serialize)]
struct Version<'c> {
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<&'c str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    origin: Option<&'c Origin>,
}

/// All changes, one by one.
pub(super) fn text(changes: &[Change], summary: Summary) -> serde_json::Result<String> {
    let report = Report { version: VERSION, summary, changes: changes.iter().map(shown).collect() };
    pretty(&report).map(|text| text + "\n")
}

fn shown(change: &Change) -> Shown<'_> {
    Shown {
        rule: change.rule.name,
        side: change.rule.side,
        level: change.level,
        module: change.subject.module.as_deref(),
        model: &change.subject.owner,
        field: change.subject.field.as_deref(),
        old: version(&change.old),
        new: version(&change.new),
        note: change.note.as_deref(),
    }
}

fn version(said: &Said) -> Option<Version<'_>> {
    let version = Version { text: said.text.as_deref(), origin: said.origin.as_ref() };
    (version.text.is_some() || version.origin.is_some()).then_some(version)
}
