//! Generated code that the compiler has seen, for the tests that use it: [`cases`].

pub mod cases;
pub mod same;
pub mod tape;
