//! Mistakes: what is wrong, where, and how to fix it.

use std::collections::BTreeSet;
use std::fmt;

#[cfg(feature = "serde")]
use serde::{Serialize, Serializer};

use crate::parallel;
use crate::source::{Origin, is_within};

pub(crate) use count::{counted, separated};
pub(crate) use fold::{Problem, folded};
pub(crate) use levels::Levels;
pub use message::Related;
pub(crate) use message::{Fix, Message, Place};

pub mod codes;
mod count;
mod fold;
mod levels;
mod message;

/// The severity of a mistake. [`Config::level`](crate::Config::level) sets that of a kind of mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(Serialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
pub enum Level {
    /// The mistake is reported, and the build fails.
    Error,
    /// The mistake is reported, and the build goes on.
    Warning,
    /// The mistake is not reported. No diagnostic has this level.
    Allow,
}

/// A kind of mistake.
#[derive(Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Code {
    /// Its name in kebab-case, such as `unknown-type`. It names the problem, not the remedy.
    pub name: &'static str,
    /// The level, unless the configuration sets another one.
    pub level: Level,
    /// What the mistake means and what follows from it.
    pub meaning: &'static str,
    /// How to fix it.
    pub remedy: &'static str,
    /// Both, as plain text.
    pub explanation: &'static str,
}

/// A code is serialized as its name.
#[cfg(feature = "serde")]
impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name)
    }
}

/// One mistake in one place.
///
/// Its `Display` is one line that can be read alone:
/// ``specs/User.md:14:9: error[unknown-type]: no type is called `strng`; did you mean `string`?``.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize))]
#[non_exhaustive]
pub struct Diagnostic {
    /// The document, line and column.
    pub origin: Origin,
    /// How many characters the place has; 0 if only its start is known.
    pub width: u32,
    /// Whether the build fails.
    pub level: Level,
    /// The kind of mistake.
    pub code: &'static Code,
    /// What is wrong, in one phrase without a final dot.
    pub message: String,
    /// What to do about it, in one phrase.
    pub help: Option<String>,
    /// The other places that it is about.
    pub related: Vec<Related>,
    /// The correction that certainly fixes it.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub(crate) fix: Option<Box<Fix>>,
}

impl Level {
    pub(crate) fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Allow => "allowed",
        }
    }
}

impl Diagnostic {
    /// A mistake at its usual level.
    pub(crate) fn new(code: &'static Code, place: impl Into<Place>, message: impl Into<Message>) -> Self {
        let (Place { origin, width }, Message { text, help, related }) = (place.into(), message.into());
        Self { origin, width, level: code.level, code, message: text, help, related, fix: None }
    }

    /// What is wrong and what to do about it, in one line.
    pub(crate) fn text(&self) -> String {
        let mut text = one_line(&self.message);
        let elsewhere = self.related.iter().filter(|related| !related.is_in_line_of(&self.origin));
        let places: Vec<String> = elsewhere.map(|related| self.related_in_text(related)).collect();
        if !places.is_empty() {
            text = format!("{text} ({})", places.join(", "));
        }
        match &self.help {
            Some(help) => format!("{text}; {}", one_line(help)),
            None => text,
        }
    }

    fn related_in_text(&self, Related { origin: Origin { path, line, .. }, label, .. }: &Related) -> String {
        let label = one_line(label);
        if *path == self.origin.path {
            return format!("{label} is in line {line}");
        }
        format!("{label} is in {}:{line}", one_line(path))
    }
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { origin: Origin { path, line, column }, level, code, .. } = self;
        write!(f, "{}:{line}:{column}: {}[{}]: {}", one_line(path), level.word(), code.name, self.text())
    }
}

/// Escapes hidden characters. Documents determine parts of messages, and a line break or an escape sequence in a message
/// would let a document give instructions to cargo or to a terminal.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for letter in text.chars() {
        if hidden(letter) { line.extend(letter.escape_unicode()) } else { line.push(letter) }
    }
    line
}

