//! Measurements that decide nothing about a change to the code but say whether it is an improvement.
//!
//! - [`corpus`]: real documents beside the project, which the programs score, survey, merge and compile;
//! - [`kitchen`], [`values`], [`agree`]: what is true about them, and how it is compared;
//! - [`house`]: figures of the project's own source;
//! - [`peer`], [`cut`], [`measure`]: the same models in another style, and what both cost.

pub mod agree;
pub mod corpus;
pub mod cut;
pub mod house;
pub mod kitchen;
pub mod measure;
pub mod peer;
pub mod values;
