//! Stage 3, recognise: which dialect a page is written in, by evidence and by vote over its folder.

use std::collections::BTreeMap;

use crate::diag::{Sink, codes};
use crate::dialect::{Dialect, Sign, Weight};
use crate::page::{Block, Page, Table};
use crate::source::{Origin, Sources, Span, stem};

/// What became of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recognised {
    /// A model, written in this dialect.
    Model(&'static Dialect),
    /// No model.
    LeftAlone,
    /// A model that cannot be read; a diagnostic says why.
    Failed,
}

/// Recognises every page, in the order given. What was told comes first, then what a page shows itself;
/// where that leaves a choice or nothing, its folder decides, and then all folders together.
pub fn recognise(
    pages: &[Page],
    sources: &Sources,
    told: &[(String, &'static Dialect)],
    known: &[&'static Dialect],
    sink: &mut Sink,
) -> Vec<Recognised> {
    let scores: Vec<Scores> = pages.iter().map(|page| scores(page, known)).collect();
    let votes = Votes::count(pages, sources, &scores);
    let mut recogniser = Recogniser { sources, told, known, votes, sink };
    pages.iter().zip(&scores).map(|(page, scores)| recogniser.recognise(page, scores)).collect()
}

/// The dialects that a page can be in, by their number, and how much of the page speaks for each.
type Scores = BTreeMap<usize, u32>;

fn scores(page: &Page, known: &[&'static Dialect]) -> Scores {
    known.iter().enumerate().filter_map(|(idx, dialect)| Some((idx, score(dialect, page)?))).collect()
}

/// How much a page speaks for a dialect; `None` if it cannot be it.
fn score(dialect: &Dialect, page: &Page) -> Option<u32> {
    let table = dialect.property_table(page)?;
    let mut score = 0;
    for evidence in dialect.evidence {
        match evidence.weight {
            Weight::For(weight) if is_on(evidence.sign, page, table) => score += weight,
            Weight::Against if is_on(evidence.sign, page, table) => return None,
            Weight::For(_) | Weight::Against => {}
        }
    }
    Some(score)
}

fn is_on(sign: Sign, page: &Page, table: &Table) -> bool {
    let types = table.rows.iter().filter_map(|row| row.cells.get(1)).filter(|it| !it.value.is_empty());
    let any_type = |test: &dyn Fn(&str) -> bool| types.clone().any(|it| test(&it.value));
    let any_block = |test: &dyn Fn(&Block) -> bool| page.blocks.iter().any(test);
    match sign {
        Sign::FrontMatterTitle => any_block(&|it| matches!(it, Block::FrontMatterTitle(_))),
        Sign::Text(text) => any_block(&|it| matches!(it, Block::Paragraph(it) if it.value.contains(text))),
        Sign::OuterPipes(piped) => table.header.piped == piped,
        Sign::TypeHas(text) => any_type(&|it| it.contains(text)),
        Sign::TypeBold => any_type(&|it| it.starts_with("**") || it.starts_with("[**")),
        Sign::TypeBare => any_type(&|it| !it.contains("**")),
    }
}

/// How much the pages of a folder, and all pages, speak for each dialect.
struct Votes {
    by_folder: BTreeMap<String, Scores>,
    all: Scores,
}

impl Votes {
    fn count(pages: &[Page], sources: &Sources, scores: &[Scores]) -> Self {
        let mut votes = Self { by_folder: BTreeMap::new(), all: Scores::new() };
        for (page, scores) in pages.iter().zip(scores) {
            let folder = votes.by_folder.entry(sources.get(page.file).folder().to_owned()).or_default();
            for (idx, score) in scores {
                *folder.entry(*idx).or_default() += score;
                *votes.all.entry(*idx).or_default() += score;
            }
        }
        votes
    }

    /// The dialect of a page, or those between which nothing decides.
    fn choose(&self, folder: &str, own: &Scores) -> Result<usize, Vec<usize>> {
        let candidates: Vec<usize> = own.keys().copied().collect();
        let most = own.values().max().copied().unwrap_or_default();
        let tied: Vec<usize> = candidates.into_iter().filter(|idx| own.get(idx) == Some(&most)).collect();
        let mut deciding = [Some(own), self.by_folder.get(folder), Some(&self.all)].into_iter().flatten();
        deciding.find_map(|votes| strongest(votes, &tied)).ok_or(tied)
    }

    fn says_nothing(&self, own: &Scores) -> bool {
        own.keys().all(|idx| self.all.get(idx).is_none_or(|votes| *votes == 0))
    }
}

/// The candidate with the most votes, unless there are none or another has as many.
fn strongest(votes: &Scores, candidates: &[usize]) -> Option<usize> {
    let of = |idx: usize| votes.get(&idx).copied().unwrap_or_default();
    let most = candidates.iter().map(|idx| of(*idx)).max().filter(|most| *most > 0)?;
    let mut winners = candidates.iter().filter(|idx| of(**idx) == most);
    winners.next().filter(|_| winners.next().is_none()).copied()
}

struct Recogniser<'a> {
    sources: &'a Sources,
    told: &'a [(String, &'static Dialect)],
    known: &'a [&'static Dialect],
    votes: Votes,
    sink: &'a mut Sink,
}

