//! What documents show about the spelling of keys.

use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::Said;

/// What the documents of an API show about the case of its keys. Most SDKs spell names in the case of their
/// language; what the API sends is found in descriptions, paths and examples.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct KeyEvidence {
    /// The folders of the API.
    pub api: String,
    /// The case of the keys; `None` where the documents do not decide it, so that the rules of the dialects apply.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub case: Option<Case>,
    /// The names of fields that the documents mention in each case.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub witnesses: BTreeMap<Case, Witnesses>,
}

/// The names of fields that documents mention in one case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Witnesses {
    /// How many different names there are.
    pub names: usize,
    /// How much they count together: a key in JSON counts more than a parameter of a path.
    pub weight: usize,
    /// Some of them, and where they are.
    pub examples: Vec<Said>,
}

/// The case of a name of several words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Case {
    /// `selfUri`
    Camel,
    /// `SelfUri`
    Pascal,
    /// `self_uri`
    Snake,
}

impl Case {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Camel, Self::Pascal, Self::Snake];

    /// The word for it in messages.
    pub fn word(self) -> &'static str {
        match self {
            Self::Camel => "camel case",
            Self::Pascal => "Pascal case",
            Self::Snake => "snake case",
        }
    }
}

impl KeyEvidence {
    /// How many names the documents mention in a case.
    pub fn names(&self, case: Case) -> usize {
        self.witnesses.get(&case).map_or(0, |witnesses| witnesses.names)
    }
}

/// One phrase: the case, and how many names are in it.
impl fmt::Display for KeyEvidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mentioned: Vec<String> = Case::ALL
            .into_iter()
            .filter(|case| self.names(*case) > 0)
            .map(|case| format!("{} in {}", self.names(case), case.word()))
            .collect();
        let texts = match mentioned.as_slice() {
            [] => "no text names a field".to_owned(),
            _ => format!("texts name fields, {}", mentioned.join(", ")),
        };
        match self.case {
            Some(case) => write!(f, "keys are in {} ({texts})", case.word()),
            None => write!(f, "the case of keys is assumed ({texts})"),
        }
    }
}
