//! Corrects the schema where documents are wrong.
//!
//! A correction that misses, or that sets what the documents already say, is an error: nobody would notice that it
//! is out of date.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use crate::build::lower::{can_have, lower_type, takes_values};
use crate::diag::{Sink, codes, did_you_mean, is_invisible};
use crate::read::corrections::{Change, Correction, TypeCell};
use crate::schema::{
    Assumption, Constraints, Fact, Field, Model, ModelName, Rare, Rename, Scalar, Schema, Shape, Type, Values,
    ValuesSource, WireName,
};
use crate::source::Sources;
use add::{are_of, set_values_of};
use refusal::Refusal;

mod add;
mod part;
mod refusal;

/// Applies every correction, in order, except those of models whose document could not be read.
pub(crate) fn apply(
    corrections: &[Correction],
    schema: &mut Schema,
    unread: &BTreeSet<String>,
    sources: &Sources,
    sink: &mut Sink,
) {
    let names: Vec<String> = schema.models.keys().map(|name| name.0.clone()).collect();
    let context = Context { documented: names.iter().map(String::as_str).collect(), sources };
    let mut applied: BTreeMap<(&str, Option<&str>, Target), &Correction> = BTreeMap::new();
    for correction in corrections {
        let is_reported = leave_out(correction, sink);
        if unread.contains(&correction.model) {
            continue;
        }
        let target = (&*correction.model, correction.field.as_deref(), Target::of(&correction.change));
        let result = match applied.get(&target) {
            Some(first) => Err(Refusal::Twice(first.place())),
            None => context.apply(correction, schema),
        };
        match result {
            // What could not be read is not there, and that is all that a row can ask for.
            Err(Refusal::NoModel { .. } | Refusal::NoObject { .. } | Refusal::NoField { .. }) if is_reported => {}
            Ok(()) => {
                settle_names(correction, schema, sink);
                settle_notes(correction, sink);
                applied.insert(target, correction);
            }
            Err(refusal) => {
                // It may say what a note that cannot be read leaves open.
                if matches!(refusal, Refusal::ChangesNothing) && settle_notes(correction, sink) {
                    applied.insert(target, correction);
                } else {
                    sink.report(refusal.code(), correction.place(), refusal.message());
                }
            }
        }
    }
}

/// Takes back what was reported about a model or field that a correction leaves out. Returns whether something is
/// reported about what a correction corrects, so that it may be missing for that reason.
fn leave_out(correction: &Correction, sink: &mut Sink) -> bool {
    let (model, field) = (&*correction.model, correction.field.as_deref());
    match correction.change {
        Change::Skip => sink.leave_out(model, field),
        Change::AddField(_) => false,
        _ => field.is_some() && sink.is_about(model, field),
    }
}

/// Takes back that two rows have one name if a correction has given one of them another key.
fn settle_names(correction: &Correction, schema: &Schema, sink: &mut Sink) {
    let (Change::WireName(_), Some(name)) = (&correction.change, &correction.field) else { return };
    let model = schema.models.get(&ModelName(correction.model.clone()));
    let fields = model.map(Model::fields).unwrap_or_default();
    let mut keys: Vec<&str> =
        fields.iter().filter(|field| is_spelled(field, name)).map(|field| &*field.wire.0).collect();
    keys.sort_unstable();
    if keys.windows(2).all(|two| two[0] != two[1]) {
        sink.take_back(&codes::DUPLICATE_FIELD, &correction.model, name);
    }
}

/// Takes back that a note cannot be read if a correction says what it means. Returns whether one could not.
fn settle_notes(correction: &Correction, sink: &mut Sink) -> bool {
    let word = match correction.change {
        Change::Presence(_) => "presence",
        Change::Nullable(_) => "nullable",
        _ => return false,
    };
    correction.field.as_deref().is_some_and(|field| sink.settle(&correction.model, field, word))
}

/// What a correction sets. Two corrections of one target contradict each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Target {
    /// Something that documents say.
    Fact(Fact),
    /// The name in generated code.
    Name,
    /// The name of the allowed values in generated code.
    ValuesName,
    /// Whether it is generated at all.
    Existence,
    /// Whether there is a field that the documents lack, or members.
    Addition,
}

