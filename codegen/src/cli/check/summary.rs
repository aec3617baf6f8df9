//! The last line of a check.

use std::fmt;

use serde::Serialize;

use crate::build::learn::report::{Bodies, Findings};
use crate::cli::problems::Problems;
use crate::compile::Outcome;
use crate::diag::{Level, counted, separated};
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
    /// What samples have of the models, if there are samples.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub samples: Option<Covered>,
}

/// How much of the models samples have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub(in crate::cli) struct Covered {
    pub bodies: usize,
    pub models: usize,
    pub all_models: usize,
    pub fields: usize,
    /// Those of the models that samples have.
    pub all_fields: usize,
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
        if outcome.findings.bodies != Bodies::default() {
            self.samples.get_or_insert_default().add(&outcome.findings);
        }
    }
}

impl Covered {
    pub(in crate::cli) fn add(&mut self, Findings { coverage, bodies, .. }: &Findings) {
        self.bodies += bodies.compared;
        self.models += coverage.models;
        self.all_models += coverage.models + coverage.unseen_models.len();
        self.fields += coverage.fields;
        self.all_fields += coverage.fields + coverage.unseen_fields.len();
    }
}

impl fmt::Display for Covered {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { models, all_models, fields, all_fields, .. } = *self;
        let [models, all_models, fields, all_fields] = [models, all_models, fields, all_fields].map(separated);
        write!(f, "Models seen in samples: {models} of {all_models}; fields of these: {fields} of {all_fields}.")
    }
}

fn assumptions(model: &Model) -> usize {
    model.assumed.len() + model.fields().iter().map(|field| field.assumed.len()).sum::<usize>()
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { documents, models, fields, errors, warnings, assumptions, samples } = *self;
        let (documents, models) = (counted(documents, "document"), counted(models, "model"));
        write!(f, "Checked {documents}: {models} with {}; ", counted(fields, "field"))?;
        let (errors, warnings) = (counted(errors, "error"), counted(warnings, "warning"));
        write!(f, "{errors}, {warnings}, {}.", counted(assumptions, "assumption"))?;
        samples.map_or(Ok(()), |samples| write!(f, "\n{samples}"))
    }
}
