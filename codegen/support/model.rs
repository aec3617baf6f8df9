// Models as the reader and the writer see them: a sequence of slots with keys.

use std::ops::Deref;

use super::extra::Extra;
use super::part::PartKind;
use super::slot::{Found, Kind, Place, Slot, View};

/// An object with known fields. Every generated model implements it.
pub trait Model: PartialEq {
    /// The model without a value.
    const SHAPE: Shape;

    /// The model without any values.
    fn blank() -> Self;

    /// Passes the fields, in the order of [`Shape::keys`], and the undocumented values to a visitor.
    fn visit(&self, visitor: &mut dyn Visit);

    /// Passes the fields, in the order of [`Shape::keys`], and the undocumented values to a visitor.
    fn visit_mut(&mut self, visitor: &mut dyn VisitMut);
}

/// Any model, as the reader and the writer see it.
pub trait Fields {
    /// The model without a value.
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

/// The shape of a model with a table of its keys, which the compiler computes for the models that a program uses.
#[inline]
pub fn indexed<M: Model>() -> &'static Indexed {
    const { &Indexed::new(M::SHAPE) }
}

/// Reads the fields of a model. It is a trait because it compiles faster than a closure.
pub trait Visit {
    /// Visits the fields.
    fn fields(&mut self, shape: &'static Indexed, fields: &[View<'_>], extra: &Extra);
}

/// Changes the fields of a model.
pub trait VisitMut {
    /// Visits the fields.
    fn fields(&mut self, shape: &'static Indexed, fields: &mut [&mut dyn Slot], extra: &mut Extra);
}

/// A model without a value.
#[derive(Debug)]
pub struct Shape {
    /// Its name in the documents.
    pub name: &'static str,
    /// The keys of its fields in JSON.
    pub keys: &'static [&'static str],
    /// The types of its fields, in the terms of corrections: `list[Segment]`.
    pub types: &'static [&'static str],
    /// How it is read.
    pub reading: Reading,
}

/// How a model is read.
#[derive(Debug)]
pub struct Reading {
    /// Whether a value of the wrong type is an error. Otherwise it is kept, and the field is absent.
    pub strict: bool,
    /// What happens to unknown keys.
    pub unknown_keys: UnknownKeys,
    /// The positions of the fields for which a value of the wrong type is an error although the model is not strict.
    pub exact: &'static [usize],
    /// The positions of the fields that must be present.
    pub demanded: &'static [usize],
    /// The keys that are assumptions.
    pub guessed: Guessed,
    /// The positions of the fields that are written as `null` if they have no value.
    pub as_null: &'static [usize],
    /// The positions of the fields that are written as `null` if they were read from it. Without a value, others are not
    /// written.
    pub keeps_null: &'static [usize],
    /// The positions of the fields whose integers are written as text. They are read from text and from numbers.
    pub texts: &'static [usize],
}

impl Reading {
    /// Whether the model has a place for what its document does not describe.
    pub(super) fn has_extra(&self) -> bool {
        !self.strict || self.unknown_keys == UnknownKeys::Keep
    }
}

impl Reading {
    /// Whether all fields are read alike: any value is kept, integers are numbers, and `null` means nothing.
    #[inline]
    pub(super) fn is_plain(&self) -> bool {
        !self.strict && self.exact.is_empty() && self.texts.is_empty() && self.keeps_null.is_empty()
    }
}

/// The keys of a model that are assumptions, because its documents show names in another case than that of JSON. Such
/// a key is read from other spellings, too: those that differ only in case, `_` and `-`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guessed {
    /// None of them.
    None,
    /// Those of the fields at these positions.
    These(&'static [usize]),
    /// All of them.
    All,
}

/// What happens to unknown keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnknownKeys {
    /// They are kept and written back.
    Keep,
    /// They are ignored.
    Ignore,
    /// They are an error.
    Deny,
}