impl Target {
    fn of(change: &Change) -> Self {
        Self::Fact(match change {
            Change::WireName(_) => Fact::WireName,
            Change::Type(_) => Fact::Type,
            Change::Presence(_) => Fact::Presence,
            Change::Values(_) | Change::NoValues => Fact::Values,
            Change::Default(_) => Fact::Default,
            Change::Constraints(_) => Fact::Constraints,
            Change::Rename(_) => return Self::Name,
            Change::ValuesName(_) => return Self::ValuesName,
            Change::Skip => return Self::Existence,
            Change::Nullable(_) => Fact::Nullable,
            Change::AddField(_) | Change::AddMembers(_) => return Self::Addition,
        })
    }
}

struct Context<'a> {
    /// The models that documents describe, those that a correction has skipped included.
    documented: BTreeSet<&'a str>,
    sources: &'a Sources,
}

impl Context<'_> {
    fn apply(&self, correction: &Correction, schema: &mut Schema) -> Result<(), Refusal> {
        let looks_so = |name: &&ModelName| visible(&name.0).eq(visible(&correction.model));
        let mut name = ModelName(correction.model.clone());
        if !schema.models.contains_key(&name) {
            name = schema.models.keys().find(looks_so).cloned().unwrap_or(name);
        }
        let Some(model) = schema.models.get_mut(&name) else { return Err(self.no_model(&correction.model)) };
        if let (Change::AddField(new), Some(key)) = (&correction.change, &correction.field) {
            return self.add_field(correction, key, new, model);
        }
        if let Some(field) = &correction.field {
            return self.apply_to_field(correction, field, model);
        }
        match &correction.change {
            Change::Skip => {
                schema.models.remove(&name);
                Ok(())
            }
            Change::Rename(to) => {
                model.rename = Some(Box::new(Rename { name: to.clone(), origin: correction.origin.clone() }));
                Ok(())
            }
            Change::Type(cell) => self.set_shape(correction, cell, model),
            Change::Values(known) => set_values_of(correction, known, model),
            Change::AddMembers(types) => self.add_members(correction, types, model),
            Change::WireName(_)
            | Change::Presence(_)
            | Change::NoValues
            | Change::ValuesName(_)
            | Change::Default(_)
            | Change::Constraints(_)
            | Change::Nullable(_)
            | Change::AddField(_) => Err(Refusal::NeedsField),
        }
    }

    fn no_model(&self, model: &str) -> Refusal {
        if self.documented.contains(model) {
            return Refusal::SkippedModel(model.to_owned());
        }
        let hint = did_you_mean(model, self.documented.iter().copied());
        Refusal::NoModel { model: model.to_owned(), hint }
    }

    /// Sets what a model is. To settle a contradiction, a row can repeat what the schema already has, in the words
    /// of the warning.
    fn set_shape(&self, correction: &Correction, cell: &TypeCell, model: &mut Model) -> Result<(), Refusal> {
        let is_settled = model.merged.settle(Fact::Type);
        let shape = model.shape.to_string();
        if cell.text == shape {
            return if is_settled { Ok(()) } else { Err(Refusal::ChangesNothing) };
        }
        let can_be_other = match &model.shape {
            Shape::Alias(_) | Shape::Values { .. } => true,
            // A text may be documented as an object whose only field is the text.
            Shape::Object(fields) => fields.len() <= 1,
            Shape::Union(_) => false,
        };
        if !is_settled && !can_be_other {
            return Err(Refusal::OtherShape { model: correction.model.clone(), shape });
        }
        model.shape = Shape::Alias(self.type_of(cell)?);
        model.other_keys = None;
        model.assumed.retain(|assumption| assumption.fact() != Fact::Type);
        model.corrected = Some(correction.origin.clone());
        Ok(())
    }

    fn apply_to_field(&self, correction: &Correction, name: &str, model: &mut Model) -> Result<(), Refusal> {
        if let Some(result) = self.apply_to_part(correction, name, model) {
            return result;
        }
        let no_object = || Refusal::NoObject { model: correction.model.clone(), field: name.to_owned() };
        let fields = model.fields_mut().ok_or_else(no_object)?;
        let Some(idx) = fields.iter().position(|field| is_spelled(field, name)) else {
            let hint = did_you_mean(name, fields.iter().map(|field| &*field.spelled));
            return Err(Refusal::NoField { model: correction.model.clone(), field: name.to_owned(), hint });
        };
        if matches!(correction.change, Change::Skip) {
            fields.retain(|field| !is_spelled(field, name));
            return Ok(());
        }
        let field = &mut fields[idx];
        let settles = match Target::of(&correction.change) {
            Target::Fact(fact) => field.merged.settle(fact),
            Target::Name | Target::ValuesName | Target::Existence | Target::Addition => false,
        };
        match self.set(correction, field) {
            // It confirms one of two documents that contradict each other.
            Err(Refusal::ChangesNothing) if settles => {}
            result => result?,
        }
        field.corrected.push(correction.origin.clone());
        Ok(())
    }

    fn set(&self, correction: &Correction, field: &mut Field) -> Result<(), Refusal> {
        let origin = correction.origin.clone();
        match &correction.change {
            Change::WireName(key) => {
                replace(&mut field.wire, WireName(key.clone()))?;
                field.assumed.retain(|assumption| *assumption != Assumption::WireNameByRule);
            }
            Change::Type(cell) => self.set_type(cell, field)?,
            Change::Presence(presence) => replace(&mut field.presence, *presence)?,
            Change::Values(known) => {
                let of = match field.ty.innermost() {
                    Type::Scalar(of) if takes_values(&field.ty) || of.is_integer() || field.values.is_some() => *of,
                    _ => return Err(Refusal::TakesNoValues { field: field.spelled.clone(), ty: field.ty.clone() }),
                };
                are_of(of, known)?;
                if field.values.as_ref().is_some_and(|values| values.known == *known) {
                    return Err(Refusal::ChangesNothing);
                }
                let source = ValuesSource::Correction;
                let names = field.values.take().map(|values| values.names).unwrap_or_default();
                let numbers = BTreeMap::new();
                field.values = Some(Box::new(Values { known: known.clone(), numbers, names, source, origin }));
            }
            Change::NoValues => {
                field.values.take().ok_or(Refusal::ChangesNothing)?;
            }
            Change::Default(text) => {
                replace(&mut field.default_value, Some(default_of(text, &field.ty)?))?;
                field.default = Some(text.clone());
            }
            Change::Constraints(limits) => {
                let unique_items = field.constraints.unique_items;
                replace(&mut field.constraints, Rare::from(Constraints { unique_items, ..limits.clone() }))?;
            }
            Change::Rename(name) => field.rename = Some(Box::new(Rename { name: name.clone(), origin })),
            Change::ValuesName(name) if field.values.is_some() => {
                field.values_name = Some(Box::new(Rename { name: name.clone(), origin }));
            }
            Change::ValuesName(_) => return Err(Refusal::HasNoValues(field.spelled.clone())),
            Change::Nullable(nullable) => replace(&mut field.nullable, Some(*nullable))?,
            Change::Skip | Change::AddField(_) | Change::AddMembers(_) => {}
        }
        Ok(())
    }

    /// Sets the type, and drops the allowed values of the type before it if the new one cannot have any.
    fn set_type(&self, cell: &TypeCell, field: &mut Field) -> Result<(), Refusal> {
        let ty = self.type_of(cell)?;
        let keeps_values = field.values.as_ref().is_none_or(|values| can_have(&ty, values));
        let are_corrected = |values: &Values| values.source == ValuesSource::Correction;
        if !keeps_values && field.values.as_deref().is_some_and(are_corrected) {
            return Err(Refusal::ValuesWereListed { field: field.spelled.clone(), ty });
        }
        let may_be_boolean = field.assumed.contains(&Assumption::MaybeBoolean);
        field.assumed.retain(|assumption| *assumption != Assumption::MaybeBoolean);
        match replace(&mut field.ty, ty) {
            // It confirms that the value is not a boolean.
            Err(Refusal::ChangesNothing) if may_be_boolean => {}
            result => result?,
        }
        field.values = field.values.take().filter(|_| keeps_values);
        field.type_origin = cell.origin.clone();
        Ok(())
    }

    fn type_of(&self, cell: &TypeCell) -> Result<Type, Refusal> {
        let ty = lower_type(&cell.expr, &self.documented, self.sources);
        match ty.innermost() {
            Type::Unknown(hole) => Err(Refusal::BadType(hole.clone())),
            _ if matches!(ty, Type::Nullable(_)) => Err(Refusal::Nullable),
            _ => Ok(ty),
        }
    }
}

