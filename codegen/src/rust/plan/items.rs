//! What the output consists of. Nothing is left to decide.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::docs::Docs;
use super::features::FeaturePlan;
use super::types::RustType;
use crate::rust::earlier::PrintedStruct;
use crate::rust::names::{ConstantIdent, FieldIdent, SetterIdent, TypeIdent};
use crate::rust::options::{Dates, Foreign, UnknownKeys};

/// The output, file by file.
#[derive(Debug)]
pub struct Plan {
    /// The types of dates that the support module implements its traits for.
    pub dates: Dates,
    /// The names of types and crates that the output uses itself, with their full paths.
    pub shadowed: BTreeMap<&'static str, &'static str>,
    /// The types of which only serde's traits are known.
    pub foreign: Foreign,
    /// For each API whose documents do not spell the JSON keys, one line about their case.
    pub keys: Vec<String>,
    /// The file of the models that are in no folder of their own, perhaps without items.
    pub root: FilePlan,
    /// The files of the other models.
    pub parts: Vec<FilePlan>,
    /// Whether the items of each of these are in a module.
    pub module_per_folder: bool,
    /// The names of the modules for the models of other APIs.
    pub modules: Vec<String>,
    /// Whether the items are in such a module, and the support module is around it.
    pub is_module: bool,
    /// How many structs an earlier run printed.
    #[cfg_attr(not(feature = "internals"), allow(dead_code, reason = "for tests"))]
    pub reused: usize,
}

/// What belongs into a file.
#[derive(Debug)]
pub struct Placed<I = Item> {
    pub piece: Piece<I>,
    /// The position of the file among the parts. Without one, it is that of the root.
    pub part: Option<usize>,
}

/// An item, or a struct that an earlier run printed.
#[derive(Debug)]
pub enum Piece<I = Item> {
    Item(I),
    Earlier(PrintedStruct),
}

impl Plan {
    /// The file of the root, or the part at a position.
    pub fn file(&self, part: Option<usize>) -> &FilePlan {
        part.map_or(&self.root, |part| &self.parts[part])
    }

    /// See [`Plan::file`].
    pub(super) fn file_mut(&mut self, part: Option<usize>) -> &mut FilePlan {
        part.map_or(&mut self.root, |part| &mut self.parts[part])
    }

    /// Keeps items, for what is not only printed.
    #[cfg(feature = "cli")]
    pub fn keep(&mut self, items: Vec<Placed>) {
        for Placed { piece, part } in items {
            if let Piece::Item(item) = piece {
                self.file_mut(part).items.push(item);
            }
        }
    }

    /// Whether the items of a file are in a module of their own.
    pub fn is_in_module(&self, file: &FilePlan) -> bool {
        self.module_per_folder && file.stem != self.root.stem
    }
}

/// A file.
#[derive(Debug)]
pub struct FilePlan {
    /// Its name without folder and extension, which is also that of a module for its items.
    pub stem: String,
    /// The folder of the documents.
    pub folder: String,
    /// The feature with which it is compiled. Without one, it always is.
    pub feature: Option<FeaturePlan>,
    /// How many models it has.
    pub models: usize,
    /// Its items, in order, if they are kept.
    #[cfg_attr(not(feature = "cli"), allow(dead_code, reason = "a build script keeps none"))]
    pub items: Vec<Item>,
}

/// An item of a file.
#[derive(Debug)]
pub enum Item {
    /// A documented model.
    Struct(StructPlan),
    /// An enum of allowed values.
    Enum(EnumPlan),
    /// Another name for a type that has allowed values.
    Alias(AliasPlan),
    /// An enum of types.
    Union(UnionPlan),
    /// A model that no document describes.
    Opaque(OpaquePlan),
}

impl Item {
    /// Its name.
    pub fn ident(&self) -> &TypeIdent {
        match self {
            Self::Struct(plan) => &plan.ident,
            Self::Enum(plan) => &plan.ident,
            Self::Alias(plan) => &plan.ident,
            Self::Union(plan) => &plan.ident,
            Self::Opaque(plan) => &plan.ident,
        }
    }
}

