//! What a build script prints.
//!
//! Cargo obeys the lines that start with `cargo:`, after spaces, too. Documents, folders and files determine parts of the
//! lines, so all lines are made here: each has a fixed start, and hidden characters are escaped, so that no text ends a
//! line and starts one of its own.

use std::fmt;
use std::path::{Path, PathBuf};

use crate::compile::Outcome;
use crate::diag::{Level, Problem, counted, folded, one_line, separated};
use crate::source::{Origin, Workspace};

/// At most this many mistakes are shown, so that they fit a screen with what is below them.
const SHOWN: usize = 20;

/// At most this many kinds of errors are explained.
const EXPLAINED: usize = 6;

/// What a build script reports.
#[derive(Debug)]
pub(crate) struct Report<'a> {
    pub outcome: &'a Outcome,
    /// Where paths start.
    pub workspace: &'a Workspace,
    /// The paths with which the tool checks the same documents.
    pub given: &'a [&'a Path],
    /// Whether all mistakes are shown, however many there are.
    pub shows_all: bool,
}

impl Report<'_> {
    /// The lines for cargo and for people who run it with `-vv`: the paths to watch, the mistakes, what to do about each
    /// kind of error, and what was generated.
    pub(crate) fn lines<'p>(&self, watched: impl Iterator<Item = &'p PathBuf>) -> Vec<String> {
        let Self { outcome, .. } = self;
        let mut lines: Vec<String> = watched.map(|path| directive("rerun-if-changed", path.display())).collect();
        let problems = folded(&outcome.diagnostics);
        let limit = if self.shows_all { usize::MAX } else { SHOWN };
        let shown = &problems[..problems.len().min(limit)];
        lines.extend(shown.iter().map(|problem| self.line(problem)));
        lines.extend(explanations(shown));
        lines.extend(self.count(&problems[shown.len()..]));
        for report in outcome.merged() {
            lines.extend(report.to_string().lines().map(note));
        }
        lines.push(note(format_args!("{} of {} models", outcome.account.wanted, outcome.schema.models.len())));
        for (name, module) in &outcome.modules {
            lines.push(note(format_args!(
                "{name}: {} of {} models",
                module.account.wanted,
                module.schema.models.len()
            )));
        }
        lines
    }

    /// A mistake. Cargo puts `error` or `warning` before the line.
    fn line(&self, Problem { first, others }: &Problem<'_>) -> String {
        let mut first = (*first).clone();
        for path in first.related.iter_mut().map(|related| &mut related.origin.path).chain([&mut first.origin.path]) {
            // Compilers run at the root, so the place of a call starts there already.
            if Path::new(&**path).extension().is_none_or(|extension| extension != "rs") {
                *path = self.workspace.shown(path).into();
            }
        }
        let more = match others.len() {
            0 => String::new(),
            1 => " (and 1 more place)".to_owned(),
            count => format!(" (and {count} more places)"),
        };
        let Origin { path, line, column } = &first.origin;
        let (code, text) = (first.code.name, first.text());
        directive(word(first.level), format_args!("{path}:{line}:{column}: [{code}] {text}{more}"))
    }

    /// How many mistakes there are, and how to see the rest and the rows.
    fn count(&self, hidden: &[Problem<'_>]) -> Option<String> {
        let (errors, warnings) = (self.outcome.count(Level::Error), self.outcome.count(Level::Warning));
        if errors == 0 && hidden.is_empty() {
            return None;
        }
        let level = if errors > 0 { Level::Error } else { Level::Warning };
        let hidden: usize = hidden.iter().map(|problem| 1 + problem.others.len()).sum();
        let not_shown = if hidden > 0 { format!(" ({} not shown)", separated(hidden)) } else { String::new() };
        let paths: Vec<String> = self.given.iter().map(|path| self.workspace.shown(&path.to_string_lossy())).collect();
        let (errors, warnings) = (counted(errors, "error"), counted(warnings, "warning"));
        let command = format!("codegen check {}", paths.join(" "));
        Some(directive(
            word(level),
            format_args!("{errors}, {warnings}{not_shown}; `{command}` shows them with their rows"),
        ))
    }
}

/// What can be done about each kind of error.
fn explanations(shown: &[Problem<'_>]) -> Vec<String> {
    let mut explained = Vec::new();
    for Problem { first, .. } in shown {
        if first.level == Level::Error && !explained.contains(&first.code) && explained.len() < EXPLAINED {
            explained.push(first.code);
        }
    }
    explained.sort_unstable_by_key(|code| code.name);
    let lines = explained.iter().map(|code| format!("help[{}]: {}", code.name, code.explanation));
    lines.map(|line| directive("error", line)).collect()
}

fn word(level: Level) -> &'static str {
    if level == Level::Error { "error" } else { "warning" }
}

fn directive(name: &'static str, text: impl fmt::Display) -> String {
    format!("cargo::{name}={}", one_line(&text.to_string()))
}

