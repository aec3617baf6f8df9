//! Which of two types of one field is more precise.

use codegen::schema::{Scalar, Type};

/// How the types of one field in two documents relate to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// They are the same.
    Same,
    /// The first states everything that the second states, and more.
    FirstMorePrecise,
    /// The second states everything that the first states, and more.
    SecondMorePrecise,
    /// Each excludes what the other one states.
    Contradict,
}

/// The narrower scalars that a dialect may write as a wider one. The lists are transitive: they include the narrower
/// scalars of their elements.
const NARROWER: &[(Scalar, &[Scalar])] = &[
    (
        Scalar::String,
        &[
            Scalar::DateOrDateTime,
            Scalar::DateTime,
            Scalar::Date,
            Scalar::Time,
            Scalar::Duration,
            Scalar::Uuid,
            Scalar::Uri,
            Scalar::Bytes,
            Scalar::File,
        ],
    ),
    (Scalar::DateOrDateTime, &[Scalar::DateTime, Scalar::Date]),
    (
        Scalar::Decimal,
        &[Scalar::Float64, Scalar::Float32, Scalar::Int64, Scalar::Int32, Scalar::Uint64, Scalar::Uint32],
    ),
    (Scalar::Float64, &[Scalar::Float32, Scalar::Int64, Scalar::Int32, Scalar::Uint64, Scalar::Uint32]),
    (Scalar::Int64, &[Scalar::Int32, Scalar::Uint32]),
    (Scalar::Uint64, &[Scalar::Uint32]),
];

/// Compares two types. Models are compared by name, so the names must come from one schema. A nullable item is more
/// precise than a plain one, because few dialects can express it; an unknown type is wider than all others.
pub fn relation(first: &Type, second: &Type) -> Relation {
    match (first, second) {
        _ if first == second => Relation::Same,
        (Type::List(a), Type::List(b)) | (Type::Map(a), Type::Map(b)) | (Type::Nullable(a), Type::Nullable(b)) => {
            relation(a, b)
        }
        _ if includes(second, first) => Relation::FirstMorePrecise,
        _ if includes(first, second) => Relation::SecondMorePrecise,
        _ => Relation::Contradict,
    }
}

/// Whether a type includes everything that another one states.
fn includes(wide: &Type, narrow: &Type) -> bool {
    match (wide, narrow) {
        (Type::Scalar(Scalar::Any) | Type::Unknown(_), _) => true,
        (Type::Scalar(wide), Type::Scalar(narrow)) => {
            wide == narrow || NARROWER.iter().any(|(scalar, narrower)| scalar == wide && narrower.contains(narrow))
        }
        (Type::List(wide), Type::List(narrow))
        | (Type::Map(wide), Type::Map(narrow))
        | (Type::Nullable(wide), Type::Nullable(narrow)) => includes(wide, narrow),
        (wide, Type::Nullable(narrow)) => includes(wide, narrow),
        _ => wide == narrow,
    }
}

#[cfg(test)]
mod tests {
    use codegen::schema::ModelName;

    use super::*;

    fn list(item: Type) -> Type {
        Type::List(Box::new(item))
    }

    fn nullable(ty: &Type) -> Type {
        Type::Nullable(Box::new(ty.clone()))
    }

    fn model(name: &str) -> Type {
        Type::Model(ModelName(name.to_owned()))
    }

    #[test]
    fn narrower_types_are_more_precise() {
        let [any, text, day] = [Scalar::Any, Scalar::String, Scalar::Date].map(Type::Scalar);
        let [long, int, float] = [Scalar::Int64, Scalar::Int32, Scalar::Float64].map(Type::Scalar);
        let cases = [
            (&day, &text, Relation::FirstMorePrecise),
            (&long, &int, Relation::SecondMorePrecise),
            (&float, &int, Relation::SecondMorePrecise),
            (&text, &int, Relation::Contradict),
            (&model("A"), &any, Relation::FirstMorePrecise),
            (&model("A"), &model("A"), Relation::Same),
            (&model("A"), &model("B"), Relation::Contradict),
            (&list(day.clone()), &list(any.clone()), Relation::FirstMorePrecise),
            (&list(nullable(&day)), &list(text.clone()), Relation::FirstMorePrecise),
            (&list(nullable(&text)), &list(day.clone()), Relation::Contradict),
        ];
        for (first, second, wanted) in cases {
            assert_eq!(relation(first, second), wanted, "{first} {second}");
        }
    }

    #[test]
    fn narrower_scalars_are_transitive() {
        for (wide, narrower) in NARROWER {
            assert!(!narrower.contains(wide));
            for (_, narrowest) in NARROWER.iter().filter(|(scalar, _)| narrower.contains(scalar)) {
                assert!(narrowest.iter().all(|scalar| narrower.contains(scalar)), "{wide:?}");
            }
        }
    }
}
