//! The page that an explanation is: sections of facts, each with its place.

use std::io::{self, Write};

use anstyle::{AnsiColor, Style};

use crate::cli::output::View;
use crate::config::Paths;
use crate::schema::Origin;

/// An explanation.
#[derive(Debug, Default)]
pub(super) struct Page {
    pub title: String,
    pub text: Option<String>,
    pub sections: Vec<Section>,
}

/// Facts of one kind.
#[derive(Debug)]
pub(super) struct Section {
    pub title: String,
    pub facts: Vec<Fact>,
}

/// One fact.
#[derive(Debug, Default)]
pub(super) struct Fact {
    /// What it is about.
    pub name: String,
    /// What is known.
    pub value: String,
    /// Where it is from.
    pub from: Option<String>,
    /// What else there is to say about it, in lines of their own.
    pub notes: Vec<String>,
}

impl Fact {
    pub(super) fn new(name: impl Into<String>, value: impl Into<String>) -> Self {
        Self { name: name.into(), value: value.into(), ..Self::default() }
    }

    pub(super) fn from(self, from: impl Into<String>) -> Self {
        Self { from: Some(from.into()), ..self }
    }

    pub(super) fn note(mut self, note: impl Into<String>) -> Self {
        self.notes.push(note.into());
        self
    }
}

impl Page {
    pub(super) fn add(&mut self, title: impl Into<String>, facts: Vec<Fact>) {
        if !facts.is_empty() {
            self.sections.push(Section { title: title.into(), facts });
        }
    }

    /// Prints the page, with the names, the values and the places in columns.
    pub(super) fn write(&self, out: &mut dyn Write, view: View) -> io::Result<()> {
        let style = |style: Style| if view.is_colored { style } else { Style::new() };
        let (bold, dim) = (style(Style::new().bold()), style(AnsiColor::BrightBlack.on_default()));
        writeln!(out, "{bold}{}{bold:#}", self.title)?;
        for line in self.text.iter().flat_map(|text| wrapped(text, view.width.saturating_sub(2))) {
            writeln!(out, "  {line}")?;
        }
        for section in &self.sections {
            writeln!(out, "\n{bold}{}{bold:#}", section.title)?;
            let width = |text: fn(&Fact) -> &str| section.facts.iter().map(|fact| text(fact).chars().count()).max();
            let name = width(|fact| &fact.name).unwrap_or_default();
            let value = width(|fact| &fact.value).unwrap_or_default().min(LONG);
            for fact in &section.facts {
                let line = match &fact.from {
                    Some(from) => format!("  {:name$}  {:value$}  {dim}{from}{dim:#}", fact.name, fact.value),
                    None => format!("  {:name$}  {}", fact.name, fact.value),
                };
                writeln!(out, "{}", line.trim_end())?;
                for line in fact.notes.iter().flat_map(|note| wrapped(note, view.width.saturating_sub(name + 4))) {
                    writeln!(out, "  {:name$}  {dim}{line}{dim:#}", "")?;
                }
            }
        }
        Ok(())
    }
}

/// Longer values do not move the column of the places.
const LONG: usize = 48;

/// The lines of a text that are at most this long, if its words are.
fn wrapped(text: &str, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in text.lines() {
        let mut line = String::new();
        for word in paragraph.split_whitespace() {
            if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > width {
                lines.push(std::mem::take(&mut line));
            }
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(word);
        }
        lines.push(line);
    }
    lines
}

/// A place as people and terminals read it.
pub(super) fn place(origin: &Origin, paths: &Paths) -> String {
    let mut path = origin.path.clone();
    paths.show(&mut path);
    format!("{path}:{}:{}", origin.line, origin.column)
}
