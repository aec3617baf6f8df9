//! Which of two types says more, and which cannot both be true.

use super::Known;
use crate::schema::{Assumption, Field, Scalar, Shape, Type, Union};

/// A type and what it stands on.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Claim<'a> {
    /// The type.
    pub ty: &'a Type,
    /// What a rule decided of it.
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

/// What two claims say together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Joined {
    /// The type.
    pub ty: Type,
    /// Whose it is; the first one's if both say the same.
    pub side: Side,
    /// Whether they cannot both be true.
    pub clash: bool,
}

/// What the name of a model stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stands<'a> {
    /// An object with these fields.
    Object(&'a [Field]),
    /// One of the known values of this kind.
    Values(Scalar),
    /// One of several types.
    Union(&'a Union),
    /// Another type.
    Type(&'a Type),
}

impl<'a> Stands<'a> {
    /// What says nothing.
    pub(super) const ANY: Self = Self::Type(&Type::Scalar(Scalar::Any));

    /// What a shape is.
    pub(super) fn of(shape: &'a Shape) -> Self {
        match shape {
            Shape::Object(fields) => Self::Object(fields),
            Shape::Values { of, .. } => Self::Values(*of),
            Shape::Union(union) => Self::Union(union),
            Shape::Alias(ty) => Self::Type(ty),
        }
    }
}

/// The scalars of which the second says all that the first one says, and more. Many dialects have no word
/// for the second.
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

/// The scalars that are only assumed, and what they give way to.
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

/// The scalars that take all that others take.
static TAKES: &[(Scalar, &[Scalar])] = &[
    (Scalar::Int64, &[Scalar::Int32, Scalar::Uint32]),
    (Scalar::Uint64, &[Scalar::Uint32]),
    (Scalar::Float32, &[Scalar::Int32, Scalar::Uint32]),
    (Scalar::Float64, &[Scalar::Float32, Scalar::Int32, Scalar::Uint32, Scalar::Int64, Scalar::Uint64]),
    (
        Scalar::Decimal,
        &[Scalar::Float64, Scalar::Float32, Scalar::Int32, Scalar::Uint32, Scalar::Int64, Scalar::Uint64],
    ),
];

/// What two documents say together about a type.
pub(super) fn join(first: Claim<'_>, second: Claim<'_>, known: &Known<'_>) -> Joined {
    let within = |wrap: fn(Box<Type>) -> Type, a: &Type, b: &Type| {
        let joined = join(Claim { ty: a, ..first }, Claim { ty: b, ..second }, known);
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

fn decide(first: Claim<'_>, second: Claim<'_>, known: &Known<'_>) -> (Side, bool) {
    let says_more = |a: Claim<'_>, b: Claim<'_>| gives_way(b, a.ty) || says_more(a.ty, b.ty, known);
    match (says_more(first, second), says_more(second, first)) {
        (false, true) => (Side::Second, false),
        (true, _) => (Side::First, false),
        (false, false) if first.ty == second.ty => (Side::First, false),
        (false, false) if takes(second.ty, first.ty, known) => (Side::Second, true),
        (false, false) => (Side::First, true),
    }
}

fn gives_way(claim: Claim<'_>, to: &Type) -> bool {
    let (Type::Scalar(from), Type::Scalar(to)) = (claim.ty, to) else { return false };
    GIVES_WAY.iter().any(|(why, given, others)| claim.assumed.contains(why) && given == from && others.contains(to))
}

/// Whether a type says more than another one that is as true.
fn says_more(ty: &Type, than: &Type, known: &Known<'_>) -> bool {
    let stands = |ty: &Type| if let Type::Model(name) = ty { known.stands(name) } else { None };
    let is_any = |ty: &Type| *ty == Type::Scalar(Scalar::Any) || stands(ty) == Some(Stands::ANY);
    if is_any(ty) || is_any(than) {
        return !is_any(ty);
    }
    match (ty, than) {
        (Type::Scalar(a), Type::Scalar(b)) => REFINED.iter().any(|(it, more)| it == b && more.contains(a)),
        (Type::Model(name), _) => match (known.stands(name), than) {
            (Some(Stands::Values(of)), Type::Scalar(scalar)) => of == *scalar,
            (Some(Stands::Object(_) | Stands::Union(_)), Type::Map(item)) => is_any(item),
            (Some(Stands::Type(target)), _) => !matches!(target, Type::Model(_)) && says_more(target, than, known),
            _ => false,
        },
        (_, Type::Model(name)) => match known.stands(name) {
            // Only a name for it, which cannot have known values of its own.
            Some(Stands::Type(target)) => {
                ty == target || !matches!(target, Type::Model(_)) && says_more(ty, target, known)
            }
            Some(_) => false,
            // Nobody says what the name stands for.
            None => true,
        },
        _ => false,
    }
}

/// Whether a type takes all values of another one.
fn takes(ty: &Type, other: &Type, known: &Known<'_>) -> bool {
    match (ty, other) {
        (Type::Scalar(a), Type::Scalar(b)) => TAKES.iter().any(|(it, others)| it == a && others.contains(b)),
        (Type::Model(a), Type::Model(b)) => known.stands(a).is_some() && known.stands(b).is_none(),
        _ => false,
    }
}
