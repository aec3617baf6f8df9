// The module that generated models share. It is copied beside them, so that they depend on no crate of ours. This
// file lists its parts for our own compiler; a copy has the same parts, with one of the files in `dates/`.
//
// It compiles with Rust 1.85 and in the editions from 2018 on, because it takes the edition of the crate that includes
// it. So it imports what only newer preludes have.
//
// Generic and inline functions are compiled by the programs that use them, inline ones once in each codegen unit
// that calls them; so a generic function of more than a line is not inline. All other functions are compiled once,
// with the models; they are only what every program needs that reads or writes models.

mod containers;
#[path = "dates/jiff.rs"]
mod dates;
mod deep;
mod either;
mod entries;
mod extra;
mod faults;
mod fit;
mod foreign;
mod format;
mod forms;
mod holder;
mod inspect;
mod integers;
mod keys;
mod model;
mod moment;
mod notes;
mod order;
mod part;
mod patch;
mod read;
mod scalars;
mod slot;
#[cfg(test)]
mod tests;
mod texts;
mod typed;
mod unexpected;
mod union;
mod values;
mod view;
mod write;

include!("face.rs");