/// A line that cargo only records.
fn note(text: impl fmt::Display) -> String {
    format!("codegen: {}", one_line(&text.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;
    use crate::dialect;

    fn compile(texts: impl IntoIterator<Item = (String, String)>) -> Outcome {
        let dialect = dialect::by_name("openapi-rust-3").expect("a dialect");
        Config::new().dialect_of_all(dialect).compile_texts(texts)
    }

    /// A place that the page does not have.
    const USUAL: usize = 99;

    /// A page with a text at each place that can have one.
    fn page(text: &str, place: usize) -> String {
        let at = |own: usize, usual: &'static str| if own == place { text.to_owned() } else { usual.to_owned() };
        let (title, name, ty, about) = (at(1, "Tag"), at(2, "id"), at(3, "i32"), at(4, "Its id."));
        let (note, target, value, extra) = (at(5, "[optional]"), at(6, "Tag.md"), at(7, "a"), at(8, ""));
        format!(
            "# {title}\n\n## Properties\n\nName | Type | Description | Notes\n--- | --- | --- | ---\n\
             **{name}** | **{ty}** | {about} | {note}\n**kind** | [**Kind**]({target}) | Its kind. | {extra}\n\n\
             ## Enum: kind\n\nName | Value\n---- | -----\n{value} | {value}\n"
        )
    }

    #[allow(clippy::ptr_arg, reason = "an argument of `for_each`")]
    fn assert_harmless(line: &String) {
        let starts = ["cargo::rerun-if-changed=", "cargo::error=", "cargo::warning=", "codegen: "];
        assert!(starts.iter().any(|start| line.starts_with(start)), "{line}");
        assert!(!line.contains(crate::diag::hidden), "{line:?}");
    }

    /// The lines of a build script.
    fn lines<'a>(watched: impl Iterator<Item = &'a PathBuf>, outcome: &Outcome) -> Vec<String> {
        let workspace = Workspace::default();
        Report { outcome, workspace: &workspace, given: &[Path::new("specs")], shows_all: false }.lines(watched)
    }

    /// The lines about mistakes.
    fn reported(outcome: &Outcome) -> Vec<String> {
        lines([].iter(), outcome).into_iter().filter(|line| line.starts_with("cargo::")).collect()
    }

    #[test]
    fn mistakes_fit_a_screen_and_those_with_one_cause_are_one() {
        let row = |idx: usize, ty: &str| format!("**f{idx}** | **{ty}** | About it. | [optional]\n");
        let rows: String = (0..500).map(|idx| row(idx, &format!("bad{}", idx % 100))).collect();
        let head = "Name | Type | Description | Notes\n--- | --- | --- | ---\n";
        let page = format!("# Tag\n\n## Properties\n\n{head}{rows}");
        let dialect = dialect::by_name("openapi-rust-3").expect("a dialect");
        let config = Config::new().show_all().dialect_of_all(dialect);
        let outcome = config.compile_texts([("specs/Tag.md", page)]);
        let reported = reported(&outcome);
        assert_eq!(outcome.count(Level::Error), 500);
        assert_eq!(reported.len(), SHOWN + 2);
        assert_eq!(
            reported[0],
            "cargo::error=specs/Tag.md:7:12: [unknown-type] no type is called `bad0` (and 4 more places)"
        );
        assert!(reported[SHOWN].starts_with("cargo::error=help[unknown-type]: A type has a word that is neither"));
        assert_eq!(
            reported[SHOWN + 1],
            "cargo::error=500 errors, 0 warnings (400 not shown); `codegen check specs` shows them with \
             their rows"
        );
    }

    #[test]
    fn no_text_of_a_document_starts_a_line() {
        let orders = ["cargo:rustc-link-arg=-s", "cargo::rustc-cfg=owned", " cargo::error=none", "\u{1b}[2J"];
        let breaks = ["", "\n", "\r\n", "\r", "\u{2028}", "\u{85}", "\u{b}", "&#10;", "<br>", "\n\n"];
        for order in orders {
            for text in breaks.map(|line_break| format!("{line_break}{order}{line_break}x")) {
                for place in 0..=9 {
                    let folder = if place == 0 { &*text } else { "specs/shop" };
                    let file = if place == 9 { &*text } else { "Tag" };
                    let page = page(&text, place);
                    let texts = ["a", "b"].map(|sdk| (format!("{folder}/{sdk}/{file}.md"), page.clone()));
                    let watched = [PathBuf::from(folder)];
                    lines(watched.iter(), &compile(texts)).iter().for_each(assert_harmless);
                }
            }
        }
    }

    #[test]
    fn the_report_about_merged_folders_starts_no_line_either() {
        let api = "cargo:rustc-link-arg=-s\ncargo:x";
        let tag = |sdk: &str| (format!("specs/{api}/{sdk}/Tag.md"), page("", USUAL));
        let outcome = compile([tag("a"), tag("b")]);
        assert_eq!((outcome.has_errors(), outcome.merged().count()), (false, 1));
        lines([].iter(), &outcome).iter().for_each(assert_harmless);
    }
}
