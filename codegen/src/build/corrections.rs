//! Stage 7, correct: `CORRECTIONS.md`, where documents are wrong.
//!
//! A correction is a row of a table `Model | Field | Correction | Value | Reason`, read by the same page
//! stage as the documents. [`KINDS`] lists what can be corrected. A correction that misses, or that sets
//! what the documents say already, is an error: it would rot in silence.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::build::lower::{lower_type, takes_values};
use crate::diag::{Code, Sink, codes, did_you_mean};
use crate::dialect::words;
use crate::read::page::{self, Block, Cell, Page, Row, inline};
use crate::read::type_expr;
use crate::schema::{
    Assumption, Constraints, Fact, Field, Model, ModelName, Origin, Presence, Rename, Scalar, Schema, Shape, Type,
    Values, ValuesSource, WireName,
};
use crate::source::Sources;

const COLUMNS: &[&str] = &["Model", "Field", "Correction", "Value", "Reason"];

/// What can be corrected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Kind {
    /// The key in JSON.
    WireName,
    /// The type, in the notation of [`words::HOUSE`]; without a field, what the model is another name for.
    Type,
    /// `required` or `optional`.
    Presence,
    /// The known values of a text, separated by commas; in backticks where a value has a comma.
    Values,
    /// There are no known values, though a description seems to list some.
    NoValues,
    /// The default, in JSON; a text needs no quotation marks.
    Default,
    /// All limits of the values, separated by commas: `minimum 1, max length 20`; in backticks where one has a
    /// comma.
    Constraints,
    /// The name in generated code, of a field or, without a field, of the model.
    Rename,
    /// Leaves out the field or, without a field, the model.
    Skip,
}

impl Kind {
    /// The kind that stands for all that set the same thing, of which there can be one only.
    fn sets(self) -> Self {
        if self == Self::NoValues { Self::Values } else { self }
    }

    /// What it says of a field, where documents say it.
    fn fact(self) -> Option<Fact> {
        match self {
            Self::WireName => Some(Fact::WireName),
            Self::Type => Some(Fact::Type),
            Self::Presence => Some(Fact::Presence),
            Self::Values | Self::NoValues => Some(Fact::Values),
            Self::Default => Some(Fact::Default),
            Self::Constraints => Some(Fact::Constraints),
            Self::Rename | Self::Skip => None,
        }
    }
}

/// The word for each kind in the column `Correction`.
pub(crate) static KINDS: &[(&str, Kind)] = &[
    ("wire name", Kind::WireName),
    ("type", Kind::Type),
    ("presence", Kind::Presence),
    ("values", Kind::Values),
    ("no values", Kind::NoValues),
    ("default", Kind::Default),
    ("constraints", Kind::Constraints),
    ("rename", Kind::Rename),
    ("skip", Kind::Skip),
];

/// One row.
#[derive(Clone, Debug)]
pub(crate) struct Correction {
    model: String,
    field: String,
    kind: Kind,
    value: Cell,
    origin: Origin,
}

/// Reads the tables of a page of corrections.
pub(crate) fn read(page: &Page, sources: &Sources, sink: &mut Sink) -> Vec<Correction> {
    let mut corrections = Vec::new();
    for span in page.blocks.iter().filter_map(Block::broken_table) {
        sink.report(&codes::BROKEN_TABLE, sources.origin(span), page::LOST_ROWS.to_owned());
    }
    for table in page.tables() {
        if !table.has_columns(COLUMNS) {
            let message = format!("a table of corrections has the columns `{}`", COLUMNS.join(" | "));
            sink.report(&codes::BAD_CORRECTION, sources.origin(table.header.span), message);
            continue;
        }
        for row in &table.rows {
            match read_row(row, sources) {
                Ok(correction) => corrections.push(correction),
                Err(message) => sink.report(&codes::BAD_CORRECTION, sources.origin(row.span), message),
            }
        }
    }
    corrections
}

