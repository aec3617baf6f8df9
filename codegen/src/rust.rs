//! From the graph to Rust text; all that knows Rust.

mod bytes;
pub mod derives;
pub(crate) mod earlier;
pub(crate) mod emit;
pub mod names;
pub mod options;
pub mod plan;
pub mod print;
pub mod renames;
pub(crate) mod support;
