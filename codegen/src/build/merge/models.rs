//! What two documents say together about a model as a whole.

use std::collections::BTreeSet;

use super::types::{Claim, Side, Stands, join};
use super::{Known, fields};
use crate::schema::{
    Assumption, Contradiction, Fact, Field, Learned, Member, Model, ModelName, Said, Scalar, Shape, Type, Union, folded,
};

/// Adds what another document says.
pub(super) fn merge(into: &mut Model, name: &ModelName, other: &Model, known: &Known<'_>) {
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

/// Whether two documents of a model say the same, in whatever words.
pub(super) fn says_the_same(a: &Model, b: &Model) -> bool {
    let facts =
        |it: &Field| (it.wire.clone(), it.ty.clone(), it.presence, it.nullable, it.read_only, it.default.clone());
    let known =
        |it: &Model| if let Shape::Values { values, .. } = &it.shape { Some(values.known.clone()) } else { None };
    let types = |model: &Model| model.types().map(|(ty, _)| ty.clone()).collect::<Vec<_>>();
    known(a) == known(b) && types(a) == types(b) && a.fields().iter().map(facts).eq(b.fields().iter().map(facts))
}

fn shape(into: &mut Model, other: &Model, known: &Known<'_>) {
    let lists_a_number = |it: &Model| it.assumed.contains(&Assumption::ValuesAreNumbers);
    let (own_number, their_number) = (lists_a_number(into), lists_a_number(other));
    let assumed = into.assumed.clone();
    match (&mut into.shape, &other.shape) {
        (Shape::Object(own), Shape::Object(theirs)) => fields::merge(own, theirs, known),
        (Shape::Alias(own), Shape::Alias(theirs)) => {
            let joined =
                join(Claim { ty: own, assumed: &assumed }, Claim { ty: theirs, assumed: &other.assumed }, known);
            *own = joined.ty;
            if joined.clash {
                clash(into, other, joined.side);
            }
            if joined.side == Side::Second {
                learn(into, other, Fact::Type);
            }
        }
        (Shape::Values { of, values }, Shape::Values { of: their_kind, values: theirs }) => {
            let texts = *of == Scalar::String || *their_kind == Scalar::String;
            let clashes = of != their_kind && !own_number && !their_number;
            let new: Vec<String> = theirs.known.iter().filter(|it| !values.known.contains(it)).cloned().collect();
            let more = !new.is_empty();
            values.known.extend(new);
            *of = if texts { Scalar::String } else { *of };
            if clashes {
                clash(into, other, Side::First);
            }
            if more {
                learn(into, other, Fact::Values);
            }
        }
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

/// Whether an object that stands for a union has a field that no member of it has.
fn has_more(object: &Shape, union: &Shape, known: &Known<'_>) -> bool {
    let (Shape::Object(fields), Shape::Union(union)) = (object, union) else { return false };
    let mut keys = BTreeSet::new();
    keys_of(union, known, &mut BTreeSet::new(), &mut keys);
    fields.iter().any(|it| !keys.contains(&folded(&it.wire.0)))
}

/// The keys of the members of a union, and of the unions among them.
fn keys_of<'a>(union: &'a Union, known: &Known<'a>, seen: &mut BTreeSet<&'a ModelName>, keys: &mut BTreeSet<String>) {
    for member in &union.members {
        let Type::Model(name) = member.ty.innermost() else { continue };
        if !seen.insert(name) {
            continue;
        }
        match known.stands(name) {
            Some(Stands::Object(fields)) => keys.extend(fields.iter().map(|it| folded(&it.wire.0))),
            Some(Stands::Union(inner)) => keys_of(inner, known, seen, keys),
            _ => {}
        }
    }
}

/// Whether a shape may be another one that its document has no way to describe: most dialects have an empty
/// table, or any value, for known values and unions, or describe a union by the fields of all its members.
fn gives_way(shape: &Shape, to: &Shape) -> bool {
    match shape {
        Shape::Alias(Type::Scalar(Scalar::Any)) => true,
        Shape::Alias(Type::Scalar(Scalar::String)) => matches!(to, Shape::Values { .. } | Shape::Union(_)),
        Shape::Object(fields) => fields.is_empty() || matches!(to, Shape::Union(_)),
        Shape::Values { .. } | Shape::Union(_) | Shape::Alias(_) => false,
    }
}

/// Adds the members and the discriminator that only the other document has.
fn add_members(own: &mut Union, theirs: &Union) -> bool {
    let before = (own.members.len(), own.discriminator.clone());
    let new = |it: &&Member| !own.members.iter().any(|own| own.ty == it.ty);
    let new: Vec<Member> = theirs.members.iter().filter(new).cloned().collect();
    own.members.extend(new);
    if own.discriminator.as_ref().is_none_or(|it| it.values.is_empty()) && theirs.discriminator.is_some() {
        own.discriminator.clone_from(&theirs.discriminator);
    }
    own.nullable = own.nullable.max(theirs.nullable);
    before != (own.members.len(), own.discriminator.clone())
}

fn learn(into: &mut Model, other: &Model, fact: Fact) {
    into.assumed.retain(|it| it.fact() != fact);
    into.assumed.extend(other.assumed.iter().filter(|it| it.fact() == fact));
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