/// A struct.
#[derive(Debug)]
pub struct StructPlan {
    /// Its name.
    pub ident: TypeIdent,
    /// Its name in the documents.
    pub name: String,
    /// The key under which its text is kept for the next run, if it is.
    pub key: Option<u64>,
    /// Its documentation.
    pub docs: Docs,
    /// Attributes from the configuration, as Rust text.
    pub attributes: Vec<String>,
    /// Its fields.
    pub fields: Vec<FieldPlan>,
    /// The field for everything that its document does not describe.
    pub extra: Option<ExtraPlan>,
    /// How reading it differs from total reading.
    pub reading: Vec<ReadingRule>,
    /// The traits it implements besides those that every model implements.
    pub abilities: Vec<Ability>,
    /// What its constructor takes, if it has one.
    pub required: Option<RequiredPlan>,
    /// The documented defaults of its fields.
    pub defaults: Vec<DefaultPlan>,
}

/// A struct of the values that are needed to make a model.
#[derive(Debug)]
pub struct RequiredPlan {
    /// Its name.
    pub ident: TypeIdent,
    /// Its documentation.
    pub docs: Docs,
    /// Its fields.
    pub fields: Vec<RequiredFieldPlan>,
}

/// A value that is needed to make a model.
#[derive(Debug)]
pub struct RequiredFieldPlan {
    /// The name of its field, in both structs.
    pub ident: FieldIdent,
    /// Its documentation.
    pub docs: Docs,
    /// Its type.
    pub ty: RustType,
}

/// The documented default of a field.
#[derive(Debug)]
pub struct DefaultPlan {
    /// The name of the constant.
    pub ident: ConstantIdent,
    /// Its documentation.
    pub docs: Docs,
    /// Its type.
    pub ty: ConstantType,
    /// Its value.
    pub value: ConstantValue,
}

/// The type of a constant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConstantType {
    /// A string slice.
    Text,
    /// A type without a part on the heap.
    Plain(RustType),
    /// A slice.
    List(Box<Self>),
}

/// The value of a constant.
#[derive(Clone, Debug, PartialEq)]
pub enum ConstantValue {
    /// A text.
    Text(String),
    /// `true` or `false`.
    Boolean(bool),
    /// An integer that its type has room for.
    Integer(serde_json::Number),
    /// A number with a fraction.
    Float(f64),
    /// A variant of an enum.
    Variant(TypeIdent, TypeIdent),
    /// Several values.
    List(Vec<Self>),
}

/// The field for everything that a document does not describe.
#[derive(Debug)]
pub struct ExtraPlan {
    /// Its name.
    pub ident: FieldIdent,
    /// Attributes from the configuration, as Rust text.
    pub attributes: Vec<String>,
}

/// A field.
#[derive(Debug)]
pub struct FieldPlan {
    /// Its name.
    pub ident: FieldIdent,
    /// Its documentation.
    pub docs: Docs,
    /// Attributes from the configuration, as Rust text.
    pub attributes: Vec<String>,
    /// Its key in JSON.
    pub key: String,
    /// Its type in the terms of the documents.
    pub documented: Cow<'static, str>,
    /// Its type.
    pub ty: RustType,
    /// Its setter.
    pub setter: SetterPlan,
    /// Whether using it causes a warning.
    pub deprecated: bool,
}

/// A method that sets a field to a value, see [`RustType::value`].
#[derive(Debug)]
pub struct SetterPlan {
    /// Its name.
    pub ident: SetterIdent,
    /// Its documentation.
    pub docs: SetterDocs,
    /// Whether it takes an `Option` of the value, too.
    pub takes_option: bool,
}

/// The documentation of a setter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SetterDocs {
    /// The summary of that of the field.
    Summary,
    /// A link to the field, which the document does not describe.
    Link,
}

/// A difference from total reading, which accepts every object and loses nothing of it.
#[derive(Debug, PartialEq, Eq)]
pub enum ReadingRule {
    /// A value of the wrong type is an error.
    Strict,
    /// Unknown keys are not kept.
    UnknownKeys(UnknownKeys),
    /// A value of the wrong type is an error for the fields at these positions.
    Exact(Vec<usize>),
    /// The keys of the fields at these positions must be present.
    Demanded(Vec<usize>),
    /// The fields at these positions are written as `null` if they have no value.
    AsNull(Vec<usize>),
    /// The fields at these positions are written as `null` if they were read from it.
    KeepsNull(Vec<usize>),
    /// These keys are assumptions, so that other spellings of them are accepted.
    Guessed(GuessedKeys),
    /// The integers of the fields at these positions are text in JSON.
    Texts(Vec<usize>),
}

