//! How the values of one type relate to those of another.

use super::pairs::Pairs;
use crate::schema::{Assumption, Field, Scalar, Schema, Shape, Type, Values};

/// How a new type relates to an old one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    Same,
    /// Its values are some of the old ones.
    Narrowed,
    /// The old values are some of its own.
    Widened,
    Changed,
}

use Relation::{Changed, Narrowed, Same, Widened};

impl Relation {
    fn and(self, other: Self) -> Self {
        match (self, other) {
            (Same, other) => other,
            (own, Same) => own,
            (own, other) if own == other => own,
            _ => Changed,
        }
    }
}

/// The schemas that the types are of.
#[derive(Clone, Copy)]
pub(super) struct Types<'a> {
    pub(super) old: &'a Schema,
    pub(super) new: &'a Schema,
    pub(super) pairs: &'a Pairs<'a>,
}

impl<'a> Types<'a> {
    pub(super) fn relation(self, old: &'a Type, new: &'a Type) -> Relation {
        if self.is_same_name(old, new) {
            return Same;
        }
        let (old, was_nullable) = without_null(self.old, old);
        let (new, is_nullable) = without_null(self.new, new);
        let null = match (was_nullable, is_nullable) {
            (true, false) => Narrowed,
            (false, true) => Widened,
            _ => Same,
        };
        self.not_null(old, new).and(null)
    }

    /// How the types of two fields relate; whether they may be `null` is not considered.
    pub(super) fn of_fields(self, old: &'a Field, new: &'a Field) -> Relation {
        if self.is_same_name(&old.ty, &new.ty) {
            return Same;
        }
        self.not_null(without_null(self.old, &old.ty).0, without_null(self.new, &new.ty).0)
    }

    /// Whether two types are the same model, perhaps another name for a type. What changed about that, the model reports.
    pub(super) fn is_same_name(self, old: &Type, new: &Type) -> bool {
        match (old, new) {
            (Type::Model(old), Type::Model(new)) => self.pairs.new_name(old) == new,
            _ => false,
        }
    }

    fn not_null(self, old: &'a Type, new: &'a Type) -> Relation {
        match (old, new) {
            _ if self.is_same_name(old, new) => return Same,
            (Type::List(old), Type::List(new)) | (Type::Map(old), Type::Map(new)) => return self.relation(old, new),
            _ => {}
        }
        if holds(self.new, new, |member| self.relation(old, member) == Same) {
            return Widened;
        }
        if holds(self.old, old, |member| self.relation(member, new) == Same) {
            return Narrowed;
        }
        match (scalar(self.old, old), scalar(self.new, new)) {
            (Some(old), Some(new)) => scalars(old, new),
            (Some(Scalar::Any), None) => Narrowed,
            (None, Some(Scalar::Any)) => Widened,
            _ => Changed,
        }
    }
}

/// A type without `null`, and whether it has it.
pub(super) fn without_null<'a>(schema: &'a Schema, ty: &'a Type) -> (&'a Type, bool) {
    let mut target = schema.unaliased(ty);
    let mut is_nullable = false;
    while let Type::Nullable(item) = target {
        (target, is_nullable) = (schema.unaliased(item), true);
    }
    (target, is_nullable)
}

/// Whether a type is one of several types, one of which is such.
fn holds<'a>(schema: &'a Schema, ty: &'a Type, is_such: impl Fn(&'a Type) -> bool) -> bool {
    let Type::Model(name) = ty else { return false };
    match schema.models.get(name).map(|model| &model.shape) {
        Some(Shape::Union(union)) => {
            let members = union.members.iter().map(|member| &member.ty);
            // Unions can contain each other.
            members.filter(|member| !is_union(schema, member)).any(is_such)
        }
        _ => false,
    }
}

fn is_union(schema: &Schema, ty: &Type) -> bool {
    let Type::Model(name) = schema.unaliased(ty.innermost()) else { return false };
    matches!(schema.models.get(name).map(|model| &model.shape), Some(Shape::Union(_)))
}

/// What a value is, if it has no parts.
fn scalar(schema: &Schema, ty: &Type) -> Option<Scalar> {
    match ty {
        Type::Scalar(scalar) => Some(*scalar),
        Type::Model(name) => match schema.models.get(name).map(|model| &model.shape) {
            Some(Shape::Values { of, .. }) => Some(*of),
            // Nothing is known about a model without a document.
            _ => None,
        },
        _ => None,
    }
}

pub(super) fn scalars(old: Scalar, new: Scalar) -> Relation {
    match (contains(new, old), contains(old, new)) {
        (true, true) => Same,
        (true, false) => Widened,
        (false, true) => Narrowed,
        (false, false) => Changed,
    }
}

/// Whether every value of `part` is one of `whole`.
fn contains(whole: Scalar, part: Scalar) -> bool {
    use Scalar::{
        Any, Bytes, Date, DateOrDateTime, DateTime, Decimal, Duration, File, Float32, Float64, Int32, Int64, String,
        Time, Uint32, Uint64, Uri, Uuid,
    };
    whole == part
        || match whole {
            Any => true,
            String => matches!(part, DateTime | Date | DateOrDateTime | Time | Duration | Uuid | Uri | Bytes | File),
            File => part == String,
            DateOrDateTime => matches!(part, DateTime | Date),
            Int64 => matches!(part, Int32 | Uint32),
            Uint64 => part == Uint32,
            Float64 => matches!(part, Int32 | Int64 | Uint32 | Uint64 | Float32),
            Float32 => matches!(part, Int32 | Uint32),
            Decimal => matches!(part, Int32 | Int64 | Uint32 | Uint64 | Float32 | Float64),
            _ => false,
        }
}

/// The allowed values of a field, wherever they are described; and whether they are those of a model.
pub(super) fn values_of<'a>(schema: &'a Schema, field: &'a Field) -> Option<(&'a Values, bool)> {
    if let Some(values) = &field.values {
        return Some((values, false));
    }
    let (ty, _) = without_null(schema, field.ty.innermost());
    let Type::Model(name) = ty else { return None };
    match &schema.models.get(name)?.shape {
        Shape::Values { values, .. } => Some((values, true)),
        _ => None,
    }
}

/// Whether a rule that only one side needed explains why the types of a field differ.
pub(super) fn is_assumed(old: &Field, new: &Field) -> bool {
    let one_sided = |own: &Field, other: &Field| {
        own.assumed.iter().any(|assumed| !other.assumed.contains(assumed) && explains(*assumed, &old.ty, &new.ty))
    };
    one_sided(old, new) || one_sided(new, old)
}

fn explains(assumed: Assumption, old: &Type, new: &Type) -> bool {
    let are = |is_such: fn(Scalar) -> bool| {
        [old, new].iter().all(|ty| matches!(ty.innermost(), Type::Scalar(scalar) if is_such(*scalar)))
    };
    match assumed {
        Assumption::IntegerWidth => are(Scalar::is_integer),
        Assumption::FloatWidth | Assumption::MaybeInteger => are(Scalar::is_number),
        Assumption::FileAsText
        | Assumption::KeysAreText
        | Assumption::ItemsUnknown
        | Assumption::EmptyTable
        | Assumption::MixedTypes
        | Assumption::MaybeBoolean => true,
        _ => false,
    }
}
