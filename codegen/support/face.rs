pub use deep::Deep;
pub use either::OrBoolean;
pub use entries::Iter as ExtraIter;
pub use extra::Extra;
pub use holder::IntoOption;
pub use inspect::{Inspect, unexpected};
pub use patch::Patch;
pub use texts::from_text;
pub use unexpected::{Report, Unexpected, What};
pub use integers::UnlistedInteger;
pub use values::Unlisted;

#[allow(unused_imports, reason = "there may be no such types")]
pub(crate) use foreign::foreign;
#[allow(unused_imports, reason = "there may be no integers with allowed values")]
pub(crate) use integers::integers;
#[allow(unused_imports, reason = "there may be no models")]
pub(crate) use model::model;
#[allow(unused_imports, reason = "there may be no unions")]
pub(crate) use union::union;
#[allow(unused_imports, reason = "there may be no enums and no undocumented models")]
pub(crate) use values::{opaque, values};

/// What the macros expand to. It is public because generated models implement its traits; it is not for use by
/// hand and can change with every release.
#[doc(hidden)]
pub mod machinery {
    #[allow(unused_imports, reason = "there may be no such types")]
    pub use super::foreign::{Foreign, NO_ENTRIES, NO_ITEMS, Port, fill_foreign, replace};
    pub use super::holder::{Holder, hold, hold_option};
    pub use super::integers::{AsInteger, Integer, Integers, integer, read_integer};
    pub use super::model::{AsModel, Fields, Guessed, Indexed, Model, Reading, Shape, TOTAL, Visit, VisitMut};
    pub use super::model::{UnknownKeys, indexed};
    pub use super::notes::Rest;
    pub use super::order::{order, order_partly};
    pub use super::part::Part;
    pub use super::read::read;
    pub use super::slot::{Entries, Found, Items, Kind, Place, Slot, View};
    pub use super::union::{AsUnion, Case, Cases, Union, read_union, take_json, write_union};
    pub use super::values::{AsText, Values, read_text, text, value, write_text};
    pub use super::view::{debug, hash};
    pub use super::write::write;
}
