//! What pages say in sections of their own, beside the property table.

use crate::schema::UnionOf;

/// What the headings above the property table are like.
#[derive(Debug, PartialEq, Eq)]
pub struct Title {
    /// What stands before the name of the model in a heading.
    pub before: &'static [&'static str],
    /// What stands after it.
    pub after: &'static [&'static str],
    /// What separates it from the packages before it.
    pub namespace: Option<&'static str>,
    /// Headings that begin a section of their own and name no model; what stands below them is left out.
    pub sections: &'static [&'static str],
    /// How a text starts that says nothing about the model.
    pub noise: &'static [&'static str],
}

impl Title {
    /// A heading that is the name of the model and nothing else.
    pub const BASE: Self = Self { before: &[], after: &[], namespace: None, sections: &[], noise: &[] };

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
    /// One below each heading that has a property table or a list of values right under it.
    OnePerHeading,
    /// One, which has the name of the file: that is what links say, and titles may be alike.
    OnePerFile,
}

/// A form in which known values are listed.
#[derive(Debug, PartialEq, Eq)]
pub struct ValuesForm {
    /// Where they stand.
    pub place: ValuesPlace,
    /// How they are written there.
    pub list: ValuesList,
    /// Whether texts are in quotation marks, so that what is not is a number.
    pub quoted: bool,
}

/// Where known values stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValuesPlace {
    /// Below this heading; they are those of the model.
    OfModel(&'static str),
    /// Below the heading that names the model.
    OfPage,
    /// Below a heading that starts so; the rest of it is a field's name, or the type in its type cell.
    OfField(&'static str),
    /// Below a heading that is the type in a field's type cell.
    OfFieldByType,
    /// In a type cell, which has nothing else, between these two.
    InType(&'static str, &'static str),
    /// In a description, between these two.
    InDescription(&'static str, &'static str),
}

/// How known values are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValuesList {
    /// ``* `NAME` (value: `"text"`)``, one in each line.
    Bullets,
    /// A table with these two columns, the value in the second.
    Rows(&'static str, &'static str),
    /// A table with these columns, the value in the first.
    FirstOf(&'static [&'static str]),
    /// A table with these two columns and one row, the values in the second, separated by commas.
    OneRow(&'static str, &'static str),
    /// `Allowed values: [a, b]`, with this text before them and that after them.
    Line(&'static str, &'static str),
}

/// A form in which the members of a union are listed.
#[derive(Debug, PartialEq, Eq)]
pub struct UnionForm {
    /// The heading above them.
    pub heading: &'static str,
    /// How many of them a value is.
    pub of: UnionOf,
    /// How they are written.
    pub list: UnionList,
}

/// How the members of a union are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnionList {
    /// `* [Fish](Fish.md)`, one in each line.
    Bullets,
    /// A table with these two columns, the type in the first.
    Rows(&'static str, &'static str),
    /// ``:'Fish',`` in code, one in each line.
    Symbols,
}

/// A text that names the key which tells the members of a union apart.
#[derive(Debug, PartialEq, Eq)]
pub struct DiscriminatorText {
    /// What stands before the key.
    pub before: &'static str,
    /// What stands after it.
    pub after: &'static str,
    /// Where its values are listed.
    pub mapping: Option<Mapping>,
}

/// Lines that have a value of the key and the model that it stands for.
#[derive(Debug, PartialEq, Eq)]
pub struct Mapping {
    /// A text before them, in the same block or in one before it.
    pub lead: &'static str,
    /// What stands before the value, at the start of the line.
    pub before: &'static str,
    /// What stands between the value and the model.
    pub between: &'static str,
    /// What stands after the model.
    pub after: &'static str,
}

/// Stands for the name of the model in [`SpecialRow::name`].
pub const OWN_NAME: &str = "";

/// A row of the property table that is no field.
#[derive(Debug, PartialEq, Eq)]
pub struct SpecialRow {
    /// The name in it; [`OWN_NAME`] is the name of the model.
    pub name: &'static str,
    /// What it says.
    pub means: RowMeans,
}

/// What a row says that is no field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowMeans {
    /// The type of what stands under all other keys.
    OtherKeys,
    /// The type of the model itself, if there is no other row and the field is not optional.
    Whole,
    /// The type of the model itself, whatever else the row says.
    Itself,
    /// The types of which the model is one, if the type cell lists several.
    Union,
}

/// What a property table without rows says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EmptyTable {
    /// The model is an object without fields.
    Object,
    /// The model can be anything: the generator writes such a table for what it cannot describe, too.
    Anything,
}

/// Where types stand that a type cell cannot hold: objects, lists and unions that are written in place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nested {
    /// Nowhere.
    No,
    /// In sections of their own, to which the names of fields link.
    Sections(&'static Sections),
    /// In rows below that of the field.
    Rows(&'static Rows),
    /// On pages of their own, to which the sections of fields link.
    Pages(&'static Pages),
}

/// A page on which the model has a section, and so has each type within it to which a row links, in the order
/// of the document and each before those within it. The keys of an object are the property table.
#[derive(Debug, PartialEq, Eq)]
pub struct Sections {
    /// The heading above the table with the type as a whole, which every section has; this table lacks the
    /// first column of the property table.
    pub whole: &'static str,
    /// The heading above the type of the items of a list.
    pub items: &'static str,
    /// The heading above the types of which a value is exactly one.
    pub one_of: &'static str,
    /// The heading above the types of which a value is one or more.
    pub any_of: &'static str,
    /// The heading above the types that a value is all of.
    pub all_of: &'static str,
}

/// A property table in which the rows of an object that is written in place stand below that of its field. Where
/// the model is one or all of several types, each has such a table, and a word stands before the first.
#[derive(Debug, PartialEq, Eq)]
pub struct Rows {
    /// What stands before a name, once for each level.
    pub mark: &'static str,
    /// The name in the row of a type that has none.
    pub whole: &'static str,
    /// The word where a value is exactly one of the types.
    pub one_of: &'static str,
    /// The word where a value is one or more of the types.
    pub any_of: &'static str,
    /// The word where a value is all of the types.
    pub all_of: &'static str,
    /// The columns of the table of known values: the field, and a value of it.
    pub values: [&'static str; 2],
    /// What stands where there is no description.
    pub no_description: &'static str,
}

/// A page on which the model and each of its fields have sections, the headings of which start with the name.
/// Objects that are written in place, and types that are made of several, have such a page, too.
#[derive(Debug, PartialEq, Eq)]
pub struct Pages {
    /// The end of the heading above a type.
    pub ty: &'static str,
    /// The end of the heading above the property table.
    pub properties: &'static str,
    /// The end of the heading above formats, limits and known values.
    pub constraints: &'static str,
    /// The end of the heading above a default.
    pub default: &'static str,
    /// What these headings start with for the type of other keys.
    pub other_keys: &'static str,
    /// The text above the types of which a value is exactly one.
    pub one_of: &'static str,
    /// The text above the types of which a value is one or more.
    pub any_of: &'static str,
    /// The text above the types that a value is all of.
    pub all_of: &'static str,
    /// The columns of the table of known values, the value in the first.
    pub values: &'static [&'static str],
}
