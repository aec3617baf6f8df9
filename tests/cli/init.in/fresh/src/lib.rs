//! Models of a shop.
