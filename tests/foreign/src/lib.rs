//! Models with derives and types of other crates.
#![deny(warnings, missing_docs)]
#![allow(clippy::pedantic, reason = "names, texts and shapes are the documents' own")]

use std::fmt;

use serde::{Deserialize, Serialize};

/// With derives of other crates.
pub mod derives {
    include!(concat!(env!("OUT_DIR"), "/derives.rs"));
}

/// With types of other crates.
pub mod types {
    include!(concat!(env!("OUT_DIR"), "/types.rs"));
}

/// The same, read strictly.
pub mod strict {
    include!(concat!(env!("OUT_DIR"), "/strict.rs"));
}

/// The same in two modules.
pub mod modules {
    include!(concat!(env!("OUT_DIR"), "/modules.rs"));
}

/// A text that is not for logs.
#[derive(Clone, Deserialize, Serialize)]
pub struct Secret(pub String);

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

/// An amount of money.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize, Serialize)]
pub struct Money {
    /// The amount in cents.
    pub cents: i64,
}
