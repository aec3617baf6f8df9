//! What documents show about the spelling of keys.

use std::collections::BTreeMap;
use std::fmt;

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use super::Said;

/// What the documents of an API show about the case of its keys. Most SDKs spell names in the case of their
/// language; what the API sends is found in descriptions, paths and examples.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct KeyEvidence {
    /// The folders of the API.
    pub api: String,
    /// The case of the keys; `None` where the documents do not decide it, so that the rules of the dialects apply.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "Option::is_none"))]
    pub case: Option<Case>,
    /// The names of fields that the documents mention in each case.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "BTreeMap::is_empty"))]
    pub witnesses: BTreeMap<Case, Witnesses>,
    /// The keys of fields that samples have in each case. They outweigh what documents mention.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "BTreeMap::is_empty"))]
    pub samples: BTreeMap<Case, Witnesses>,
}

/// The names of fields that documents mention in one case.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Witnesses {
    /// How many different names there are.
    pub names: usize,
    /// How much they count together: a key in JSON counts more than a parameter of a path.
    pub weight: usize,
    /// Some of them, and where they are.
    pub examples: Vec<Said>,
}

/// The case of a name of several words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
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

/// `12 in camel case, 3 in snake case`; empty where there are none.
fn counts(witnesses: &BTreeMap<Case, Witnesses>) -> String {
    let of_case = |(case, witnesses): (&Case, &Witnesses)| format!("{} in {}", witnesses.names, case.word());
    witnesses.iter().map(of_case).collect::<Vec<_>>().join(", ")
}

/// One phrase: the case, and how many names are in it.
impl fmt::Display for KeyEvidence {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = match counts(&self.witnesses) {
            counts if counts.is_empty() => "no text names a field".to_owned(),
            counts => format!("texts name fields, {counts}"),
        };
        if !self.samples.is_empty() {
            shown = format!("samples have keys, {}; {shown}", counts(&self.samples));
        }
        match self.case {
            Some(case) => write!(f, "keys are in {} ({shown})", case.word()),
            None => write!(f, "the case of keys is assumed ({shown})"),
        }
    }
}
