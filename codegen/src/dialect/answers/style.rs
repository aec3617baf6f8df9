//! How the Markdown itself is written.

/// How the Markdown of a page is written. Emphasis rules a dialect out; pipes, small letters and front matter cost
/// points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Style {
    /// Whether names are bold.
    pub names: Emphasis,
    /// Whether types are bold.
    pub types: Emphasis,
    /// Whether the rows of tables have outer pipes. Formatters add them, so this is a hint only.
    pub pipes: Pipes,
    /// Whether the names of fields start with a capital, as in Go and C#. People write others, so this is a hint only.
    pub capitals: bool,
    /// Whether a page has YAML front matter. Site generators add it, so this is a hint only.
    pub front_matter: bool,
}

impl Style {
    /// Anything but front matter.
    pub const BASE: Self = Self {
        names: Emphasis::Either,
        types: Emphasis::Either,
        pipes: Pipes::Either,
        capitals: false,
        front_matter: false,
    };

    /// Names start with a capital.
    pub const CAPITALS: Self = Self { capitals: true, ..Self::BASE };

    /// Types are bold, as in most templates of openapi-generator: `[**Tag**](Tag.md)`.
    pub const BOLD: Self = Self { types: Emphasis::Always, ..Self::BASE };
}

/// Whether the cells of a column are bold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Emphasis {
    /// Each has bold text.
    Always,
    /// None has bold text.
    Never,
    /// It depends on the row, or on the version of the generator.
    Either,
}

/// Whether rows start with a `|`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pipes {
    /// All do.
    Always,
    /// None does.
    Never,
    /// It depends on the version of the generator.
    Either,
}
