//! Damage to documents, and whether it is noticed.
//!
//! A mutation damages one place of a page, as an editor, a merge or a broken transfer may. What is read of the page
//! afterwards is compared with what was read before; see [`Verdict`] for what may come of it.

use std::collections::{BTreeMap, BTreeSet};

use codegen::dialect::Dialect;
use codegen::{Config, Outcome};

pub use damage::{Damage, Random};
pub use place::Place;

mod damage;
mod facts;
mod place;

/// What becomes of a mutation.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Verdict {
    /// The page means the same; descriptions may differ.
    Same,
    /// A diagnostic that was not there before.
    Said,
    /// The page is another one that somebody may have written: a row is missing, or a name, a default, an allowed
    /// value, a type or a note as a whole is another one.
    Other,
    /// Facts differ that are not where the damage is, or that the damage cannot have meant.
    Silent(String),
}

/// Documents of which one gets damaged.
#[derive(Debug)]
pub struct Subject {
    documents: Vec<(String, String)>,
    dialect: Option<&'static Dialect>,
    before: Outcome,
}

/// A damaged document and what became of it.
#[derive(Debug)]
pub struct Mutation {
    /// The path of the document.
    pub path: String,
    /// What was done to it.
    pub damage: Damage,
    /// Where.
    pub place: Place,
    /// The line before.
    pub line: String,
    /// The damaged text.
    pub text: String,
    /// What became of it.
    pub verdict: Verdict,
}

impl Subject {
    /// Documents as they are. `None` if they have errors, so that nothing could be compared.
    pub fn new(documents: Vec<(String, String)>, dialect: Option<&'static Dialect>) -> Option<Self> {
        let before = compile(&documents, dialect);
        let is_model = !before.schema.models.is_empty() && !before.has_errors();
        is_model.then_some(Self { documents, dialect, before })
    }

    /// Damages one of the documents that describe models. `None` if the damage changes nothing.
    pub fn mutate(&self, random: &mut Random) -> Option<Mutation> {
        let models: BTreeSet<&str> = self.before.dialects.keys().map(AsRef::as_ref).collect();
        let pages: Vec<usize> =
            (0..self.documents.len()).filter(|idx| models.contains(&*self.documents[*idx].0)).collect();
        let page = pages[random.below(pages.len())];
        let (path, text) = &self.documents[page];
        let damaged = damage::damage(text, random)?;
        let mut documents = self.documents.clone();
        documents[page].1.clone_from(&damaged.text);
        let after = compile(&documents, self.dialect);
        let place = Place::of(text, damaged.at);
        let verdict = self.verdict(&after, damaged.damage, place);
        let line = damage::line_at(text, damaged.at).to_owned();
        Some(Mutation { path: path.clone(), damage: damaged.damage, place, line, text: damaged.text, verdict })
    }

    fn verdict(&self, after: &Outcome, damage: Damage, place: Place) -> Verdict {
        let facts = facts::changed(&self.before.schema, &after.schema);
        if said(after).iter().any(|(said, count)| self.said_before().get(said).is_none_or(|before| before < count)) {
            return Verdict::Said;
        }
        if facts.is_empty() {
            return Verdict::Same;
        }
        let is_meant = facts.iter().all(|fact| place.may_change(fact) || damage.may_change(fact, place));
        let facts: Vec<&str> = facts.iter().map(String::as_str).collect();
        if is_meant { Verdict::Other } else { Verdict::Silent(format!("{damage:?} {place:?}: {}", facts.join(", "))) }
    }

    fn said_before(&self) -> BTreeMap<String, usize> {
        said(&self.before)
    }
}

/// A text with damage at one place. `None` if the damage changes nothing.
pub fn damaged(text: &str, random: &mut Random) -> Option<String> {
    damage::damage(text, random).map(|damaged| damaged.text)
}

/// The diagnostics without their places, and how often each was reported.
fn said(outcome: &Outcome) -> BTreeMap<String, usize> {
    let mut said = BTreeMap::new();
    for diagnostic in &outcome.diagnostics {
        *said.entry(format!("{}: {}", diagnostic.code.name, diagnostic.message)).or_default() += 1;
    }
    said
}

fn compile(documents: &[(String, String)], dialect: Option<&'static Dialect>) -> Outcome {
    let config = match dialect {
        Some(dialect) => Config::new().dialect_of_all(dialect),
        None => Config::new(),
    };
    config.compile_texts(documents.iter().cloned())
}
