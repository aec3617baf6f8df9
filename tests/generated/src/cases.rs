//! What the documents in `cases/` become, as modules that the compiler has seen. Warnings in them are
//! errors, and every item needs documentation.
#![deny(warnings, missing_docs)]

include!(concat!(env!("OUT_DIR"), "/cases.rs"));