/// Control characters, and those that reorder or hide the text around them.
pub(crate) fn hidden(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
                | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}'
        )
}

/// Whether nobody sees a character in a name, or sees a space that is none.
pub(crate) fn is_invisible(letter: char) -> bool {
    hidden(letter)
        || letter.is_whitespace() && letter != ' '
        || matches!(
            letter,
            '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{3164}'
                | '\u{ffa0}' | '\u{180b}'..='\u{180f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}'
        )
}

/// The proof that it was reported why something is left out; only a [`Sink`] can make one.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reported {
    _made_by_sink: (),
}

/// The model and the field that a mistake is about, as the document spells them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Subject {
    /// The names that the model may have; several if the page could not be read, none if it is about no model.
    pub models: Vec<String>,
    /// The field.
    pub field: Option<String>,
}

impl Subject {
    /// A model as a whole.
    pub(crate) fn of_model(name: impl Into<String>) -> Self {
        Self { models: vec![name.into()], field: None }
    }

    /// Whether it is a model, or a field of it.
    fn is_of(&self, model: &str, field: Option<&str>) -> bool {
        self.models.iter().any(|name| name == model) && field.is_none_or(|name| self.field.as_deref() == Some(name))
    }
}

/// A mistake and what it is about.
#[derive(Debug)]
struct Found {
    diagnostic: Diagnostic,
    subject: Subject,
}

/// Collects the mistakes of a run. Every stage takes it and goes on.
///
/// Dropping a sink without [`Sink::finish`] would lose mistakes, so it panics in debug builds.
#[derive(Debug, Default)]
pub(crate) struct Sink {
    found: Vec<Found>,
    /// Whether only some of the documents are read that the configuration is about.
    is_partial: bool,
    finished: bool,
}

impl Sink {
    /// An empty sink.
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// A sink for a run that reads only some of the documents that the configuration is about.
    pub(crate) fn partial() -> Self {
        Self { is_partial: true, found: Vec::new(), finished: false }
    }

    /// Maps items in parallel. Results and mistakes are in the order of the items.
    pub(crate) fn map<I, R>(&mut self, items: I, work: impl Fn(I::Item, &mut Self) -> R + Sync) -> Vec<R>
    where
        I: IntoIterator<Item: Send, IntoIter: ExactSizeIterator + Send>,
        R: Send,
    {
        let is_partial = self.is_partial;
        let results = parallel::map(items, |item| {
            let mut own = Self { is_partial, found: Vec::new(), finished: false };
            let result = work(item, &mut own);
            own.finished = true;
            (result, std::mem::take(&mut own.found))
        });
        let add = |(result, found): (R, Vec<Found>)| {
            self.found.extend(found);
            result
        };
        results.into_iter().map(add).collect()
    }

    /// Adds the mistake that an option matches nothing, unless what it matches may be among the documents that are not read.
    pub(crate) fn report_unmatched(&mut self, origin: Origin, message: impl Into<Message>) {
        if !self.is_partial {
            self.report(&codes::BAD_OPTION, origin, message);
        }
    }

    /// Adds a mistake that is about no model.
    pub(crate) fn report(&mut self, code: &'static Code, place: impl Into<Place>, message: impl Into<Message>) {
        self.report_of(Subject::default(), code, place, message);
    }

    /// Adds a mistake about a model or field.
    pub(crate) fn report_of(
        &mut self,
        subject: Subject,
        code: &'static Code,
        place: impl Into<Place>,
        message: impl Into<Message>,
    ) {
        self.add(subject, Diagnostic::new(code, place, message));
    }

    /// Adds a mistake because of which something is left out.
    pub(crate) fn reject(
        &mut self,
        subject: Subject,
        code: &'static Code,
        place: impl Into<Place>,
        message: impl Into<Message>,
    ) -> Reported {
        self.report_of(subject, code, place, message);
        Reported { _made_by_sink: () }
    }

