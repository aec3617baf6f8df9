//! What the stages of a run make, for those who watch it.

use crate::build::lower::Lowered;
use crate::build::resolve::Graph;
use crate::read::doc::ModelDoc;
use crate::rust::plan::Plan;
use crate::schema::Schema;
use crate::source::Sources;

/// What a stage made.
#[derive(Clone, Copy, Debug)]
#[cfg_attr(
    not(all(feature = "cli", feature = "internals")),
    allow(dead_code, reason = "build scripts watch what is kept, and the tool what is shown")
)]
pub(crate) enum Stage<'a> {
    /// The pages of all documents, but for those with records.
    Paged,
    /// The dialect of each page.
    Detected,
    /// How many records of an earlier run were used, and the file with those of this run, if it differs from the file
    /// before.
    Recorded { used: usize, file: Option<&'a [u8]> },
    /// What the pages of models say.
    Read { models: &'a [ModelDoc], sources: &'a Sources },
    /// The JSON keys, from the pages, the samples and the calls.
    Keyed,
    /// A model for each page.
    Lowered(&'a [Lowered]),
    /// One schema from the pages of several SDKs.
    Merged(&'a Schema),
    /// The same, with the unions that are documented as objects.
    Inferred(&'a Schema),
    /// The corrected schema.
    Corrected(&'a Schema),
    /// The differences between the samples and the schema.
    Learned,
    /// The models that the configuration asks for, with one field for each key.
    Wanted(&'a Schema),
    /// The graph of the models.
    Resolved(&'a Graph<'a>),
    /// The decisions about the output.
    Planned(&'a Plan),
    /// The file with the keys of what this run printed, if it differs from the file before.
    Printed(&'a [u8]),
}

#[cfg(feature = "internals")]
impl Stage<'_> {
    /// The modules that worked since the stage before.
    pub(crate) fn modules(self) -> &'static str {
        match self {
            Self::Paged => "read::page",
            Self::Detected => "read::detect",
            Self::Recorded { .. } => "read::layout, read::model, read::records",
            Self::Read { .. } => "read::layout, read::model",
            Self::Keyed => "build::keys",
            Self::Lowered(_) => "build::lower",
            Self::Merged(_) => "build::merge",
            Self::Inferred(_) => "build::infer",
            Self::Corrected(_) => "build::corrections",
            Self::Learned => "build::learn",
            Self::Wanted(_) => "build::prune",
            Self::Resolved(_) => "build::resolve",
            Self::Planned(_) => "rust::plan",
            Self::Printed(_) => "rust::emit, rust::print",
        }
    }
}

/// Sees what the stages of a run make.
pub(crate) type Watch<'w> = dyn FnMut(Stage<'_>) + 'w;
