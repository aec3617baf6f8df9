// What a model is to the reader and the writer: a row of slots with keys.

use std::ops::Deref;

use super::extra::Extra;
use super::patch::Patch;
use super::slot::{Found, Kind, Place, Slot, View};

/// An object with known fields. Each generated model is one, and by that a slot.
pub trait Model {
    /// What is known of the model before there is a value.
    const SHAPE: Shape;

    /// The model that holds nothing yet.
    fn blank() -> Self;

    /// Shows the fields, in the order of [`Shape::keys`], and what the document does not foresee.
    fn visit(&self, visitor: &mut dyn Visit);

    /// Opens the fields, in the order of [`Shape::keys`], and what the document does not foresee.
    fn visit_mut(&mut self, visitor: &mut dyn VisitMut);

    /// What the writer sees. A box shows what is in it, so that nothing is compiled for boxes.
    #[inline]
    fn fields(&self) -> &dyn Fields
    where
        Self: Sized,
    {
        self
    }

    /// What the reader sees.
    #[inline]
    fn fields_mut(&mut self) -> &mut dyn Fields
    where
        Self: Sized,
    {
        self
    }
}

/// What the reader and the writer see of a model, whichever it is.
pub trait Fields {
    /// What is known of the model before there is a value.
    fn shape(&self) -> &'static Indexed;

    /// See [`Model::visit`].
    fn visit(&self, visitor: &mut dyn Visit);

    /// See [`Model::visit_mut`].
    fn visit_mut(&mut self, visitor: &mut dyn VisitMut);
}

impl<M: Model> Fields for M {
    fn shape(&self) -> &'static Indexed {
        indexed::<M>()
    }

    fn visit(&self, visitor: &mut dyn Visit) {
        Model::visit(self, visitor);
    }

    fn visit_mut(&mut self, visitor: &mut dyn VisitMut) {
        Model::visit_mut(self, visitor);
    }
}

/// What is known of a model, with a table of its keys, which the compiler works out for the models that a program
/// uses.
#[inline]
pub fn indexed<M: Model>() -> &'static Indexed {
    const { &Indexed::new(M::SHAPE) }
}

/// Looks at the fields of a model. A trait of its own, because it compiles faster than a closure.
pub trait Visit {
    /// Does it.
    fn fields(&mut self, shape: &'static Indexed, fields: &[View<'_>], extra: &Extra);
}

/// Fills the fields of a model.
pub trait VisitMut {
    /// Does it.
    fn fields(&mut self, shape: &'static Indexed, fields: &mut [&mut dyn Slot], extra: &mut Extra);
}

/// What is known of a model before there is a value.
#[derive(Debug)]
pub struct Shape {
    /// Its name in the documents.
    pub name: &'static str,
    /// The keys of its fields in JSON.
    pub keys: &'static [&'static str],
    /// The types of its fields, in the words of the documents' corrections: `list[Segment]`.
    pub types: &'static [&'static str],
    /// How it is read.
    pub reading: Reading,
}

/// How a model is read.
#[derive(Debug)]
pub struct Reading {
    /// Whether a value of the wrong kind is an error. Otherwise it is kept, and the field is absent.
    pub strict: bool,
    /// What becomes of a key that the document does not have.
    pub unknown_keys: Foreign,
    /// The positions of the fields of which a value of the wrong kind is an error all the same.
    pub exact: &'static [usize],
    /// The positions of the fields that must be there.
    pub demanded: &'static [usize],
}

/// What becomes of a key that the document does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// It is kept, and written back.
    Keep,
    /// It is left out.
    Ignore,
    /// It is an error.
    Deny,
}

/// Takes every object, and loses nothing of it.
pub const TOTAL: Reading = Reading { strict: false, unknown_keys: Foreign::Keep, exact: &[], demanded: &[] };

/// A [`Shape`] with a hash table of its keys.
#[derive(Debug)]
pub struct Indexed {
    shape: Shape,
    /// The position of a key, plus one, is where [`start`] says or in one of the places behind, before the next
    /// zero.
    index: [u8; 128],
}

/// How many keys have room in an index and leave some, so that there is always a zero. Models with more are
/// rare, and their last keys are looked for one by one.
const INDEXED: usize = 96;

