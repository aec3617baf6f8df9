//! Where a command prints.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::{env, fmt};

use clap::ValueEnum;

use crate::diag::one_line;

/// Results go to standard output, and what is said about the run to standard error.
pub(super) struct Output {
    /// Results.
    pub out: Box<dyn Write>,
    /// Mistakes, progress and summaries.
    pub err: Box<dyn Write>,
    /// Where the results are seen.
    pub out_view: View,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum Color {
    /// On terminals, unless `NO_COLOR` is set; elsewhere only if `CLICOLOR_FORCE` is set.
    #[default]
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// How a stream is seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct View {
    /// Whether it has colours.
    pub is_colored: bool,
    /// The number of characters in a line.
    pub width: usize,
    /// The number of lines of a screen.
    pub height: usize,
}

/// The size of what is not a terminal: a log, a file, a page about a build.
const WIDTH: usize = 120;
const HEIGHT: usize = 50;

impl Output {
    /// That of this process.
    pub(super) fn of_process(color: Color) -> Self {
        let out = io::stdout();
        let out_view = View::new(out.is_terminal(), color);
        Self { out: Box::new(BufWriter::new(out)), err: Box::new(io::stderr()), out_view }
    }

    pub(super) fn flush(&mut self) -> io::Result<()> {
        self.out.flush()?;
        self.err.flush()
    }

    /// Says why the command failed. There is nobody to report to if that fails, too.
    pub(super) fn error(&mut self, message: &str) {
        let _ = writeln!(self.err, "error: {}", plain(message));
    }

    /// Starts a new screen, if a person looks at one.
    pub(super) fn clear(&mut self) -> io::Result<()> {
        if io::stdout().is_terminal() {
            write!(self.out, "\x1b[2J\x1b[H")?;
        }
        Ok(())
    }

    /// Writes a line about the run.
    pub(super) fn say(&mut self, line: impl fmt::Display) -> io::Result<()> {
        writeln!(self.err, "{}", plain(&line.to_string()))
    }
}

/// Lines without hidden characters: paths and names are part of what is said.
pub(super) fn plain(lines: &str) -> String {
    lines.split('\n').map(one_line).collect::<Vec<_>>().join("\n")
}

impl View {
    fn new(is_terminal: bool, color: Color) -> Self {
        let variable = |name: &str| env::var(name).ok();
        let number = |name: &str| variable(name)?.parse().ok().filter(|size| (20..10_000).contains(size));
        let size = if is_terminal { terminal_size::terminal_size() } else { None };
        let (width, height) = size.map_or((WIDTH, HEIGHT), |(width, height)| (width.0.into(), height.0.into()));
        Self {
            is_colored: is_colored(color, is_terminal, variable),
            width: number("COLUMNS").unwrap_or(width),
            height: number("LINES").unwrap_or(height),
        }
    }
}

/// Whether to use colours, by the conventions of <https://no-color.org> and <https://bixense.com/clicolors>.
fn is_colored(color: Color, is_terminal: bool, variable: impl Fn(&str) -> Option<String>) -> bool {
    let is_set = |name: &str| variable(name).is_some_and(|value| !value.is_empty());
    let is_on = |name: &str| variable(name).is_some_and(|value| !value.is_empty() && value != "0");
    match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto if is_set("NO_COLOR") => false,
        Color::Auto if is_on("CLICOLOR_FORCE") => true,
        Color::Auto => is_terminal && variable("TERM").is_none_or(|term| term != "dumb"),
    }
}

/// A text in lines of at most this many characters, unless a word is longer.
pub(super) fn wrapped(text: &str, width: usize) -> String {
    let mut wrapped = String::with_capacity(text.len());
    let mut used = 0;
    for word in text.split(' ') {
        let length = word.chars().count();
        if used > 0 && used + 1 + length > width {
            wrapped.push('\n');
            used = 0;
        } else if used > 0 {
            wrapped.push(' ');
            used += 1;
        }
        wrapped.push_str(word);
        used += length;
    }
    wrapped
}

/// A head, and a text beside it that goes on below its own start.
pub(super) fn hanging(head: &str, text: &str, width: usize) -> String {
    let indent = head.chars().count();
    let text = wrapped(text, width.saturating_sub(indent).max(NARROW));
    format!("{head}{}", text.replace('\n', &format!("\n{:indent$}", "")))
}

/// Narrower columns are harder to read than lines that the terminal breaks.
const NARROW: usize = 30;

/// The first sentence of a text, without its dot.
pub(super) fn first_sentence(text: &str) -> &str {
    text.split(". ").next().unwrap_or_default().trim_end_matches('.')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colored(color: Color, is_terminal: bool, variables: &[(&str, &str)]) -> bool {
        is_colored(color, is_terminal, |name| {
            variables.iter().find(|(own, _)| *own == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn colours_are_for_terminals_unless_variables_say_otherwise() {
        assert!(colored(Color::Auto, true, &[]));
        assert!(!colored(Color::Auto, false, &[]));
        assert!(!colored(Color::Auto, true, &[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")]));
        assert!(colored(Color::Auto, true, &[("NO_COLOR", "")]));
        assert!(colored(Color::Auto, false, &[("CLICOLOR_FORCE", "1")]));
        assert!(!colored(Color::Auto, false, &[("CLICOLOR_FORCE", "0")]));
        assert!(!colored(Color::Auto, true, &[("TERM", "dumb")]));
        assert!(colored(Color::Always, false, &[("NO_COLOR", "1")]));
        assert!(!colored(Color::Never, true, &[("CLICOLOR_FORCE", "1")]));
    }
}
