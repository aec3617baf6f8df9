//! A comparison for terminals.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use anstyle::{AnsiColor, Effects, Style};

use super::change::{Change, Said, Subject};
use super::entries::Entry;
use super::rules::Level;
use super::summary::{Summary, Version, advice};
use crate::cli::output;
use crate::diag::{counted, one_line, separated};

/// At least so many entries are shown, however small the screen is.
const FEW: usize = 2;
/// What is below the entries on a screen.
const BELOW: usize = 8;
/// How many rules are counted below the entries.
const RULES: usize = 8;
/// How many other places of an entry are named.
const PLACES: usize = 3;
/// How many changes by the same rule are shown of an entry.
const LINES: usize = 2;
/// The most letters that are shown of what one version says.
const LETTERS: usize = 70;

/// What is shown.
#[derive(Clone, Copy)]
pub(super) struct View {
    /// Whether all entries and places are.
    pub(super) all: bool,
    pub(super) version: Option<Version>,
    pub(super) screen: output::View,
}

/// The entries of the levels that need attention, as many as a screen has room for, then the numbers.
pub(super) fn text(entries: &[Entry<'_>], summary: Summary, view: View) -> String {
    let listed: Vec<&Entry<'_>> = entries.iter().filter(|entry| view.all || entry.level != Level::Compatible).collect();
    let lines = view.screen.height.saturating_sub(BELOW);
    let (mut text, mut count, mut used) = (String::new(), 0, 0);
    for entry in &listed {
        let shown = shown(entry, view);
        used += shown.lines().count();
        if used > lines && count >= FEW && listed.len() - count > FEW && !view.all {
            break;
        }
        text.push_str(&shown);
        count += 1;
    }
    let hidden = entries.len() - count;
    if hidden > 0 {
        let breaking = listed[count..].iter().filter(|entry| entry.level == Level::Breaking).count();
        let what = if count == listed.len() { "compatible " } else { "" };
        let entries = if hidden == 1 { "entry is" } else { "entries are" };
        let of_these = if breaking > 0 { format!(", {} of them breaking", separated(breaking)) } else { String::new() };
        let hidden = separated(hidden);
        let _ = writeln!(text, "{hidden} {what}{entries} not shown{of_these}; `--all` shows them");
    }
    let _ = writeln!(text, "{summary}");
    if count < listed.len() {
        text.push_str(&by_rule(entries));
    }
    let _ = writeln!(text, "{}", advice(summary.step, view.version));
    text
}

/// How often each rule applies, for the levels that need attention.
fn by_rule(entries: &[Entry<'_>]) -> String {
    let mut counts: BTreeMap<(Level, &str), usize> = BTreeMap::new();
    for (change, count) in entries.iter().flat_map(|entry| &entry.changes) {
        *counts.entry((change.level, change.rule.name)).or_default() += count;
    }
    let mut own: Vec<((Level, &str), usize)> =
        counts.into_iter().filter(|((level, _), _)| *level < Level::Compatible).collect();
    own.sort_by_key(|((level, _), count)| (*level, Reverse(*count)));
    let mut text = String::new();
    for ((level, rule), count) in own.iter().take(RULES) {
        let _ = writeln!(text, "  {level:8}  {:>6}  {rule}", separated(*count));
    }
    if own.len() > RULES {
        let _ = writeln!(text, "  and {}", counted(own.len() - RULES, "other rule"));
    }
    text
}

fn shown(entry: &Entry<'_>, view: View) -> String {
    let mut text = String::new();
    let Some((first, subject)) = entry.first().zip(entry.subjects.first()) else { return text };
    let level = styled(&entry.level.to_string(), style_of(entry.level), view);
    let name = styled(&one_line(&subject.to_string()), Style::new().effects(Effects::BOLD), view);
    let _ = writeln!(text, "{level}: {name}");
    if let Some(places) = places(first) {
        let _ = writeln!(text, "  --> {places}");
    }
    add_changes(&mut text, entry, view);
    let notes: BTreeSet<&str> = entry.changes.iter().filter_map(|(change, _)| change.note.as_deref()).collect();
    for note in notes {
        let _ = writeln!(text, "   = {note}");
    }
    add_others(&mut text, &entry.subjects[1..], view);
    text.push('\n');
    text
}

/// One line for each change, but not for all that differ only in the names of types.
fn add_changes(text: &mut String, entry: &Entry<'_>, view: View) {
    let width = entry.changes.iter().map(|(change, _)| change.rule.name.len()).max().unwrap_or_default();
    let (mut side, mut lines_of) = (None, BTreeMap::<&str, usize>::new());
    for (change, count) in &entry.changes {
        let rule = change.rule.name;
        let lines = lines_of.entry(rule).or_default();
        *lines += 1;
        if *lines > LINES && !view.all {
            continue;
        }
        let shown_side = if side == Some(change.rule.side) { String::new() } else { change.rule.side.to_string() };
        side = Some(change.rule.side);
        let times = match *count {
            count if count == entry.subjects.len() => String::new(),
            1 => "  (once)".to_owned(),
            count => format!("  ({} times)", separated(count)),
        };
        let line = format!("   {shown_side:4}  {rule:width$}  {}{times}", described(change));
        text.extend([line.trim_end(), "\n"]);
        let others = entry.changes.iter().filter(|(other, _)| other.rule == change.rule).count() - LINES.min(*lines);
        if *lines == LINES && others > 0 && !view.all {
            let _ = writeln!(text, "         {rule:width$}  … and {}", counted(others, "other"));
        }
    }
}

/// What changed, in one phrase.
pub(super) fn described(change: &Change) -> String {
    let cut = |text: &str| {
        let text = one_line(text);
        match text.char_indices().nth(LETTERS) {
            Some((at, _)) => format!("{}…", &text[..at]),
            None => text,
        }
    };
    match (&change.old.text, &change.new.text) {
        (Some(old), Some(new)) => format!("{} -> {}", cut(old), cut(new)),
        (Some(old), None) => format!("- {}", cut(old)),
        (None, Some(new)) => format!("+ {}", cut(new)),
        (None, None) => String::new(),
    }
}

/// The places of both sides.
pub(super) fn places(change: &Change) -> Option<String> {
    let place =
        |said: &Said| said.origin.as_ref().map(|it| format!("{}:{}:{}", one_line(&it.path), it.line, it.column));
    match (place(&change.old), place(&change.new)) {
        (Some(old), Some(new)) => Some(format!("{old} -> {new}")),
        (old, new) => old.or(new),
    }
}

fn add_others(text: &mut String, others: &[&Subject], view: View) {
    if others.is_empty() {
        return;
    }
    let count = if view.all { others.len() } else { PLACES.min(others.len()) };
    let mut names: Vec<String> = others[..count].iter().map(|subject| one_line(&subject.to_string())).collect();
    if others.len() > count {
        names.push("…".to_owned());
    }
    let _ = writeln!(text, "   = also in {}: {}", counted(others.len(), "other place"), names.join(", "));
}

fn style_of(level: Level) -> Style {
    let color = match level {
        Level::Breaking => AnsiColor::Red,
        Level::Risky => AnsiColor::Yellow,
        Level::Compatible | Level::Ignore => AnsiColor::Green,
    };
    color.on_default().effects(Effects::BOLD)
}

fn styled(text: &str, style: Style, view: View) -> String {
    if view.screen.is_colored { format!("{style}{text}{style:#}") } else { text.to_owned() }
}
