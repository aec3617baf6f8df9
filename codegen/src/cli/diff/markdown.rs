//! A comparison for the description of a pull request.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::entries::Entry;
use super::human::{described, places};
use super::rules::Level;
use super::summary::{Summary, Version, advice};
use crate::diag::{counted, one_line, separated};

/// How many entries of a level are shown. Forges limit how long a text can be.
const SHOWN: usize = 100;
/// How many other places of an entry are named.
const PLACES: usize = 5;

/// The numbers, what breaks, and the rest to unfold.
pub(super) fn text(entries: &[Entry<'_>], summary: Summary, version: Option<Version>, all: bool) -> String {
    let mut text = format!("## Changes of the models\n\n{summary}; {}.\n", advice(summary.step, version));
    for (level, title) in [
        (Level::Breaking, "Breaking changes"),
        (Level::Risky, "Risky changes"),
        (Level::Compatible, "Compatible changes"),
    ] {
        let own: Vec<&Entry<'_>> = entries.iter().filter(|entry| entry.level == level).collect();
        if own.is_empty() {
            continue;
        }
        if level == Level::Breaking {
            let _ = writeln!(text, "\n### {title}\n");
            add_table(&mut text, &own, all);
        } else {
            let _ = writeln!(text, "\n<details>\n<summary>{title} ({})</summary>\n", separated(own.len()));
            add_table(&mut text, &own, all);
            text.push_str("\n</details>\n");
        }
    }
    text
}

fn add_table(text: &mut String, entries: &[&Entry<'_>], all: bool) {
    text.push_str("| What | Change | Rule |\n| --- | --- | --- |\n");
    let count = if all { entries.len() } else { SHOWN.min(entries.len()) };
    for entry in &entries[..count] {
        add_rows(text, entry, all);
    }
    if count < entries.len() {
        let hidden = entries.len() - count;
        let are = if hidden == 1 { "is" } else { "are" };
        let _ = writeln!(text, "\n{} more {are} not shown.", separated(hidden));
    }
}

/// One row per change of an entry; the first one says what changed.
fn add_rows(text: &mut String, entry: &Entry<'_>, all: bool) {
    let Some((first, subject)) = entry.first().zip(entry.subjects.first()) else { return };
    let mut what = code(&subject.to_string());
    let others = &entry.subjects[1..];
    if !others.is_empty() {
        let shown = if all { others.len() } else { PLACES.min(others.len()) };
        let names: Vec<String> = others[..shown].iter().map(|subject| code(&subject.to_string())).collect();
        let more = if shown < others.len() { ", …" } else { "" };
        let _ = write!(what, " and {}: {}{more}", counted(others.len(), "other"), names.join(", "));
    }
    if let Some(places) = places(first) {
        let _ = write!(what, "<br><sub>{}</sub>", cell(&places));
    }
    let mut notes = BTreeSet::new();
    for (change, _) in &entry.changes {
        let note = change.note.as_deref().filter(|note| notes.insert(*note));
        let note = note.map(|note| format!(" ({})", cell(note))).unwrap_or_default();
        let described = described(change);
        let described = if described.is_empty() { String::new() } else { code(&described) };
        let _ = writeln!(text, "| {what} | {described}{note} | {} `{}` |", change.rule.side, change.rule.name);
        what.clear();
    }
}

/// A text as code in a cell.
fn code(text: &str) -> String {
    let text = one_line(text);
    // How a pipe is escaped in code depends on what is before it.
    if text.contains('|') {
        return format!("<code>{}</code>", cell(&text));
    }
    let longest = text.split(|letter| letter != '`').map(str::len).max().unwrap_or_default();
    if longest == 0 {
        return format!("`{text}`");
    }
    let fence = "`".repeat(longest + 1);
    format!("{fence} {text} {fence}")
}

/// A text in a cell, in which nothing is markup.
fn cell(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in one_line(text).chars() {
        match letter {
            '<' => escaped.push_str("&lt;"),
            '&' => escaped.push_str("&amp;"),
            '|' | '*' | '_' | '`' | '[' | ']' | '\\' => escaped.extend(['\\', letter]),
            _ => escaped.push(letter),
        }
    }
    escaped
}
