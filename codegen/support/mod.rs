// What generated models share. Written once and copied beside them, so that they depend on no crate of ours.
// What is generic or inline is compiled by the programs that use it: what is inline once for each part that
// calls it, so that what is generic and more than a line is not inline. What is neither is compiled once, with
// the models, and is only what every program uses that reads or writes.

#[path = "dates/jiff.rs"]
mod dates;
mod extra;
mod faults;
mod fit;
mod model;
mod moment;
mod patch;
mod read;
mod scalars;
mod slot;
mod typed;
mod unexpected;
mod union;
mod values;
mod view;
mod write;

pub use extra::Extra;
#[allow(unused_imports, reason = "there may be no models")]
pub(crate) use model::model;
pub use model::{Fields, Foreign, Holder, Indexed, Model, Reading, Shape, TOTAL, Visit, VisitMut, hold, indexed};
pub use patch::Patch;
pub use read::{fill_text, read, read_text};
pub use slot::{Entries, Found, Items, Kind, Place, Slot, View};
pub use unexpected::{Unexpected, What, unexpected};
#[allow(unused_imports, reason = "there may be no unions")]
pub(crate) use union::union;
pub use union::{Case, Cases, Union, fill_union, read_union, take_json, write_union};
pub use values::{Unlisted, Values, value};
#[allow(unused_imports, reason = "there may be no known values")]
pub(crate) use values::{opaque, values};
pub use view::{debug, same};
pub use write::write;