/// Total reading: accepts every object and loses nothing of it.
pub const TOTAL: Reading = Reading {
    strict: false,
    unknown_keys: UnknownKeys::Keep,
    exact: &[],
    demanded: &[],
    guessed: Guessed::None,
    as_null: &[],
    keeps_null: &[],
    texts: &[],
};

/// A [`Shape`] with a hash table of its keys.
#[derive(Debug)]
pub struct Indexed {
    shape: Shape,
    /// Open addressing: the position of a key, plus one, is at the index that [`start`] returns or after it, before the
    /// next zero.
    index: [u8; 128],
}

/// The number of keys in the table. It is smaller than the table, so that there is always a zero. Models with more keys
/// are rare; their last keys are compared one by one.
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
        rest.iter().position(|other| *other == key).map(|position| position + INDEXED)
    }

    /// The position of the assumed key that this is another spelling of, unless other fields have similar keys.
    pub(super) fn find_similar(&self, key: &str) -> Option<usize> {
        let reading = &self.reading;
        if reading.guessed == Guessed::None {
            return None;
        }
        let mut similar = self.keys.iter().enumerate().filter(|(_, own)| is_similar(own, key));
        let (position, _) = similar.next()?;
        let guessed = match reading.guessed {
            Guessed::None => false,
            Guessed::These(positions) => positions.contains(&position),
            Guessed::All => true,
        };
        (guessed && similar.next().is_none()).then_some(position)
    }

    /// The position of a key, or of the assumed key that it is another spelling of.
    pub(super) fn find_or_similar(&self, key: &str) -> Option<usize> {
        self.find(key).or_else(|| self.find_similar(key))
    }
}

/// Whether two keys differ at most in case, `_` and `-`.
fn is_similar(a: &str, b: &str) -> bool {
    letters(a).eq(letters(b))
}

fn letters(key: &str) -> impl Iterator<Item = char> + '_ {
    key.chars().filter(|letter| !matches!(letter, '_' | '-')).flat_map(char::to_lowercase)
}

impl Deref for Indexed {
    type Target = Shape;

    #[inline]
    fn deref(&self) -> &Shape {
        &self.shape
    }
}

/// The hash of a key. The first and the last byte and the length distinguish most keys of a model.
#[inline]
const fn start(key: &[u8]) -> usize {
    match key {
        [first, .., last] => (*first as usize * 3 + *last as usize * 5 + key.len() * 7) % 128,
        [only] => *only as usize % 128,
        [] => 0,
    }
}

/// How models are slots.
#[derive(Debug)]
pub struct AsModel;

impl<M: Model> PartKind<M> for AsModel {
    #[inline]
    fn blank() -> M {
        M::blank()
    }

    fn fill<'a>(model: &'a mut M, found: Found<'_>) -> Place<'a>
    where
        M: Slot,
    {
        match found {
            Found::Object => Place::Fields(model),
            Found::Fitting => Place::Blank(model, Kind::Model),
            _ => Place::Refused,
        }
    }

    #[inline]
    fn view(model: &M) -> View<'_> {
        View::Fields(model)
    }
}

