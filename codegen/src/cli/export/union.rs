//! Unions.

use std::collections::{BTreeMap, BTreeSet};

use super::definition::Definitions;
use super::types::{Unstated, wrapped};
use crate::cli::json::{Json, Object};
use crate::schema::{Discriminator, Member, ModelName, Scalar, Schema, Shape, Type, Union, UnionOf, WireName};

impl Definitions<'_> {
    /// The schema of a union.
    ///
    /// OpenAPI has `oneOf` with a discriminator for it, and its tools make an enum of that. Validators take `oneOf` at
    /// its word: a value that fits two members is refused, and objects without required keys fit many. So JSON Schema
    /// has `oneOf` where no value can fit two members, and `anyOf` elsewhere.
    pub(super) fn union(&self, name: &ModelName, union: &Union, unstated: Unstated) -> Object {
        // A union that is its own member has no more values for it.
        let is_other = |member: &&Member| *without_null(self.schema, &member.ty) != Type::Model(name.clone());
        let members: Vec<&Member> = union.members.iter().filter(is_other).collect();
        if self.style.is_openapi {
            self.with_discriminator(union, &members, unstated)
        } else {
            self.validated(union, &members, unstated)
        }
    }

    fn with_discriminator(&self, union: &Union, members: &[&Member], unstated: Unstated) -> Object {
        let keyword = if union.of == UnionOf::One { "oneOf" } else { "anyOf" };
        let members = members.iter().map(|member| self.whole(&member.ty, unstated).into());
        let mut schema = Object::default().with(keyword, members.collect::<Vec<Json>>());
        schema.set_some("discriminator", union.discriminator.as_ref().map(|it| self.discriminator(it)));
        schema
    }

    fn validated(&self, union: &Union, members: &[&Member], unstated: Unstated) -> Object {
        let tagged: Option<Vec<Json>> = union.discriminator.as_ref().and_then(|discriminator| {
            let tags = tags(discriminator);
            members.iter().map(|member| self.tagged(&discriminator.property, member, &tags).map(Json::from)).collect()
        });
        let is_one = union.of == UnionOf::One && (tagged.is_some() || are_disjoint(self.schema, members));
        let members =
            tagged.unwrap_or_else(|| members.iter().map(|member| self.whole(&member.ty, unstated).into()).collect());
        Object::default().with(if is_one { "oneOf" } else { "anyOf" }, members)
    }

    /// The schema of a type as it is.
    pub(super) fn whole(&self, ty: &Type, unstated: Unstated) -> Object {
        wrapped(ty, self.innermost(ty, unstated, None), &mut Object::default())
    }

    fn discriminator(&self, discriminator: &Discriminator) -> Object {
        let mut schema = Object::default().with("propertyName", &discriminator.property.0);
        if !discriminator.values.is_empty() {
            let target = |model| self.reference(model).get("$ref").cloned().unwrap_or(Json::Null);
            let mapping = discriminator.values.iter().map(|(value, model)| (value.clone(), target(model)));
            schema.set("mapping", Object(mapping.collect()));
        }
        schema
    }

    /// A member with the texts that select it, if the document lists them.
    fn tagged(&self, key: &WireName, member: &Member, tags: &Tags<'_>) -> Option<Object> {
        let Type::Model(model) = &member.ty else { return None };
        let values: Vec<Json> = tags.get(model)?.iter().map(|value| Json::from(*value)).collect();
        let properties = Object::default().with(&key.0, Object::default().with("enum", values));
        Some(self.reference(model).with("properties", properties).with("required", vec![(&key.0).into()]))
    }
}

type Tags<'a> = BTreeMap<&'a ModelName, Vec<&'a str>>;

/// The texts that select each model.
fn tags(discriminator: &Discriminator) -> Tags<'_> {
    let mut tags = Tags::new();
    for (value, model) in &discriminator.values {
        tags.entry(model).or_default().push(value);
    }
    tags
}

/// Whether no value fits two of the types: each is another kind of JSON.
fn are_disjoint(schema: &Schema, members: &[&Member]) -> bool {
    let mut seen = BTreeSet::new();
    members.iter().all(|member| {
        let kinds = kinds(schema, schema.unaliased(&member.ty));
        !kinds.is_empty() && kinds.iter().all(|kind| seen.insert(*kind))
    })
}

/// The kinds of JSON that a type has; empty where they are not known.
fn kinds(schema: &Schema, ty: &Type) -> &'static [&'static str] {
    match ty {
        Type::List(_) => &["array"],
        Type::Map(_) => &["object"],
        Type::Model(name) => match schema.models.get(name).map(|model| &model.shape) {
            Some(Shape::Object(_)) => &["object"],
            Some(Shape::Values { of, .. }) => scalar_kinds(*of),
            _ => &[],
        },
        Type::Scalar(scalar) => scalar_kinds(*scalar),
        Type::Nullable(_) | Type::Unknown(_) => &[],
    }
}

fn scalar_kinds(scalar: Scalar) -> &'static [&'static str] {
    match scalar {
        Scalar::Any | Scalar::Int64Text | Scalar::Uint64Text | Scalar::Decimal => &[],
        Scalar::Boolean => &["boolean"],
        _ if scalar.is_number() => &["number"],
        _ => &["string"],
    }
}

/// Whether a union is a member of one of its members, which no schema can express: a validator would not end.
pub(super) fn contains_itself(schema: &Schema, name: &ModelName) -> bool {
    let (mut open, mut seen) = (vec![name], BTreeSet::new());
    while let Some(current) = open.pop() {
        let Some(Shape::Union(union)) = schema.models.get(current).map(|model| &model.shape) else { continue };
        for member in &union.members {
            match without_null(schema, &member.ty) {
                Type::Model(inner) if inner == name && current != name => return true,
                Type::Model(inner) if seen.insert(inner) => open.push(inner),
                _ => {}
            }
        }
    }
    false
}

/// The type behind names that are other names for it, without `null`.
fn without_null<'a>(schema: &'a Schema, ty: &'a Type) -> &'a Type {
    let mut ty = schema.unaliased(ty);
    while let Type::Nullable(item) = ty {
        ty = schema.unaliased(item);
    }
    ty
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Config;

    fn is_circular(pages: &[(&str, &str)]) -> Vec<bool> {
        let page = |(name, members): &(&str, &str)| {
            (format!("specs/{name}.md"), format!("# {name}\n\n## One of\n\n{members}\n"))
        };
        let schema = Config::new().compile_texts(pages.iter().map(page)).schema;
        schema.models.keys().map(|name| contains_itself(&schema, name)).collect()
    }

    #[test]
    fn circles_of_unions_are_found() {
        assert_eq!(is_circular(&[("A", "- B\n- string"), ("B", "- A\n- int64")]), [true, true]);
        assert_eq!(
            is_circular(&[("A", "- B\n- C"), ("B", "- string\n- int64"), ("C", "- A\n- boolean")]),
            [true, false, true]
        );
        assert_eq!(is_circular(&[("A", "- list[A]\n- string"), ("B", "- A\n- int64")]), [false, false]);
    }
}
