//! Which member of a union a value is: by the rule of generated code, see [`Union`].

use std::collections::BTreeMap;

use super::scalars::misfit;
use crate::read::samples::json::{Json, Value};
use crate::schema::{Field, Model, ModelName, Presence, Scalar, Schema, Shape, Type, Union, Values};

/// At most this many models in a row are followed that are unions or other names for a type.
pub(super) const MAX_HOPS: usize = 32;

/// What comparing values, by their places, with models came to. Unions can have each other as members, so the same
/// comparison is reached on many paths; while it runs, it counts as failed, because a path through itself adds nothing.
#[derive(Default)]
struct Compared<'a> {
    doubts: BTreeMap<(usize, &'a ModelName), Option<Doubt>>,
    kinds: BTreeMap<(usize, &'a ModelName), bool>,
}

/// What speaks against a type, in the order in which it counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Doubt {
    /// Whether the type takes anything.
    anything: bool,
    /// Values of the wrong kind, and texts that are not among the allowed values.
    wrong: usize,
    /// Required keys that are absent, and unknown keys.
    astray: usize,
    /// Unknown keys.
    unknown: usize,
    /// Known keys. They decide nothing between two types.
    known: usize,
}

impl Doubt {
    fn and(self, other: Self) -> Self {
        Self {
            anything: self.anything || other.anything,
            wrong: self.wrong + other.wrong,
            astray: self.astray + other.astray,
            unknown: self.unknown + other.unknown,
            known: self.known + other.known,
        }
    }

    fn rank(self) -> (bool, usize, usize, usize) {
        (self.anything, self.wrong, self.astray, self.unknown)
    }
}

/// The member that a value is; `None` if no member is likely.
pub(super) fn member<'a>(schema: &'a Schema, union: &'a Union, json: &Json) -> Option<&'a Type> {
    if let Some(tagged) = tagged(schema, union, json, &mut Compared::default()) {
        return Some(tagged);
    }
    let doubt_of = |ty| doubt(schema, ty, json, &mut Compared::default());
    let doubts = union.members.iter().filter_map(|member| Some((doubt_of(&member.ty)?, &member.ty)));
    let likely = doubts.filter(|(doubt, ty)| is_likely(*doubt, json, is_map(schema, ty)));
    likely.min_by_key(|(doubt, _)| doubt.rank()).map(|(_, ty)| ty)
}

/// An object with more unknown keys than known ones is more likely a new member than one of those that there are. Any
/// other value is more likely a new value than a new member.
fn is_likely(doubt: Doubt, json: &Json, is_map: bool) -> bool {
    let is_empty = json.members().is_empty();
    is_empty || is_map || doubt.anything || doubt.known >= doubt.unknown.max(1)
}

/// The member that the text of the discriminator names.
fn tagged<'a>(schema: &'a Schema, union: &'a Union, json: &Json, compared: &mut Compared<'a>) -> Option<&'a Type> {
    let discriminator = union.discriminator.as_ref()?;
    let text = json.get(&discriminator.property.0)?.text()?;
    let model = |ty: &Type| if let Type::Model(name) = ty { Some(name.clone()) } else { None };
    let named: Option<&ModelName> = discriminator.values.get(text);
    let by_value = named.and_then(|name| union.members.iter().find(|member| model(&member.ty).as_ref() == Some(name)));
    let is_name = |ty: &Type| model(ty).is_some_and(|name| name.0.eq_ignore_ascii_case(text));
    let by_name = || union.members.iter().find(|member| is_name(&member.ty));
    let found = by_value.or_else(by_name).map(|member| &member.ty);
    found.filter(|ty| doubt(schema, ty, json, compared).is_some())
}

fn is_map(schema: &Schema, ty: &Type) -> bool {
    matches!(schema.unaliased(ty), Type::Map(_))
}

/// What speaks against a value being of a type; `None` if it cannot be. Of an object only the values of its keys are
/// looked at, and nothing deeper.
fn doubt<'a>(schema: &'a Schema, ty: &'a Type, json: &Json, compared: &mut Compared<'a>) -> Option<Doubt> {
    match ty {
        Type::Nullable(_) if json.is_null() => Some(Doubt::default()),
        Type::Nullable(item) => doubt(schema, item, json, compared),
        Type::Unknown(_) | Type::Scalar(Scalar::Any) => Some(Doubt { anything: true, ..Doubt::default() }),
        Type::Scalar(scalar) => {
            if json.is_null() || misfit(*scalar, json).is_some() {
                None
            } else {
                Some(Doubt::default())
            }
        }
        Type::List(item) => match &json.value {
            Value::List(items) => sum(items.iter().map(|it| nested(schema, item, it, compared))),
            _ => None,
        },
        // A map knows no key, so each of them is a doubt: a model that knows one is likelier.
        Type::Map(item) => match &json.value {
            Value::Object(members) => sum(members.iter().map(|member| {
                let doubt = nested(schema, item, &member.value, compared)?;
                Some(doubt.and(Doubt { astray: 1, unknown: 1, ..Doubt::default() }))
            })),
            _ => None,
        },
        Type::Model(name) => {
            let Some(model) = schema.models.get(name) else {
                return Some(Doubt { anything: true, ..Doubt::default() });
            };
            let comparison = (json.at, name);
            if let Some(known) = compared.doubts.get(&comparison) {
                return *known;
            }
            compared.doubts.insert(comparison, None);
            let found = of_model(schema, model, json, compared);
            compared.doubts.insert(comparison, found);
            found
        }
    }
}

