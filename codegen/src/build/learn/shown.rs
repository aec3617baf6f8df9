//! What samples show in one place of a schema, and the type that takes all of it.

use std::collections::BTreeSet;

use super::scalars::{Number, is_date, is_date_time};
use crate::read::samples::json::{Json, Value};
use crate::schema::{Scalar, Type};

/// What samples show of the values in one place.
#[derive(Clone, Debug, Default)]
pub(super) struct Shown<'a> {
    /// The values that are `null`.
    pub nulls: usize,
    /// The values that are not of the documented type.
    pub misfits: usize,
    booleans: usize,
    integers: Option<(i128, i128)>,
    huge: usize,
    fractions: usize,
    texts: usize,
    dates: usize,
    date_times: usize,
    lists: usize,
    /// The objects whose type no document gives.
    objects: Vec<&'a Json>,
    /// The objects whose type a document gives.
    typed_objects: usize,
    /// The items of all lists.
    pub items: Option<Box<Self>>,
    /// The values of all objects that are maps.
    pub entries: Option<Box<Self>>,
}

/// Chooses the type of objects; `None` where no model has exactly their form.
pub(super) trait Models<'a> {
    /// The model that all of these objects are, if exactly one is.
    fn model_of(&self, objects: &[&'a Json], hint: Option<&Type>) -> Option<Type>;
}

impl<'a> Shown<'a> {
    /// Adds a value of a known type. What it contains is added by the caller.
    pub(super) fn add_outer(&mut self, json: &'a Json) {
        match &json.value {
            Value::Null => self.nulls += 1,
            Value::Boolean(_) => self.booleans += 1,
            Value::Number(text) => self.add_number(Number::new(text)),
            Value::Text(text) => {
                self.texts += 1;
                self.dates += usize::from(is_date(text));
                self.date_times += usize::from(is_date_time(text));
            }
            Value::List(_) => self.lists += 1,
            Value::Object(_) => self.typed_objects += 1,
        }
    }

    /// Adds a value of an unknown type with all that it contains.
    pub(super) fn add_whole(&mut self, json: &'a Json) {
        match &json.value {
            Value::Object(_) => self.objects.push(json),
            _ => self.add_outer(json),
        }
        for item in json.items() {
            self.items.get_or_insert_default().add_whole(item);
        }
    }

    fn add_number(&mut self, number: Number) {
        match number {
            Number::Integer(it) => {
                let (min, max) = self.integers.unwrap_or((it, it));
                self.integers = Some((min.min(it), max.max(it)));
            }
            Number::Huge => self.huge += 1,
            Number::Fraction => self.fractions += 1,
        }
    }

    /// The documented type where all values are of it, and otherwise one that all are of.
    pub(super) fn fitted(&self, documented: &Type, models: &dyn Models<'a>) -> Type {
        if self.misfits > 0 {
            return self.inferred(Some(documented), models);
        }
        let inner = |part: &Option<Box<Self>>, item: &Type| match part {
            Some(part) => Box::new(part.fitted_item(item, models)),
            None => Box::new(item.clone()),
        };
        match documented {
            Type::List(item) => Type::List(inner(&self.items, item)),
            Type::Map(item) => Type::Map(inner(&self.entries, item)),
            Type::Nullable(item) => Type::Nullable(Box::new(self.fitted(item, models))),
            Type::Scalar(_) | Type::Model(_) | Type::Unknown(_) => documented.clone(),
        }
    }

    /// The type of an item, which may be `null` if one is.
    fn fitted_item(&self, documented: &Type, models: &dyn Models<'a>) -> Type {
        nullable_if(self.nulls > 0, self.fitted(documented, models))
    }

    /// The narrowest type that takes all values; `hint` is what a document says.
    pub(super) fn inferred(&self, hint: Option<&Type>, models: &dyn Models<'a>) -> Type {
        let has_objects = !self.objects.is_empty() || self.typed_objects > 0;
        let has_numbers = self.integers.is_some() || self.huge > 0 || self.fractions > 0;
        let kinds = [self.booleans > 0, has_numbers, self.texts > 0, self.lists > 0, has_objects];
        match kinds {
            [true, false, false, false, false] => Type::Scalar(Scalar::Boolean),
            [false, true, false, false, false] => Type::Scalar(self.number()),
            [false, false, true, false, false] => Type::Scalar(self.text()),
            [false, false, false, true, false] => {
                let item = |items: &Self| nullable_if(items.nulls > 0, items.inferred(hint, models));
                let item = self.items.as_ref().map_or(Type::Scalar(Scalar::Any), |items| item(items));
                Type::List(Box::new(item))
            }
            [false, false, false, false, true] if self.typed_objects == 0 => {
                let any = || Type::Map(Box::new(Type::Scalar(Scalar::Any)));
                models.model_of(&self.objects, hint.map(Type::innermost)).unwrap_or_else(any)
            }
            _ => Type::Scalar(Scalar::Any),
        }
    }

    fn number(&self) -> Scalar {
        match self.integers {
            _ if self.huge > 0 => Scalar::Decimal,
            Some((min, max)) if self.fractions > 0 && (min < -(1 << 53) || max > 1 << 53) => Scalar::Decimal,
            _ if self.fractions > 0 => Scalar::Float64,
            Some((min, max)) if min >= i64::MIN.into() && max <= i64::MAX.into() => Scalar::Int64,
            Some((min, max)) if min >= 0 && max <= u64::MAX.into() => Scalar::Uint64,
            Some(_) | None => Scalar::Decimal,
        }
    }

    fn text(&self) -> Scalar {
        match self.texts {
            texts if texts == self.date_times => Scalar::DateTime,
            texts if texts == self.dates => Scalar::Date,
            texts if texts == self.dates + self.date_times => Scalar::DateOrDateTime,
            _ => Scalar::String,
        }
    }

    /// The kinds of the values, in words for a message.
    pub(super) fn kinds(&self) -> Vec<&'static str> {
        let has_numbers = self.integers.is_some() || self.huge > 0 || self.fractions > 0;
        let has_objects = !self.objects.is_empty() || self.typed_objects > 0;
        let kinds = [
            (self.booleans > 0, "booleans"),
            (has_numbers, "numbers"),
            (self.texts > 0, "texts"),
            (self.lists > 0, "lists"),
            (has_objects, "objects"),
        ];
        kinds.into_iter().filter(|(is_shown, _)| *is_shown).map(|(_, kind)| kind).collect()
    }

    /// The types of all values, one per kind: what a union would have to have as further members.
    pub(super) fn members(&self) -> Vec<Type> {
        let mut members = BTreeSet::new();
        if self.booleans > 0 {
            members.insert(Type::Scalar(Scalar::Boolean));
        }
        if self.integers.is_some() || self.huge > 0 || self.fractions > 0 {
            members.insert(Type::Scalar(self.number()));
        }
        if self.texts > 0 {
            members.insert(Type::Scalar(Scalar::String));
        }
        if self.lists > 0 {
            members.insert(Type::List(Box::new(Type::Scalar(Scalar::Any))));
        }
        if !self.objects.is_empty() || self.typed_objects > 0 {
            members.insert(Type::Map(Box::new(Type::Scalar(Scalar::Any))));
        }
        members.into_iter().collect()
    }
}

