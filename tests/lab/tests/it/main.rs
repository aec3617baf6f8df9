//! Tests of the measurements, and of a sample of real documents where they are beside the project.

mod corpora;
mod peer;
