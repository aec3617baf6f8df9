//! How well the values that descriptions list agree with those that an SDK's source has.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use codegen::Schema;
use codegen::schema::{ModelName, ValuesSource};

/// The values of each field that has any, by model and by the name in the document.
pub type Truth = BTreeMap<(String, String), Vec<String>>;

/// The values from descriptions, compared.
#[derive(Clone, Debug, Default)]
pub struct ValuesScore {
    /// Fields whose description lists values.
    pub fields: usize,
    /// Those for which the source has the same values.
    pub same: usize,
    /// Those for which the source has the same values and more.
    pub fewer: usize,
    /// Those with a value that the source does not have, by name.
    pub wrong: Vec<String>,
    /// Those for which the source has no values, so that nothing is known.
    pub unchecked: usize,
    /// The values that the source has too.
    pub right_words: usize,
    /// The values that the source has not.
    pub wrong_words: usize,
    /// Those of the wrong ones that differ from the right ones in the case of their letters only.
    pub wrong_by_case: usize,
    /// The fields for which the source has values.
    pub wanted: usize,
    /// What is wrong or unchecked, in words.
    pub differences: Vec<String>,
}

impl ValuesScore {
    /// Compares a schema.
    pub fn of(schema: &Schema, truth: &Truth) -> Self {
        let mut score = Self { wanted: truth.len(), ..Self::default() };
        for (ModelName(model), field) in
            schema.models.iter().flat_map(|(name, it)| it.fields().iter().map(move |it| (name, it)))
        {
            let Some(values) = field.values.as_ref().filter(|it| it.source == ValuesSource::Prose) else { continue };
            score.fields += 1;
            let wanted = truth.get(&(model.clone(), field.spelled.clone()));
            score.add(&format!("{model}.{}", field.spelled), &values.known, wanted);
        }
        score
    }

    fn add(&mut self, field: &str, known: &[String], wanted: Option<&Vec<String>>) {
        let Some(wanted) = wanted else {
            self.unchecked += 1;
            self.differences.push(format!("{field}: values without anything to compare with: {}", known.join(", ")));
            return;
        };
        let upper: BTreeSet<String> = wanted.iter().map(|it| it.to_uppercase()).collect();
        let wrong: Vec<&str> = known.iter().filter(|it| !wanted.contains(it)).map(String::as_str).collect();
        self.right_words += known.len() - wrong.len();
        self.wrong_words += wrong.len();
        self.wrong_by_case += wrong.iter().filter(|it| upper.contains(&it.to_uppercase())).count();
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
        write!(
            f,
            "fields with values {} of {} (the same {}, fewer {}, with a wrong word {}, nothing to compare with {}), \
             words right {}, wrong {} (of these by case {})",
            self.fields,
            self.wanted,
            self.same,
            self.fewer,
            self.wrong.len(),
            self.unchecked,
            self.right_words,
            self.wrong_words,
            self.wrong_by_case,
        )
    }
}
