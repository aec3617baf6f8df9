//! Typed Rust models from the Markdown property tables of API documentation, at build time.
//!
//! # Tutorial
//!
//! The SDK of a web API usually has a `docs` folder that describes each model in a table. Put such documents
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
//! Add this crate as a build dependency, and `serde`, `serde_json` and `jiff` (or the crate that
//! [`Config::dates`] selects) as dependencies. None of their features is required. The `main` of the build
//! script is
//!
//! ```no_run
//! codegen::Config::new().specs("specs").build();
//! ```
//!
//! and `src/lib.rs` includes the file that it wrote:
//!
//! ```text
//! include!(concat!(env!("OUT_DIR"), "/models.rs"));
//! ```
//!
//! `cargo build` then provides `Tag` and, in the module `support` beside it, the code that models share. It
//! reports mistakes in the documents:
//!
//! ```
//! let document = |ty: &str| format!("# Tag\n\n## Properties\n\nName | Type | Description | Notes\n\
//!     --- | --- | --- | ---\n**self_uri** | **String** | Where the tag lives. | \n**parts** | {ty} | | [optional]\n");
//!
//! let good = codegen::Config::new()
//!     .compile_texts([("specs/Tag.md", document("Option<[**Vec<crate::models::Tag>**](Tag.md)>"))]);
//! let text = &good.file("models/root.rs").expect("the file of the models").text;
//! assert!(text.contains("pub struct Tag {"));
//! assert!(text.contains("pub self_uri: Option<String>,"));
//! assert!(text.contains("pub parts: Option<Vec<Tag>>,"));
//!
//! let bad = codegen::Config::new().compile_texts([("specs/Tag.md", document("Option<**strng**>"))]);
//! let error = bad.diagnostics.iter().find(|diagnostic| diagnostic.level == codegen::Level::Error);
//! assert_eq!(
//!     error.map(ToString::to_string).unwrap_or_default(),
//!     "specs/Tag.md:8:22: error[unknown-type]: no type is called `strng`; did you mean `String`?",
//! );
//! ```
//!
//! The [`guide`] shows what becomes of everything that a document can contain.
//!
//! # Configuration
//!
//! [`Config`] has the options: which documents are left out ([`Config::ignore`]), which models are generated
//! ([`Config::only`]), what is an error ([`Config::level`]), how models are read
//! ([`Config::strict`], [`Config::unknown_keys`], [`Config::three_valued`]), which attributes they have
//! ([`Config::attribute`], [`Config::derive`]), which types are your own ([`Config::replace`]), which documents
//! describe the same API ([`Config::same_api`]), which APIs get a module each ([`Config::module`]), and whether
//! folders get modules or features ([`Config::module_per_folder`], [`Config::feature_per_folder`]). The module
//! [`dialect`] explains how to add a dialect.
//!
//! # Corrections
//!
//! Where a document is wrong about its API, a row in `specs/CORRECTIONS.md` corrects it. The table has the
//! columns `Model | Field | Correction | Value | Reason`:
//!
//! | Correction | Value |
//! |---|---|
//! | `wire name` | The key of the field in JSON. |
//! | `type` | The type, in the notation of the dialect `house`. Without a field, the type that the model is another name for. |
//! | `presence` | `required` or `optional`. |
//! | `values` | The allowed values of a text, separated by commas; a value with a comma is put in backticks. |
//! | `no values` | Empty. The text has no list of allowed values, although its description seems to have one. |
//! | `default` | The default in JSON; a text needs no quotation marks. |
//! | `constraints` | All limits of the values, separated by commas: `minimum 1, max length 20`. |
//! | `rename` | The name in generated code of the field or, without a field, of the model. |
//! | `values name` | The name in generated code of the allowed values of the field, and of all fields that share them. |
//! | `skip` | Empty. Leaves out the field or, without a field, the model. |
//! | `nullable` | `yes` or `no`: whether the value of the field may be `null`. |
//! | `add field` | The type, and `required` or `optional`, of a field that the documents lack: `int32, optional`. |
//! | `add member` | The types that a union lacks, separated by commas. |
//!
//! # What is generated
//!
//! A model is a plain struct with public fields, followed by a call of the macro `support::model!` with one
//! line per field. The macro turns the struct into a list of slots with keys. A single reader fills the slots
//! of all models and a single writer views them, so little code is compiled per model.
//!
//! Any JSON object can be read as any model. Unknown keys, and values of a type that the document does not
//! name, are kept in the field `extra` and written back; `support::unexpected` lists them at any depth. Allowed
//! values become enums that accept every other text or integer too. A union becomes an enum of its members that accepts
//! every other value; [`schema::Union`] explains how a member is chosen.
//!
//! # How it works
//!
//! [`Config::compile`] takes the documents through these stages. Each is a module, and one type is passed from
//! each stage to the next. Every stage reports mistakes to one sink and goes on.
//!
//! | Stage | Result |
//! |---|---|
//! | `source` | the texts of the documents |
//! | `read::page` | the blocks, tables, rows and cells of each page |
//! | `read::detect` | the dialect of each page |
//! | `read::layout` | the outline of each model of a page: its tables, lists and texts |
//! | `read::model` | what each outline says |
//! | `read::records` | what an earlier run read of each document that has not changed since |
//! | `read::corrections` | the rows of the corrections |
//! | `read::samples`, `read::calls` | the samples, and the calls that recorded ones belong to |
//! | `read::witnesses` | the names that pages mention as the API spells them |
//! | `build::keys` | the JSON keys, and the evidence for their case |
//! | `build::lower` | a model of the schema for each page |
//! | `build::merge` | one schema from the pages of several SDKs |
//! | `build::infer` | the same, with unions that are documented as objects |
//! | `build::corrections` | the corrected schema |
//! | `build::learn` | the differences between samples and schema |
//! | `build::prune` | the models that the configuration asks for |
//! | `build::resolve` | the graph of the models, and the fields that must be boxed |
//! | `rust::earlier` | the structs that an earlier run printed and that have not changed since |
//! | `rust::plan` | every decision about the output |
//! | `rust::emit`, `rust::print` | the text of the output |
//! | `write` | the files |
//!
//! The modules are in three rooms. `read` knows Markdown and dialects, `rust` knows Rust, and `build` between
//! them knows neither. [`dialect`] is what `read` knows about generators, and [`schema`] is what `build` hands
//! to `rust`.
//!
//! # Terms
//!
//! A *document* is a Markdown file. Its *page* has *tables* of *rows* and *cells*. A page describes a *model*;
//! each row of its property table is a *field*, with *notes* in the last cell. A *dialect* is how one generator
//! writes such pages. The *schema* is what the documents say; each part of it has an *origin* in a document. An
//! *assumption* is a fact that the document does not have and that a rule decided. A *correction* is a fact that
//! the document has wrong and that a person put right. A *pattern* selects models and fields by name. The *plan*
//! holds every decision about the output. The *support module* is Rust code that all generated models share.
//!
//! # Invariants
//!
//! - **I1** A document never makes the generator panic, hang or stop early. Readers return a value *and*
//!   diagnostics; a type that cannot be read is an explicit [`schema::Type::Unknown`].
//! - **I2** Only `source`, `write` and `config` access the file system or the environment.
//! - **I3** `build` and `schema` mention neither Markdown nor Rust.
//! - **I4** `emit` decides nothing: it reads no configuration and chooses no name. It is total over the plan and
//!   cannot fail.
//! - **I5** Everything that a document says keeps its place. A diagnostic without a file, line and column is a
//!   bug.
//! - **I6** The same documents give the same bytes, on every machine and in any file order: no hash iteration,
//!   no absolute path, no clock and no version in the output.
//! - **I7** Everything is accounted for, see [`Account`].
//! - **I8** Only a scope of `rust::names` makes identifiers. Two wire names never share one Rust name.
//! - **I9** Tests are documents beside their expected output; only the harness calls the API.
//! - **I10** Modules depend downwards only; a test checks it.
//! - **I11** No `unsafe`, here or in generated code.

