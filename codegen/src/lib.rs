//! Typed Rust models from the Markdown property tables of API documentation, at build time.
//!
//! # Tutorial
//!
//! SDKs of web APIs come with a `docs` folder that describes each model in a table. Put such documents
//! into a folder, here `specs/Tag.md`:
//!
//! ```text
//! # Tag
//!
//! A label that people stick on things.
//!
//! ## Properties
//!
//! Name | Type | Description | Notes
//! ------------ | ------------- | ------------- | -------------
//! **self_uri** | **String** | Where the tag lives. |
//! **created** | Option<**String**> |  | [optional][readonly]
//! **parts** | Option<[**Vec<crate::models::Tag>**](Tag.md)> | Tags within this one. | [optional]
//! ```
//!
//! Depend on this crate as a build dependency, and on `serde`, `serde_json` and `jiff` (or what
//! [`Config::dates`] chooses), of which no features are needed. The `main` of the build script is
//!
//! ```no_run
//! codegen::Config::new().specs("specs").build();
//! ```
//!
//! and `src/lib.rs` takes in what it wrote:
//!
//! ```text
//! include!(concat!(env!("OUT_DIR"), "/models.rs"));
//! ```
//!
//! From then on `cargo build` has `Tag` and, in the module `support` beside it, what models share. It says
//! what is wrong with a document:
//!
//! ```
//! let document = |ty: &str| format!("# Tag\n\n## Properties\n\nName | Type | Description | Notes\n\
//!     --- | --- | --- | ---\n**self_uri** | **String** | Where the tag lives. | \n**parts** | {ty} | | [optional]\n");
//!
//! let good = codegen::Config::new()
//!     .compile_texts([("specs/Tag.md", document("Option<[**Vec<crate::models::Tag>**](Tag.md)>"))]);
//! let text = &good.files[0].text;
//! assert!(text.contains("pub struct Tag {"));
//! assert!(text.contains("pub self_uri: Option<String>,"));
//! assert!(text.contains("pub parts: Option<Vec<Tag>>,"));
//!
//! let bad = codegen::Config::new().compile_texts([("specs/Tag.md", document("Option<**strng**>"))]);
//! assert_eq!(
//!     bad.diagnostics[0].to_string(),
//!     "specs/Tag.md:8:22: error[unknown-type]: no type is called `strng`; did you mean `String`?",
//! );
//! ```
//!
//! Where a document is wrong about its API, a row in `specs/CORRECTIONS.md` says so; [`build::corrections`] lists
//! what can be corrected. [`dialect`] says how to add one. [`Config`] has the options: which models there
//! are ([`Config::only`]), how they are read ([`Config::strict`], [`Config::unknown_keys`],
//! [`Config::three_valued`]), what stands before them ([`Config::attribute`]), and which documents are of SDKs
//! of one API ([`Config::same_api`]); [`build::merge`] says what becomes of these.
//!
//! # What is generated
//!
//! A model is a plain struct with public fields, and a call of the macro `support::model!` with a line per
//! field. The macro makes it a row of slots with keys; one reader fills the slots of all models, and one
//! writer views them. So little is compiled per model, and the struct reads well.
//!
//! Any JSON object can be read as any model. A key that its document does not have, and a value that is not
//! of the kind that the document says, are kept in the field `extra` and written back;
//! `support::unexpected` lists them, however deep they are. Known values become enums that take every
//! other text too, and a model that is one of several types becomes an enum of these that takes every other
//! value: what a key tells, where the document names one, and otherwise what fits best, as [`schema::Union`]
//! says.
//!
//! # How it works
//!
//! A document passes these stages, each a module with one function, and one type goes from each to the
//! next: [`source`], then the three rooms [`read`] (all that knows Markdown), [`build`] and [`rust`] (all that knows
//! Rust), then [`write`](mod@write). [`dialect`] is between the first two, [`schema`] between the last two.
//! [`compile`](mod@compile) is all of that on one screen.
//!
//! # Words
//!
//! A *document* is a Markdown file. Its *page* has *tables* of *rows* and *cells*. A page describes a
//! *model*; each row of its property table is a *field*, with *notes* in the last cell. A *dialect* is how
//! one generator writes such pages, in its own type *words*. The *schema* is what the documents say; each
//! part of it has an *origin* in a document. An *assumption* is what a document cannot say and a rule
//! decided; a *correction* is what a document says wrongly and a person put right. A *choice* is what the
//! configuration says about models and fields, by a *pattern* for their names. The *plan* has everything
//! that the output needs. The *support module* is Rust that all generated models share.
//!
//! # Invariants
//!
//! - **I1** A document never makes the generator panic, hang or stop early. Readers return a value *and*
//!   diagnostics; a hole is an explicit `Unknown`.
//! - **I2** Only `source`, `write` and `config` touch the file system or the environment.
//! - **I3** Nothing before `plan` knows Rust syntax; nothing after `lower` knows Markdown or dialects, but
//!   for corrections, which are written in Markdown; `schema` mentions neither.
//! - **I4** `emit` decides nothing: no configuration, no invented name, no boxing. It is total over the
//!   plan and cannot fail.
//! - **I5** Everything that a document wrote keeps its place. A diagnostic without file, line and column
//!   is a bug.
//! - **I6** Same bytes in, same bytes out, on every machine and in any file order: no hash iteration, no
//!   absolute path, no clock, no version in the output.
//! - **I7** Everything is accounted for, see [`Account`].
//! - **I8** An identifier can only come from [`rust::names::Scope`]. Two wire names never share one Rust name.
//! - **I9** Tests are data beside their expectation; only the harness calls the API.
//! - **I10** Modules depend downwards only; a test proves it.
//! - **I11** No `unsafe`, here or in generated code.

pub mod build;
pub mod compile;
pub mod diag;
pub mod dialect;
pub mod pattern;
pub mod read;
pub mod rust;
pub mod schema;
pub mod source;
pub mod write;

mod config;
mod parallel;

pub use build::resolve::Undocumented;
pub use compile::{Account, Outcome};
pub use config::Config;
pub use diag::{Diagnostic, Level};
pub use dialect::KeyCase;
pub use rust::options::{Dates, UnknownKeys};
pub use rust::print::OutputFile;
pub use schema::Schema;
