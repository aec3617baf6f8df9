//! What a build script prints.
//!
//! Cargo obeys the lines that start with `cargo:`, after spaces, too. Documents, folders and files determine parts of the
//! lines, so all lines are made here: each has a fixed start, and hidden characters are escaped, so that no text ends a
//! line and starts one of its own.

use std::fmt;
use std::path::PathBuf;

use crate::compile::Outcome;
use crate::diag::{Level, one_line};

/// The lines for cargo and for people who run it with `-vv`: the paths to watch, the mistakes, what to do about each kind
/// of error, and what was generated.
pub(crate) fn lines<'a>(watched: impl Iterator<Item = &'a PathBuf>, outcome: &Outcome) -> Vec<String> {
    let mut lines: Vec<String> = watched.map(|path| directive("rerun-if-changed", path.display())).collect();
    for diagnostic in &outcome.diagnostics {
        let name = if diagnostic.level == Level::Error { "error" } else { "warning" };
        lines.push(directive(name, diagnostic));
    }
    for (code, explanation) in outcome.explanations() {
        lines.push(directive("error", format_args!("help[{code}]: {explanation}")));
    }
    for report in outcome.merged() {
        lines.extend(report.to_string().lines().map(note));
    }
    lines.push(note(format_args!("{} of {} models", outcome.account.wanted, outcome.schema.models.len())));
    for (name, module) in &outcome.modules {
        lines.push(note(format_args!("{name}: {} of {} models", module.account.wanted, module.schema.models.len())));
    }
    lines
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
