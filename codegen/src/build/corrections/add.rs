//! Corrections that add what documents lack: fields, members of unions, values of a model.

use super::{Context, Refusal, replace};
use crate::read::corrections::{Correction, NewField, TypeCell};
use crate::schema::{Fact, Field, Member, Model, Rare, Scalar, Shape, Type, Values, ValuesSource, WireName};

impl Context<'_> {
    /// Adds a field at the end of the model. The key is the name that the documents would have for it.
    pub(super) fn add_field(
        &self,
        correction: &Correction,
        key: &str,
        new: &NewField,
        model: &mut Model,
    ) -> Result<(), Refusal> {
        let Some(fields) = model.fields_mut() else {
            return Err(Refusal::NoObject { model: correction.model.clone(), field: key.to_owned() });
        };
        if fields.iter().any(|field| field.wire.0 == key) {
            return Err(Refusal::HasKey { model: correction.model.clone(), key: key.to_owned() });
        }
        fields.push(Field {
            wire: WireName(key.to_owned()),
            spelled: key.to_owned(),
            plain: key.to_owned(),
            key_named: None,
            ty: self.type_of(&new.ty)?,
            presence: new.presence,
            nullable: new.nullable.then_some(true),
            read_only: false,
            deprecated: false,
            default: None,
            default_value: None,
            constraints: Rare::default(),
            values: None,
            description: None,
            rename: None,
            values_name: None,
            origin: correction.origin.clone(),
            type_origin: new.ty.origin.clone(),
            assumed: Vec::new(),
            corrected: vec![correction.origin.clone()],
            merged: Rare::default(),
        });
        Ok(())
    }

    /// Adds members at the end of a union.
    pub(super) fn add_members(
        &self,
        correction: &Correction,
        types: &[TypeCell],
        model: &mut Model,
    ) -> Result<(), Refusal> {
        let Shape::Union(union) = &mut model.shape else {
            return Err(Refusal::NotAUnion { model: correction.model.clone(), shape: model.shape.to_string() });
        };
        for cell in types {
            let ty = self.type_of(cell)?;
            if union.members.iter().any(|member| member.ty == ty) {
                return Err(Refusal::HasMember { model: correction.model.clone(), ty });
            }
            union.members.push(Member { ty, spelled: None, origin: cell.origin.clone() });
        }
        model.corrected = Some(correction.origin.clone());
        Ok(())
    }
}

/// Sets all values of a model that is a list of values.
pub(super) fn set_values_of(correction: &Correction, known: &[String], model: &mut Model) -> Result<(), Refusal> {
    let Shape::Values { of, values } = &mut model.shape else {
        return Err(Refusal::NotAList { model: correction.model.clone(), shape: model.shape.to_string() });
    };
    are_of(*of, known)?;
    replace(&mut values.known, known.to_vec())?;
    *values = Values { source: ValuesSource::Correction, origin: correction.origin.clone(), ..values.clone() };
    model.merged.settle(Fact::Values);
    model.corrected = Some(correction.origin.clone());
    Ok(())
}

/// Whether all values are what the values of a list are in JSON.
pub(super) fn are_of(of: Scalar, values: &[String]) -> Result<(), Refusal> {
    let is_wrong = |value: &&String| match of {
        Scalar::Boolean => !matches!(&***value, "true" | "false"),
        of if of.is_integer() => value.parse::<i64>().is_err(),
        of if of.is_number() => value.parse::<f64>().is_err(),
        _ => false,
    };
    let refusal = |value: &String| Refusal::NotOfType { text: value.clone(), ty: Type::Scalar(of) };
    values.iter().find(is_wrong).map_or(Ok(()), |value| Err(refusal(value)))
}
