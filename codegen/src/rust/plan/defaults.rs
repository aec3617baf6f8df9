//! Plans constants for the documented defaults of fields.
//!
//! A default is what the server takes an absent key for, so reading does not fill it in and writing does not send it; a
//! program has it as a value. Texts, numbers, booleans, allowed values and lists of these can be constants. What dates,
//! maps, models and any JSON are by default, the documentation of the field says.

use serde_json::{Number, Value};

use super::{ConstantType, ConstantValue, DefaultPlan, Planner, RustType, naming, values};
use crate::rust::names::{FieldIdent, Scope, TypeIdent};
use crate::schema::{Field, ModelName, Shape, Type};

impl Planner<'_> {
    /// The defaults of the fields that have one which can be a constant.
    pub(super) fn defaults(
        &self,
        name: &ModelName,
        fields: &[Field],
        idents: &[FieldIdent],
        types: &[RustType],
    ) -> Vec<FieldDefault> {
        let mut constants = Scope::new();
        let mut defaults = Vec::new();
        for (idx, ((field, ident), ty)) in fields.iter().zip(idents).zip(types).enumerate() {
            let listed = |text: &str| self.variant(name, idx, field, text);
            let constant = field.default_value.as_ref().and_then(|json| constant(ty.value(), json, &listed));
            let Some(Constant { ty, value }) = constant else { continue };
            let plan = DefaultPlan {
                ident: constants.claim_constant(&format!("default_{}", ident.plain()), ident.plain()).ident,
                docs: format!("The documented default of {}.", super::building::own_field(ident)).into(),
                ty,
                value,
            };
            defaults.push(FieldDefault { idx, plan });
        }
        defaults
    }

    /// The variant of an allowed value of a field.
    fn variant(&self, name: &ModelName, idx: usize, field: &Field, text: &str) -> Option<TypeIdent> {
        let of_field = self.sets.of(name, idx, field).and_then(|(set, _)| set.users.first()?.field.values.as_deref());
        let values = of_field.or_else(|| {
            let Type::Model(name) = self.unaliased(field.ty.innermost()) else { return None };
            match self.other(name)? {
                Shape::Values { of, values } if values::kind(*of, values).is_some() => Some(values),
                _ => None,
            }
        })?;
        naming::variant(values, text)
    }
}

/// The default of the field at a position.
pub(super) struct FieldDefault {
    pub(super) idx: usize,
    pub(super) plan: DefaultPlan,
}

/// A value with its type.
struct Constant {
    ty: ConstantType,
    value: ConstantValue,
}

/// A default as a constant, if its type can be one and it is a value of the type.
fn constant(ty: &RustType, json: &Value, listed: &dyn Fn(&str) -> Option<TypeIdent>) -> Option<Constant> {
    let value = match (ty, json) {
        (RustType::Option(inner) | RustType::Patch(inner) | RustType::Box(inner) | RustType::Deep(inner), _) => {
            return constant(inner, json, listed);
        }
        (RustType::String, Value::String(text)) => {
            return Some(Constant { ty: ConstantType::Text, value: ConstantValue::Text(text.clone()) });
        }
        (RustType::Vec(item), Value::Array(items)) => return list(item, items, listed),
        (RustType::Own(ident), Value::String(text)) => ConstantValue::Variant(ident.clone(), listed(text)?),
        (RustType::Own(ident), Value::Number(number)) => {
            ConstantValue::Variant(ident.clone(), listed(&number.to_string())?)
        }
        (RustType::Bool, Value::Bool(value)) => ConstantValue::Boolean(*value),
        (RustType::F32, Value::Number(number)) => {
            ConstantValue::Float(number.as_f64().filter(|number| number.abs() <= f32::MAX.into())?)
        }
        (RustType::F64, Value::Number(number)) => ConstantValue::Float(number.as_f64()?),
        (_, Value::Number(number)) if fits(number, ty) => ConstantValue::Integer(number.clone()),
        _ => return None,
    };
    Some(Constant { ty: ConstantType::Plain(ty.clone()), value })
}

fn list(item: &RustType, items: &[Value], listed: &dyn Fn(&str) -> Option<TypeIdent>) -> Option<Constant> {
    let item_type = match item {
        RustType::String => ConstantType::Text,
        RustType::Own(_)
        | RustType::Bool
        | RustType::I32
        | RustType::I64
        | RustType::U32
        | RustType::U64
        | RustType::F32
        | RustType::F64 => ConstantType::Plain(item.clone()),
        _ => return None,
    };
    let values: Option<Vec<ConstantValue>> =
        items.iter().map(|json| Some(constant(item, json, listed)?.value)).collect();
    Some(Constant { ty: ConstantType::List(Box::new(item_type)), value: ConstantValue::List(values?) })
}

/// Whether a number is one of an integer type.
fn fits(number: &Number, ty: &RustType) -> bool {
    let signed = number.as_i64();
    match ty {
        RustType::I32 => signed.is_some_and(|number| i32::try_from(number).is_ok()),
        RustType::U32 => signed.is_some_and(|number| u32::try_from(number).is_ok()),
        RustType::I64 => signed.is_some(),
        RustType::U64 => number.is_u64(),
        _ => false,
    }
}