    /// Adds a mistake at another level than its usual one.
    pub(crate) fn add(&mut self, subject: Subject, diagnostic: Diagnostic) {
        self.found.push(Found { diagnostic, subject });
    }

    /// Whether there is no mistake.
    pub(crate) fn is_empty(&self) -> bool {
        self.found.is_empty()
    }

    /// Whether there is a mistake about a model or, if one is given, about a field of it.
    pub(crate) fn is_about(&self, model: &str, field: Option<&str>) -> bool {
        self.found.iter().any(|found| found.subject.is_of(model, field))
    }

    /// The models and fields with a mistake of this kind.
    pub(crate) fn fields_with(&self, code: &'static Code) -> BTreeSet<(String, String)> {
        let found = self.found.iter().filter(|found| found.diagnostic.code == code).map(|found| &found.subject);
        let field = |subject: &Subject| Some((subject.models.first()?.clone(), subject.field.clone()?));
        found.filter_map(field).collect()
    }

    /// Takes back the mistakes of this kind about a field.
    pub(crate) fn take_back(&mut self, code: &'static Code, model: &str, field: &str) {
        self.found.retain(|found| found.diagnostic.code != code || !found.subject.is_of(model, Some(field)));
    }

    /// Takes back the mistakes that a correction of this field fixes: those that it certainly does, and notes that may
    /// mean anything. Returns whether there were any.
    pub(crate) fn settle(&mut self, model: &str, field: &str, correction: &str) -> bool {
        let before = self.found.len();
        let settles = |Found { diagnostic, subject }: &Found| match &diagnostic.fix {
            Some(fix) => (&*fix.model, fix.field.as_deref(), fix.correction) == (model, Some(field), correction),
            None => diagnostic.code == &codes::MISSPELLED_NOTE && subject.is_of(model, Some(field)),
        };
        self.found.retain(|found| !settles(found));
        self.found.len() < before
    }

    /// Whether a mistake was reported in a document or folder.
    pub(crate) fn is_at(&self, path: &str) -> bool {
        self.found.iter().any(|found| is_within(&found.diagnostic.origin.path, path))
    }

    /// Takes back the mistakes about a model or field that a person left out. Returns whether there were any.
    pub(crate) fn leave_out(&mut self, model: &str, field: Option<&str>) -> bool {
        let before = self.found.len();
        self.found.retain(|found| !found.subject.is_of(model, field));
        self.found.len() < before
    }

    /// Takes back the mistakes about models that nobody wants.
    pub(crate) fn keep(&mut self, is_wanted: impl Fn(&str) -> bool) {
        self.found.retain(|found| {
            let models = &found.subject.models;
            models.is_empty() || models.iter().any(|name| is_wanted(name))
        });
    }

    /// Takes back the mistakes that another one explains.
    pub(crate) fn drop_consequences(&mut self, is_consequence: impl Fn(&Diagnostic) -> bool) {
        self.found.retain(|found| !is_consequence(&found.diagnostic));
    }

    /// The mistakes at the configured levels, sorted by place. Duplicates are dropped, and where there are very many of
    /// one kind, the last of them are counted.
    pub(crate) fn finish(mut self, levels: &Levels, given: &[&str]) -> Vec<Diagnostic> {
        self.finished = true;
        levels.check(&mut self.found);
        let mut found: Vec<Diagnostic> = std::mem::take(&mut self.found).into_iter().map(|it| it.diagnostic).collect();
        levels.apply(&mut found, given);
        found.sort_by(|a, b| {
            let key = |it: &Diagnostic| (it.level, it.code.name);
            (&a.origin, key(a), &a.message).cmp(&(&b.origin, key(b), &b.message))
        });
        found.dedup();
        levels.group(found)
    }
}