fn read_row(row: &Row, sources: &Sources) -> Result<Correction, String> {
    let [model, field, kind, value, reason] = row.cells.as_slice() else {
        return Err(format!("this row has {} cells instead of {}", row.cells.len(), COLUMNS.len()));
    };
    let word = text_of(&kind.value);
    let Some((_, kind)) = KINDS.iter().find(|it| it.0 == word) else {
        let hint = did_you_mean(&word, KINDS.iter().map(|it| it.0));
        return Err(format!("there is no correction `{word}`{hint}"));
    };
    if reason.value.is_empty() {
        return Err("a correction needs a reason".to_owned());
    }
    let needs_field = !matches!(kind, Kind::Type | Kind::Rename | Kind::Skip);
    let needs_value = !matches!(kind, Kind::NoValues | Kind::Skip);
    if needs_field && field.value.is_empty() {
        return Err(format!("`{word}` needs a field"));
    }
    if needs_value == value.value.is_empty() {
        return Err(format!("`{word}` {} value", if needs_value { "needs a" } else { "takes no" }));
    }
    let origin = sources.origin(row.span);
    Ok(Correction {
        model: text_of(&model.value),
        field: text_of(&field.value),
        kind: *kind,
        value: value.clone(),
        origin,
    })
}

/// A cell's text; what stands in backticks is taken as it is.
fn text_of(cell: &str) -> String {
    match cell.strip_prefix('`').and_then(|it| it.strip_suffix('`')) {
        Some(code) if !code.contains('`') => code.replace("\\|", "|"),
        _ => inline::plain(cell),
    }
}

/// Applies every correction, in order. Those of models whose document could not be read have to wait.
pub(crate) fn apply(
    corrections: &[Correction],
    schema: &mut Schema,
    unread: &BTreeSet<String>,
    sources: &Sources,
    sink: &mut Sink,
) {
    let documented: BTreeSet<String> = schema.models.keys().map(|it| it.0.clone()).collect();
    let documented: BTreeSet<&str> = documented.iter().map(String::as_str).collect();
    let mut seen = BTreeMap::new();
    for correction in corrections.iter().filter(|it| !unread.contains(&it.model)) {
        let what = (&correction.model, &correction.field, correction.kind.sets());
        let outcome = match seen.get(&what) {
            Some(first) => Err((&codes::CORRECTION_TWICE, format!("{first} corrects this already"))),
            None => correction.apply(schema, &documented, sources),
        };
        match outcome {
            Ok(()) => {
                seen.insert(what, format!("{}:{}", correction.origin.path, correction.origin.line));
            }
            Err((code, message)) => sink.report(code, correction.origin.clone(), message),
        }
    }
}

