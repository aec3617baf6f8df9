//! The structure of a page around the property table.

use crate::schema::UnionOf;

/// The headings above the property table.
#[derive(Debug, PartialEq, Eq)]
pub struct Title {
    /// Text before the name of the model.
    pub before: &'static [&'static str],
    /// Text after it.
    pub after: &'static [&'static str],
    /// What separates the name from the packages before it.
    pub namespace: Option<&'static str>,
    /// Headings of sections whose code is the name of the model; the heading of the page has spaces between the words
    /// of the name.
    pub named_below: &'static [&'static str],
    /// Whether the name of the file is that of the model in another case.
    pub other_file_case: bool,
    /// Whether names are unique within a folder only, and types have the folder before the name: `operations.Data`.
    pub per_folder: bool,
    /// Headings of sections that describe something else, which is ignored.
    pub sections: &'static [&'static str],
    /// The start of paragraphs that are not about the model.
    pub noise: &'static [&'static str],
    /// The start of headings below the model whose tables are about something else than JSON.
    pub beside: &'static [&'static str],
    /// The heading above links to all models of the page. A heading that is linked there and has no table below it is
    /// that of an object without fields.
    pub contents: Option<&'static str>,
}

impl Title {
    /// A heading that is the name of the model and nothing else.
    pub const BASE: Self = Self {
        before: &[],
        after: &[],
        namespace: None,
        named_below: &[],
        other_file_case: false,
        per_folder: false,
        sections: &[],
        noise: &[],
        beside: &[],
        contents: None,
    };

    /// The name of the model in a heading.
    pub fn name_in<'t>(&self, heading: &'t str) -> &'t str {
        let name = self.before.iter().find_map(|it| heading.strip_prefix(it)).unwrap_or(heading).trim();
        let name = name.trim_matches('`');
        let name = self.after.iter().find_map(|it| name.strip_suffix(it)).unwrap_or(name).trim();
        self.namespace.and_then(|it| name.rsplit_once(it)).map_or(name, |it| it.1)
    }
}

/// How many models a page describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Models {
    /// One.
    OnePerPage,
    /// One below each heading that a property table or a list of values follows.
    OnePerHeading,
    /// One, with the name of the file: links refer to it, and titles need not be unique.
    OnePerFile,
}

/// A list of allowed values.
#[derive(Debug, PartialEq, Eq)]
pub struct ValuesForm {
    /// Where it is.
    pub place: ValuesPlace,
    /// How it is written.
    pub list: ValuesList,
    /// Whether text is in quotation marks, so that a value without them is a number.
    pub quoted: bool,
    /// What is between values in a line or cell.
    pub separator: &'static str,
}

impl ValuesForm {
    /// A list without quotation marks. Values in a line or cell are separated by `, `.
    pub const fn new(place: ValuesPlace, list: ValuesList) -> Self {
        Self { place, list, quoted: false, separator: ", " }
    }

    /// The same list with quotation marks.
    pub const fn quoted(self) -> Self {
        Self { quoted: true, ..self }
    }

    /// The same list with another separator in a line or cell: ` / `.
    pub const fn separated_by(self, separator: &'static str) -> Self {
        Self { separator, ..self }
    }
}

/// Where allowed values are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValuesPlace {
    /// Below this heading, for the model.
    OfModel(&'static str),
    /// Below the heading with the name of the model.
    OfPage,
    /// Below a heading with this start; the rest is the name of a field or the type in its type cell.
    OfField(&'static str),
    /// Below a heading that is the type in the type cell of a field.
    OfFieldByType,
    /// In a type cell without other text, between these two.
    InType(&'static str, &'static str),
    /// In a description, between these two.
    InDescription(&'static str, &'static str),
}

/// How allowed values are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValuesList {
    /// One per line: ``* `NAME` (value: `"text"`)``, or as literals: ``- `"text"` ``.
    Bullets,
    /// In a table with these two columns, the value in the second.
    Rows(&'static str, &'static str),
    /// In a table with these columns, the value in the first.
    FirstOf(&'static [&'static str]),
    /// In a table with these two columns and one row, all values in the second.
    OneRow(&'static str, &'static str),
    /// All in one line, between these two: `Allowed values: [a, b]`.
    Line(&'static str, &'static str),
    /// In code, as literals: `"a" | "b"`.
    Literals,
    /// In a table with these columns, in the last one as in bullets: ``(value: `"text"`)``.
    BulletOf(&'static [&'static str]),
    /// In a table with these columns, each in bold in the first.
    BoldOf(&'static [&'static str]),
    /// In a table with these columns, the name that the SDK gives to the value in the first. How the API spells the
    /// values is found in what the documents quote.
    NameOf(&'static [&'static str]),
}

/// A list of the members of a union.
#[derive(Debug, PartialEq, Eq)]
pub struct UnionForm {
    /// The heading above them.
    pub heading: &'static str,
    /// How many of them a value matches.
    pub of: UnionOf,
    /// How they are written.
    pub list: UnionList,
}

