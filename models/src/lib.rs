//! placeholder
#[allow(clippy::pedantic, reason = "names, texts and shapes are the documents' own")]
mod generated {
    include!(concat!(env!("OUT_DIR"), "/models.rs"));
}

pub use generated::*;
