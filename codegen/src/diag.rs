//! Mistakes: what is wrong, where, and how to fix it.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::source::Origin;

pub mod codes;

/// The severity of a mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// The build fails.
    Error,
    /// The build goes on.
    Warning,
}

/// A kind of mistake.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// Its name in kebab-case, such as `unknown-type`. It names the problem, not the remedy.
    pub name: &'static str,
    /// The level, unless the configuration sets another one.
    pub level: Level,
    /// What the mistake means and how to fix it, as plain text.
    pub explanation: &'static str,
}

/// A code is serialized as its name.
impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name)
    }
}

/// One mistake in one place.
///
/// Its `Display` is one line that can be read alone:
/// ``specs/User.md:14:9: error[unknown-type]: no type is called `strng`; did you mean `string`?``.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Diagnostic {
    /// The document, line and column.
    pub origin: Origin,
    /// Whether the build fails.
    pub level: Level,
    /// The kind of mistake.
    pub code: &'static Code,
    /// One phrase, without a final dot.
    pub message: String,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { origin: Origin { path, line, column }, level, code, message } = self;
        let level = match level {
            Level::Error => "error",
            Level::Warning => "warning",
        };
        write!(f, "{}:{line}:{column}: {level}[{}]: {}", one_line(path), code.name, one_line(message))
    }
}

/// Escapes hidden characters. Documents determine parts of messages, and a line break in a message would let a
/// document give instructions to cargo.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for letter in text.chars() {
        if hidden(letter) { line.extend(letter.escape_unicode()) } else { line.push(letter) }
    }
    line
}

/// Control characters, and those that reorder or hide the text around them.
pub(crate) fn hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(letter, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// The proof that it was reported why something is left out; only a [`Sink`] can make one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reported {
    _made_by_sink: (),
}

/// Collects the mistakes of a run. Every stage takes it and goes on.
///
/// Dropping a sink without [`Sink::finish`] would lose mistakes, so it panics in debug builds.
#[derive(Debug, Default)]
pub(crate) struct Sink {
    found: Vec<Diagnostic>,
    finished: bool,
}

impl Sink {
    /// An empty sink.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// Adds a mistake at its usual level.
    pub(crate) fn report(&mut self, code: &'static Code, origin: Origin, message: String) {
        self.report_as(code.level, code, origin, message);
    }

    /// Adds a mistake at its usual level, because of which something is left out.
    pub(crate) fn reject(&mut self, code: &'static Code, origin: Origin, message: String) -> Reported {
        self.report(code, origin, message);
        Reported { _made_by_sink: () }
    }

    /// Adds a mistake at the level that the configuration asks for.
    pub(crate) fn report_as(&mut self, level: Level, code: &'static Code, origin: Origin, message: String) {
        self.found.push(Diagnostic { origin, level, code, message });
    }

    /// The mistakes, sorted by place; duplicates are dropped.
    pub(crate) fn finish(mut self) -> Vec<Diagnostic> {
        self.finished = true;
        let mut found = std::mem::take(&mut self.found);
        found.sort_by(|a, b| {
            (&a.origin, a.level, a.code.name, &a.message).cmp(&(&b.origin, b.level, b.code.name, &b.message))
        });
        found.dedup();
        found
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        let lost = !self.finished && !std::thread::panicking();
        debug_assert!(!lost, "a sink was dropped and its mistakes were lost");
    }
}

/// The hint `; did you mean …` for a name that is not a known one; empty if no known name is similar.
pub(crate) fn did_you_mean<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    nearest(name, known).map_or_else(String::new, |nearest| format!("; did you mean `{nearest}`?"))
}

/// Longer names are not compared, which would take time quadratic in their length.
const LONGEST: usize = 200;

/// The known name with the smallest edit distance, which is at most three and at most a third of the name. Only names
/// with the same first letter are compared: few people mistype it, and there can be thousands of names.
fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if name.len() > LONGEST {
        return None;
    }
    let limit = name.len().div_ceil(3).min(3);
    let wanted = name.to_lowercase();
    let mut best: Option<(usize, &str)> = None;
    for candidate in known {
        if candidate.len().abs_diff(name.len()) > limit || initial(candidate) != initial(name) {
            continue;
        }
        let distance = strsim::damerau_levenshtein(&candidate.to_lowercase(), &wanted);
        if distance <= limit && best.is_none_or(|best| (distance, candidate) < best) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// The first letter in lower case.
fn initial(name: &str) -> Option<char> {
    name.chars().flat_map(char::to_lowercase).next()
}
