//! Workflow commands of GitHub Actions, which become annotations of the changed lines.
//!
//! The text is escaped as in `@actions/core`: percent signs and line breaks everywhere, and what separates properties in
//! these, too.

use std::io::{self, Write};

use super::{Problems, places};
use crate::diag::{Diagnostic, Level, one_line};

pub(in crate::cli) fn write(problems: &Problems<'_>, out: &mut dyn Write) -> io::Result<()> {
    for diagnostic in &problems.all {
        writeln!(out, "{}", command(diagnostic, problems))?;
    }
    Ok(())
}

fn command(diagnostic: &Diagnostic, problems: &Problems<'_>) -> String {
    let Diagnostic { origin, width, code, level, .. } = diagnostic;
    let name = if *level == Level::Error { "error" } else { "warning" };
    let source = problems.source(origin);
    let width = source.map_or(0, |source| places::width(&source, origin, *width));
    let end = if width == 0 { String::new() } else { format!(",endColumn={}", origin.column + width) };
    let (path, title) = (property(&origin.path), property(code.name));
    let (line, column) = (origin.line, origin.column);
    format!("::{name} file={path},line={line},col={column}{end},title={title}::{}", data(&diagnostic.text()))
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(&one_line(text)).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_ends_a_property_or_a_command() {
        assert_eq!(data("100 %\r\n::error::x"), "100 %25%0D%0A::error::x");
        assert_eq!(property("a,b:c%\n"), "a%2Cb%3Ac%25\\u{a}");
        assert_eq!(property("\u{1b}[31m"), "\\u{1b}[31m");
    }
}
