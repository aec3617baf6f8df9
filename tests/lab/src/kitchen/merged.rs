//! The one model as all generators of a version describe it together.

use std::fmt;

use codegen::Outcome;
use codegen::schema::{Field, Presence, Schema, Shape, Type, folded};

use super::model_of;
use super::truth::{Fact, Truth};

/// How many facts are right in the merged model, of how many fields, and what is not.
#[derive(Debug)]
pub struct Merged {
    /// How many documents describe the model.
    pub documents: usize,
    fields: usize,
    right: [usize; FACTS.len()],
    /// What is not right, in words.
    pub wrong: Vec<String>,
}

type IsRight = fn(&Fact, &Field, &Schema) -> bool;

/// What is compared, and whether it is as the specification has it.
const FACTS: [(&str, IsRight); 7] = [
    ("keys", |fact, field, _| fact.name == field.wire.0),
    ("types", |fact, field, schema| fact.kind.is(&field.ty, schema)),
    ("presence", |fact, field, _| fact.required == (field.presence == Presence::Required)),
    ("nullable", |fact, field, _| fact.nullable == (field.nullable == Some(true))),
    ("read-only", |fact, field, _| fact.read_only == field.read_only),
    ("defaults", |fact, field, _| fact.default == field.default_value),
    ("values", |fact, field, schema| fact.values.is_empty() || fact.values == known(field, schema)),
];

/// The known values of a field, or of the model that it is.
fn known<'a>(field: &'a Field, schema: &'a Schema) -> &'a [String] {
    let of_model = || match field.ty.innermost() {
        Type::Model(name) => match &schema.models.get(name)?.shape {
            Shape::Values { values, .. } => Some(values),
            _ => None,
        },
        _ => None,
    };
    field.values.as_ref().or_else(of_model).map_or(&[], |it| &it.known)
}

impl Merged {
    /// The score of documents that describe one API; `None` if they have no such model.
    pub fn of(truth: &Truth, outcome: &Outcome) -> Option<Self> {
        let (_, model) = model_of(&outcome.schema, "Kitchen")?;
        let mut score =
            Self { documents: model.merged.also.len() + 1, fields: 0, right: [0; FACTS.len()], wrong: Vec::new() };
        for fact in &truth.fields {
            let Some(field) = model.fields().iter().find(|it| folded(&it.wire.0) == folded(&fact.name)) else {
                score.wrong.push(format!("fields: {}", fact.name));
                continue;
            };
            score.fields += 1;
            for (right, (what, is_right)) in score.right.iter_mut().zip(FACTS) {
                if is_right(fact, field, &outcome.schema) {
                    *right += 1;
                } else {
                    score.wrong.push(format!("{what}: {}, which is {:?}, as {}", fact.name, fact.kind, field.ty));
                }
            }
        }
        Some(score)
    }
}

impl fmt::Display for Merged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} documents, fields {}", self.documents, self.fields)?;
        FACTS.iter().zip(self.right).try_for_each(|((what, _), right)| write!(f, ", {what} {right}"))
    }
}