/// The keys of a model that are assumptions.
#[derive(Debug, PartialEq, Eq)]
pub enum GuessedKeys {
    /// Those of the fields at these positions.
    These(Vec<usize>),
    /// All of them.
    All,
}

/// A trait of the standard library that only some models implement. The macros of the support module expect them in
/// this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ability {
    /// For models without demanded keys.
    Default,
    /// For models that own no memory on the heap.
    Copy,
}

impl Ability {
    /// The name of the trait.
    pub fn name(self) -> &'static str {
        match self {
            Self::Default => "Default",
            Self::Copy => "Copy",
        }
    }
}

/// What allowed values are in JSON, if they have an enum.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ValueKind {
    /// Strings.
    Text,
    /// Integers.
    Integer,
}

/// An enum of strings or integers that accepts every other one.
#[derive(Debug)]
pub struct EnumPlan {
    /// What the values are.
    pub kind: ValueKind,
    /// Its name in the documents, if it is a model of its own and not of a field.
    pub name: Option<String>,
    /// Its name.
    pub ident: TypeIdent,
    /// Its documentation.
    pub docs: Docs,
    /// Attributes from the configuration, as Rust text.
    pub attributes: Vec<String>,
    /// The allowed values.
    pub variants: Vec<VariantPlan>,
    /// The variant for all other strings.
    pub unlisted: UnlistedPlan,
}

/// The variant of an enum for all values that have no variant.
#[derive(Debug)]
pub struct UnlistedPlan {
    /// Its name.
    pub ident: TypeIdent,
    /// Attributes from the configuration, as Rust text.
    pub attributes: Vec<String>,
}

/// An allowed value.
#[derive(Debug)]
pub struct VariantPlan {
    /// Its name.
    pub ident: TypeIdent,
    /// Its documentation.
    pub docs: Docs,
    /// Attributes from the configuration, as Rust text.
    pub attributes: Vec<String>,
    /// The value.
    pub value: String,
    /// The numbers that may be instead of it in JSON.
    pub numbers: Vec<i64>,
}

/// An enum of types that accepts every JSON value.
#[derive(Debug)]
pub struct UnionPlan {
    /// Its name.
    pub ident: TypeIdent,
    /// Its name in the documents.
    pub name: String,
    /// Its documentation.
    pub docs: Docs,
    /// Attributes from the configuration, as Rust text.
    pub attributes: Vec<String>,
    /// The types, in the order of the document.
    pub cases: Vec<CasePlan>,
    /// The positions of the types in the order in which they are tried.
    pub order: Vec<usize>,
    /// The variant for all other values.
    pub unlisted: UnlistedPlan,
    /// The key whose value selects the type of an object.
    pub tag: Option<String>,
    /// Whether a value of none of the types is an error.
    pub strict: bool,
}

/// One of the types of a union.
#[derive(Debug)]
pub struct CasePlan {
    /// The name of its variant.
    pub ident: TypeIdent,
    /// Its documentation.
    pub docs: Docs,
    /// Attributes from the configuration, as Rust text.
    pub attributes: Vec<String>,
    /// The type of the variant's field.
    pub ty: RustType,
    /// The type of its value, without `Box`.
    pub value: RustType,
    /// The values of the tag that select it.
    pub tags: Vec<String>,
    /// The keys that its document requires.
    pub requires: Vec<String>,
}

/// Another name for a type that has allowed values.
#[derive(Debug)]
pub struct AliasPlan {
    /// The name.
    pub ident: TypeIdent,
    /// Its documentation.
    pub docs: Docs,
    /// The type.
    pub target: RustType,
}

/// A type for any JSON value.
#[derive(Debug)]
pub struct OpaquePlan {
    /// Its name.
    pub ident: TypeIdent,
    /// Its documentation.
    pub docs: Docs,
    /// Attributes from the configuration, as Rust text.
    pub attributes: Vec<String>,
    /// Attributes from the configuration for its field, as Rust text.
    pub value_attributes: Vec<String>,
}
