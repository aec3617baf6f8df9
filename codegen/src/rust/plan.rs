//! Stage 9, plan: every decision that the output needs. Below here nothing is decided and nothing fails
//! but the disk.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use crate::build::resolve::Graph;
use crate::diag::Sink;
use crate::rust::names::{FieldIdent, Scope, TypeIdent};
use crate::rust::options::{Dates, Options, UnknownKeys};
use crate::schema::{Assumption, Model, ModelName, Origin, Scalar, Shape, Type};

mod docs;
mod files;
mod layout;
mod naming;
mod paths;
mod structure;
mod union;
mod values;

use layout::Layout;
use naming::EnumNames;
use paths::Paths;
use values::ValueSets;

/// The output, file by file.
#[derive(Debug)]
pub struct Plan {
    /// The types of dates that the support module needs to know.
    pub dates: Dates,
    /// The file that includes the others.
    pub root: FilePlan,
    /// The others.
    pub parts: Vec<FilePlan>,
}

/// A file.
#[derive(Debug)]
pub struct FilePlan {
    /// Its name without folder and extension; unused for the root.
    pub stem: String,
    /// What is in it, in order.
    pub items: Vec<Item>,
}

/// Something that a file defines.
#[derive(Debug)]
pub enum Item {
    /// A documented model.
    Struct(StructPlan),
    /// Known values.
    Enum(EnumPlan),
    /// Another name for known values.
    Alias(AliasPlan),
    /// One of several types.
    Union(UnionPlan),
    /// A model that no document describes.
    Opaque(OpaquePlan),
}

/// A struct.
#[derive(Debug)]
pub struct StructPlan {
    /// Its name.
    pub ident: TypeIdent,
    /// Its name in the documents.
    pub name: String,
    /// The lines of its documentation.
    pub docs: Vec<String>,
    /// Attributes that the configuration asks for, as Rust text.
    pub attributes: Vec<String>,
    /// Its fields.
    pub fields: Vec<FieldPlan>,
    /// The field for what its document does not foresee.
    pub extra: Option<FieldIdent>,
    /// How reading it differs from total reading.
    pub reading: Vec<ReadingRule>,
    /// What it can do besides what every model can.
    pub abilities: Vec<Ability>,
    /// The positions of the fields that its constructor takes.
    pub required: Vec<usize>,
}

/// A field.
#[derive(Debug)]
pub struct FieldPlan {
    /// Its name.
    pub ident: FieldIdent,
    /// The lines of its documentation.
    pub docs: Vec<String>,
    /// Its key in JSON.
    pub key: String,
    /// Its type in the words of the documents.
    pub documented: String,
    /// Its type.
    pub ty: RustType,
    /// The type of its value, without what makes it optional or puts it in a box.
    pub value: RustType,
    /// The name of its setter.
    pub setter: FieldIdent,
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
}

/// A trait of the standard library that only some models can have. They are listed in this order, in which the
/// macros of the support module take them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ability {
    /// Nothing must be there.
    Default,
    /// There are no floats in it.
    Eq,
    /// There are no floats in it.
    Hash,
    /// There is nothing on the heap in it.
    Copy,
}

/// A type, as it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RustType {
    /// The path before the parameters.
    pub path: String,
    /// The parameters.
    pub args: Vec<RustType>,
}

impl RustType {
    /// A type without parameters.
    pub fn plain(path: impl Into<String>) -> Self {
        Self { path: path.into(), args: Vec::new() }
    }

    /// A type with parameters.
    pub fn with(path: impl Into<String>, args: Vec<Self>) -> Self {
        Self { path: path.into(), args }
    }
}

impl fmt::Display for RustType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path)?;
        for (idx, arg) in self.args.iter().enumerate() {
            write!(f, "{}{arg}", if idx == 0 { "<" } else { ", " })?;
        }
        f.write_str(if self.args.is_empty() { "" } else { ">" })
    }
}

/// An enum of texts that takes any text.
#[derive(Debug)]
pub struct EnumPlan {
    /// Its name.
    pub ident: TypeIdent,
    /// The lines of its documentation.
    pub docs: Vec<String>,
    /// Attributes that the configuration asks for, as Rust text.
    pub attributes: Vec<String>,
    /// The known values.
    pub variants: Vec<VariantPlan>,
    /// The variant for all other texts.
    pub unlisted: TypeIdent,
}

/// A known value.
#[derive(Debug)]
pub struct VariantPlan {
    /// Its name.
    pub ident: TypeIdent,
    /// The lines of its documentation.
    pub docs: Vec<String>,
    /// The value.
    pub value: String,
}

/// An enum of types that takes any JSON value.
#[derive(Debug)]
pub struct UnionPlan {
    /// Its name.
    pub ident: TypeIdent,
    /// Its name in the documents.
    pub name: String,
    /// The lines of its documentation.
    pub docs: Vec<String>,
    /// Attributes that the configuration asks for, as Rust text.
    pub attributes: Vec<String>,
    /// The types, in the order of the document.
    pub cases: Vec<CasePlan>,
    /// The positions of the types in the order in which they are tried.
    pub order: Vec<usize>,
    /// The variant for all other values.
    pub unlisted: TypeIdent,
    /// The key whose text tells which type an object is.
    pub tag: Option<String>,
    /// Whether a value of none of the types is refused.
    pub strict: bool,
    /// What it can do besides what every union can.
    pub abilities: Vec<Ability>,
}

/// One of the types of a union.
#[derive(Debug)]
pub struct CasePlan {
    /// The name of its variant.
    pub ident: TypeIdent,
    /// The lines of its documentation.
    pub docs: Vec<String>,
    /// What the variant holds.
    pub ty: RustType,
    /// The type of its value, without what puts it in a box.
    pub value: RustType,
    /// The texts that tell it.
    pub tags: Vec<String>,
    /// The keys that the document requires of it.
    pub requires: Vec<String>,
}

