//! The last line of a check.

use std::fmt;

use serde::Serialize;

use crate::cli::problems::Problems;
use crate::compile::Outcome;
use crate::diag::Level;
use crate::schema::Model;

/// What was checked, and what was found.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(in crate::cli) struct Summary {
    pub documents: usize,
    pub models: usize,
    pub fields: usize,
    pub errors: usize,
    pub warnings: usize,
    /// The facts that documents do not state and that a rule decided.
    pub assumptions: usize,
}

impl Summary {
    pub(in crate::cli) fn of(problems: &Problems<'_>) -> Self {
        let (errors, warnings) = (problems.count(Level::Error), problems.count(Level::Warning));
        let mut summary = Self { errors, warnings, ..Self::default() };
        problems.parts.iter().for_each(|part| summary.add(part.outcome));
        summary
    }

    fn add(&mut self, outcome: &Outcome) {
        self.documents += outcome.account.documents;
        self.models += outcome.schema.models.len();
        for model in outcome.schema.models.values() {
            self.fields += model.fields().len();
            self.assumptions += assumptions(model);
        }
    }
}

fn assumptions(model: &Model) -> usize {
    model.assumed.len() + model.fields().iter().map(|field| field.assumed.len()).sum::<usize>()
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { documents, models, fields, errors, warnings, assumptions } = *self;
        let (documents, models) = (counted(documents, "document"), counted(models, "model"));
        write!(f, "Checked {documents}: {models} with {}; ", counted(fields, "field"))?;
        let (errors, warnings) = (counted(errors, "error"), counted(warnings, "warning"));
        write!(f, "{errors}, {warnings}, {}.", counted(assumptions, "assumption"))
    }
}

/// A number with its noun, and with separators between thousands.
pub(in crate::cli) fn counted(count: usize, noun: &str) -> String {
    let digits = count.to_string();
    let mut text = String::with_capacity(digits.len() + noun.len() + 4);
    for (idx, digit) in digits.chars().enumerate() {
        if idx > 0 && (digits.len() - idx).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    format!("{text} {noun}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_readable() {
        assert_eq!(counted(0, "error"), "0 errors");
        assert_eq!(counted(1, "error"), "1 error");
        assert_eq!(counted(62_200, "field"), "62,200 fields");
        assert_eq!(counted(1_234_567, "field"), "1,234,567 fields");
    }
}