// What `internals` re-exports is `pub` in a private module.
#![cfg_attr(not(feature = "internals"), allow(unreachable_pub))]

pub mod dialect;
pub mod schema;

mod build;
mod cargo;
#[cfg(feature = "cli")]
pub mod cli;
mod compile;
mod config;
mod diag;
mod pieces;
// The build path pays nothing for it, and its examples are tested elsewhere.
#[cfg(all(doc, not(doctest)))]
#[allow(rustdoc::all, reason = "the pages are about Markdown and show fragments of code")]
pub mod guide;
mod modules;
mod parallel;
mod pattern;
#[allow(unreachable_pub, reason = "`internals` re-exports a part of the room")]
mod read;
#[allow(unreachable_pub, reason = "`internals` re-exports a part of the room")]
mod rust;
mod source;
mod write;

pub use build::learn::report as learn;
pub use build::resolve::Undocumented;
pub use compile::{Account, Outcome, Tally};
pub use config::Config;
pub use diag::{Code, Diagnostic, Level, Related};
pub use dialect::KeyCase;
pub use rust::options::{Dates, Part, UnknownKeys};
pub use rust::print::OutputFile;
pub use schema::Schema;
pub use source::Limits;
pub use write::Written;

/// Parts of the implementation for the tests and programs of this project. They can change at any time.
#[cfg(feature = "internals")]
#[doc(hidden)]
pub mod internals {
    pub use crate::build::merge::report;
    #[cfg(feature = "file")]
    pub use crate::config::file::options;
    pub use crate::config::watched::{KeptFiles, KeptRun, compile_kept, generate_watched, read_texts};
    pub use crate::diag::codes;
    pub use crate::read::page::{self, inline};
    pub use crate::read::type_expr;
    pub use crate::rust::names;
    pub use crate::source::{Sp, Span};
    pub use crate::write::write;
}
