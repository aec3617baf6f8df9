//! From what the pages say to one schema, and from that to a graph; knows neither Markdown nor Rust.

pub mod corrections;
pub mod infer;
pub mod keys;
pub mod lower;
pub mod merge;
pub mod prune;
pub mod resolve;