type Outcome = Result<(), (&'static Code, String)>;

impl Correction {
    fn apply(&self, schema: &mut Schema, documented: &BTreeSet<&str>, sources: &Sources) -> Outcome {
        let name = ModelName(self.model.clone());
        let Some(model) = schema.models.get_mut(&name) else {
            let message = if documented.contains(&*self.model) {
                format!("`{}` was skipped by another correction", self.model)
            } else {
                let hint = did_you_mean(&self.model, documented.iter().copied());
                format!("no document describes a model `{}`{hint}", self.model)
            };
            return Err((&codes::CORRECTION_MISSES, message));
        };
        if !self.field.is_empty() {
            return self.apply_to_field(model, documented, sources);
        }
        match self.kind {
            Kind::Skip => {
                schema.models.remove(&name);
                Ok(())
            }
            Kind::Rename => {
                model.rename = Some(Rename { name: self.type_name()?, origin: self.origin.clone() });
                Ok(())
            }
            Kind::Type => self.set_shape(model, documented, sources),
            // `read_row` demands a field for the others.
            Kind::WireName | Kind::Presence | Kind::Values | Kind::NoValues | Kind::Default | Kind::Constraints => {
                Ok(())
            }
        }
    }

    /// What a model is, which may be said in the words of the warning that settles what counts already.
    fn set_shape(&self, model: &mut Model, documented: &BTreeSet<&str>, sources: &Sources) -> Outcome {
        let is_settled = model.merged.settle(Fact::Type);
        if text_of(&self.value.value) == model.shape.to_string() {
            return if is_settled { Ok(()) } else { Err(changes_nothing()) };
        }
        let is_other =
            matches!(&model.shape, Shape::Alias(_)) || matches!(&model.shape, Shape::Object(it) if it.is_empty());
        if !is_settled && !is_other {
            let message = format!("`{}` is {} in every document; is a field missing here?", self.model, model.shape);
            return Err((&codes::BAD_CORRECTION, message));
        }
        model.shape = Shape::Alias(self.type_of(documented, sources)?);
        model.other_keys = None;
        model.assumed.retain(|it| it.fact() != Fact::Type);
        model.corrected = Some(self.origin.clone());
        Ok(())
    }

    fn apply_to_field(&self, model: &mut Model, documented: &BTreeSet<&str>, sources: &Sources) -> Outcome {
        let Some(fields) = model.fields_mut() else {
            let message = format!("`{}` is no object and has no field `{}`", self.model, self.field);
            return Err((&codes::CORRECTION_MISSES, message));
        };
        let spelled = |it: &Field| it.spelled == self.field || it.merged.also.iter().any(|it| it.text == self.field);
        let Some(idx) = fields.iter().position(spelled) else {
            let hint = did_you_mean(&self.field, fields.iter().map(|it| &*it.spelled));
            return Err((&codes::CORRECTION_MISSES, format!("`{}` has no field `{}`{hint}", self.model, self.field)));
        };
        if self.kind == Kind::Skip {
            fields.remove(idx);
            return Ok(());
        }
        let field = &mut fields[idx];
        let settles = self.kind.fact().is_some_and(|it| field.merged.settle(it));
        match self.set(field, documented, sources) {
            // The word of one of two documents.
            Err((code, _)) if settles && *code == codes::CORRECTION_CHANGES_NOTHING => {}
            outcome => outcome?,
        }
        field.corrected.push(self.origin.clone());
        Ok(())
    }

    fn set(&self, field: &mut Field, documented: &BTreeSet<&str>, sources: &Sources) -> Outcome {
        match self.kind {
            Kind::WireName => {
                let key = Some(text_of(&self.value.value)).filter(|it| !it.is_empty());
                let key = key.ok_or_else(|| (&codes::BAD_CORRECTION, "a JSON key is not empty".to_owned()))?;
                set(&mut field.wire, WireName(key))?;
                field.assumed.retain(|it| *it != Assumption::WireNameByRule);
            }
            Kind::Type => {
                let ty = self.type_of(documented, sources)?;
                // What a document lists goes with the type that it was listed for.
                let corrected = |it: &Values| it.source == ValuesSource::Correction;
                if field.values.as_ref().is_some_and(corrected) && !takes_values(&ty) {
                    let message = format!("`{}` was given known values, which {ty} does not take", self.field);
                    return Err((&codes::BAD_CORRECTION, message));
                }
                set(&mut field.ty, ty)?;
                field.values = field.values.take().filter(|_| takes_values(&field.ty));
                field.type_origin = sources.origin(self.value.span);
            }
            Kind::Presence => set(&mut field.presence, self.presence()?)?,
            Kind::Values => {
                let known = self.values(field)?;
                if field.values.as_ref().is_some_and(|it| it.known == known) {
                    return Err(changes_nothing());
                }
                field.values = Some(Values { known, source: ValuesSource::Correction, origin: self.origin.clone() });
            }
            Kind::NoValues => {
                field.values.take().ok_or_else(changes_nothing)?;
            }
            Kind::Default => {
                set(&mut field.default_value, Some(self.default(&field.ty)?))?;
                field.default = Some(text_of(&self.value.value));
            }
            Kind::Constraints => {
                let limits = self.constraints(field.constraints.unique_items)?;
                set(&mut field.constraints, limits)?;
            }
            Kind::Rename => field.rename = Some(Rename { name: self.field_name()?, origin: self.origin.clone() }),
            Kind::Skip => {}
        }
        Ok(())
    }

    fn type_of(&self, documented: &BTreeSet<&str>, sources: &Sources) -> Result<Type, (&'static Code, String)> {
        let cell = Cell { value: text_of(&self.value.value), span: self.value.span };
        let ty = lower_type(&type_expr::parse(&cell, &words::HOUSE), &words::HOUSE, documented, sources);
        match ty.innermost() {
            Type::Unknown(hole) => Err((&codes::BAD_CORRECTION, hole.message.clone())),
            _ if matches!(ty, Type::Nullable(_)) => {
                let message = "`nullable` is for the items of lists and maps; a field may always be `null`";
                Err((&codes::BAD_CORRECTION, message.to_owned()))
            }
            _ => Ok(ty),
        }
    }

    fn presence(&self) -> Result<Presence, (&'static Code, String)> {
        match &*text_of(&self.value.value) {
            "required" => Ok(Presence::Required),
            "optional" => Ok(Presence::Optional),
            other => Err((&codes::BAD_CORRECTION, format!("presence is `required` or `optional`, not `{other}`"))),
        }
    }

    fn values(&self, field: &Field) -> Result<Vec<String>, (&'static Code, String)> {
        if !takes_values(&field.ty) {
            let message = format!("`{}` is no text but {}, so it has no known values", self.field, field.ty);
            return Err((&codes::BAD_CORRECTION, message));
        }
        let values = listed(&self.value.value).ok_or_else(|| {
            (
                &codes::BAD_CORRECTION,
                "a value is missing between two commas; the empty value is two backticks".to_owned(),
            )
        })?;
        if let Some(artefact) = values.iter().find(|it| words::is_artefact(it)) {
            let message = format!("`{artefact}` stands for what an SDK does not know; the API never sends it");
            return Err((&codes::BAD_CORRECTION, message));
        }
        let twice = values.iter().enumerate().find(|(idx, it)| values[..*idx].contains(it));
        match twice {
            Some((_, value)) => Err((&codes::BAD_CORRECTION, format!("the value `{value}` is listed twice"))),
            None => Ok(values),
        }
    }

    fn default(&self, ty: &Type) -> Result<Value, (&'static Code, String)> {
        let text = text_of(&self.value.value);
        let value = serde_json::from_str(&text).ok().filter(|it| holds(ty, it));
        let text_itself = || Some(Value::String(text.clone())).filter(|it| holds(ty, it));
        value.or_else(text_itself).ok_or_else(|| (&codes::BAD_CORRECTION, format!("`{text}` is no {ty}")))
    }

    fn constraints(&self, unique_items: bool) -> Result<Constraints, (&'static Code, String)> {
        let mut limits = Constraints { unique_items, ..Constraints::default() };
        for limit in listed(&self.value.value).unwrap_or_default() {
            if !limits.set(&limit) {
                let message = format!("`{limit}` is no limit, or another one of its kind; one is like `minimum 1`");
                return Err((&codes::BAD_CORRECTION, message));
            }
        }
        Ok(limits)
    }

    fn type_name(&self) -> Result<String, (&'static Code, String)> {
        let name = text_of(&self.value.value);
        if crate::rust::names::is_type_name(&name) { Ok(name) } else { Err(unusable(&name, "type")) }
    }

    fn field_name(&self) -> Result<String, (&'static Code, String)> {
        let name = text_of(&self.value.value);
        if crate::rust::names::is_field_name(&name) { Ok(name) } else { Err(unusable(&name, "field")) }
    }
}

fn unusable(name: &str, of: &str) -> (&'static Code, String) {
    (&codes::UNUSABLE_NAME, format!("`{name}` is no usable name of a {of}"))
}

/// Whether a value is of a type, as far as that can be said without the models.
fn holds(ty: &Type, value: &Value) -> bool {
    match ty {
        Type::List(_) => value.is_array(),
        Type::Map(_) => value.is_object(),
        Type::Nullable(inner) => holds(inner, value),
        Type::Model(_) | Type::Unknown(_) | Type::Scalar(Scalar::Any) => true,
        Type::Scalar(Scalar::Boolean) => value.is_boolean(),
        Type::Scalar(Scalar::Int32 | Scalar::Int64 | Scalar::Uint32 | Scalar::Uint64) => {
            value.is_i64() || value.is_u64()
        }
        Type::Scalar(Scalar::Float32 | Scalar::Float64 | Scalar::Decimal) => value.is_number(),
        Type::Scalar(_) => value.is_string(),
    }
}

fn set<T: PartialEq>(place: &mut T, value: T) -> Outcome {
    if *place == value {
        return Err(changes_nothing());
    }
    *place = value;
    Ok(())
}

fn changes_nothing() -> (&'static Code, String) {
    (&codes::CORRECTION_CHANGES_NOTHING, "the documents say this already; delete the row".to_owned())
}

/// `a, b` or `` `a`, `b, c` ``: what stands in backticks is one value and is taken as it is.
fn listed(cell: &str) -> Option<Vec<String>> {
    let mut values = vec![String::new()];
    let mut in_code = false;
    for it in cell.chars() {
        match (it, values.last_mut()) {
            (',', _) if !in_code => values.push(String::new()),
            (_, Some(value)) => {
                in_code ^= it == '`';
                value.push(it);
            }
            (_, None) => {}
        }
    }
    let value = |it: &String| Some(it.trim()).filter(|it| !it.is_empty()).map(text_of);
    values.iter().map(value).collect()
}
