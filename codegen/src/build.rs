//! From what the pages say to one schema, and from that to a graph; knows neither Markdown nor Rust.

pub(crate) mod aliases;
pub(crate) mod corrections;
pub(crate) mod infer;
pub(crate) mod keys;
pub(crate) mod learn;
pub(crate) mod lower;
pub(crate) mod merge;
pub(crate) mod prune;
pub(crate) mod resolve;
pub(crate) mod unescape;
pub(crate) mod unique;