/// How the members of a union are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnionList {
    /// One per line: `* [Fish](Fish.md)`.
    Bullets,
    /// In a table with these two columns, the type in the first.
    Rows(&'static str, &'static str),
    /// In code, one per line: ``:'Fish',``.
    Symbols,
    /// In a table with these columns, the type in the first.
    FirstOf(&'static [&'static str]),
    /// In headings, each followed by code: ``### `Fish` ``.
    Headings,
    /// In the code below headings, before these texts and after an opening bracket: `CreatePetFish(Fish{/* …`.
    InCode(&'static str),
}

/// Text that names the discriminator of a union.
#[derive(Debug, PartialEq, Eq)]
pub struct DiscriminatorText {
    /// The text before the key.
    pub before: &'static str,
    /// The text after it.
    pub after: &'static str,
    /// Where its values are listed.
    pub mapping: Option<Mapping>,
}

/// Lines with a value of the discriminator and its model.
#[derive(Debug, PartialEq, Eq)]
pub struct Mapping {
    /// Text before them, in the same block or an earlier one.
    pub lead: &'static str,
    /// The start of the line, before the value.
    pub before: &'static str,
    /// The text between the value and the model.
    pub between: &'static str,
    /// The text after the model.
    pub after: &'static str,
}

/// A row of the property table that is not a field.
#[derive(Debug, PartialEq, Eq)]
pub struct SpecialRow {
    /// The name in it; `None` if it is the name of the model.
    pub name: Option<&'static str>,
    /// What it means.
    pub means: RowMeans,
}

/// What a row means that is not a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowMeans {
    /// The type of additional properties.
    OtherKeys,
    /// The map of additional properties, if the field is optional and its type is a map.
    OtherKeysMap,
    /// The type of the model, if there is no other row and the field is not optional; a row for additional properties
    /// may be beside it if model and field have the same description.
    Whole,
    /// The type of the model, if there is no other row.
    Itself,
    /// The members of a union, if there is no other row and the type cell lists several.
    Union,
}

/// What a property table without rows means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmptyTable {
    /// The model is an object without fields.
    Object,
    /// The model can be anything, because the generator also writes such a table for what it cannot describe.
    Anything,
}

/// Where inline objects, lists and unions are described, which do not fit in a type cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nested {
    /// Nowhere.
    No,
    /// In sections that the names of fields link to.
    Sections(&'static Sections),
    /// In the rows after that of the field.
    Rows(&'static Rows),
    /// On pages that the sections of fields link to.
    Pages(&'static Pages),
}

/// A page with a section for the model and one for each type within it that a row links to, in the order of the
/// document, outer types before inner ones. The property table has the keys of an object.
#[derive(Debug, PartialEq, Eq)]
pub struct Sections {
    /// The heading above the table with the type itself, in every section. It has the columns of the property
    /// table except the first.
    pub whole: &'static str,
    /// The heading above the type of the items of a list.
    pub items: &'static str,
    /// The heading above types of which a value matches exactly one.
    pub one_of: &'static str,
    /// The heading above types of which a value matches one or more.
    pub any_of: &'static str,
    /// The heading above types all of which a value matches.
    pub all_of: &'static str,
}

/// A property table in which the row of a field is followed by those of its inline object. If a type is one or all of
/// several, each of these has such a table, with a word above it. A table after them goes on with the fields.
#[derive(Debug, PartialEq, Eq)]
pub struct Rows {
    /// The mark before a name, once per level.
    pub mark: &'static str,
    /// The name in the row of a type without a name.
    pub whole: &'static str,
    /// The word if a value matches exactly one of the types.
    pub one_of: &'static str,
    /// The word if a value matches one or more of the types.
    pub any_of: &'static str,
    /// The word if a value matches all of the types.
    pub all_of: &'static str,
    /// The words above the types after the first.
    pub next: &'static [&'static str],
    /// The word if no value matches the type.
    pub not: &'static str,
    /// The word above the fields that follow such types.
    pub continued: &'static str,
    /// What is written in place of a table without rows.
    pub nothing: &'static str,
    /// The columns of the table of allowed values: the field and a value.
    pub values: [&'static str; 2],
    /// What is written if there is no description.
    pub no_description: &'static str,
}

/// A page with sections for the model and each of its fields, whose headings start with the name. Inline objects
/// and types composed of several have such a page, too.
#[derive(Debug, PartialEq, Eq)]
pub struct Pages {
    /// The end of the heading above a type.
    pub ty: &'static str,
    /// The end of the heading above the property table.
    pub properties: &'static str,
    /// The end of the heading above formats, constraints and allowed values.
    pub constraints: &'static str,
    /// The end of the heading above a default.
    pub default: &'static str,
    /// The start of these headings for the type of additional properties.
    pub other_keys: &'static str,
    /// The text above types of which a value matches exactly one.
    pub one_of: &'static str,
    /// The text above types of which a value matches one or more.
    pub any_of: &'static str,
    /// The text above types all of which a value matches.
    pub all_of: &'static str,
    /// The columns of the table of allowed values, the value in the first.
    pub values: &'static [&'static str],
    /// The first column of the table that sums up the document and is not about fields.
    pub summary: &'static str,
    /// The column of that table that says whether values are only read or only written.
    pub access: &'static str,
    /// What that column has if they are not.
    pub no_access: &'static str,
    /// The end of the heading above types that have pages of their own.
    pub definitions: &'static str,
}
