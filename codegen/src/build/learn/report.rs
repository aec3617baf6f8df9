//! What samples show and the documents do not, with the rows of corrections that would add it.

use std::collections::BTreeSet;
use std::fmt;

use crate::diag::{hidden, one_line};
use crate::schema::Origin;

/// What samples say about a schema. Its `Display` is a Markdown table of all rows, and the coverage below.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// Where samples and documents differ: one entry per model, field and kind of difference, in this order.
    pub differences: Vec<Difference>,
    /// What no sample has shown.
    pub coverage: Coverage,
    /// What became of the bodies.
    pub bodies: Bodies,
}

/// A difference between samples and documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The model.
    pub model: String,
    /// The field as the document spells it, or a key without a field; `None` for the model as a whole.
    pub field: Option<String>,
    /// What differs.
    pub kind: Kind,
    /// How many values or objects differ.
    pub count: usize,
    /// What differs, in one sentence. It has no value of a sample but values of lists and keys.
    pub message: String,
    /// The first place.
    pub first: Origin,
    /// The row that makes the schema agree with the samples; `None` where no correction can.
    pub row: Option<Row>,
}

/// What differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[non_exhaustive]
pub enum Kind {
    /// A key that no field has.
    UnknownKey,
    /// A key that is spelled otherwise.
    OtherSpelling,
    /// A value of another kind.
    OtherKind,
    /// A number that the type has no room for.
    TooWide,
    /// A text that is not a date or time.
    NoDate,
    /// A `null` among the items of a list or map.
    NullItem,
    /// A text that is not among the allowed values.
    UnlistedValue,
    /// `null` where the documents do not say that it may be.
    Null,
    /// A required key that is absent.
    Absent,
    /// A value that fits no member of a union.
    NoMember,
}

/// A row of `CORRECTIONS.md`. Its `Display` is the line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The name of the model.
    pub model: String,
    /// The field as the document spells it, or the key of a new one.
    pub field: Option<String>,
    /// The correction.
    pub correction: &'static str,
    /// Its value, as Markdown.
    pub value: Option<String>,
    /// Why.
    pub reason: String,
}

/// What samples have shown of a schema.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// The models that were seen.
    pub models: usize,
    /// The models that were not, by name.
    pub unseen_models: Vec<String>,
    /// The fields that were seen.
    pub fields: usize,
    /// The fields that were not, of the models that were: model and field.
    pub unseen_fields: Vec<(String, String)>,
}

/// What became of the bodies of samples.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bodies {
    /// The bodies that were compared.
    pub compared: usize,
    /// The recorded bodies whose call has no page.
    pub unmatched: usize,
    /// The recorded bodies whose call has a page that names no documented type for them.
    pub untyped: usize,
    /// The recorded calls without a JSON body, and those that failed.
    pub others: usize,
    /// The files that name no model.
    pub no_model: usize,
}

impl Findings {
    /// The rows of all differences, each once.
    pub fn rows(&self) -> Vec<&Row> {
        let mut rows = Vec::new();
        let mut known = BTreeSet::new();
        for row in self.differences.iter().filter_map(|difference| difference.row.as_ref()) {
            if known.insert((&row.model, &row.field, row.correction)) {
                rows.push(row);
            }
        }
        rows
    }

    /// The rows as a Markdown table that `CORRECTIONS.md` can have.
    pub fn table(&self) -> String {
        let mut table = "| Model | Field | Correction | Value | Reason |\n| --- | --- | --- | --- | --- |\n".to_owned();
        for row in self.rows() {
            table.push_str(&row.to_string());
            table.push('\n');
        }
        table
    }
}

impl fmt::Display for Findings {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.differences.iter().any(|difference| difference.row.is_some()) {
            writeln!(f, "{}", self.table())?;
        }
        self.bodies.fmt(f)?;
        self.coverage.fmt(f)
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { model, field, correction, value, reason } = self;
        let field = field.as_deref().map_or_else(String::new, code);
        let value = value.as_deref().unwrap_or_default();
        write!(f, "| {} | {field} | {correction} | {value} | {reason} |", code(model))
    }
}

/// A text as a cell that is read back as the same text.
pub(super) fn code(text: &str) -> String {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '_' | '-' | '.');
    if !text.is_empty() && text.chars().all(is_plain) {
        text.to_owned()
    } else {
        format!("`{}`", text.replace('|', "\\|"))
    }
}

/// Whether a cell can have a text: a backtick ends code, a line break the row, and a space at either end is cut off.
pub(super) fn is_writable(text: &str) -> bool {
    !text.is_empty() && !text.contains(['`', '\\']) && !text.chars().any(hidden)
}

impl fmt::Display for Bodies {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { compared, unmatched, untyped, others, no_model } = self;
        writeln!(f, "Bodies compared: {compared}.")?;
        let rest = [
            ("Files that name no model", *no_model),
            ("Recorded bodies whose call has no page", *unmatched),
            ("Recorded bodies without a documented type", *untyped),
            ("Recorded calls that failed or have no JSON body", *others),
        ];
        for (what, count) in rest.into_iter().filter(|(_, count)| *count > 0) {
            writeln!(f, "{what}: {count}.")?;
        }
        Ok(())
    }
}

impl fmt::Display for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let all = self.models + self.unseen_models.len();
        let fields = self.fields + self.unseen_fields.len();
        writeln!(f, "Models seen: {} of {all}; fields of these: {} of {fields}.", self.models, self.fields)?;
        if !self.unseen_models.is_empty() {
            writeln!(f, "Models not seen: {}.", one_line(&self.unseen_models.join(", ")))?;
        }
        if !self.unseen_fields.is_empty() {
            let names: Vec<String> =
                self.unseen_fields.iter().map(|(model, field)| format!("{model}.{field}")).collect();
            writeln!(f, "Fields not seen: {}.", one_line(&names.join(", ")))?;
        }
        Ok(())
    }
}
