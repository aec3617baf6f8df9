//! Merges what two documents say about a model as a whole.

use std::collections::BTreeSet;

use super::types::{Meaning, Side, TypeClaim, join};
use super::{Meanings, fields};
use crate::schema::{
    Assumption, Contradiction, Fact, Learned, Member, Model, ModelName, Said, Scalar, Shape, Type, Union, folded,
};

/// Merges what another document says into a model.
pub(super) fn merge(into: &mut Model, name: &ModelName, other: &Model, known: &Meanings<'_>) {
    shape(into, other, known);
    if into.description.is_none() && other.description.is_some() {
        into.description.clone_from(&other.description);
        learn(into, other, Fact::Description);
    }
    if into.other_keys.is_none() {
        into.other_keys.clone_from(&other.other_keys);
    }
    into.merged.also.push(Said { text: name.0.clone(), origin: other.origin.clone() });
}

/// Whether two documents of a model state the same facts.
pub(super) fn says_the_same(a: &Model, b: &Model) -> bool {
    std::mem::discriminant(&a.shape) == std::mem::discriminant(&b.shape)
        && allowed_values(a) == allowed_values(b)
        && a.types().map(|(ty, _)| ty).eq(b.types().map(|(ty, _)| ty))
        && a.fields().len() == b.fields().len()
        && a.fields().iter().zip(b.fields()).all(|(a, b)| {
            (&a.wire, a.presence, a.nullable, a.read_only, &a.default)
                == (&b.wire, b.presence, b.nullable, b.read_only, &b.default)
        })
}

fn allowed_values(model: &Model) -> Option<&[String]> {
    if let Shape::Values { values, .. } = &model.shape { Some(&values.known) } else { None }
}

fn shape(into: &mut Model, other: &Model, known: &Meanings<'_>) {
    let assumed = into.assumed.clone();
    match (&mut into.shape, &other.shape) {
        (Shape::Object(own), Shape::Object(theirs)) => fields::merge(own, theirs, known),
        (Shape::Alias(own), Shape::Alias(theirs)) => {
            let first = TypeClaim { ty: own, assumed: &assumed };
            let joined = join(first, TypeClaim { ty: theirs, assumed: &other.assumed }, known);
            *own = joined.ty;
            if joined.clash {
                clash(into, other, joined.side);
            }
            if joined.side == Side::Second {
                learn(into, other, Fact::Type);
            }
        }
        (Shape::Values { .. }, Shape::Values { .. }) => values(into, other),
        (Shape::Union(own), Shape::Union(theirs)) => {
            if add_members(own, theirs) {
                learn(into, other, Fact::Type);
            }
        }
        (own, theirs) if gives_way(own, theirs) => {
            let lost = has_more(own, theirs, known);
            let before = std::mem::replace(own, theirs.clone());
            learn(into, other, Fact::Type);
            if lost {
                let left = Said { text: before.to_string(), origin: into.origin.clone() };
                contradict(into, said(other), left);
            }
        }
        (own, theirs) if gives_way(theirs, own) => {
            if has_more(theirs, own, known) {
                clash(into, other, Side::First);
            }
        }
        _ => clash(into, other, Side::First),
    }
}

/// Merges two lists of allowed values. They are texts if one document says so.
fn values(into: &mut Model, other: &Model) {
    let is_assumed = |model: &Model| model.assumed.contains(&Assumption::ValuesAreNumbers);
    let are_certain = !is_assumed(into) && !is_assumed(other);
    let kind = |model: &Model| if let Shape::Values { of, .. } = model.shape { Some(of) } else { None };
    if are_certain && kind(into) != kind(other) {
        clash(into, other, Side::First);
    }
    let (Shape::Values { of, values }, Shape::Values { of: their_kind, values: theirs }) =
        (&mut into.shape, &other.shape)
    else {
        return;
    };
    if *their_kind == Scalar::String {
        *of = Scalar::String;
    }
    let new: Vec<String> = theirs.known.iter().filter(|value| !values.known.contains(value)).cloned().collect();
    let has_new = !new.is_empty();
    values.known.extend(new);
    for (value, name) in &theirs.names {
        values.names.entry(value.clone()).or_insert_with(|| name.clone());
    }
    if has_new {
        learn(into, other, Fact::Values);
    }
}

/// Whether an object in place of a union has a field that no member of the union has.
fn has_more(object: &Shape, union: &Shape, known: &Meanings<'_>) -> bool {
    let (Shape::Object(fields), Shape::Union(union)) = (object, union) else { return false };
    let mut keys = BTreeSet::new();
    keys_of(union, known, &mut BTreeSet::new(), &mut keys);
    fields.iter().any(|field| !keys.contains(&folded(&field.wire.0)))
}

/// Collects the keys of the members of a union, and of the unions among them.
fn keys_of<'a>(
    union: &'a Union,
    known: &Meanings<'a>,
    seen: &mut BTreeSet<&'a ModelName>,
    keys: &mut BTreeSet<String>,
) {
    for member in &union.members {
        let Type::Model(name) = member.ty.innermost() else { continue };
        if !seen.insert(name) {
            continue;
        }
        match known.of(name) {
            Some(Meaning::Object(fields)) => keys.extend(fields.iter().map(|field| folded(&field.wire.0))),
            Some(Meaning::Union(inner)) => keys_of(inner, known, seen, keys),
            _ => {}
        }
    }
}

/// Whether a shape can be a substitute for another one that its dialect cannot express. Most dialects write an empty
/// table or any value in place of allowed values and unions, or the fields of all members in place of a union.
fn gives_way(shape: &Shape, to: &Shape) -> bool {
    match shape {
        Shape::Alias(Type::Scalar(Scalar::Any)) => true,
        Shape::Alias(Type::Scalar(Scalar::String)) => matches!(to, Shape::Values { .. } | Shape::Union(_)),
        Shape::Object(fields) => fields.is_empty() || matches!(to, Shape::Union(_)),
        Shape::Values { .. } | Shape::Union(_) | Shape::Alias(_) => false,
    }
}

/// Adds the members and the discriminator that only the other document has, and returns whether there are any.
fn add_members(own: &mut Union, theirs: &Union) -> bool {
    let is_new = |member: &&Member| !own.members.iter().any(|own| own.ty == member.ty);
    let new: Vec<Member> = theirs.members.iter().filter(is_new).cloned().collect();
    let mut has_new = !new.is_empty();
    own.members.extend(new);
    let is_open = own.discriminator.as_ref().is_none_or(|own| own.values.is_empty());
    if is_open && theirs.discriminator.is_some() && own.discriminator != theirs.discriminator {
        own.discriminator.clone_from(&theirs.discriminator);
        has_new = true;
    }
    has_new
}

fn learn(into: &mut Model, other: &Model, fact: Fact) {
    into.assumed.retain(|assumption| assumption.fact() != fact);
    into.assumed.extend(other.assumed.iter().filter(|assumption| assumption.fact() == fact));
    into.merged.learned.push(Learned { fact, origin: other.origin.clone() });
}

fn clash(into: &mut Model, other: &Model, counts: Side) {
    let (own, theirs) = (said(into), said(other));
    let (taken, left) = if counts == Side::First { (own, theirs) } else { (theirs, own) };
    contradict(into, taken, left);
}

fn contradict(into: &mut Model, taken: Said, left: Said) {
    into.merged.contradictions.push(Contradiction { fact: Fact::Type, taken, left });
}

fn said(model: &Model) -> Said {
    Said { text: model.shape.to_string(), origin: model.origin.clone() }
}