fn of_model<'a>(schema: &'a Schema, model: &'a Model, json: &Json, compared: &mut Compared<'a>) -> Option<Doubt> {
    match &model.shape {
        Shape::Object(fields) => match &json.value {
            Value::Object(_) => Some(of_fields(schema, fields, json, compared)),
            _ => None,
        },
        Shape::Values { of, values } => {
            let text = plain(*of, json)?;
            Some(Doubt { wrong: usize::from(!values.known.contains(&text)), ..Doubt::default() })
        }
        Shape::Alias(ty) => doubt(schema, ty, json, compared),
        Shape::Union(union) => match tagged(schema, union, json, compared) {
            Some(_) => Some(Doubt::default()),
            None => union
                .members
                .iter()
                .filter_map(|member| doubt(schema, &member.ty, json, compared))
                .min_by_key(|doubt| doubt.rank()),
        },
    }
}

fn of_fields<'a>(schema: &'a Schema, fields: &'a [Field], json: &Json, compared: &mut Compared<'a>) -> Doubt {
    let mut doubt = Doubt::default();
    for member in json.members() {
        if let Some(field) = fields.iter().find(|field| field.wire.0 == member.key) {
            let values = field.values.as_deref();
            doubt.known += 1;
            let is_right = member.value.is_null() || is_shallowly(schema, &field.ty, values, &member.value, compared);
            doubt.wrong += usize::from(!is_right);
        } else {
            doubt.unknown += 1;
            doubt.astray += 1;
        }
    }
    let is_absent = |field: &&Field| field.presence == Presence::Required && json.get(&field.wire.0).is_none();
    doubt.astray += fields.iter().filter(is_absent).count();
    doubt
}

/// Whether a value is of the kind of a type, whatever it contains.
fn is_shallowly<'a>(
    schema: &'a Schema,
    ty: &'a Type,
    values: Option<&Values>,
    json: &Json,
    compared: &mut Compared<'a>,
) -> bool {
    match (ty, &json.value) {
        (Type::Scalar(scalar), _) => {
            let is_allowed = |text: String| values.is_none_or(|values| values.known.contains(&text));
            misfit(*scalar, json).is_none() && plain(*scalar, json).is_none_or(is_allowed)
        }
        (Type::List(_), Value::List(_)) | (Type::Map(_), Value::Object(_)) | (Type::Unknown(_), _) => true,
        (Type::List(_) | Type::Map(_), _) => false,
        (Type::Nullable(item), _) => is_shallowly(schema, item, values, json, compared),
        (Type::Model(name), _) => {
            let Some(model) = schema.models.get(name) else { return true };
            let comparison = (json.at, name);
            if let Some(known) = compared.kinds.get(&comparison) {
                return *known;
            }
            compared.kinds.insert(comparison, false);
            let found = is_of_model(schema, model, json, compared);
            compared.kinds.insert(comparison, found);
            found
        }
    }
}

/// Whether a value is of the kind of a model.
pub(super) fn is_of_kind(schema: &Schema, model: &Model, json: &Json) -> bool {
    is_of_model(schema, model, json, &mut Compared::default())
}

fn is_of_model<'a>(schema: &'a Schema, model: &'a Model, json: &Json, compared: &mut Compared<'a>) -> bool {
    match &model.shape {
        Shape::Object(_) => matches!(json.value, Value::Object(_)),
        Shape::Values { of, .. } => plain(*of, json).is_some(),
        Shape::Alias(ty) => is_shallowly(schema, ty, None, json, compared),
        Shape::Union(union) => union.members.iter().any(|it| is_shallowly(schema, &it.ty, None, json, compared)),
    }
}

/// A text, a number in decimal, `true` or `false`, as lists of allowed values have them.
pub(super) fn plain(of: Scalar, json: &Json) -> Option<String> {
    match (of, &json.value) {
        (Scalar::Any, Value::Text(text) | Value::Number(text)) => Some(text.clone()),
        (Scalar::Boolean | Scalar::Any, Value::Boolean(is_true)) => Some(is_true.to_string()),
        (Scalar::Boolean | Scalar::Any, _) => None,
        (of, Value::Number(text)) if of.is_number() => Some(text.clone()),
        (of, Value::Text(text)) if !of.is_number() => Some(text.clone()),
        _ => None,
    }
}

fn nested<'a>(schema: &'a Schema, ty: &'a Type, json: &Json, compared: &mut Compared<'a>) -> Option<Doubt> {
    if json.is_null() { Some(Doubt::default()) } else { doubt(schema, ty, json, compared) }
}

fn sum(mut doubts: impl Iterator<Item = Option<Doubt>>) -> Option<Doubt> {
    doubts.try_fold(Doubt::default(), |sum, doubt| Some(sum.and(doubt?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_member_that_fits_some_keys_is_likelier_than_one_with_wrong_values_or_any_json() {
        let none = Doubt::default();
        let doubts = [
            Doubt { known: 9, ..none },
            Doubt { unknown: 1, ..none },
            Doubt { unknown: 2, ..none },
            Doubt { astray: 1, ..none },
            Doubt { wrong: 1, ..none },
            Doubt { anything: true, ..none },
        ];
        assert!(doubts.windows(2).all(|pair| pair[0].rank() < pair[1].rank()));
    }
}