impl Recogniser<'_> {
    fn recognise(&mut self, page: &Page, scores: &Scores) -> Recognised {
        let source = self.sources.get(page.file);
        let told = self.told.iter().rev().find(|(path, _)| is_within(&source.path, path));
        if let Some((_, dialect)) = told.filter(|(_, dialect)| dialect.property_table(page).is_some()) {
            return Recognised::Model(dialect);
        }
        if told.is_some() || scores.is_empty() {
            return self.without_property_table(page);
        }
        match self.votes.choose(source.folder(), scores) {
            Ok(idx) => Recognised::Model(self.known[idx]),
            Err(rivals) => self.undecided(page, scores, &rivals),
        }
    }

    fn undecided(&mut self, page: &Page, scores: &Scores, rivals: &[usize]) -> Recognised {
        let names: Vec<String> = rivals.iter().map(|idx| format!("`{}`", self.known[*idx].name)).collect();
        let names = names.join(", ");
        let (code, message) = if self.votes.says_nothing(scores) {
            (&codes::UNKNOWN_DIALECT, format!("nothing shows which dialect this page is in; known are {names}"))
        } else {
            (&codes::AMBIGUOUS_DIALECT, format!("this page could be in any of {names}"))
        };
        let table = rivals.first().and_then(|idx| self.known[*idx].property_table(page));
        let span = table.map_or(Span { file: page.file, start: 0, end: 0 }, |it| it.header.span);
        self.sink.report(code, self.sources.origin(span), message);
        Recognised::Failed
    }

    /// Such a page is no model, unless it looks like one that went wrong. It is said aloud if the name of
    /// the file does not let expect it.
    fn without_property_table(&mut self, page: &Page) -> Recognised {
        let is_section = |it: &Block| self.known.iter().any(|dialect| dialect.is_section(it));
        let section = page.blocks.iter().position(is_section);
        let is_expected = is_expected(self.sources.get(page.file).file_name());
        if is_expected && section.is_none() {
            return Recognised::LeftAlone;
        }
        if let Some(span) = page.blocks.iter().find_map(Block::broken_table) {
            let message =
                "this looks like a table and is none: its delimiter row is missing or does not fit the header";
            self.sink.report(&codes::BROKEN_TABLE, self.sources.origin(span), message.to_owned());
            return Recognised::Failed;
        }
        if let Some(table) = page.blocks[section.unwrap_or(page.blocks.len())..].iter().find_map(Block::table) {
            let message = format!("no dialect has a property table with the columns `{}`", columns(table));
            self.sink.report(&codes::UNKNOWN_DIALECT, self.sources.origin(table.header.span), message);
            return Recognised::Failed;
        }
        if !is_expected {
            let other = page.tables().next();
            let other = other.map(|it| format!(" (its first table has the columns `{}`)", columns(it)));
            let message = format!("this page has no property table{} and is left alone", other.unwrap_or_default());
            let origin = Origin { path: self.sources.get(page.file).path.clone(), line: 1, column: 1 };
            self.sink.report(&codes::NO_TABLE, origin, message);
        }
        Recognised::LeftAlone
    }
}

fn columns(table: &Table) -> String {
    table.header.cells.iter().map(|it| it.value.as_str()).collect::<Vec<_>>().join(" | ")
}

fn is_within(path: &str, folder: &str) -> bool {
    folder.is_empty() || path.strip_prefix(folder).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// Pages that come with an SDK's documents and are no models.
fn is_expected(file_name: &str) -> bool {
    let stem = stem(file_name);
    let known = ["readme", "index", "releasenotes", "changelog", "corrections"];
    stem.ends_with("Api") || known.contains(&stem.to_lowercase().as_str())
}
