//! The harness of the tests. Everything that a test looks at is data:
//!
//! - `guide/`: pages for people, whose blocks are checked, see [`guide`];
//! - `cases/`: documents, the Rust that they become and JSON that is read and written with it;
//! - `ui/`: a document for each mistake, the diagnostics that it causes, and in `ways.txt` the ways to build without
//!   changing the document;
//! - `payloads/`: bodies of responses, see [`payload`] and the list in the folder;
//! - `downstream/`: a crate that uses `models`;
//! - `precision/`: another, whose `serde_json` keeps every digit of a number.
//!
//! The tests of `codegen` are in `tests/it`, those of generated code in `generated`, measurements in `lab`.
//! With `SNAPSHOTS=overwrite` the tests write what they found instead of comparing it. Read the difference
//! before you commit it.

pub mod accepted;
pub mod fuzz;
pub mod guide;
pub mod hostile;
pub mod mutation;
pub mod options;
pub mod payload;
pub mod python;
pub mod scratch;
/// What is copied beside generated models. A module here too, so that its own tests run and lints see it.
#[path = "../../codegen/support/mod.rs"]
pub mod support;
pub mod synthetic;
pub mod uses;
