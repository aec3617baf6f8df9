//! The dialects that others are derived from.

use super::{Dialect, EmptyTable, KeyCase, Models, Nested, NullableRule, PresenceRule, Style, Title, WireRule, words};

impl Dialect {
    /// A page per model, whose property table has the types of this project and the notes of openapi-generator.
    ///
    /// A dialect of your own states what differs: `Dialect { name: "ours", columns: COLUMNS, ..Dialect::BASE }`.
    pub const BASE: Self = Self {
        name: "base",
        about: "the answers of a dialect that states nothing else",
        evidence: &[],
        style: Style::BASE,
        models: Models::OnePerPage,
        title: &Title::BASE,
        section: Some("Properties"),
        whole: None,
        columns: words::OPENAPI_COLUMNS,
        more_columns: &[],
        no_description: &[],
        described: None,
        nested: Nested::No,
        empty: EmptyTable::Object,
        rows: &[],
        types: &words::HOUSE,
        notes: words::OPENAPI_NOTES,
        phrases: &[],
        presence: PresenceRule::Said,
        nullable: NullableRule::Never,
        defaults: &words::QUOTED_DEFAULTS,
        values: &[],
        unions: &[],
        discriminators: &[],
        wire: WireRule::BASE,
        prose: None,
    };

    /// What most templates of openapi-generator and swagger-codegen have in common.
    pub const OPENAPI: Self = Self {
        name: "openapi",
        about: "the answers that most generators of the openapi family share",
        style: Style::BOLD,
        empty: EmptyTable::Anything,
        defaults: &words::CLIENT_DEFAULTS,
        wire: WireRule { case: KeyCase::LikelyAsSpelled, ..WireRule::BASE },
        ..Self::BASE
    };
}