/// Whether a document spells a field in this way.
fn is_spelled(field: &Field, name: &str) -> bool {
    let mut spellings = field.merged.also.iter().map(|other| &*other.text).chain([&*field.spelled]);
    spellings.any(|spelled| spelled == name || visible(spelled).eq(visible(name)))
}

/// What people see of a name.
fn visible(name: &str) -> impl Iterator<Item = char> {
    name.chars().filter(|letter| !is_invisible(*letter))
}

fn replace<T: PartialEq>(place: &mut T, value: T) -> Result<(), Refusal> {
    if *place == value {
        return Err(Refusal::ChangesNothing);
    }
    *place = value;
    Ok(())
}

/// The value of a default that is written as JSON or, for a text, without quotation marks.
fn default_of(text: &str, ty: &Type) -> Result<Value, Refusal> {
    let json = serde_json::from_str(text).ok().filter(|value| holds(ty, value));
    let text_itself = || Some(Value::String(text.to_owned())).filter(|value| holds(ty, value));
    json.or_else(text_itself).ok_or_else(|| Refusal::NotOfType { text: text.to_owned(), ty: ty.clone() })
}

/// Whether a type accepts a value, as far as the type alone determines it.
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
        Type::Scalar(Scalar::Int64Text | Scalar::Uint64Text) => value.is_i64() || value.is_u64(),
        Type::Scalar(Scalar::Float32 | Scalar::Float64 | Scalar::Decimal) => value.is_number(),
        Type::Scalar(_) => value.is_string(),
    }
}

