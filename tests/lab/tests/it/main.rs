//! Tests of the measurements, and of a sample of real documents if they exist beside the project.

mod corpora;
mod instructions;
mod peer;
