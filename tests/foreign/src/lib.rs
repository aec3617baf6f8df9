//! Models with derives and types of other crates.
#![deny(warnings, missing_docs)]
#![allow(clippy::pedantic, reason = "names, texts and shapes are the documents' own")]

/// With derives of other crates.
pub mod derives {
    include!(concat!(env!("OUT_DIR"), "/derives.rs"));
}
