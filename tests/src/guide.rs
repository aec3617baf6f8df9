//! Pages for people whose code blocks are tests.
//!
//! Under each heading, a page has blocks in this order, distinguished by the info string of the fence:
//!
//! - `md PATH` is a document (or `CORRECTIONS.md`) at that path, `json PATH` a sample or recorded traffic;
//! - `rust,options` is a `main` of a build script, whose options apply to these documents;
//! - `toml codegen.toml` is a file with options that apply to these documents;
//! - `rust` is a part of the output: the output has these lines, one after the other;
//! - `rust,program` uses the output, which is in a module `models`: it compiles and runs to its end;
//! - `rust,refused` uses it in ways that do not compile: a comment at the end of each such line has the error;
//! - `md,learned` is what the samples show, with the rows of corrections;
//! - `console` is a session with the tool in a folder that has these documents: lines `$ codegen …`, what they print, and
//!   `? 1` for an exit code that is not 0;
//! - `text` is every diagnostic of these documents, one per line; without it there are none. The warning
//!   `assumed-keys` is left out unless the block has it: most small examples have it, and it is about none of them.
//!
//! Other blocks are ignored. `rust`, `text` and `md,learned` blocks that differ can be rewritten, see [`Page::rewrite`].

mod nearest;

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::options;
use codegen::Outcome;
use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

/// The code of the warning that nothing in the documents shows the case of the keys.
const ASSUMED: &str = "assumed-keys";

/// A page and its sections.
#[derive(Debug)]
pub struct Page {
    path: PathBuf,
    text: String,
    /// The sections that have documents.
    pub sections: Vec<Section>,
}

/// The blocks under one heading.
#[derive(Debug, Default)]
pub struct Section {
    /// The heading.
    pub title: String,
    /// Paths and texts.
    pub documents: Vec<(String, String)>,
    /// The build script.
    pub options: String,
    /// The file with options.
    pub file: String,
    /// Parts of the output.
    pub rust: Vec<Block>,
    /// Programs that use the output.
    pub programs: Vec<String>,
    /// Programs that use the output and do not compile.
    pub refused: Vec<String>,
    /// Sessions with the tool.
    sessions: Vec<Block>,
    /// What the samples are expected to show.
    pub learned: Option<Block>,
    /// The expected diagnostics.
    pub diagnostics: Option<Block>,
    /// Where the last block ends.
    end: usize,
}

/// A fenced block of a page.
#[derive(Clone, Debug, Default)]
pub struct Block {
    /// The heading above it.
    pub title: String,
    /// The info string.
    pub info: String,
    /// Its content.
    pub text: String,
    /// The place of the block with its fences in the page.
    span: Range<usize>,
    /// The place of its content in the page.
    content: Range<usize>,
}

/// Something on a page that differs from what the documents become.
#[derive(Debug)]
pub struct Difference {
    /// What differs, for a person.
    pub message: String,
    /// What to write instead. `None` if nothing in the output is similar enough to the block.
    edit: Option<Edit>,
}

#[derive(Debug)]
struct Edit {
    place: Range<usize>,
    text: String,
}

impl Page {
    /// Reads a page.
    ///
    /// # Errors
    ///
    /// The page cannot be read.
    pub fn read(path: &Path) -> io::Result<Self> {
        let text = fs::read_to_string(path)?;
        let sections = sections(&text);
        Ok(Self { path: path.to_owned(), text, sections })
    }

    /// Every difference between the page and the output.
    pub fn differences(&self) -> Vec<Difference> {
        self.sections.iter().flat_map(Section::differences).collect()
    }

