//! Pages for people whose code blocks are tests.
//!
//! Under each heading, a page has blocks in this order, told by the word after the fence:
//!
//! - `md PATH` is a document (or `CORRECTIONS.md`) at that path;
//! - `rust,options` is a `main` of a build script, whose options count for these documents;
//! - `rust` is a part of the output: its lines are there, one after the other;
//! - `rust,program` uses the output, which is in a module `models`: it compiles, and runs to its end;
//! - `text` is all that is said about the documents, one line per mistake; without it there is nothing.
//!
//! Other blocks are not looked at.

use std::fs;
use std::io;
use std::path::Path;

use codegen::{Config, Dates, KeyCase, Outcome, UnknownKeys};
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

/// The blocks under one heading.
#[derive(Debug, Default)]
pub struct Section {
    /// The heading.
    pub title: String,
    /// Paths and texts.
    pub documents: Vec<(String, String)>,
    /// The build script.
    pub options: String,
    /// Parts of the output.
    pub rust: Vec<String>,
    /// Programs that use the output.
    pub programs: Vec<String>,
    /// What is said.
    pub said: String,
}

/// Reads a page.
///
/// # Errors
///
/// The page cannot be read.
pub fn read(path: &Path) -> io::Result<Vec<Section>> {
    Ok(sections(&fs::read_to_string(path)?))
}

fn sections(page: &str) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for block in blocks(page) {
        if sections.last().is_none_or(|it| it.title != block.title) {
            sections.push(Section { title: block.title.clone(), ..Section::default() });
        }
        sections.iter_mut().last().into_iter().for_each(|it| it.add(&block));
    }
    sections.retain(|it| !it.documents.is_empty());
    sections
}

/// A fenced block of a page.
#[derive(Debug, Default)]
pub struct Block {
    /// The heading above it.
    pub title: String,
    /// What stands after the fence.
    pub word: String,
    /// What is in it.
    pub text: String,
}

/// The fenced blocks of a page.
pub fn blocks(page: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut title = String::new();
    let mut in_heading = false;
    let mut open: Option<Block> = None;
    for event in Parser::new(page) {
        match event {
            Event::Start(Tag::Heading { .. }) => {
                in_heading = true;
                title.clear();
            }
            Event::End(TagEnd::Heading(_)) => in_heading = false,
            Event::Text(text) | Event::Code(text) if in_heading => title.push_str(&text),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(word))) => {
                open = Some(Block { title: title.clone(), word: word.into_string(), text: String::new() });
            }
            Event::Text(text) => open.iter_mut().for_each(|it| it.text.push_str(&text)),
            Event::End(TagEnd::CodeBlock) => blocks.extend(open.take()),
            _ => {}
        }
    }
    blocks
}

impl Section {
    fn add(&mut self, block: &Block) {
        match block.word.split_once(' ') {
            Some(("md", path)) => self.documents.push((path.to_owned(), block.text.clone())),
            None if block.word == "rust,options" => self.options.clone_from(&block.text),
            None if block.word == "rust" => self.rust.push(block.text.clone()),
            None if block.word == "rust,program" => self.programs.push(block.text.clone()),
            None if block.word == "text" => self.said.clone_from(&block.text),
            _ => {}
        }
    }

    /// What becomes of its documents.
    ///
    /// # Errors
    ///
    /// An option is not known here.
    pub fn outcome(&self) -> Result<Outcome, String> {
        Ok(config(&self.options)?.compile_texts(self.documents.iter().cloned()))
    }

    /// What does not hold of this section, in words; empty if all of it does.
    pub fn failures(&self) -> Vec<String> {
        let outcome = match self.outcome() {
            Ok(outcome) => outcome,
            Err(option) => return vec![format!("{}: no such option: {option}", self.title)],
        };
        let output: String =
            outcome.files.iter().filter(|it| !it.path.ends_with("/support.rs")).map(|it| it.text.as_str()).collect();
        let said: String = outcome.diagnostics.iter().map(|it| format!("{it}\n")).collect();
        let mut failures = Vec::new();
        for part in self.rust.iter().filter(|part| !contains(&output, part)) {
            failures.push(format!("{}: the output does not have\n{part}\nbut is\n{output}", self.title));
        }
        if said != self.said {
            failures.push(format!("{}: said is\n{said}\ninstead of\n{}", self.title, self.said));
        }
        failures
    }
}

/// The options in a build script: lines such as `.strict("*Request")`.
fn config(script: &str) -> Result<Config, String> {
    script.lines().map(str::trim).filter(|it| it.starts_with('.')).try_fold(Config::new(), |config, line| {
        let (name, arguments) = line.split_once('(').unwrap_or((line, ""));
        let texts: Vec<&str> = arguments.split('"').skip(1).step_by(2).collect();
        let choice = arguments.rsplit("::").next().unwrap_or_default().trim_end_matches([')', ';']);
        Ok(match (name, &*texts, choice) {
            (".specs" | ".build", ..) => config,
            (".only", models, _) => config.only(models.iter().copied()),
            (".same_api", folders, _) => config.same_api(folders.iter().copied()),
            (".strict", [pattern], _) => config.strict(*pattern),
            (".three_valued", [pattern], _) => config.three_valued(*pattern),
            (".attribute", [pattern, attribute], _) => config.attribute(*pattern, *attribute),
            (".unknown_keys", [pattern], "Ignore") => config.unknown_keys(*pattern, UnknownKeys::Ignore),
            (".unknown_keys", [pattern], "Deny") => config.unknown_keys(*pattern, UnknownKeys::Deny),
            (".key_case", [path], "Snake") => config.key_case(*path, KeyCase::Snake),
            (".key_case", [path], "AsSpelled") => config.key_case(*path, KeyCase::AsSpelled),
            (".dates", [], "Chrono") => config.dates(Dates::Chrono),
            _ => return Err(line.to_owned()),
        })
    })
}

/// Whether the lines of a part follow each other in a text; the indentation does not matter.
fn contains(text: &str, part: &str) -> bool {
    let lines = |it: &str| -> Vec<String> { it.trim().lines().map(|it| it.trim().to_owned()).collect() };
    let (text, part) = (lines(text), lines(part));
    text.windows(part.len().max(1)).any(|it| it == part)
}
