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
    pub unknown_keys: UnknownKeys,
    /// The positions of the fields of which a value of the wrong kind is an error all the same.
    pub exact: &'static [usize],
    /// The positions of the fields that must be there.
    pub demanded: &'static [usize],
}

/// What becomes of a key that the document does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnknownKeys {
    /// It is kept, and written back.
    Keep,
    /// It is left out.
    Ignore,
    /// It is an error.
    Deny,
}

/// Takes every object, and loses nothing of it.
pub const TOTAL: Reading = Reading { strict: false, unknown_keys: UnknownKeys::Keep, exact: &[], demanded: &[] };

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
pub(super) const INDEXED: usize = 96;

impl Indexed {
    #[allow(clippy::cast_possible_truncation, reason = "there are fewer than 256")]
    #[inline]
    pub(super) const fn new(shape: Shape) -> Self {
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

/// The implementations of a model. The call names the model, its name in the documents and the traits that only some
/// models implement; how it is read, if not totally; the field for everything that its document does not describe;
/// what `new` takes; and for each field its key, its type in the terms of the documents, and its setter. All of it
/// is inline or generic, so that only what a program uses is compiled.
///
/// Traits that only some models implement are optional repetitions here rather than macros of their own, because
/// each call of a macro costs the compiler memory. Such a repetition needs a fragment to repeat: an empty visibility.
#[allow(unused_macros, reason = "there may be no models")]
macro_rules! model {
    (
        $model:ident as $name:literal:
        $(Default $default:vis,)? $(Eq $eq:vis,)? $(Hash $hash:vis,)? $(Copy $copy:vis,)?
        $(reading($($rule:ident: $setting:expr),*),)?
        $(extra: $extra:ident)? $(no $no:ident)? $(, new($($required:ident: $takes:ty),*))?;
        $($field:ident: $key:literal as $type:literal, $with:ident($arg:ty);)*
    ) => {
        impl $model {
            $(
                /// Creates a value from the fields that the document requires. The other fields are empty.
                #[allow(clippy::too_many_arguments, reason = "the document requires them")]
                #[allow(clippy::needless_update, reason = "the document may have no others")]
                pub fn new($($required: impl ::core::convert::Into<$takes>),*) -> Self {
                    Self {
                        $($required: support::machinery::hold($required),)*
                        ..support::machinery::Model::blank()
                    }
                }
            )?
            $(
                #[doc = ::core::concat!("Sets the field `", ::core::stringify!($field), "`.")]
                #[must_use]
                pub fn $with(mut self, value: impl ::core::convert::Into<$arg>) -> Self {
                    self.$field = support::machinery::hold(value);
                    self
                }
            )*
        }
        impl support::machinery::Model for $model {
            const SHAPE: support::machinery::Shape = support::machinery::Shape {
                name: $name,
                keys: &[$($key),*],
                types: &[$($type),*],
                reading: support::machinery::Reading { $($($rule: $setting,)*)? ..support::machinery::TOTAL },
            };
            #[inline]
            fn blank() -> Self {
                Self { $($field: support::machinery::Slot::blank(),)* $($extra: ::core::default::Default::default())? }
            }
            #[inline]
            fn visit(&self, visitor: &mut dyn support::machinery::Visit) {
                visitor.fields(
                    support::machinery::indexed::<Self>(),
                    &[$(support::machinery::Slot::view(&self.$field)),*],
                    $(&self.$extra)? $(&support::$no::default())?
                );
            }
            #[inline]
            fn visit_mut(&mut self, visitor: &mut dyn support::machinery::VisitMut) {
                visitor.fields(
                    support::machinery::indexed::<Self>(),
                    &mut [$(&mut self.$field),*],
                    $(&mut self.$extra)? $(&mut support::$no::default())?
                );
            }
        }
        impl<'de> ::serde::Deserialize<'de> for $model {
            #[inline]
            fn deserialize<D: ::serde::Deserializer<'de>>(deserializer: D) -> ::core::result::Result<Self, D::Error> {
                support::machinery::read(deserializer)
            }
        }
        impl ::serde::Serialize for $model {
            #[inline]
            fn serialize<S: ::serde::Serializer>(&self, serializer: S) -> ::core::result::Result<S::Ok, S::Error> {
                support::machinery::write(self, serializer)
            }
        }
        impl ::core::fmt::Debug for $model {
            #[inline]
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                support::machinery::debug(self, f)
            }
        }
        impl ::core::cmp::PartialEq for $model {
            #[inline]
            fn eq(&self, other: &Self) -> bool {
                support::machinery::same(self, other)
            }
        }
        $(
            $default impl ::core::default::Default for $model {
                #[inline]
                fn default() -> Self {
                    support::machinery::Model::blank()
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
                    support::machinery::Slot::view(self).feed(&mut state);
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
