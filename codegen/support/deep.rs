// Values that are nested deep, which the compiler is kept from looking into.

use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::ops::{Deref, DerefMut};
use std::panic::{RefUnwindSafe, UnwindSafe};

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::holder::Holder;
use super::inspect::Inspect;
use super::patch::Patch;
use super::slot::{Found, Place, Slot, View};
use super::unexpected::Report;

/// A value in a box that the compiler does not look into. It is used like a [`Box`].
///
/// The compiler follows the types of fields to find out how a value is dropped and whether it can be sent to another
/// thread, and gives up after 128 steps. Where models nest deeper than that, some of their fields are of this type.
pub struct Deep<T>(Box<dyn Holds<T>>);

/// The value of a [`Deep`]. Of an object of this trait, the compiler knows these properties without looking into it.
trait Holds<T>: Send + Sync + UnwindSafe + RefUnwindSafe {
    fn get(&self) -> &T;
    fn get_mut(&mut self) -> &mut T;
    fn take(self: Box<Self>) -> T;
    fn copied(&self) -> Deep<T>;
}

/// What a value in a [`Deep`] has to be. Every type that is all of this implements it.
pub trait Opaque: Clone + Send + Sync + UnwindSafe + RefUnwindSafe + 'static {}

impl<T: Clone + Send + Sync + UnwindSafe + RefUnwindSafe + 'static> Opaque for T {}

impl<T: Opaque> Holds<T> for T {
    fn get(&self) -> &T {
        self
    }

    fn get_mut(&mut self) -> &mut T {
        self
    }

    fn take(self: Box<Self>) -> T {
        *self
    }

    fn copied(&self) -> Deep<T> {
        Deep::new(self.clone())
    }
}

impl<T: Opaque> Deep<T> {
    /// Puts a value into a box.
    pub fn new(value: T) -> Self {
        Self(Box::new(value))
    }
}

impl<T> Deep<T> {
    /// Takes the value out of its box.
    pub fn into_inner(deep: Self) -> T {
        deep.0.take()
    }
}

impl<T> Deref for Deep<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        self.0.get()
    }
}

impl<T> DerefMut for Deep<T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        self.0.get_mut()
    }
}

impl<T> Clone for Deep<T> {
    fn clone(&self) -> Self {
        self.0.copied()
    }
}

impl<T: Opaque> From<T> for Deep<T> {
    fn from(value: T) -> Self {
        Self::new(value)
    }
}

impl<T: Opaque + Default> Default for Deep<T> {
    fn default() -> Self {
        Self::new(T::default())
    }
}

impl<T: fmt::Debug> fmt::Debug for Deep<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<T: PartialEq> PartialEq for Deep<T> {
    fn eq(&self, other: &Self) -> bool {
        **self == **other
    }
}

impl<T: Eq> Eq for Deep<T> {}

impl<T: PartialOrd> PartialOrd for Deep<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        (**self).partial_cmp(&**other)
    }
}

impl<T: Ord> Ord for Deep<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        (**self).cmp(&**other)
    }
}

impl<T: Hash> Hash for Deep<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (**self).hash(state);
    }
}

impl<T: Serialize> Serialize for Deep<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        (**self).serialize(serializer)
    }
}

impl<'de, T: Opaque + Deserialize<'de>> Deserialize<'de> for Deep<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        T::deserialize(deserializer).map(Self::new)
    }
}

impl<T: Inspect> Inspect for Deep<T> {
    fn report_to(&self, report: &mut Report) {
        (**self).report_to(report);
    }
}

impl<T: Opaque + Slot> Slot for Deep<T> {
    fn blank() -> Self {
        Self::new(T::blank())
    }

    fn fill(&mut self, found: Found<'_>) -> Place<'_> {
        (**self).fill(found)
    }

    fn view(&self) -> View<'_> {
        (**self).view()
    }

    fn same(&self, other: &Self) -> bool {
        (**self).same(&**other)
    }
}

impl<T: Opaque> Holder<T> for Deep<T> {
    fn holding(value: T) -> Self {
        Self::new(value)
    }
}

impl<T: Opaque> Holder<T> for Option<Deep<T>> {
    fn holding(value: T) -> Self {
        Some(Deep::new(value))
    }
}

/// For a value that may be `null`.
impl<T: Opaque> Holder<Option<T>> for Option<Deep<T>> {
    fn holding(value: Option<T>) -> Self {
        value.map(Deep::new)
    }
}

impl<T: Opaque> Holder<T> for Patch<Deep<T>> {
    fn holding(value: T) -> Self {
        Self::Value(Deep::new(value))
    }
}

impl<T: Opaque> From<T> for Patch<Deep<T>> {
    fn from(value: T) -> Self {
        Self::Value(Deep::new(value))
    }
}
