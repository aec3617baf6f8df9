// What setters and constructors make fields from.

use super::patch::Patch;

/// What the setter of a field takes: whatever converts into its type `T`, or an `Option` of that. `None` leaves the field
/// empty. The compiler finds out which of the two it is.
#[diagnostic::on_unimplemented(
    message = "this field cannot be set to `{Self}`",
    label = "neither converts into `{T}` nor is an `Option` of what does"
)]
pub trait IntoOption<T, const IS_OPTION: bool> {
    /// The value, if there is one.
    fn into_option(self) -> Option<T>;
}

impl<T, V: Into<T>> IntoOption<T, false> for V {
    #[inline]
    fn into_option(self) -> Option<T> {
        Some(self.into())
    }
}

impl<T, V: Into<T>> IntoOption<T, true> for Option<V> {
    #[inline]
    fn into_option(self) -> Option<T> {
        self.map(Into::into)
    }
}

/// Makes an optional field from what its setter takes.
#[inline]
pub fn hold_option<T, H: Holder<T>, const IS_OPTION: bool>(value: impl IntoOption<T, { IS_OPTION }>) -> Option<H> {
    value.into_option().map(H::holding)
}

/// A field that can be made from a value: the value itself, an option or a box of it.
pub trait Holder<T> {
    /// The field with a value.
    fn holding(value: T) -> Self;
}

/// Makes a field from what its setter takes. One function, because the compiler compiles a call per field.
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

/// For a value that may be `null`.
impl<T> Holder<Option<T>> for Option<Box<T>> {
    #[inline]
    fn holding(value: Option<T>) -> Self {
        value.map(Box::new)
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