impl Indexed {
    #[allow(clippy::cast_possible_truncation, reason = "there are fewer than 256")]
    #[inline]
    const fn new(shape: Shape) -> Self {
        let mut index = [0; 128];
        let mut count = 0;
        while count < shape.keys.len() && count < INDEXED {
            let mut at = start(shape.keys[count].as_bytes());
            while index[at] != 0 {
                at = (at + 1) % index.len();
            }
            count += 1;
            index[at] = count as u8;
        }
        Self { shape, index }
    }

    /// The position of a key.
    #[inline]
    pub(super) fn find(&self, key: &str) -> Option<usize> {
        let mut at = start(key.as_bytes());
        while let Some(position) = usize::from(self.index[at]).checked_sub(1) {
            if self.keys[position] == key {
                return Some(position);
            }
            at = (at + 1) % self.index.len();
        }
        let rest = self.keys.get(INDEXED..)?;
        rest.iter().position(|it| *it == key).map(|it| it + INDEXED)
    }
}

impl Deref for Indexed {
    type Target = Shape;

    #[inline]
    fn deref(&self) -> &Shape {
        &self.shape
    }
}

/// Where to look for a key in an index. The ends and the length of the keys of a model tell most of them apart.
#[inline]
const fn start(key: &[u8]) -> usize {
    match key {
        [first, .., last] => (*first as usize * 3 + *last as usize * 5 + key.len() * 7) % 128,
        [only] => *only as usize % 128,
        [] => 0,
    }
}

impl<M: Model> Slot for M {
    #[inline]
    fn blank() -> Self {
        Model::blank()
    }

    fn fill(&mut self, found: Found<'_>) -> Place<'_> {
        match found {
            Found::Object => Place::Fields(self.fields_mut()),
            Found::Fitting => Place::Blank(self, Kind::Model),
            _ => Place::Refused,
        }
    }

    #[inline]
    fn view(&self) -> View<'_> {
        View::Fields(self.fields())
    }
}

/// A model in a box is one, too. Boxes of anything cannot be slots, because models are: anybody could make a
/// model of a box.
impl<M: Model> Model for Box<M> {
    const SHAPE: Shape = M::SHAPE;

    #[inline]
    fn blank() -> Self {
        Self::new(M::blank())
    }

    #[inline]
    fn visit(&self, visitor: &mut dyn Visit) {
        Model::visit(&**self, visitor);
    }

    #[inline]
    fn visit_mut(&mut self, visitor: &mut dyn VisitMut) {
        Model::visit_mut(&mut **self, visitor);
    }

    #[inline]
    fn fields(&self) -> &dyn Fields {
        (**self).fields()
    }

    #[inline]
    fn fields_mut(&mut self) -> &mut dyn Fields {
        (**self).fields_mut()
    }
}

/// A field that can be made from a value: as it is, or optional, or in a box.
pub trait Holder<T> {
    /// The field with the value in it.
    fn holding(value: T) -> Self;
}

/// The field with what becomes its value. One call for the compiler, of which there are as many as fields.
#[inline]
pub fn hold<T, F: Holder<T>>(value: impl Into<T>) -> F {
    F::holding(value.into())
}

impl<T> Holder<T> for T {
    #[inline]
    fn holding(value: T) -> Self {
        value
    }
}

impl<T> Holder<T> for Option<T> {
    #[inline]
    fn holding(value: T) -> Self {
        Some(value)
    }
}

impl<T> Holder<T> for Option<Box<T>> {
    #[inline]
    fn holding(value: T) -> Self {
        Some(Box::new(value))
    }
}

impl<T> Holder<T> for Patch<T> {
    #[inline]
    fn holding(value: T) -> Self {
        Self::Value(value)
    }
}

impl<T> Holder<T> for Patch<Box<T>> {
    #[inline]
    fn holding(value: T) -> Self {
        Self::Value(Box::new(value))
    }
}

impl<T> Holder<T> for Box<T> {
    #[inline]
    fn holding(value: T) -> Self {
        Self::new(value)
    }
}

