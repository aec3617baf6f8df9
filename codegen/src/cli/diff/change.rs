//! A change between two versions.

use std::fmt;

use super::rules::{Level, Rule};
use crate::schema::Origin;

/// One change of one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    pub(crate) rule: &'static Rule,
    /// The level of the rule in this configuration.
    pub(crate) level: Level,
    pub(crate) subject: Subject,
    pub(crate) old: Said,
    pub(crate) new: Said,
    /// Why this is what it is said to be.
    pub(crate) note: Option<String>,
}

/// What changed.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Subject {
    /// The module of the API, where there are several.
    pub(crate) module: Option<String>,
    /// The model as the documents name it, or a type that belongs to no single model.
    pub(crate) owner: String,
    /// The key of the field.
    pub(crate) field: Option<String>,
}

/// What one version says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Said {
    /// What is there; `None` if nothing is.
    pub(crate) text: Option<String>,
    /// Where the document says it.
    pub(crate) origin: Option<Origin>,
}

impl fmt::Display for Subject {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(module) = &self.module {
            write!(f, "{module}::")?;
        }
        f.write_str(&self.owner)?;
        if let Some(field) = &self.field {
            write!(f, ".{field}")?;
        }
        Ok(())
    }
}

impl Said {
    /// A text at a place.
    pub(super) fn new(text: impl Into<String>, origin: Option<&Origin>) -> Self {
        Self { text: Some(text.into()), origin: origin.cloned() }
    }

    /// A place at which nothing of the kind is.
    pub(super) fn nothing(origin: Option<&Origin>) -> Self {
        Self { text: None, origin: origin.cloned() }
    }
}
