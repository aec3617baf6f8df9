//! The harness of the tests. Everything that a test looks at is data: see the folders beside `src`.

pub mod corpus;