/// The implementations of a model. The call names the model, its name in the documents and the traits that only some
/// models implement; how it is read, if not totally; the field for everything that its document does not describe;
/// the struct that `new` takes, with its fields; and for each field the documentation of its setter, its key, its type
/// in the terms of the documents, its setter, and whether it is deprecated. The setter names the type of the value, in
/// parentheses if it takes an `Option` of it, too. All of it is inline or generic, so that only what a program uses is
/// compiled.
///
/// Traits that only some models implement are optional repetitions here rather than macros of their own, because
/// each call of a macro costs the compiler memory. Such a repetition needs a fragment to repeat: an empty visibility.
#[allow(unused_macros, reason = "there may be no models")]
macro_rules! model {
    (
        $model:ident as $name:literal:
        $(Default $default:vis,)? $(Copy $copy:vis,)?
        $(reading($($rule:ident: $setting:expr),*),)?
        $(extra: $extra:ident)? $(no $no:ident)? $(, new($new:ident: $($required:ident),*))?;
        $(
            $(#[doc = $doc:literal])*
            $field:ident: $key:literal as $type:literal, $with:ident $(($arg:ty))? $([$whole:ty])? $($deprecated:ident)?;
        )*
    ) => {
        #[allow(deprecated, reason = "the document may deprecate fields")]
        impl $model {
            $(
                /// Creates a value from what its document requires. The other fields are empty.
                #[allow(clippy::needless_update, reason = "the document may have no other fields")]
                #[inline]
                #[must_use]
                pub fn new(required: $new) -> Self {
                    Self {
                        $($required: support::machinery::Holder::holding(required.$required),)*
                        ..support::machinery::Model::blank()
                    }
                }
            )?
            $(
                $(#[doc = $doc])*
                #[must_use]
                $(#[$deprecated])?
                $(
                    pub fn $with<const IS_OPTION: ::core::primitive::bool>(
                        mut self,
                        value: impl support::IntoOption<$arg, { IS_OPTION }>,
                    ) -> Self {
                        self.$field = support::machinery::hold_option(value);
                        self
                    }
                )?
                $(
                    pub fn $with(mut self, value: impl ::core::convert::Into<$whole>) -> Self {
                        self.$field = support::machinery::hold(value);
                        self
                    }
                )?
            )*
        }
        #[allow(deprecated, reason = "the document may deprecate fields")]
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
                support::machinery::Visit::fields(
                    visitor,
                    support::machinery::indexed::<Self>(),
                    &[$(support::machinery::Slot::view(&self.$field)),*],
                    $(&self.$extra)? $(&<support::$no as ::core::default::Default>::default())?
                );
            }
            #[inline]
            fn visit_mut(&mut self, visitor: &mut dyn support::machinery::VisitMut) {
                support::machinery::VisitMut::fields(
                    visitor,
                    support::machinery::indexed::<Self>(),
                    &mut [$(&mut self.$field),*],
                    $(&mut self.$extra)? $(&mut <support::$no as ::core::default::Default>::default())?
                );
            }
        }
        impl support::machinery::Part for $model {
            type Kind = support::machinery::AsModel;
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
        #[allow(deprecated, reason = "the document may deprecate fields")]
        impl ::core::cmp::PartialEq for $model {
            #[allow(unused_variables, reason = "there may be no fields")]
            #[inline]
            fn eq(&self, other: &Self) -> ::core::primitive::bool {
                true $(&& support::machinery::Slot::same(&self.$field, &other.$field))*
                    $(&& self.$extra == other.$extra)?
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
        // Otherwise the compiler would look for it through all types of fields, and give up where models nest deep.
        impl ::core::panic::UnwindSafe for $model {}
        impl ::core::panic::RefUnwindSafe for $model {}
        impl ::core::cmp::Eq for $model {}
        impl ::core::cmp::PartialOrd for $model {
            #[inline]
            fn partial_cmp(&self, other: &Self) -> ::core::option::Option<::core::cmp::Ordering> {
                support::machinery::order_partly(self, other)
            }
        }
        impl ::core::cmp::Ord for $model {
            #[inline]
            fn cmp(&self, other: &Self) -> ::core::cmp::Ordering {
                support::machinery::order(self, other)
            }
        }
        impl support::Inspect for $model {
            #[inline]
            fn report_to(&self, report: &mut support::Report) {
                support::Report::view(report, support::machinery::Slot::view(self));
            }
        }
        impl ::core::hash::Hash for $model {
            #[inline]
            fn hash<H: ::core::hash::Hasher>(&self, state: &mut H) {
                support::machinery::hash(self, state);
            }
        }
        $(
            $copy impl ::core::marker::Copy for $model {}
        )?
    };
}
#[allow(unused_imports, reason = "there may be no models")]
pub(crate) use model;
