//! Measurements that show whether a change is an improvement.
//!
//! - [`corpus`]: real documents beside the project, which the programs score, survey, merge and compile;
//! - [`kitchen`], [`values`], [`agree`]: comparisons with what is known about these documents;
//! - [`generation`]: what the generator is measured on, and its stages;
//! - [`instructions`]: numbers of instructions by stage, and whether they have grown;
//! - [`house`]: figures of the project's own source;
//! - [`process`], [`proto`]: what other generators take for the same models;
//! - [`peer`], [`cut`], [`measure`]: the same models in another style, and the costs of both.

pub mod agree;
pub mod corpus;
pub mod cut;
pub mod generation;
pub mod house;
pub mod instructions;
pub mod kitchen;
pub mod measure;
pub mod peer;
pub mod process;
pub mod proto;
pub mod values;
