//! Limits and allowed values.

use std::collections::BTreeMap;
use std::fmt;

#[cfg(feature = "serde")]
use serde::{Deserialize, Serialize};

use super::Empty;
#[cfg(feature = "serde")]
use super::json;
use crate::source::Origin;

/// The limits of the values of a field. They apply to what is written to the API; reading accepts what the API sends,
/// within the limits or not.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(default))]
pub struct Constraints {
    /// The least number, in decimal as the document writes it.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub minimum: Option<String>,
    /// The greatest number, in decimal as the document writes it.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub maximum: Option<String>,
    /// A number that is less than all that are allowed, in decimal as the document writes it.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub exclusive_minimum: Option<String>,
    /// A number that is greater than all that are allowed, in decimal as the document writes it.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub exclusive_maximum: Option<String>,
    /// The number that divides all that are allowed, in decimal as the document writes it.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub multiple_of: Option<String>,
    /// The regular expression that a text matches.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub pattern: Option<String>,
    /// The least number of characters of a text.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub min_length: Option<u64>,
    /// The greatest number of characters of a text.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub max_length: Option<u64>,
    /// The least number of items of a list.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub min_items: Option<u64>,
    /// The greatest number of items of a list.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "Option::is_none"))]
    pub max_items: Option<u64>,
    /// Whether the items of a list are distinct: the document calls the list a set.
    #[cfg_attr(feature = "serde", serde(skip_serializing_if = "json::is_false"))]
    pub unique_items: bool,
}

/// The names of limits, in the order of the fields.
const LIMITS: [&str; 10] = [
    "minimum",
    "maximum",
    "exclusive minimum",
    "exclusive maximum",
    "multiple of",
    "pattern",
    "min length",
    "max length",
    "min items",
    "max items",
];

impl fmt::Display for Constraints {
    /// `minimum 1, max length 20`
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = |limit: Option<u64>| limit.map(|limit| limit.to_string());
        let limits = [
            self.minimum.clone(),
            self.maximum.clone(),
            self.exclusive_minimum.clone(),
            self.exclusive_maximum.clone(),
            self.multiple_of.clone(),
            self.pattern.clone(),
            count(self.min_length),
            count(self.max_length),
            count(self.min_items),
            count(self.max_items),
        ];
        let stated = LIMITS.iter().zip(limits).filter_map(|(name, limit)| Some(format!("{name} {}", limit?)));
        f.write_str(&stated.collect::<Vec<_>>().join(", "))
    }
}

impl Constraints {
    /// Sets a limit written as in `Display`. Returns whether the limit is valid and the first of its kind.
    pub fn set(&mut self, limit: &str) -> bool {
        let value = |word: &'static str| Some((word, limit.strip_prefix(word)?.strip_prefix(' ')?.trim()));
        let Some((word, value)) = LIMITS.into_iter().find_map(value) else { return false };
        let count = |slot: &mut Option<u64>| value.parse().is_ok_and(|it| slot.replace(it).is_none());
        let text = |slot: &mut Option<String>| slot.replace(value.to_owned()).is_none();
        let number = |slot: &mut Option<String>| value.parse::<f64>().is_ok() && text(slot);
        match word {
            "minimum" => number(&mut self.minimum),
            "maximum" => number(&mut self.maximum),
            "exclusive minimum" => number(&mut self.exclusive_minimum),
            "exclusive maximum" => number(&mut self.exclusive_maximum),
            "multiple of" => number(&mut self.multiple_of),
            "pattern" => text(&mut self.pattern),
            "min length" => count(&mut self.min_length),
            "max length" => count(&mut self.max_length),
            "min items" => count(&mut self.min_items),
            "max items" => count(&mut self.max_items),
            _ => false,
        }
    }
}

impl Empty for Constraints {
    const EMPTY: &'static Self = &Self {
        minimum: None,
        maximum: None,
        exclusive_minimum: None,
        exclusive_maximum: None,
        multiple_of: None,
        pattern: None,
        min_length: None,
        max_length: None,
        min_items: None,
        max_items: None,
        unique_items: false,
    };
}

/// The allowed values of a text or another scalar.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
pub struct Values {
    /// The values, each once, in the order of their source.
    pub known: Vec<String>,
    /// The values by the numbers that may be instead of them in JSON.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "BTreeMap::is_empty"))]
    pub numbers: BTreeMap<i64, String>,
    /// The names that the document has for integers.
    #[cfg_attr(feature = "serde", serde(default, skip_serializing_if = "BTreeMap::is_empty"))]
    pub names: BTreeMap<String, String>,
    /// The part of a document that lists them.
    pub source: ValuesSource,
    /// Where it is.
    pub origin: Origin,
}

impl Values {
    /// Whether they are integers of 64 bits, as JSON writes them.
    pub(crate) fn are_integers(&self) -> bool {
        self.known.iter().all(|value| value.parse::<i64>().is_ok_and(|integer| integer.to_string() == *value))
    }
}

/// The part of a document that lists the allowed values of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(feature = "serde", derive(Serialize, Deserialize))]
#[cfg_attr(feature = "serde", serde(rename_all = "kebab-case"))]
#[non_exhaustive]
pub enum ValuesSource {
    /// A form of the dialect: a section, a table or a note.
    Listed,
    /// A sentence of the description.
    Prose,
    /// A correction.
    Correction,
}
