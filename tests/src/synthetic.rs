//! Documents in every dialect, as many as somebody asks for, to measure the generator on.
//!
//! They are copies of the cases. In each copy, the models, some fields and the descriptions have other names and words,
//! so that no two documents are alike. The same seed makes the same documents everywhere.

use std::io;

use codegen::dialect::{self, Dialect};
use codegen::{Config, Outcome};

use crate::accepted::{Documents, cases_of};
use crate::mutation::Random;

mod names;
mod variation;

pub use names::Renaming;

use variation::vary;

/// The documents that copies are made of.
#[derive(Debug)]
pub struct Synthetic {
    /// The cases of each dialect, in the order of the dialects.
    sdks: Vec<Sdk>,
}

/// The cases of a dialect.
#[derive(Debug)]
struct Sdk {
    dialect: &'static Dialect,
    cases: Vec<Case>,
}

/// Documents that refer to each other only.
#[derive(Debug)]
struct Case {
    documents: Documents,
    /// The names of the models in them.
    names: Vec<String>,
}

impl Synthetic {
    /// Reads the cases, and keeps those whose copies are read as they are themselves: some models of cases are called
    /// like types or headings, which a copy must not rename.
    ///
    /// # Errors
    ///
    /// A case cannot be read, or no case of a dialect can be copied.
    pub fn new() -> io::Result<Self> {
        let mut sdks = Vec::with_capacity(dialect::ALL.len());
        for dialect in dialect::ALL {
            let mut cases = Vec::new();
            for documents in cases_of(dialect.name)? {
                cases.extend(Case::new(documents, dialect));
            }
            if cases.is_empty() {
                return Err(io::Error::other(format!("no case of {} can be copied", dialect.name)));
            }
            sdks.push(Sdk { dialect, cases });
        }
        Ok(Self { sdks })
    }

    /// This number of documents in all dialects by turns, as path and text. Each dialect has a folder of its own.
    pub fn documents(&self, count: usize, seed: u64) -> Documents {
        copies(&self.sdks.iter().collect::<Vec<_>>(), count, seed)
    }

    /// This number of documents in one dialect. None if there is no such dialect.
    pub fn documents_in(&self, dialect: &str, count: usize, seed: u64) -> Documents {
        copies(&self.sdks.iter().filter(|sdk| sdk.dialect.name == dialect).collect::<Vec<_>>(), count, seed)
    }
}

/// Copies of the cases of SDKs, by turns, and of smaller ones where the next one has more documents than are left. Where
/// all have more, the last copy is not whole, and the types that it names are without documents.
fn copies(sdks: &[&Sdk], count: usize, seed: u64) -> Documents {
    let mut random = Random::new(seed);
    let mut documents = Documents::with_capacity(count);
    let mut number = 0;
    let Some(least) = sdks.iter().flat_map(|sdk| &sdk.cases).map(|case| case.documents.len()).min() else {
        return documents;
    };
    while documents.len() + least.max(1) <= count {
        let sdk = sdks[number % sdks.len()];
        let left = count - documents.len();
        let fitting = |case: &&Case| case.documents.len() <= left;
        let start = number / sdks.len() % sdk.cases.len();
        let next = sdk.cases[start..].iter().chain(&sdk.cases).find(fitting);
        documents.extend(next.map(|case| case.copy(number, sdk.dialect, &mut random)).unwrap_or_default());
        number += 1;
    }
    let sdk = sdks[number % sdks.len()];
    let left = count - documents.len();
    documents.extend(sdk.cases[0].copy(number, sdk.dialect, &mut random).into_iter().take(left));
    documents
}

impl Case {
    /// `None` if a copy of the documents is not read as they are.
    fn new(documents: Documents, dialect: &'static Dialect) -> Option<Self> {
        let before = compile(in_folder(documents.clone(), dialect));
        let names = before.schema.models.keys().map(|name| name.0.clone()).collect();
        let case = Self { documents, names };
        let after = compile(case.copy(0, dialect, &mut Random::new(0)));
        (is_clean(&before, dialect) && is_clean(&after, dialect) && facts(&before) == facts(&after)).then_some(case)
    }

    /// A copy with names of its own.
    fn copy(&self, number: usize, dialect: &Dialect, random: &mut Random) -> Documents {
        let copy = Renaming::new(self.names.iter().map(String::as_str), number);
        let renamed = self.documents.iter().map(|(path, text)| {
            let text = vary(&copy.text(text), dialect, random);
            (copy.path(path), text)
        });
        in_folder(renamed.collect(), dialect)
    }
}

fn in_folder(documents: Documents, dialect: &Dialect) -> Documents {
    documents.into_iter().map(|(path, text)| (format!("specs/{}/{path}", dialect.name), text)).collect()
}

fn compile(documents: Documents) -> Outcome {
    Config::new().compile_texts(documents)
}

/// Whether documents have no error and are in a dialect.
fn is_clean(outcome: &Outcome, dialect: &Dialect) -> bool {
    !outcome.has_errors() && outcome.dialects.values().all(|name| *name == dialect.name)
}

/// What is the same in a copy: the numbers of models, of fields and of documents without models.
fn facts(outcome: &Outcome) -> (usize, usize, usize) {
    (outcome.schema.models.len(), outcome.schema.field_count(), outcome.account.left_alone)
}
