//! Models of a shop.

/// The models that are generated from the documents in `specs`.
pub mod models {
    include!(concat!(env!("OUT_DIR"), "/models.rs"));
}
