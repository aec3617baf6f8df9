//! The score of the one model merged from the documents of all generators of a release.

use std::fmt;

use codegen::Outcome;
use codegen::schema::{Field, Presence, Schema, Shape, Type, folded};

use super::model_of;
use super::specification::{Property, Specification};

/// How many facts are right in the merged model, and what is wrong.
#[derive(Debug)]
pub struct MergedScore {
    /// How many documents describe the model.
    pub documents: usize,
    fields: usize,
    right: [usize; FACTS.len()],
    /// A description of each fact that is wrong.
    pub wrong: Vec<String>,
}

/// A fact, and whether a field has it as the specification does.
struct Fact {
    name: &'static str,
    is_right: fn(&Property, &Field, &Schema) -> bool,
}

const FACTS: [Fact; 7] = [
    Fact { name: "keys", is_right: |property, field, _| property.name == field.wire.0 },
    Fact { name: "types", is_right: |property, field, schema| property.ty.is(&field.ty, schema) },
    Fact {
        name: "presence",
        is_right: |property, field, _| property.required == (field.presence == Presence::Required),
    },
    Fact { name: "nullable", is_right: |property, field, _| property.nullable == (field.nullable == Some(true)) },
    Fact { name: "read-only", is_right: |property, field, _| property.read_only == field.read_only },
    Fact { name: "defaults", is_right: |property, field, _| property.default == field.default_value },
    Fact {
        name: "values",
        is_right: |property, field, schema| {
            property.values.is_empty() || property.values == known_values(field, schema)
        },
    },
];

/// The known values of a field, or of the model that it refers to.
fn known_values<'a>(field: &'a Field, schema: &'a Schema) -> &'a [String] {
    if let Some(values) = &field.values {
        return &values.known;
    }
    let Type::Model(name) = field.ty.innermost() else { return &[] };
    match schema.models.get(name).map(|model| &model.shape) {
        Some(Shape::Values { values, .. }) => &values.known,
        _ => &[],
    }
}

impl MergedScore {
    /// The score of documents that describe one API; `None` if the model is missing.
    pub fn of(specification: &Specification, outcome: &Outcome) -> Option<Self> {
        let (_, model) = model_of(&outcome.schema, "Kitchen")?;
        let documents = model.merged.also.len() + 1;
        let mut score = Self { documents, fields: 0, right: [0; FACTS.len()], wrong: Vec::new() };
        for property in &specification.properties {
            match model.fields().iter().find(|field| folded(&field.wire.0) == folded(&property.name)) {
                Some(field) => score.add(property, field, &outcome.schema),
                None => score.wrong.push(format!("fields: {}", property.name)),
            }
        }
        Some(score)
    }

    fn add(&mut self, property: &Property, field: &Field, schema: &Schema) {
        self.fields += 1;
        for (right, fact) in self.right.iter_mut().zip(&FACTS) {
            if (fact.is_right)(property, field, schema) {
                *right += 1;
            } else {
                let Property { name, ty, .. } = property;
                self.wrong.push(format!("{}: {name}, expected {ty:?}, found {}", fact.name, field.ty));
            }
        }
    }
}

impl fmt::Display for MergedScore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} documents, fields {}", self.documents, self.fields)?;
        for (fact, right) in FACTS.iter().zip(self.right) {
            write!(f, ", {} {right}", fact.name)?;
        }
        Ok(())
    }
}