#[cfg(test)]
mod tests {
    use crate::Config;
    use crate::schema::Model;

    const DOCUMENT: &str = "# Tag\n\n## Properties\n\n| Name | Type | Description | Notes |\n| --- | --- | --- | --- |\n\
        | **grade** | str | Valid values: GOOD, BAD |  |\n| **grades** | str | Valid values: GOOD, BAD |  |\n\n\
        _PureCloudPlatformClientV2 257.1.0_\n";

    const CORRECTIONS: &str = "| Model | Field | Correction | Value | Reason |\n| --- | --- | --- | --- | --- |\n\
        | Tag | grade | type | int32 | A number |\n| Tag | grades | type | list[string] | Several of them |\n";

    #[test]
    fn allowed_values_stay_only_if_the_corrected_type_can_have_them() {
        let documents = [("specs/Tag.md", DOCUMENT), ("specs/CORRECTIONS.md", CORRECTIONS)];
        let outcome = Config::new().compile_texts(documents);
        assert!(outcome.diagnostics.is_empty(), "{:?}", outcome.diagnostics);
        let fields = outcome.schema.models.values().flat_map(Model::fields);
        let has_values: Vec<bool> = fields.map(|field| field.values.is_some()).collect();
        assert_eq!(has_values, [false, true]);
    }

    const INTEGERS: &str = "# Tag\n\n## Properties\n\n| Name | Type | Description | Notes |\n| --- | --- | --- | --- |\n\
        | grade | int32 | How good it is. |  |\n| mark | int32 | How good it was. |  |\n\n\
        ## Values of grade\n\n| Value | Description |\n| --- | --- |\n| 1 | x |\n| 2 | x |\n\n\
        ## Values of mark\n\n| Value | Description |\n| --- | --- |\n| 1 | x |\n| 2 | x |\n";

    const OTHER_NUMBERS: &str = "| Model | Field | Correction | Value | Reason |\n| --- | --- | --- | --- | --- |\n\
        | Tag | grade | type | int64 | Larger |\n| Tag | mark | type | float64 | No integer |\n";

    #[test]
    fn allowed_integers_stay_if_the_corrected_type_is_one_of_integers() {
        let documents = [("specs/Tag.md", INTEGERS), ("specs/CORRECTIONS.md", OTHER_NUMBERS)];
        let outcome = Config::new().compile_texts(documents);
        assert!(outcome.diagnostics.is_empty(), "{:?}", outcome.diagnostics);
        let fields = outcome.schema.models.values().flat_map(Model::fields);
        let has_values: Vec<bool> = fields.map(|field| field.values.is_some()).collect();
        assert_eq!(has_values, [true, false]);
    }
}