/// The machinery of a model: how it is read, where it keeps what its document does not foresee, what it
/// requires, and a line per field with its name, its key, its type in the words of the documents, and its
/// setter. All of it is inline or generic, so that only what a program uses is compiled, and once.
///
/// What only some models have is repeated here as often as the model has it, once or never, and not made by a
/// macro of its own: each call of one costs the compiler memory, of which there would be several per model. An
/// ability has nothing to repeat but its name, so that a visibility goes with it, which is empty.
#[allow(unused_macros, reason = "there may be no models")]
macro_rules! model {
    (
        $model:ident $name:literal:
        $(Default $default:vis,)? $(Eq $eq:vis,)? $(Hash $hash:vis,)? $(Copy $copy:vis,)?
        reading $reading:expr, $(extra $extra:ident)? $(no $no:ident)?, new $(($($required:ident: $takes:ty),*))?;
        $($field:ident $key:literal $type:literal $with:ident($arg:ty),)*
    ) => {
        impl $model {
            $(
                /// A value with what the document requires.
                #[allow(clippy::too_many_arguments, reason = "the document requires them")]
                #[allow(clippy::needless_update, reason = "the document may have no others")]
                pub fn new($($required: impl ::core::convert::Into<$takes>),*) -> Self {
                    Self {
                        $($required: support::hold($required),)*
                        ..support::Model::blank()
                    }
                }
            )?
            $(
                /// Sets the field of this name.
                #[must_use]
                pub fn $with(mut self, value: impl ::core::convert::Into<$arg>) -> Self {
                    self.$field = support::hold(value);
                    self
                }
            )*
        }
        impl support::Model for $model {
            const SHAPE: support::Shape =
                support::Shape { name: $name, keys: &[$($key),*], types: &[$($type),*], reading: $reading };
            #[inline]
            fn blank() -> Self {
                Self { $($field: support::Slot::blank(),)* $($extra: ::core::default::Default::default())? }
            }
            #[inline]
            fn visit(&self, visitor: &mut dyn support::Visit) {
                let fields = &[$(support::Slot::view(&self.$field)),*];
                visitor.fields(support::indexed::<Self>(), fields, $(&self.$extra)? $(&support::$no::default())?);
            }
            #[inline]
            fn visit_mut(&mut self, visitor: &mut dyn support::VisitMut) {
                let fields: &mut [&mut dyn support::Slot] = &mut [$(&mut self.$field),*];
                visitor.fields(support::indexed::<Self>(), fields, $(&mut self.$extra)? $(&mut support::$no::default())?);
            }
        }
        impl<'de> ::serde::Deserialize<'de> for $model {
            #[inline]
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                support::read(deserializer)
            }
        }
        impl ::serde::Serialize for $model {
            #[inline]
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                support::write(self, serializer)
            }
        }
        impl ::core::fmt::Debug for $model {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                support::debug(self, f)
            }
        }
        impl ::core::cmp::PartialEq for $model {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                support::same(self, other)
            }
        }
        $(
            $default impl ::core::default::Default for $model {
                #[inline]
                fn default() -> Self {
                    support::Model::blank()
                }
            }
        )?
        $(
            $eq impl ::core::cmp::Eq for $model {}
        )?
        $(
            $hash impl ::core::hash::Hash for $model {
                #[inline]
                fn hash<H: ::core::hash::Hasher>(&self, mut state: &mut H) {
                    support::Slot::view(self).feed(&mut state);
                }
            }
        )?
        $(
            $copy impl ::core::marker::Copy for $model {}
        )?
    };
}
#[allow(unused_imports, reason = "there may be no models")]
pub(crate) use model;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_found_and_no_other() {
        for count in [0, 1, 2, INDEXED, INDEXED + 1, 300] {
            // All of one length and with the same ends, so that they want the same place.
            let names = (0..count).map(|it| &*format!("a{it:03}z").leak());
            let keys: &[&str] = names.collect::<Vec<_>>().leak();
            let shape = Indexed::new(Shape { name: "Tag", keys, types: &[], reading: TOTAL });
            for (position, key) in keys.iter().enumerate() {
                assert_eq!(shape.find(key), Some(position), "{key} of {count}");
            }
            for other in ["", "a", "az", "a300z", "z"] {
                assert_eq!(shape.find(other), None, "{other} of {count}");
            }
        }
        let odd = Indexed::new(Shape { name: "Tag", keys: &["", "a", "é"], types: &[], reading: TOTAL });
        assert_eq!(["", "a", "é", "e"].map(|it| odd.find(it)), [Some(0), Some(1), Some(2), None]);
    }
}