fn nullable_if(is_nullable: bool, ty: Type) -> Type {
    match ty {
        Type::Nullable(_) | Type::Scalar(Scalar::Any) => ty,
        ty if is_nullable => Type::Nullable(Box::new(ty)),
        ty => ty,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::samples::json;

    struct Nobody;

    impl Models<'_> for Nobody {
        fn model_of(&self, _: &[&Json], _: Option<&Type>) -> Option<Type> {
            None
        }
    }

    #[test]
    fn the_narrowest_type_that_takes_all_is_inferred() {
        let cases = [
            ("[true]", "boolean"),
            ("[1, -2147483649]", "int64"),
            ("[1, 18446744073709551615]", "uint64"),
            ("[-1, 18446744073709551615]", "decimal"),
            ("[1, 1.5]", "float64"),
            ("[1.5, 9007199254740993]", "decimal"),
            (r#"["2021-04-30"]"#, "date"),
            (r#"["2021-04-30T10:00:00Z"]"#, "datetime"),
            (r#"["2021-04-30", "2021-04-30T10:00:00Z"]"#, "date-or-datetime"),
            (r#"["2021-04-30", "x"]"#, "string"),
            (r#"["x", 1]"#, "any"),
            ("[[1], [null]]", "list[nullable[int64]]"),
            ("[[]]", "list[any]"),
            ("[{}]", "map[any]"),
            ("[{}, []]", "any"),
            ("[null]", "any"),
        ];
        for (texts, expected) in cases {
            let json = json::read(texts).expect(texts);
            let mut shown = Shown::default();
            for item in json.items() {
                shown.add_whole(item);
            }
            assert_eq!(shown.inferred(None, &Nobody).to_string(), expected, "{texts}");
        }
    }
}