/// Another name for known values.
#[derive(Debug)]
pub struct AliasPlan {
    /// The name.
    pub ident: TypeIdent,
    /// The lines of its documentation.
    pub docs: Vec<String>,
    /// What it stands for.
    pub target: TypeIdent,
}

/// A type for any JSON value.
#[derive(Debug)]
pub struct OpaquePlan {
    /// Its name.
    pub ident: TypeIdent,
    /// The lines of its documentation.
    pub docs: Vec<String>,
    /// Attributes that the configuration asks for, as Rust text.
    pub attributes: Vec<String>,
}

/// Decides everything. Files are named after folders, without the folders of SDKs.
pub fn plan(graph: &Graph<'_>, sdks: &BTreeSet<String>, options: &Options, sink: &mut Sink) -> Plan {
    let mut types = Scope::new();
    let names = naming::models(graph, &mut types, sink);
    let enums = naming::enums(graph.schema, &names, &mut types, sink);
    let paths = Paths::new(names.values().chain(enums.values()), options.dates);
    let layout = Layout::new(graph, options);
    let planner = Planner { graph, options, names, enums, paths, layout };
    let mut files = planner.files(sdks, sink);
    let mut root = FilePlan { stem: String::new(), items: files.remove("").unwrap_or_default() };
    root.items.extend(graph.undocumented.keys().map(|name| Item::Opaque(planner.opaque(name, sink))));
    let mut stems = Scope::new();
    stems.claim_field(SUPPORT, SUPPORT);
    let part = |(folder, items): (String, Vec<Item>)| {
        let stem = stems.claim_field(&folder, &folder).ident.plain().to_owned();
        FilePlan { stem, items }
    };
    Plan { dates: options.dates, root, parts: files.into_iter().map(part).collect() }
}

/// The name of the module that generated models share.
pub const SUPPORT: &str = "support";

struct Planner<'a> {
    graph: &'a Graph<'a>,
    options: &'a Options,
    names: BTreeMap<&'a ModelName, TypeIdent>,
    enums: EnumNames<'a>,
    paths: Paths,
    layout: Layout<'a>,
}

impl Planner<'_> {
    /// The items by the folder of their document. The enums of a model follow it.
    fn files(&self, sdks: &BTreeSet<String>, sink: &mut Sink) -> BTreeMap<String, Vec<Item>> {
        let mut files: BTreeMap<String, Vec<Item>> = BTreeMap::new();
        let mut sets = ValueSets::default();
        let mut folders = files::folders(self.graph.schema, sdks);
        for (name, model) in &self.graph.schema.models {
            let items = files.entry(folders.remove(name).unwrap_or_default()).or_default();
            match &model.shape {
                Shape::Object(_) => items.push(Item::Struct(self.structure(name, model, sink))),
                Shape::Values { of: Scalar::String, values } => {
                    items.push(Item::Enum(self.model_values(name, model, values, sink)));
                }
                Shape::Union(union) => items.push(Item::Union(self.union(name, model, union, sink))),
                // A field has the type that the name stands for.
                Shape::Values { .. } | Shape::Alias(_) => {}
            }
            let fields = model.fields().iter().enumerate();
            items.extend(fields.filter_map(|(idx, field)| self.enumeration(name, idx, field, &mut sets, sink)));
        }
        files
    }

    fn opaque(&self, name: &ModelName, sink: &mut Sink) -> OpaquePlan {
        let docs = vec![
            format!("{}: any JSON value.", docs::code(&name.0)),
            String::new(),
            "Other documents refer to this model, but no document describes it.".to_owned(),
        ];
        OpaquePlan { ident: self.ident(name), docs, attributes: self.attributes(name, sink) }
    }

    fn model_docs(&self, name: &ModelName, model: &Model) -> Vec<String> {
        let mut docs = self.text(model.description.as_deref().unwrap_or_default());
        if docs.is_empty() {
            docs.push(format!("{}.", docs::code(&name.0)));
        }
        if let Some(ty) = model.other_keys.as_ref().map(|it| &it.ty).filter(|ty| **ty != Type::Scalar(Scalar::Any)) {
            docs.extend([String::new(), format!("Additional keys hold {}.", docs::code(&ty.to_string()))]);
        }
        docs.push(String::new());
        docs.extend(provenance(model));
        if model.assumed.contains(&Assumption::FlattenedUnion) {
            docs.extend([String::new()].into_iter().chain(self.text(FLATTENED)));
        }
        docs
    }

    fn ident(&self, name: &ModelName) -> TypeIdent {
        // Every model that a type names is documented or in `undocumented`, and has a name.
        self.names.get(name).cloned().unwrap_or_else(|| Scope::new().claim_type(&name.0, "").ident)
    }

    fn text(&self, text: &str) -> Vec<String> {
        docs::lines(text, &|word| self.names.get(&ModelName(word.to_owned())).map(ToString::to_string))
    }
}

/// See [`Assumption::FlattenedUnion`].
const FLATTENED: &str = "The document lists the fields of several models together. A value is probably one of these \
                         models, so no field is required.";

/// Each document in a piece of its own, however long a line gets.
fn provenance(model: &Model) -> Vec<String> {
    let also = model.merged.also.iter().map(|it| &it.origin);
    let place = |it: &Origin| format!("{}, line {}", docs::code(&it.path), it.line);
    let places: Vec<String> = std::iter::once(&model.origin).chain(also).map(place).collect();
    match &*places {
        [place] => vec![format!("Document: {place}.")],
        _ => docs::wrapped(&format!("Documents: {}.", places.join("; "))),
    }
}
