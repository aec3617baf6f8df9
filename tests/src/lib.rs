//! The harness of the tests. Everything that a test looks at is data:
//!
//! - `guide/`: pages for people, whose blocks are checked, see [`guide`];
//! - `cases/`: documents, the Rust that they become and JSON that is read and written with it;
//! - `ui/`: a document for each mistake, and what is said about it;
//! - `payloads/`: bodies of responses, see the list in it;
//! - `peer/`: documents and what they become in the style that ours is compared with, see [`peer`];
//! - `downstream/`: a crate that uses `models`;
//! - `precision/`: another, whose `serde_json` keeps every digit of a number.
//!
//! With `SNAPSHOTS=overwrite` the tests write what they found instead of comparing it. Look at the
//! difference before you commit it.

pub mod agree;
pub mod cases;
pub mod corpus;
pub mod cut;
pub mod guide;
pub mod kitchen;
pub mod measure;
pub mod payload;
pub mod peer;
pub mod same;
pub mod scratch;
/// What is copied beside generated models. A module here too, so that its own tests run and lints see it.
#[path = "../../codegen/support/mod.rs"]
pub mod support;
pub mod tape;
pub mod values;