    /// The page with what the commands of its sessions print.
    ///
    /// # Errors
    ///
    /// A command cannot be run.
    pub fn with_sessions(&self, run: impl Fn(&Section, &str) -> io::Result<String>) -> io::Result<String> {
        let mut page = self.text.clone();
        // From the last to the first, so that the places of the others stay valid.
        for section in self.sections.iter().rev() {
            for session in section.sessions.iter().rev() {
                let commands = session.text.lines().filter_map(|line| line.strip_prefix("$ codegen "));
                let printed = commands.map(|command| Ok(format!("$ codegen {command}\n{}", run(section, command)?)));
                let printed = printed.collect::<io::Result<Vec<String>>>()?.join("\n");
                page.replace_range(session.content.clone(), &printed);
            }
        }
        Ok(page)
    }

    /// Writes the page with the blocks that the documents become now. Returns the differences that it cannot remove.
    ///
    /// # Errors
    ///
    /// The page cannot be written.
    pub fn rewrite(&self, differences: Vec<Difference>) -> io::Result<Vec<Difference>> {
        let (fixed, left): (Vec<_>, Vec<_>) = differences.into_iter().partition(|difference| difference.edit.is_some());
        let mut edits: Vec<Edit> = fixed.into_iter().filter_map(|difference| difference.edit).collect();
        if !edits.is_empty() {
            // From the last to the first, so that the places of the others stay valid.
            edits.sort_by_key(|edit| edit.place.start);
            let mut text = self.text.clone();
            for edit in edits.iter().rev() {
                text.replace_range(edit.place.clone(), &edit.text);
            }
            fs::write(&self.path, text)?;
        }
        Ok(left)
    }
}

fn sections(page: &str) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    for block in blocks(page) {
        if sections.last().is_none_or(|section| section.title != block.title) {
            sections.push(Section { title: block.title.clone(), ..Section::default() });
        }
        if let Some(section) = sections.last_mut() {
            section.add(block);
        }
    }
    sections.retain(|section| !section.documents.is_empty());
    sections
}

/// The fenced blocks of a page.
pub fn blocks(page: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut title = String::new();
    let mut in_heading = false;
    let mut open: Option<Block> = None;
    for (event, span) in Parser::new(page).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { .. }) => {
                in_heading = true;
                title.clear();
            }
            Event::End(TagEnd::Heading(_)) => in_heading = false,
            Event::Text(text) | Event::Code(text) if in_heading => title.push_str(&text),
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                let content = content(page, &span);
                let (title, info, text) = (title.clone(), info.into_string(), String::new());
                open = Some(Block { title, info, text, span, content });
            }
            Event::Text(text) => {
                if let Some(block) = &mut open {
                    block.text.push_str(&text);
                }
            }
            Event::End(TagEnd::CodeBlock) => blocks.extend(open.take()),
            _ => {}
        }
    }
    blocks
}

/// The lines between the fences of a block.
fn content(page: &str, span: &Range<usize>) -> Range<usize> {
    let block = page[span.clone()].trim_end();
    let start = block.find('\n').map_or(block.len(), |end_of_line| end_of_line + 1);
    let end = block.rfind('\n').map_or(block.len(), |end_of_line| end_of_line + 1).max(start);
    span.start + start..span.start + end
}

impl Section {
    fn add(&mut self, block: Block) {
        self.end = block.span.end;
        match block.info.split_once(' ') {
            Some(("md" | "json", path)) => self.documents.push((path.to_owned(), block.text)),
            Some(("toml", "codegen.toml")) => self.file = block.text,
            None if block.info == "rust,options" => self.options = block.text,
            None if block.info == "rust" => self.rust.push(block),
            None if block.info == "rust,program" => self.programs.push(block.text),
            None if block.info == "rust,refused" => self.refused.push(block.text),
            None if block.info == "console" => self.sessions.push(block),
            None if block.info == "md,learned" => self.learned = Some(block),
            None if block.info == "text" => self.diagnostics = Some(block),
            _ => {}
        }
    }

    /// Compiles the documents.
    ///
    /// # Errors
    ///
    /// An option that the harness does not know.
    pub fn outcome(&self) -> Result<Outcome, String> {
        Ok(options::applied(options::of_file(&self.file), &self.options)?.compile_texts(self.documents.iter().cloned()))
    }

