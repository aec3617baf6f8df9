//! Which of two types states more, and which types contradict each other.

use super::Meanings;
use crate::schema::{Assumption, Field, Scalar, Shape, Type, Union};

/// A type and the assumptions that it depends on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TypeClaim<'a> {
    /// The type.
    pub ty: &'a Type,
    /// The assumptions.
    pub assumed: &'a [Assumption],
}

/// Which of two claims.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// The first.
    First,
    /// The second.
    Second,
}

/// Two claims, merged.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Joined {
    /// The type.
    pub ty: Type,
    /// The claim that has it; the first, if both have the same.
    pub side: Side,
    /// Whether the claims contradict each other.
    pub clash: bool,
}

/// What the name of a model means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning<'a> {
    /// An object with these fields.
    Object(&'a [Field]),
    /// One of the allowed values, which are of this kind.
    Values(Scalar),
    /// One of several types.
    Union(&'a Union),
    /// Another type.
    Type(&'a Type),
}

impl<'a> Meaning<'a> {
    /// Any value.
    pub(super) const ANY: Self = Self::Type(&Type::Scalar(Scalar::Any));

    /// The meaning of the name of a model with this shape.
    pub(super) fn of(shape: &'a Shape) -> Self {
        match shape {
            Shape::Object(fields) => Self::Object(fields),
            Shape::Values { of, .. } => Self::Values(*of),
            Shape::Union(union) => Self::Union(union),
            Shape::Alias(ty) => Self::Type(ty),
        }
    }
}

/// Scalars, each with its refinements. Many dialects have no word for the refinements.
static REFINED: &[(Scalar, &[Scalar])] = &[
    (
        Scalar::String,
        &[
            Scalar::DateTime,
            Scalar::Date,
            Scalar::DateOrDateTime,
            Scalar::Time,
            Scalar::Duration,
            Scalar::Uuid,
            Scalar::Uri,
            Scalar::Bytes,
            Scalar::File,
        ],
    ),
    (Scalar::DateOrDateTime, &[Scalar::DateTime, Scalar::Date]),
    (Scalar::File, &[Scalar::Bytes]),
    (Scalar::Decimal, &[Scalar::Float64, Scalar::Float32]),
];

/// Assumed scalars, and the scalars that replace them.
static GIVES_WAY: &[(Assumption, Scalar, &[Scalar])] = &[
    (Assumption::IntegerWidth, Scalar::Int64, &[Scalar::Int32, Scalar::Int64, Scalar::Uint32, Scalar::Uint64]),
    (Assumption::FloatWidth, Scalar::Float64, &[Scalar::Float32, Scalar::Float64]),
    (
        Assumption::MaybeInteger,
        Scalar::Float64,
        &[Scalar::Float32, Scalar::Float64, Scalar::Int32, Scalar::Int64, Scalar::Uint32, Scalar::Uint64],
    ),
    (Assumption::MaybeBoolean, Scalar::Int32, &[Scalar::Int32, Scalar::Boolean]),
    (Assumption::MaybeBoolean, Scalar::String, &[Scalar::String, Scalar::Boolean]),
    (Assumption::ValuesAreNumbers, Scalar::Int64, &[Scalar::Int64, Scalar::String]),
    (Assumption::FileAsText, Scalar::File, &[Scalar::File, Scalar::String]),
];

/// Scalars, each with the scalars whose values it accepts.
static ACCEPTS: &[(Scalar, &[Scalar])] = &[
    (Scalar::Int64, &[Scalar::Int32, Scalar::Uint32]),
    (Scalar::Uint64, &[Scalar::Uint32]),
    (Scalar::Int64Text, &[Scalar::Int64, Scalar::Int32, Scalar::Uint32]),
    (Scalar::Uint64Text, &[Scalar::Uint64, Scalar::Uint32]),
    (Scalar::Float32, &[Scalar::Int32, Scalar::Uint32]),
    (Scalar::Float64, &[Scalar::Float32, Scalar::Int32, Scalar::Uint32, Scalar::Int64, Scalar::Uint64]),
    (
        Scalar::Decimal,
        &[Scalar::Float64, Scalar::Float32, Scalar::Int32, Scalar::Uint32, Scalar::Int64, Scalar::Uint64],
    ),
];

/// Merges what two documents say about a type.
pub(super) fn join(first: TypeClaim<'_>, second: TypeClaim<'_>, known: &Meanings<'_>) -> Joined {
    let within = |wrap: fn(Box<Type>) -> Type, a: &Type, b: &Type| {
        let joined = join(TypeClaim { ty: a, ..first }, TypeClaim { ty: b, ..second }, known);
        Joined { ty: wrap(Box::new(joined.ty)), ..joined }
    };
    match (first.ty, second.ty) {
        (Type::List(a), Type::List(b)) => within(Type::List, a, b),
        (Type::Map(a), Type::Map(b)) => within(Type::Map, a, b),
        (Type::Nullable(a), Type::Nullable(b)) => within(Type::Nullable, a, b),
        (Type::Nullable(a), b) => within(Type::Nullable, a, b),
        (a, Type::Nullable(b)) => within(Type::Nullable, a, b),
        (a, b) => {
            let (side, clash) = decide(first, second, known);
            Joined { ty: if side == Side::First { a.clone() } else { b.clone() }, side, clash }
        }
    }
}

fn decide(first: TypeClaim<'_>, second: TypeClaim<'_>, known: &Meanings<'_>) -> (Side, bool) {
    let says_more = |a: TypeClaim<'_>, b: TypeClaim<'_>| gives_way(b, a.ty) || says_more(a.ty, b.ty, known);
    match (says_more(first, second), says_more(second, first)) {
        (false, true) => (Side::Second, false),
        (true, _) => (Side::First, false),
        (false, false) if first.ty == second.ty => (Side::First, false),
        (false, false) if accepts(second.ty, first.ty, known) => (Side::Second, true),
        (false, false) => (Side::First, true),
    }
}

fn gives_way(claim: TypeClaim<'_>, to: &Type) -> bool {
    let (Type::Scalar(from), Type::Scalar(to)) = (claim.ty, to) else { return false };
    GIVES_WAY.iter().any(|(why, given, others)| claim.assumed.contains(why) && given == from && others.contains(to))
}

/// Whether a type is a refinement of another one.
fn says_more(ty: &Type, than: &Type, known: &Meanings<'_>) -> bool {
    let meaning = |ty: &Type| if let Type::Model(name) = ty { known.of(name) } else { None };
    let is_any = |ty: &Type| *ty == Type::Scalar(Scalar::Any) || meaning(ty) == Some(Meaning::ANY);
    if is_any(ty) || is_any(than) {
        return !is_any(ty);
    }
    match (ty, than) {
        (Type::Scalar(a), Type::Scalar(b)) => REFINED.iter().any(|(from, more)| from == b && more.contains(a)),
        (Type::Model(name), _) => match (known.of(name), than) {
            (Some(Meaning::Values(of)), Type::Scalar(scalar)) => of == *scalar,
            (Some(Meaning::Object(_) | Meaning::Union(_)), Type::Map(item)) => is_any(item),
            (Some(Meaning::Type(target)), _) => !matches!(target, Type::Model(_)) && says_more(target, than, known),
            _ => false,
        },
        (_, Type::Model(name)) => match known.of(name) {
            // It is only a name for the type, without allowed values of its own.
            Some(Meaning::Type(target)) => {
                ty == target || !matches!(target, Type::Model(_)) && says_more(ty, target, known)
            }
            Some(_) => false,
            // No document describes the model.
            None => true,
        },
        _ => false,
    }
}

/// Whether a type accepts all values of another one.
fn accepts(ty: &Type, other: &Type, known: &Meanings<'_>) -> bool {
    match (ty, other) {
        (Type::Scalar(a), Type::Scalar(b)) => ACCEPTS.iter().any(|(wide, narrow)| wide == a && narrow.contains(b)),
        (Type::Model(a), Type::Model(b)) => known.of(a).is_some() && known.of(b).is_none(),
        _ => false,
    }
}
