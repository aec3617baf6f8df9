//! The levels that the configuration sets, and how many mistakes of one kind are shown.

use std::collections::BTreeMap;

use super::{Code, Diagnostic, Found, Level, Message, Sink, Subject, codes, did_you_mean};
use crate::source::{PathPattern, Sources};

/// At most this many mistakes of one kind are shown, unless the configuration asks for all.
const SHOWN: usize = 20;

/// The kinds that are always errors, and why.
static ALWAYS: [(&Code, &str); 2] = [
    (&codes::BAD_CONFIGURATION, "nothing is generated under half a configuration"),
    (&codes::CANNOT_WRITE, "nothing can be compiled without the files"),
];

/// How mistakes are reported.
#[derive(Clone, Debug, Default)]
pub(crate) struct Levels {
    /// The levels, in the order of the calls; of several that apply, the last one counts.
    settings: Vec<Setting>,
    /// Whether all mistakes are shown, however many there are of one kind.
    pub show_all: bool,
}

/// The level of a kind of mistake at a path.
#[derive(Clone, Debug)]
struct Setting {
    path: PathPattern,
    code: String,
    level: Level,
}

impl Levels {
    /// Sets the level of the mistakes of a kind at a path.
    pub(crate) fn set(&mut self, path: PathPattern, code: String, level: Level) {
        self.settings.push(Setting { path, code, level });
    }

    /// Reports the settings that cannot be applied.
    pub(super) fn check(&self, found: &mut Vec<Found>) {
        for Setting { path, code, level } in &self.settings {
            let message = if !codes::ALL.iter().any(|known| known.name == code) {
                let hint = did_you_mean(code, codes::ALL.iter().map(|known| known.name));
                Message::new(format!("no diagnostic has the code `{code}`")).hint(hint)
            } else if let Some((_, reason)) = ALWAYS.iter().find(|(always, _)| always.name == code)
                && *level != Level::Error
            {
                format!("`{code}` is always an error, because {reason}").into()
            } else {
                continue;
            };
            let diagnostic = Diagnostic::new(&codes::BAD_OPTION, path.origin().clone(), message);
            found.push(Found { diagnostic, subject: Subject::default() });
        }
    }

    /// Reports the settings for a path at which nothing is.
    pub(crate) fn check_paths(&self, sources: &Sources, sink: &mut Sink) {
        let mut missing = Vec::new();
        for Setting { path, .. } in &self.settings {
            let given = sources.given();
            let is_reported = |found: &Found| is_at(path, &found.diagnostic.origin.path, &given);
            if !sources.has_any_at(path) && !sink.found.iter().any(is_reported) {
                missing.push(path);
            }
        }
        for path in missing {
            let message = format!("no document is at `{}`, so this level is that of nothing", path.text());
            sink.report_unmatched(path.origin().clone(), message);
        }
    }

    /// Gives each mistake its level, and removes those that are allowed. `given` has the paths that were given, as
    /// diagnostics show them.
    pub(super) fn apply(&self, found: &mut Vec<Diagnostic>, given: &[&str]) {
        if self.settings.is_empty() {
            return;
        }
        let can_be_set = |it: &&mut Diagnostic| !ALWAYS.iter().any(|(always, _)| it.code == *always);
        for diagnostic in found.iter_mut().filter(can_be_set) {
            let matching = self.settings.iter().rev().find(|setting| setting.applies_to(diagnostic, given));
            diagnostic.level = matching.map_or(diagnostic.level, |setting| setting.level);
        }
        found.retain(|diagnostic| diagnostic.level != Level::Allow);
    }

    /// Replaces all but the first mistakes of each kind by their number. The mistakes are sorted.
    pub(super) fn group(&self, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        if self.show_all {
            return found;
        }
        let found = fold(found);
        let mut shown: Vec<Diagnostic> = Vec::with_capacity(found.len());
        let mut groups: Vec<Group> = Vec::new();
        for diagnostic in found {
            let code = diagnostic.code;
            let idx = groups.iter().position(|group| group.code == code).unwrap_or_else(|| {
                groups.push(Group { code, shown: 0, hidden: Vec::new() });
                groups.len() - 1
            });
            let is_always_shown = ALWAYS.iter().any(|(always, _)| *always == code);
            if is_always_shown || groups[idx].shown < SHOWN {
                groups[idx].shown += 1;
                shown.push(diagnostic);
            } else {
                groups[idx].hidden.push(diagnostic);
            }
        }
        shown.extend(groups.into_iter().filter_map(Group::summary));
        shown
    }
}

impl Setting {
    fn applies_to(&self, diagnostic: &Diagnostic, given: &[&str]) -> bool {
        self.code == diagnostic.code.name && is_at(&self.path, &diagnostic.origin.path, given)
    }
}

/// Whether a pattern matches a path, or what of it is below a given one.
fn is_at(pattern: &PathPattern, path: &str, given: &[&str]) -> bool {
    pattern.matches_path(path) || below(path, given).any(|below| pattern.matches_path(below))
}

/// What of a path is below each of the given paths that it is in.
fn below<'p>(path: &'p str, given: &[&str]) -> impl Iterator<Item = &'p str> {
    given.iter().filter_map(move |given| path.strip_prefix(*given)?.strip_prefix('/'))
}

/// Mistakes that pages of one folder have in common as a rule, because they are of one generator.
static OF_FOLDERS: [&Code; 3] = [&codes::UNKNOWN_DIALECT, &codes::AMBIGUOUS_DIALECT, &codes::NO_TABLE];

/// Keeps the first of equal mistakes in a folder, with their number.
fn fold(found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut first: BTreeMap<(&str, String, String), usize> = BTreeMap::new();
    let mut kept: Vec<(Diagnostic, usize)> = Vec::with_capacity(found.len());
    for diagnostic in found {
        if OF_FOLDERS.contains(&diagnostic.code) {
            let folder = diagnostic.origin.path.rsplit_once('/').map_or("", |(folder, _)| folder).to_owned();
            let idx = *first.entry((diagnostic.code.name, folder, diagnostic.message.clone())).or_insert(kept.len());
            if let Some((_, others)) = kept.get_mut(idx) {
                *others += 1;
                continue;
            }
        }
        kept.push((diagnostic, 0));
    }
    kept.into_iter().map(|(diagnostic, others)| counted(diagnostic, others)).collect()
}

/// A mistake with the number of others like it in its folder.
fn counted(mut diagnostic: Diagnostic, others: usize) -> Diagnostic {
    if others > 0 {
        let documents = if others == 1 { "document" } else { "documents" };
        diagnostic.message = format!("{} (and {others} more {documents} of this folder)", diagnostic.message);
    }
    diagnostic
}

/// The mistakes of one kind.
struct Group {
    code: &'static Code,
    shown: usize,
    hidden: Vec<Diagnostic>,
}

impl Group {
    /// One diagnostic for all that are not shown, at the place of the first of them.
    fn summary(self) -> Option<Diagnostic> {
        let first = self.hidden.first()?;
        let level = self.hidden.iter().map(|diagnostic| diagnostic.level).min()?;
        let count = self.hidden.len();
        let documents: usize =
            1 + self.hidden.windows(2).filter(|two| two[0].origin.path != two[1].origin.path).count();
        let message = format!(
            "from here on, {count} more of this kind {} in {documents} {}",
            if count == 1 { "is" } else { "are" },
            if documents == 1 { "file" } else { "files" },
        );
        let message = Message::new(message).help("`Config::show_all` lists them");
        Some(Diagnostic { level, ..Diagnostic::new(self.code, first.origin.clone(), message) })
    }
}
