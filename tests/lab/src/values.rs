//! Compares the values that descriptions list with those in the source of an SDK.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use codegen::Schema;
use codegen::schema::ValuesSource;

/// The values in the source of each field that has any, by model and by the name of the field in the document.
pub type SourceValues = BTreeMap<(String, String), Vec<String>>;

/// How many of the values in descriptions are right.
#[derive(Clone, Debug, Default)]
pub struct ValuesScore {
    /// Fields whose description lists values.
    pub fields: usize,
    /// Fields for which the source has the same values.
    pub same: usize,
    /// Fields for which the source has the same values and more.
    pub fewer: usize,
    /// The names of the fields with a value that the source does not have.
    pub wrong: Vec<String>,
    /// Fields for which the source has no values to compare with.
    pub unchecked: usize,
    /// Values that the source has too.
    pub right_values: usize,
    /// Values that the source does not have.
    pub wrong_values: usize,
    /// Wrong values that differ from a right one only in case.
    pub wrong_by_case: usize,
    /// Fields for which the source has values.
    pub wanted: usize,
    /// A description of each field that is wrong or unchecked.
    pub differences: Vec<String>,
}

impl ValuesScore {
    /// Compares the values in a schema with those in the source.
    pub fn of(schema: &Schema, source: &SourceValues) -> Self {
        let mut score = Self { wanted: source.len(), ..Self::default() };
        for (name, model) in &schema.models {
            for field in model.fields() {
                if let Some(values) = &field.values
                    && values.source == ValuesSource::Prose
                {
                    let wanted = source.get(&(name.0.clone(), field.spelled.clone()));
                    score.add(&format!("{name}.{}", field.spelled), &values.known, wanted);
                }
            }
        }
        score
    }

    fn add(&mut self, field: &str, known: &[String], wanted: Option<&Vec<String>>) {
        self.fields += 1;
        let Some(wanted) = wanted else {
            self.unchecked += 1;
            self.differences.push(format!("{field}: nothing to compare the values with: {}", known.join(", ")));
            return;
        };
        let uppercase: BTreeSet<String> = wanted.iter().map(|value| value.to_uppercase()).collect();
        let wrong: Vec<&str> = known.iter().filter(|value| !wanted.contains(value)).map(String::as_str).collect();
        self.right_values += known.len() - wrong.len();
        self.wrong_values += wrong.len();
        self.wrong_by_case += wrong.iter().filter(|value| uppercase.contains(&value.to_uppercase())).count();
        if !wrong.is_empty() {
            self.wrong.push(field.to_owned());
            self.differences.push(format!("{field}: {} instead of {}", wrong.join(", "), wanted.join(", ")));
        } else if known.len() == wanted.len() {
            self.same += 1;
        } else {
            self.fewer += 1;
        }
    }
}

impl fmt::Display for ValuesScore {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { fields, wanted, same, fewer, wrong, unchecked, .. } = self;
        let Self { right_values, wrong_values, wrong_by_case, .. } = self;
        write!(f, "fields with values {fields} of {wanted} (same {same}, fewer {fewer}, ")?;
        write!(f, "with a wrong value {}, unchecked {unchecked}), ", wrong.len())?;
        write!(f, "values right {right_values}, wrong {wrong_values} (by case only {wrong_by_case})")
    }
}
