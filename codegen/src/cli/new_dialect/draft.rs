//! A dialect that differs from a known one by what pages show.

use super::facts::{Document, Facts};
use crate::compile::Outcome;
use crate::config::Config;
use crate::dialect::{self, Column, Dialect, Evidence, Role, Sign, Weight};

/// What the dialect is called while it is tried.
const DRAFT: &str = "draft of a new dialect";

/// A dialect and what it makes of the pages.
pub(super) struct Draft {
    name: String,
    facts: Facts,
    /// The Rust path of the dialect that all other answers are from.
    base: String,
    outcome: Outcome,
}

impl Draft {
    /// Takes the known dialect with which the fewest mistakes are in the pages, and of these the first one.
    pub(super) fn new(name: &str, facts: Facts, documents: &[Document]) -> Self {
        let known = dialect::ALL
            .iter()
            .map(|dialect| (format!("super::{}::DIALECT", dialect.name.replace('-', "_")), Dialect::clone(dialect)));
        let bases = [("Dialect::BASE".to_owned(), Dialect::BASE), ("Dialect::OPENAPI".to_owned(), Dialect::OPENAPI)];
        let drafts = bases.into_iter().chain(known).map(|(base, dialect)| {
            let outcome = compile(dialect, &facts, documents);
            Self { name: name.to_owned(), facts: facts.clone(), base, outcome }
        });
        let drafts: Vec<Self> = drafts.collect();
        let best = drafts.iter().map(Self::cost).min();
        let mut drafts = drafts.into_iter();
        let first = drafts.find(|draft| Some(draft.cost()) == best);
        first.unwrap_or_else(|| {
            let outcome = compile(Dialect::BASE, &facts, documents);
            Self { name: name.to_owned(), facts, base: "Dialect::BASE".to_owned(), outcome }
        })
    }

    /// How little of the pages is read: those that are, with a minus, and mistakes.
    fn cost(&self) -> (isize, usize) {
        (-isize::try_from(self.read()).unwrap_or(isize::MAX), self.outcome.diagnostics.len())
    }

    /// How many pages are detected as pages in the dialect.
    fn read(&self) -> usize {
        self.outcome.dialects.values().filter(|name| **name == DRAFT).count()
    }

    /// The file of the dialect.
    pub(super) fn source(&self) -> String {
        let Facts { columns, section, header } = &self.facts;
        let column = |(heading, role): &(String, Role)| {
            format!("        Column {{ heading: {heading:?}, role: Role::{role:?} }},\n")
        };
        let columns: String = columns.iter().map(column).collect();
        let section = section.as_ref().map_or_else(|| "None".to_owned(), |heading| format!("Some({heading:?})"));
        let sign = match &self.facts.section {
            Some(heading) => format!("Sign::Heading({heading:?})"),
            None => "Sign::OuterPipes(true)".to_owned(),
        };
        format!(
            "use super::{{Column, Dialect, Evidence, Role, Sign, Weight}};\n\n\
             /// `{header}`\n\
             pub(super) static DIALECT: Dialect = Dialect {{\n    name: {:?},\n    \
             about: \"pages of {}\",\n    \
             evidence: &[Evidence {{ sign: {sign}, weight: Weight::For(2) }}],\n    \
             section: {section},\n    columns: &[\n{columns}    ],\n    more_columns: &[],\n    ..{}\n}};\n",
            self.name, self.name, self.base
        )
    }

    /// The page of the guide, whose example is the first page.
    pub(super) fn guide(&self, documents: &[Document]) -> String {
        let text = documents.first().map_or("", |document| document.text.trim_end());
        let name = documents.first().map(Document::file_name).unwrap_or_default();
        let shown = self.struct_of_first().unwrap_or_default();
        format!(
            "# {}\n\nPages of {}.\n\n## Example\n\n````md specs/{name}\n{text}\n````\n\n```rust\n{shown}```\n",
            self.name, self.name
        )
    }

    /// The first struct that the pages become.
    fn struct_of_first(&self) -> Option<String> {
        let text = &self.outcome.files.get(1)?.text;
        let start = text.find("pub struct ")?;
        let end = text[start..].find("\n}\n")? + 3;
        Some(text[start..start + end].to_owned())
    }

    /// What it makes of the pages.
    pub(super) fn summary(&self, documents: usize) -> String {
        let read = self.read();
        let mistakes = self.outcome.diagnostics.len();
        let base = self.base.trim_start_matches("super::").trim_end_matches("::DIALECT");
        format!(
            "{read} of {documents} pages are read, with {mistakes} mistakes; all other answers are those of `{base}`."
        )
    }
}

/// Compiles the pages with a dialect that has the columns. It lives as long as the program, which ends soon.
fn compile(mut dialect: Dialect, facts: &Facts, documents: &[Document]) -> Outcome {
    dialect.name = DRAFT;
    dialect.section = facts.section.clone().map(|heading| &*String::leak(heading));
    let column = |(heading, role): (String, Role)| Column { heading: String::leak(heading), role };
    dialect.columns = Vec::leak(facts.columns.iter().cloned().map(column).collect());
    dialect.more_columns = &[];
    let sign = dialect.section.map_or(Sign::OuterPipes(true), Sign::Heading);
    dialect.evidence = Vec::leak(vec![Evidence { sign, weight: Weight::For(2) }]);
    let dialect = Box::leak(Box::new(dialect));
    let texts = documents.iter().map(|document| (format!("specs/{}", document.path.display()), document.text.clone()));
    Config::new().known_dialect(dialect).show_all().compile_texts(texts)
}
