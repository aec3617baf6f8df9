//! Which of two types of one field says more.

use codegen::schema::{Scalar, Type};

/// How two documents of one field stand to each other by its type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Relation {
    /// They say the same.
    Same,
    /// The first says all that the second does, and more.
    FirstMorePrecise,
    /// The second says all that the first does, and more.
    SecondMorePrecise,
    /// Each says something that the other one does not: both cannot be the whole truth.
    Contradict,
}

/// What a wider word takes: each of these could be written with it. It is complete: what a word of the list takes
/// is listed for those that take the word, too.
const TAKES: &[(Scalar, &[Scalar])] = &[
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

/// Compares two types by what they say. Models are told apart by name alone, so names have to be those of one
/// schema. That an item may be `null` is something said, which few documents can say; a hole says nothing.
pub fn relation(first: &Type, second: &Type) -> Relation {
    match (first, second) {
        _ if first == second => Relation::Same,
        (Type::List(a), Type::List(b)) | (Type::Map(a), Type::Map(b)) | (Type::Nullable(a), Type::Nullable(b)) => {
            relation(a, b)
        }
        _ if takes(second, first) => Relation::FirstMorePrecise,
        _ if takes(first, second) => Relation::SecondMorePrecise,
        _ => Relation::Contradict,
    }
}

/// Whether one type says no more than another one.
fn takes(wide: &Type, narrow: &Type) -> bool {
    match (wide, narrow) {
        (Type::Scalar(Scalar::Any) | Type::Unknown(_), _) => true,
        (Type::Scalar(wide), Type::Scalar(narrow)) => {
            wide == narrow || TAKES.iter().any(|it| it.0 == *wide && it.1.contains(narrow))
        }
        (Type::List(wide), Type::List(narrow))
        | (Type::Map(wide), Type::Map(narrow))
        | (Type::Nullable(wide), Type::Nullable(narrow)) => takes(wide, narrow),
        (wide, Type::Nullable(narrow)) => takes(wide, narrow),
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

    #[test]
    fn what_says_more_is_more_precise() {
        let [any, text, day] = [Scalar::Any, Scalar::String, Scalar::Date].map(Type::Scalar);
        let [long, int, float] = [Scalar::Int64, Scalar::Int32, Scalar::Float64].map(Type::Scalar);
        let model = |name: &str| Type::Model(ModelName(name.to_owned()));
        let nullable = |ty: &Type| Type::Nullable(Box::new(ty.clone()));
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
    fn the_order_of_scalars_is_complete() {
        for (wide, narrow) in TAKES {
            assert!(!narrow.contains(wide));
            for (_, further) in narrow.iter().flat_map(|it| TAKES.iter().filter(move |row| row.0 == *it)) {
                assert!(further.iter().all(|it| narrow.contains(it)), "{wide:?}");
            }
        }
    }
}