impl Drop for Sink {
    fn drop(&mut self) {
        let lost = !self.finished && !std::thread::panicking();
        debug_assert!(!lost, "a sink was dropped and its mistakes were lost");
    }
}

/// The question `did you mean …?` for a name that is not a known one; `None` if no known name is similar.
pub(crate) fn did_you_mean<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(name, known).map(|nearest| format!("did you mean `{nearest}`?"))
}

/// The only known name that differs from a name by one letter, or by two that are swapped.
pub(crate) fn certain<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let is_near = |known: &&str| {
        known.len().abs_diff(name.len()) <= 1
            && initial(known) == initial(name)
            && distance(&known.to_lowercase(), &name.to_lowercase(), 1).is_some()
    };
    let mut near: Vec<&str> = Vec::new();
    if (MISTYPED..=LONGEST).contains(&name.len()) {
        near.extend(known.into_iter().filter(is_near));
    }
    near.sort_unstable();
    near.dedup();
    if let [only] = near[..] { Some(only) } else { None }
}

/// In a shorter name, one letter is too much of it.
const MISTYPED: usize = 4;

/// Longer names are not compared, which would take time quadratic in their length.
const LONGEST: usize = 200;

/// The known name with the smallest edit distance, which is at most three and at most a third of the name. Only names
/// with the same first letter are compared: few people mistype it, and there can be thousands of names.
fn nearest<'a>(name: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if name.len() > LONGEST {
        return None;
    }
    let limit = name.len().div_ceil(3).min(3);
    let (first, wanted) = (initial(name), name.to_lowercase());
    let mut best: Option<(usize, &str)> = None;
    for candidate in known {
        if candidate.len().abs_diff(name.len()) > limit || initial(candidate) != first {
            continue;
        }
        if let Some(distance) = distance(&candidate.to_lowercase(), &wanted, limit)
            && best.is_none_or(|best| (distance, candidate) < best)
        {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// The words of a text in lower case.
pub(crate) fn words(text: &str) -> Vec<String> {
    let words = text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// Whether a word is another one with a letter or two mistyped.
pub(crate) fn is_near(word: &str, known: &str) -> bool {
    let limit = known.len().div_ceil(5).min(2);
    word.len().abs_diff(known.len()) <= limit && distance(word, known, limit).is_some()
}

/// The edit distance of two texts, unless it is greater than a limit. It takes long to find, so it is not looked for
/// where more letters differ, in whatever order they are.
fn distance(one: &str, other: &str, limit: usize) -> Option<usize> {
    let are_ascii = one.is_ascii() && other.is_ascii();
    if are_ascii && different_letters(one.as_bytes(), other.as_bytes()) > limit {
        return None;
    }
    Some(strsim::damerau_levenshtein(one, other)).filter(|distance| *distance <= limit)
}

/// How many letters one of two texts has, at most, that the other lacks. Each costs an edit.
fn different_letters(one: &[u8], other: &[u8]) -> usize {
    let mut counts = [0_usize; 256];
    for letter in one {
        counts[usize::from(*letter)] += 1;
    }
    let mut common = 0;
    for letter in other {
        let count = &mut counts[usize::from(*letter)];
        if *count > 0 {
            *count -= 1;
            common += 1;
        }
    }
    one.len().max(other.len()) - common
}

/// The first letter in lower case.
fn initial(name: &str) -> Option<char> {
    name.chars().flat_map(char::to_lowercase).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_distance_is_found_up_to_its_limit() {
        let words =
            ["", "a", "order", "odrer", "oder", "orders", "ordre", "border", "recorder", "größe", "grösse", "gross"];
        for one in words {
            for other in words {
                let whole = strsim::damerau_levenshtein(one, other);
                for limit in 0..4 {
                    assert_eq!(
                        distance(one, other, limit),
                        Some(whole).filter(|whole| *whole <= limit),
                        "{one} {other}"
                    );
                }
            }
        }
    }
}
