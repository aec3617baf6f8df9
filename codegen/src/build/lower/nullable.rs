//! Models whose values may be `null`: their allowed values include it, or they are the union of one type and `null`.

use std::collections::BTreeSet;

use super::Lowered;
use crate::read::doc::{Body, ModelDoc};
use crate::schema::{Member, Shape, Type};

/// Makes each use of a model nullable whose list of allowed values has `null`.
pub(super) fn spread(docs: &[ModelDoc], models: &mut [Lowered]) {
    without_null(docs, models);
    let lists_null = |doc: &&ModelDoc| matches!(&doc.body, Body::Values(list) if list.null);
    let names: BTreeSet<&str> = docs.iter().filter(lists_null).map(|doc| &*doc.name.value).collect();
    if names.is_empty() {
        return;
    }
    for Lowered { model, .. } in models {
        for field in model.fields_mut().into_iter().flatten() {
            if matches!(&field.ty, Type::Model(name) if names.contains(&*name.0)) {
                field.nullable = Some(true);
            } else {
                wrap(&mut field.ty, &names);
            }
        }
        if let Shape::Alias(ty) = &mut model.shape {
            wrap(ty, &names);
        }
        if let Some(other_keys) = &mut model.other_keys {
            wrap(&mut other_keys.ty, &names);
        }
    }
}

/// Makes the union of one type and of a model that is `null` that type, or `null`.
fn without_null(docs: &[ModelDoc], models: &mut [Lowered]) {
    let is_null = |doc: &&ModelDoc| matches!(&doc.body, Body::Whole(ty) if ty.value.is_null());
    let nulls: BTreeSet<&str> = docs.iter().filter(is_null).map(|doc| &*doc.name.value).collect();
    if nulls.is_empty() {
        return;
    }
    for Lowered { model, .. } in models {
        let Shape::Union(union) = &model.shape else { continue };
        let is_null = |member: &&Member| matches!(&member.ty, Type::Model(name) if nulls.contains(&*name.0));
        let mut others = union.members.iter().filter(|member| !is_null(member));
        if let (Some(only), None) = (others.next(), others.next())
            && union.members.len() > 1
        {
            model.shape = Shape::Alias(Type::Nullable(Box::new(only.ty.clone())));
        }
    }
}

/// Puts the name of such a model within a type into one that takes `null`.
fn wrap(ty: &mut Type, names: &BTreeSet<&str>) {
    match ty {
        Type::Model(name) if names.contains(&*name.0) => {
            let inner = Type::Model(name.clone());
            *ty = Type::Nullable(Box::new(inner));
        }
        Type::List(item) | Type::Map(item) => wrap(item, names),
        Type::Nullable(_) | Type::Model(_) | Type::Scalar(_) | Type::Unknown(_) => {}
    }
}
