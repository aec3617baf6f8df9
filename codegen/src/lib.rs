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
//! Where a document is wrong about its API, a row in `specs/CORRECTIONS.md` says so; [`corrections`] lists
//! what can be corrected. [`dialect`] says how to add one. [`Config`] has the options: which models there
//! are ([`Config::only`]), how they are read ([`Config::strict`], [`Config::unknown_keys`],
//! [`Config::three_valued`]), what stands before them ([`Config::attribute`]), and which documents are of SDKs
//! of one API ([`Config::same_api`]); [`merge`] says what becomes of these.
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
//! next: [`source`] → [`page`] → [`recognise`] (by [`dialect`]) → [`doc`] (with [`type_expr`] and [`prose`]) →
//! [`lower`] → [`merge`] (and [`flattened`]) → [`corrections`] → [`prune`] → [`resolve`] → [`plan`] (with [`names`] and [`choices`]) → `emit` →
//! [`print`](mod@print) (with `support`) → [`write`](mod@write). [`compile`] is all of that on one screen.
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
//! - **I8** An identifier can only come from [`names::Scope`]. Two wire names never share one Rust name.
//! - **I9** Tests are data beside their expectation; only the harness calls the API.
//! - **I10** Modules depend downwards only; a test proves it.
//! - **I11** No `unsafe`, here or in generated code.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

pub mod choices;
pub mod corrections;
pub mod diag;
pub mod dialect;
pub mod doc;
pub mod flattened;
pub mod lower;
pub mod merge;
pub mod names;
pub mod page;
pub mod plan;
pub mod print;
pub mod prose;
pub mod prune;
pub mod recognise;
pub mod resolve;
pub mod schema;
pub mod source;
pub mod type_expr;
pub mod write;

mod config;
mod emit;
mod parallel;
mod support;

pub use choices::{Dates, UnknownKeys};
pub use config::Config;
pub use diag::{Diagnostic, Level};
pub use dialect::KeyCase;
pub use print::OutputFile;
pub use resolve::Undocumented;
pub use schema::Schema;

use diag::Sink;
use dialect::Dialect;
use doc::ModelDoc;
use merge::apis::Apis;
use merge::report::Report;
use page::Page;
use recognise::Recognised;
use source::Sources;

/// What came of a run.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// What the documents say, corrected.
    pub schema: Schema,
    /// The generated files; empty after an error.
    pub files: Vec<OutputFile>,
    /// The mistakes, sorted by place.
    pub diagnostics: Vec<Diagnostic>,
    /// The name of the dialect of each document of a model.
    pub dialects: BTreeMap<String, &'static str>,
    /// What became of the documents and rows.
    pub account: Account,
    /// What the documents of several SDKs of one API gave to each other.
    pub merged: Vec<Report>,
}

/// What became of the documents and rows. Nothing is lost in silence: `documents` is the sum of `models`,
/// `corrections`, `left_alone` and `failed`, and each row of a property table is a field or has a diagnostic
/// of its own.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Account {
    /// Documents that were read from the disk.
    pub documents: usize,
    /// Documents of models.
    pub models: usize,
    /// Files of corrections.
    pub corrections: usize,
    /// Documents that are no models: pages of an API's calls, an index.
    pub left_alone: usize,
    /// Documents of models that could not be read; each has a diagnostic.
    pub failed: usize,
    /// The rows of the property tables of the documents of models.
    pub rows: usize,
    /// The rows that became fields.
    pub fields: usize,
    /// The rows that say something about the model as a whole.
    pub other_rows: usize,
    /// The models that there are types for: all, or what [`Config::only`] asks for.
    pub wanted: usize,
}

/// The whole path from documents to code. Every stage reports to the sink and goes on, so that all
/// mistakes are found in one run; the only gate is before the output, which there is only without errors.
pub fn compile(sources: &Sources, config: &Config, mut sink: Sink) -> Outcome {
    let cx = &mut sink;
    let files: Vec<usize> = (0..sources.len()).collect();
    let pages = parallel::map(&files, |file| page::read(*file, &sources.get(*file).text));
    let (corrections, pages): (Vec<Page>, Vec<Page>) = pages.into_iter().partition(|it| sources.get(it.file).corrects);
    let recognised = recognise::recognise(&pages, sources, config.told(), config.known(), cx);

    let mut account = Account { documents: sources.len(), corrections: corrections.len(), ..Account::default() };
    let mut unread: BTreeSet<String> = sources.unread().map(source::stem).collect();
    let mut docs = Vec::with_capacity(pages.len());
    for (page, recognised) in pages.iter().zip(recognised) {
        match recognised {
            Recognised::Model(dialect) => {
                let parts = dialect.parts(page);
                let read: Vec<_> = parts.iter().map(|it| doc::read(it, dialect, sources, cx)).collect();
                account.add(dialect, &parts, &read);
                unread.extend(read.iter().any(Vec::is_empty).then(|| source::stem(&sources.get(page.file).path)));
                docs.extend(read.into_iter().flatten());
            }
            Recognised::Failed => {
                account.failed += 1;
                unread.insert(source::stem(&sources.get(page.file).path));
            }
            Recognised::LeftAlone => account.left_alone += 1,
        }
    }
    config.choices().choose_keys(&mut docs, sources, cx);
    let dialects = docs.iter().map(|it| (sources.get(it.name.span.file).path.clone(), it.dialect.name)).collect();

    let apis = Apis::new(&config.choices().same_api, sources);
    apis.check(cx);
    let (mut schema, merged) = merge::merge(lower::lower(&docs, sources), &apis, cx);
    flattened::mark(&mut schema);
    let corrections: Vec<_> = corrections.iter().flat_map(|it| corrections::read(it, sources, cx)).collect();
    corrections::apply(&corrections, &mut schema, &unread, sources, cx);
    merge::check(&schema, cx);
    let choices = config.choices();
    choices.check(&schema, cx);
    let wanted = prune::prune(&schema, &choices.only);
    account.wanted = wanted.models.len();
    let graph = resolve::resolve(&wanted, &unread, config.chosen_undocumented(), cx);
    let plan = plan::plan(&graph, choices, cx);

    let diagnostics = sink.finish();
    let failed = diagnostics.iter().any(|it| it.level == Level::Error);
    let files = if failed { Vec::new() } else { print::print(&plan, config.file_name()) };
    Outcome { schema, files, diagnostics, dialects, account, merged }
}

impl Account {
    /// A page with its parts and what was read of them.
    fn add(&mut self, dialect: &Dialect, parts: &[Cow<'_, Page>], read: &[Vec<ModelDoc>]) {
        if read.iter().all(Vec::is_empty) {
            self.failed += 1;
            return;
        }
        self.models += 1;
        for (part, docs) in parts.iter().zip(read).filter(|it| !it.1.is_empty()) {
            self.rows += dialect.property_tables(part).iter().map(|it| it.rows.len()).sum::<usize>();
            self.fields += docs.iter().map(|it| it.fields.len()).sum::<usize>();
            self.other_rows += docs.iter().map(|it| it.other_rows).sum::<usize>();
        }
    }
}
