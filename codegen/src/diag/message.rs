//! What a diagnostic says, and the places that it points at.

#[cfg(feature = "serde")]
use serde::Serialize;

use crate::source::Origin;

/// A piece of one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// Where it starts.
    pub origin: Origin,
    /// How many characters it has; 0 if only its start is known.
    pub width: u32,
}

impl From<Origin> for Place {
    fn from(origin: Origin) -> Self {
        Self { origin, width: 0 }
    }
}

/// Another place that a mistake is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(Serialize))]
#[non_exhaustive]
pub struct Related {
    /// The document, line and column.
    pub origin: Origin,
    /// How many characters it has; 0 if only its start is known.
    pub width: u32,
    /// What it is, such as `the first row`.
    pub label: String,
}

impl Related {
    /// Whether a line of a document has both places.
    pub(crate) fn is_in_line_of(&self, other: &Origin) -> bool {
        self.origin.path == other.path && self.origin.line == other.line
    }
}

/// A row of corrections, without its reason.
#[derive(Clone, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(Serialize))]
pub(crate) struct Fix {
    /// The model, as its document spells it.
    pub model: String,
    /// The field, as its document spells it; `None` for the model as a whole.
    pub field: Option<String>,
    /// What is corrected.
    pub correction: &'static str,
    /// The value of the correction.
    pub value: String,
}

/// What a diagnostic says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Message {
    /// What is wrong, in one phrase without a final dot.
    pub text: String,
    /// What to do about it, in one phrase.
    pub help: Option<String>,
    /// The other places that it is about.
    pub related: Vec<Related>,
}

impl Message {
    pub(crate) fn new(text: impl Into<String>) -> Self {
        Self { text: text.into(), help: None, related: Vec::new() }
    }

    /// Adds what to do about it.
    pub(crate) fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    /// Adds what to do about it, if that is known.
    pub(crate) fn hint(self, help: Option<String>) -> Self {
        Self { help, ..self }
    }

    /// Adds another place.
    pub(crate) fn related(mut self, place: impl Into<Place>, label: impl Into<String>) -> Self {
        let Place { origin, width } = place.into();
        self.related.push(Related { origin, width, label: label.into() });
        self
    }
}

impl From<String> for Message {
    fn from(text: String) -> Self {
        Self::new(text)
    }
}

impl From<&str> for Message {
    fn from(text: &str) -> Self {
        Self::new(text)
    }
}
