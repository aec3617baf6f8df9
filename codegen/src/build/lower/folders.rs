//! What the documents of a folder show together: which words its version of the generator writes, and which marks mean
//! nothing there.

use std::collections::BTreeMap;

use crate::dialect::{TypeSyntax, Word};
use crate::read::doc::{Body, ModelDoc};
use crate::read::type_expr::TypeExpr;
use crate::source::Sources;

/// What the documents of a folder show together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Facts {
    /// Whether there is a word for days, so that a word for days and times is for times only.
    pub(super) has_days: bool,
    /// The number of values with the mark of `null`.
    marked: usize,
    /// Whether one of them is always present.
    is_required_marked: bool,
    /// Whether a value that could have the mark does not have it.
    is_unmarked: bool,
}

/// At least this many values with a mark, and none without it, show that it is written everywhere.
const MARKED: usize = 5;

impl Facts {
    /// Whether every value has the mark of `null` that can have it, so that the mark shows nothing.
    pub(super) fn marks_all(self) -> bool {
        self.marked >= MARKED && self.is_required_marked && !self.is_unmarked
    }

    fn add(&mut self, ty: &TypeExpr, is_required: bool, syntax: &TypeSyntax) {
        match ty {
            TypeExpr::Word(word) | TypeExpr::LinkedWord(word) => {
                self.has_days |= syntax.days == Some(word.text);
                self.is_unmarked |= takes_mark(word, syntax);
            }
            TypeExpr::Nullable(inner) => match &**inner {
                TypeExpr::Word(word) | TypeExpr::LinkedWord(word) => {
                    self.has_days |= syntax.days == Some(word.text);
                    let counts = takes_mark(word, syntax);
                    self.marked += usize::from(counts);
                    self.is_required_marked |= counts && is_required;
                }
                inner => self.add(inner, is_required, syntax),
            },
            TypeExpr::List(item) | TypeExpr::Set(item) | TypeExpr::Map { item, .. } | TypeExpr::Optional(item) => {
                self.add(item, is_required, syntax);
            }
            TypeExpr::Name { .. } | TypeExpr::Mixed { .. } | TypeExpr::Unnamed { .. } | TypeExpr::Unknown { .. } => {}
        }
    }
}

/// Whether a word can have the mark of `null` in a language that distinguishes such words.
fn takes_mark(word: &Word, syntax: &TypeSyntax) -> bool {
    syntax.unmarked.is_some_and(|unmarked| !unmarked.contains(&word.text))
}

/// The facts of all folders.
pub(super) struct Folders<'a> {
    /// By folder and the name of the dialect.
    facts: BTreeMap<(&'a str, &'static str), Facts>,
    sources: &'a Sources,
}

impl<'a> Folders<'a> {
    pub(super) fn read(docs: &[ModelDoc], sources: &'a Sources) -> Self {
        let mut folders = Self { facts: BTreeMap::new(), sources };
        for doc in docs {
            let syntax = doc.dialect.types;
            let facts = folders.facts.entry(folders.key(doc)).or_default();
            for field in &doc.fields {
                facts.add(&field.ty.value, !field.optional, syntax);
            }
            if let Body::Whole(ty) = &doc.body {
                facts.add(&ty.value, false, syntax);
            }
        }
        folders
    }

    /// What the documents beside this one show, and this one itself.
    pub(super) fn beside(&self, doc: &ModelDoc) -> Facts {
        self.facts.get(&self.key(doc)).copied().unwrap_or_default()
    }

    fn key(&self, doc: &ModelDoc) -> (&'a str, &'static str) {
        (self.sources.get(doc.name.span.file).folder(), doc.dialect.name)
    }
}