    fn differences(&self) -> Vec<Difference> {
        let outcome = match self.outcome() {
            Ok(outcome) => outcome,
            Err(option) => {
                let message = format!("{}: unknown option: {option}", self.title);
                return vec![Difference { message, edit: None }];
            }
        };
        let files = outcome.files.iter().filter(|file| has_models(&file.path));
        let output: Vec<&str> = files.flat_map(|file| file.text.lines()).collect();
        let parts = self.rust.iter().filter_map(|part| self.difference_of_part(part, &output));
        let with_assumed = self.diagnostics.as_ref().is_some_and(|block| block.text.contains(ASSUMED));
        let shown = outcome.diagnostics.iter().filter(|diagnostic| with_assumed || diagnostic.code.name != ASSUMED);
        let diagnostics: String = shown.map(|diagnostic| format!("{diagnostic}\n")).collect();
        let learned = self.difference_of_findings(&outcome.findings.to_string());
        parts.chain(learned).chain(self.difference_of_diagnostics(&diagnostics)).collect()
    }

    fn difference_of_part(&self, part: &Block, output: &[&str]) -> Option<Difference> {
        let lines: Vec<&str> = part.text.trim().lines().collect();
        if nearest::contains(output, &lines) {
            return None;
        }
        let nearest = nearest::find(output, &lines).map(|place| nearest::dedented(&output[place]));
        let found = nearest.as_deref().unwrap_or("nothing similar");
        let message = format!("{}: expected\n{}\nbut the output has\n{found}", self.title, part.text);
        Some(Difference { message, edit: nearest.map(|text| Edit { place: part.content.clone(), text }) })
    }

    fn difference_of_findings(&self, found: &str) -> Option<Difference> {
        let block = self.learned.as_ref().filter(|block| block.text != found)?;
        let message = format!("{}: expected to learn\n{}\nbut learned\n{found}", self.title, block.text);
        Some(Difference { message, edit: Some(Edit { place: block.content.clone(), text: found.to_owned() }) })
    }

    fn difference_of_diagnostics(&self, found: &str) -> Option<Difference> {
        let expected = self.diagnostics.as_ref().map_or("", |block| &block.text);
        if found == expected {
            return None;
        }
        let message = format!("{}: expected the diagnostics\n{expected}\nbut found\n{found}", self.title);
        let edit = match &self.diagnostics {
            Some(block) => Edit { place: block.content.clone(), text: found.to_owned() },
            None => Edit { place: self.end..self.end, text: format!("\n```text\n{found}```\n") },
        };
        Some(Difference { message, edit: Some(edit) })
    }
}

/// Whether a generated file has models: neither the documentation of the crate nor the support module, which is the same
/// for all.
pub fn has_models(path: &str) -> bool {
    let path = Path::new(path);
    path.extension() == Some("rs".as_ref()) && path.file_stem() != Some("support".as_ref())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "# Title\n\n```md specs/Tag.md\n# Tag\n\n## Properties\n\nName | Type | Description | Notes\n\
        --- | --- | --- | ---\n**id** | Option<**i64**> | Its number. | [optional]\n```\n\nBecomes\n\n\
        ```rust\n/// Its digits.\npub id: Option<i64>,\n```\n\n```text\nnothing\n```\n\nEnd.\n";

    #[test]
    fn blocks_that_differ_are_rewritten_in_place() -> io::Result<()> {
        let path = std::env::temp_dir().join(format!("guide-page-{}.md", std::process::id()));
        fs::write(&path, PAGE)?;
        let page = Page::read(&path)?;
        let left = page.rewrite(page.differences())?;
        let rewritten = fs::read_to_string(&path)?;
        fs::remove_file(&path)?;
        assert!(left.is_empty(), "{left:?}");
        assert_eq!(rewritten, PAGE.replace("Its digits.", "Its number.").replace("nothing\n", ""));
        Ok(())
    }
}
