// How generated types are slots. They name their kind, and each kind is a slot in one way, so that no code is compiled
// for the slot of each type.

use super::slot::{Found, Place, Slot, View};

/// A generated type, or a box of one.
pub trait Part: PartialEq + Sized {
    /// How it is a slot.
    type Kind: PartKind<Self>;
}

/// How the types of a kind are slots. See [`Slot`] for the functions.
pub trait PartKind<P> {
    /// See [`Slot::blank`].
    fn blank() -> P;

    /// See [`Slot::fill`].
    fn fill<'a>(part: &'a mut P, found: Found<'_>) -> Place<'a>
    where
        P: Slot;

    /// See [`Slot::view`].
    fn view(part: &P) -> View<'_>;
}

impl<P: Part> Slot for P {
    #[inline]
    fn blank() -> Self {
        P::Kind::blank()
    }

    #[inline]
    fn fill(&mut self, found: Found<'_>) -> Place<'_> {
        P::Kind::fill(self, found)
    }

    #[inline]
    fn view(&self) -> View<'_> {
        P::Kind::view(self)
    }

    #[inline]
    fn same(&self, other: &Self) -> bool {
        self == other
    }
}

/// How boxes are slots: as what they contain. Boxes of all slots cannot be slots, because all parts are, and the compiler
/// cannot exclude a box that is a part. They call the kind of what they contain, because the compiler limits how often
/// calls of one function nest, and models nest in boxes of models.
#[derive(Debug)]
pub struct Boxed;

impl<P: Part> Part for Box<P> {
    type Kind = Boxed;
}

impl<P: Part> PartKind<Box<P>> for Boxed {
    #[inline]
    fn blank() -> Box<P> {
        Box::new(P::Kind::blank())
    }

    #[inline]
    fn fill<'a>(part: &'a mut Box<P>, found: Found<'_>) -> Place<'a> {
        P::Kind::fill(&mut **part, found)
    }

    #[inline]
    fn view(part: &Box<P>) -> View<'_> {
        P::Kind::view(&**part)
    }
}
