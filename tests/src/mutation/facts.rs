//! What differs between two schemas.

use std::collections::{BTreeMap, BTreeSet};

use codegen::schema::{Field, Model, Schema, Shape};

/// The facts that differ, by kind. Places, assumptions and descriptions do not count.
pub(super) fn changed(before: &Schema, after: &Schema) -> BTreeSet<String> {
    let mut facts = BTreeSet::new();
    let lost: Vec<&Model> = missing(before, after);
    let added: Vec<&Model> = missing(after, before);
    match (lost.as_slice(), added.as_slice()) {
        ([], []) => {}
        ([lost], [added]) => {
            facts.insert("model name".to_owned());
            model(lost, added, &mut facts);
        }
        _ => {
            facts.extend(lost.first().map(|_| "model lost".to_owned()));
            facts.extend(added.first().map(|_| "model added".to_owned()));
        }
    }
    for (name, own) in &before.models {
        if let Some(other) = after.models.get(name) {
            model(own, other, &mut facts);
        }
    }
    facts
}

/// The models of a schema that another one lacks.
fn missing<'a>(own: &'a Schema, other: &Schema) -> Vec<&'a Model> {
    own.models.iter().filter(|(name, _)| !other.models.contains_key(name)).map(|(_, model)| model).collect()
}

fn model(before: &Model, after: &Model, facts: &mut BTreeSet<String>) {
    let mut differ = |fact: &str, differs: bool| {
        if differs {
            facts.insert(fact.to_owned());
        }
    };
    let other = |model: &Model| model.other_keys.as_ref().map(|keys| keys.ty.clone());
    differ("other keys", other(before) != other(after));
    match (&before.shape, &after.shape) {
        (Shape::Object(own), Shape::Object(others)) => fields(own, others, facts),
        (Shape::Values { of, values }, Shape::Values { of: other, values: others }) => {
            differ("values", values.known != others.known);
            differ("alias", of != other);
        }
        (Shape::Union(own), Shape::Union(other)) => {
            let types =
                |union: &codegen::schema::Union| union.members.iter().map(|it| it.ty.clone()).collect::<Vec<_>>();
            differ("members", own.of != other.of || types(own) != types(other));
            differ("discriminator", own.discriminator != other.discriminator);
        }
        (Shape::Alias(own), Shape::Alias(other)) => differ("alias", own != other),
        _ => differ("shape", true),
    }
}

fn fields(before: &[Field], after: &[Field], facts: &mut BTreeSet<String>) {
    let keys = |fields: &[Field]| fields.iter().map(|field| field.wire.0.clone()).collect::<BTreeSet<_>>();
    let by_key: BTreeMap<&str, &Field> = after.iter().map(|field| (&*field.wire.0, field)).collect();
    let lost = keys(before).difference(&keys(after)).count();
    let added = keys(after).difference(&keys(before)).count();
    let fact = match (lost, added) {
        (0, 0) => None,
        (1, 1) => Some("name"),
        (1, 0) => Some("field lost"),
        (0, 1) => Some("field added"),
        (_, _) => Some("several fields"),
    };
    facts.extend(fact.map(str::to_owned));
    for own in before {
        if let Some(other) = by_key.get(&*own.wire.0) {
            field(own, other, facts);
        }
    }
    // The field with another name is in the same place.
    if fact == Some("name") {
        for (own, other) in before.iter().zip(after).filter(|(own, other)| own.wire != other.wire) {
            field(own, other, facts);
        }
    }
}

fn field(before: &Field, after: &Field, facts: &mut BTreeSet<String>) {
    let values = |field: &Field| field.values.as_ref().map(|values| values.known.clone());
    let differences = [
        ("type", before.ty != after.ty),
        ("presence", before.presence != after.presence),
        ("nullable", before.nullable != after.nullable),
        ("read_only", before.read_only != after.read_only),
        ("default", before.default != after.default || before.default_value != after.default_value),
        ("constraints", before.constraints != after.constraints),
        ("values", values(before) != values(after)),
    ];
    facts.extend(differences.into_iter().filter(|(_, differs)| *differs).map(|(fact, _)| fact.to_owned()));
}
