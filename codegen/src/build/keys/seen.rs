//! What samples show about keys. An API's own bodies outweigh everything that its documents mention.

use std::collections::{BTreeMap, BTreeSet};

use super::spelling;
use crate::read::samples::Body;
use crate::read::samples::json::{Json, Value};
use crate::schema::{Case, Origin, Said, Witnesses};
use crate::source::Sources;

/// How many keys of several words show the case. One alone can be the exception of its API.
const ENOUGH: usize = 2;

/// How many times as many there must be as keys in other cases.
const CLEARLY: usize = 3;

/// How many keys are kept as examples.
const EXAMPLES: usize = 3;

/// The keys in the samples of an API.
#[derive(Debug, Default)]
pub(super) struct Seen {
    /// By folded name: the spellings, each with the place of its first sample.
    spellings: BTreeMap<String, BTreeMap<String, Origin>>,
}

/// The different keys of a body, each with the byte at which it first starts.
pub(super) fn keys_of(body: &Body) -> BTreeMap<&str, usize> {
    let mut keys = BTreeMap::new();
    add_keys(&body.json, &mut keys);
    keys
}

// The reader of samples limits how deep values are nested.
fn add_keys<'a>(json: &'a Json, keys: &mut BTreeMap<&'a str, usize>) {
    match &json.value {
        Value::List(items) => items.iter().for_each(|item| add_keys(item, keys)),
        Value::Object(members) => {
            for member in members {
                keys.entry(&member.key).or_insert(member.at);
                add_keys(&member.value, keys);
            }
        }
        Value::Null | Value::Boolean(_) | Value::Number(_) | Value::Text(_) => {}
    }
}

impl Seen {
    pub(super) fn add(&mut self, folded: String, key: &str, at: usize, body: &Body, sources: &Sources) {
        let spellings = self.spellings.entry(folded).or_default();
        if !spellings.contains_key(key) {
            spellings.insert(key.to_owned(), body.origin(at, sources));
        }
    }

    /// The case of the keys of several words, if there are enough and clearly more than in other cases.
    pub(super) fn case(&self) -> Option<Case> {
        let count = |case: Case| self.keys(case).count();
        let others = |case: Case| Case::ALL.into_iter().filter(|other| *other != case).map(count).sum::<usize>();
        Case::ALL.into_iter().find(|case| count(*case) >= ENOUGH && count(*case) > CLEARLY * others(*case))
    }

    /// The key of a name, if all samples spell it alike.
    pub(super) fn only_spelling(&self, folded: &str) -> Option<&str> {
        let mut spellings = self.spellings.get(folded)?.keys();
        spellings.next().filter(|_| spellings.next().is_none()).map(String::as_str)
    }

    pub(super) fn names(&self, case: Case) -> impl Iterator<Item = &str> {
        self.keys(case).map(|(key, _)| key)
    }

    /// The keys of each case for the schema.
    pub(super) fn witnesses(&self) -> BTreeMap<Case, Witnesses> {
        let cases: BTreeSet<Case> = Case::ALL.into_iter().filter(|case| self.keys(*case).next().is_some()).collect();
        cases.into_iter().map(|case| (case, self.witnesses_in(case))).collect()
    }

    fn witnesses_in(&self, case: Case) -> Witnesses {
        let names = self.keys(case).count();
        let said = |(key, origin): (&str, &Origin)| Said { text: key.to_owned(), origin: origin.clone() };
        Witnesses { names, weight: names, examples: self.keys(case).take(EXAMPLES).map(said).collect() }
    }

    fn keys(&self, case: Case) -> impl Iterator<Item = (&str, &Origin)> {
        let spelled = self.spellings.values().flatten().map(|(key, origin)| (&**key, origin));
        spelled.filter(move |(key, _)| spelling::case_of(key) == Some(case))
    }
}
