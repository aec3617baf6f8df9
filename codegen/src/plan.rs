//! Stage 9, plan: every decision that the output needs. Below here nothing is decided and nothing fails
//! but the disk.

use std::collections::BTreeMap;

use crate::diag::Sink;
use crate::names::{FieldIdent, Scope, TypeIdent};
use crate::resolve::Graph;
use crate::schema::{Field, Model, ModelName, Origin, Presence, Scalar, Shape, Type, Values};

mod docs;
mod naming;
mod paths;

use naming::EnumNames;
use paths::Paths;

/// Which types stand for dates and times in generated code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dates {
    /// `jiff::Timestamp` and `jiff::civil::Date`.
    #[default]
    Jiff,
    /// `chrono::DateTime<chrono::FixedOffset>` and `chrono::NaiveDate`.
    Chrono,
    /// `time::OffsetDateTime` and `time::Date`, in wrappers that are part of the generated code: the
    /// crate has no serde format for lists and maps of them. Needs its features `serde-human-readable`,
    /// `macros`, `formatting` and `parsing`.
    Time,
    /// `String`.
    Text,
}

/// The output, file by file.
#[derive(Debug)]
pub struct Plan {
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
    /// The known values of a field.
    Enum(EnumPlan),
    /// A model that no document describes.
    Opaque(OpaquePlan),
    /// The wrappers of [`Dates::Time`].
    TimeWrappers {
        /// The name of the date-time.
        date_time: TypeIdent,
        /// The name of the date.
        date: TypeIdent,
    },
}

/// A struct.
#[derive(Debug)]
pub struct StructPlan {
    /// Its name.
    pub ident: TypeIdent,
    /// The lines of its documentation.
    pub docs: Vec<String>,
    /// Whether serde's camel case gives most keys.
    pub camel_case: bool,
    /// Its fields.
    pub fields: Vec<FieldPlan>,
}

/// A field.
#[derive(Debug)]
pub struct FieldPlan {
    /// Its name.
    pub ident: FieldIdent,
    /// The lines of its documentation.
    pub docs: Vec<String>,
    /// Its key, where serde's rule does not give it.
    pub key: Option<String>,
    /// What happens when the key is absent, and when there is nothing to write.
    pub absent: Absent,
    /// Its type.
    pub ty: RustType,
}

/// What a field is when its key is absent.
#[derive(Debug)]
pub enum Absent {
    /// `None`, and not written. Carries the path of `Option::is_none`.
    IsNone(String),
    /// Empty, and written all the same.
    IsEmpty,
}

/// A type, as it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RustType {
    /// The path before the parameters.
    pub path: String,
    /// The parameters.
    pub args: Vec<RustType>,
}

/// An enum of texts that takes any text.
#[derive(Debug)]
pub struct EnumPlan {
    /// Its name.
    pub ident: TypeIdent,
    /// The lines of its documentation.
    pub docs: Vec<String>,
    /// The known values.
    pub variants: Vec<VariantPlan>,
    /// The variant for all other texts.
    pub unlisted: TypeIdent,
    /// The path of `String`.
    pub string: String,
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

/// A type for any JSON value.
#[derive(Debug)]
pub struct OpaquePlan {
    /// Its name.
    pub ident: TypeIdent,
    /// The lines of its documentation.
    pub docs: Vec<String>,
}

/// Decides everything.
pub fn plan(graph: &Graph<'_>, dates: Dates, sink: &mut Sink) -> Plan {
    let mut types = Scope::new();
    let names = naming::models(graph, &mut types, sink);
    let enums = naming::enums(graph.schema, &names, &mut types, sink);
    let wrappers = (dates == Dates::Time)
        .then(|| (types.claim_type("DateTime", "date-times").ident, types.claim_type("Date", "dates").ident));
    let paths = Paths::new(&names, enums.values(), dates, wrappers.as_ref());
    let planner = Planner { graph, names, enums, paths };
    let mut files = planner.files(sink);
    let mut root = FilePlan { stem: String::new(), items: files.remove("").unwrap_or_default() };
    root.items.extend(graph.undocumented.keys().map(|name| Item::Opaque(planner.opaque(name))));
    root.items.extend(wrappers.map(|(date_time, date)| Item::TimeWrappers { date_time, date }));
    let mut stems = Scope::new();
    let part = |(folder, items): (String, Vec<Item>)| {
        let stem = stems.claim_field(&folder, &folder).ident.plain().to_owned();
        FilePlan { stem, items }
    };
    Plan { root, parts: files.into_iter().map(part).collect() }
}

struct Planner<'a> {
    graph: &'a Graph<'a>,
    names: BTreeMap<&'a ModelName, TypeIdent>,
    enums: EnumNames<'a>,
    paths: Paths,
}

impl Planner<'_> {
    /// The models by the folder of their document, below the folder that all documents share. A model's
    /// enums follow it.
    fn files(&self, sink: &mut Sink) -> BTreeMap<String, Vec<Item>> {
        let mut files: BTreeMap<String, Vec<Item>> = BTreeMap::new();
        let shared = shared_folder(self.graph.schema.models.values().map(|it| folder(&it.origin)));
        for (name, model) in &self.graph.schema.models {
            let file = folder(&model.origin)[shared.len()..].trim_start_matches('/').to_owned();
            let items = files.entry(file).or_default();
            match &model.shape {
                Shape::Object(_) => items.push(Item::Struct(self.structure(name, model, sink))),
                Shape::Values { of: Scalar::String, values } => {
                    items.push(Item::Enum(self.model_values(name, model, values, sink)));
                }
                Shape::Union(_) => items.push(Item::Opaque(self.union(name, model))),
                // A field has the type that the name stands for.
                Shape::Values { .. } | Shape::Alias(_) => {}
            }
            let fields = model.fields().iter().enumerate();
            items.extend(fields.filter_map(|(idx, field)| self.enumeration(name, idx, field, sink)).map(Item::Enum));
        }
        files
    }

    fn structure(&self, name: &ModelName, model: &Model, sink: &mut Sink) -> StructPlan {
        let idents = naming::fields(name, model.fields(), sink);
        let by_rule = |(field, ident): &(&Field, &FieldIdent)| serde_camel(ident) == field.wire.0;
        let n_by_rule = model.fields().iter().zip(&idents).filter(by_rule).count();
        // serde's derive cannot change the case of a first letter that is not ASCII.
        let camel_case = n_by_rule > 0 && idents.iter().all(|it| it.plain().starts_with(|it: char| it.is_ascii()));
        let fields = model.fields().iter().zip(&idents).enumerate();
        let fields = fields.map(|(idx, (field, ident))| self.field(name, idx, field, ident, camel_case)).collect();
        StructPlan { ident: self.ident(name), docs: self.model_docs(name, model), camel_case, fields }
    }

    fn field(&self, model: &ModelName, idx: usize, field: &Field, ident: &FieldIdent, camel_case: bool) -> FieldPlan {
        let mut ty = self.ty(&field.ty, self.enums.get(&(model, idx)));
        if self.graph.boxed.contains(&(model, idx)) {
            ty = RustType { path: self.paths.boxed.clone(), args: vec![ty] };
        }
        let container = matches!(field.ty, Type::List(_) | Type::Map(_));
        let bare = container && field.presence == Presence::Required && field.nullable != Some(true);
        let absent = if bare { Absent::IsEmpty } else { Absent::IsNone(format!("{}::is_none", self.paths.option)) };
        if !bare {
            ty = RustType { path: self.paths.option.clone(), args: vec![ty] };
        }
        let by_serde = if camel_case { serde_camel(ident) } else { ident.plain().to_owned() };
        let key = (by_serde != field.wire.0).then(|| field.wire.0.clone());
        FieldPlan { ident: ident.clone(), docs: self.field_docs(field, ident), key, absent, ty }
    }

    fn field_docs(&self, field: &Field, ident: &FieldIdent) -> Vec<String> {
        let mut docs = self.text(field.description.as_deref().unwrap_or_default());
        if docs.is_empty() {
            docs.push(format!("The document does not describe {}.", docs::code(&field.wire.0)));
        }
        let mut facts = Vec::new();
        if field.presence == Presence::Required {
            facts.push("Required by the document.".to_owned());
        }
        if field.nullable == Some(true) {
            facts.push("May be `null`.".to_owned());
        }
        if field.read_only {
            facts.push("Read-only: the server sets it.".to_owned());
        }
        if let Some(default) = &field.default {
            facts.push(format!("Default: {}.", docs::code(default)));
        }
        if serde_camel(ident) != field.wire.0 {
            facts.push(format!("The JSON key is {}.", docs::code(&field.wire.0)));
        }
        if !facts.is_empty() {
            docs.extend([String::new(), facts.join(" ")]);
        }
        docs
    }

    fn ty(&self, ty: &Type, values: Option<&TypeIdent>) -> RustType {
        let paths = &self.paths;
        let plain = |path: &str| RustType { path: path.to_owned(), args: Vec::new() };
        let with = |path: &str, args| RustType { path: path.to_owned(), args };
        match ty {
            Type::Scalar(scalar) => match scalar {
                Scalar::String => values.map_or_else(|| plain(&paths.string), |it| plain(&it.to_string())),
                Scalar::File
                | Scalar::DateOrDateTime
                | Scalar::Time
                | Scalar::Duration
                | Scalar::Uuid
                | Scalar::Uri
                | Scalar::Bytes => plain(&paths.string),
                Scalar::Uint32 => plain("u32"),
                Scalar::Uint64 => plain("u64"),
                Scalar::Int32 => plain("i32"),
                Scalar::Int64 => plain("i64"),
                Scalar::Float32 => plain("f32"),
                Scalar::Float64 => plain("f64"),
                Scalar::Boolean => plain("bool"),
                Scalar::DateTime => paths.date_time.clone(),
                Scalar::Date => paths.date.clone(),
                // Which of number and text it is, is not known before it is read.
                Scalar::Decimal | Scalar::Any => plain("serde_json::Value"),
            },
            Type::List(item) => with(&paths.vec, vec![self.ty(item, values)]),
            Type::Map(item) => with("std::collections::BTreeMap", vec![plain(&paths.string), self.ty(item, values)]),
            Type::Nullable(item) => with(&paths.option, vec![self.ty(item, values)]),
            Type::Model(name) => self.named(name),
            // Reported, so nothing is printed; the hole keeps its place all the same.
            Type::Unknown(_) => plain("serde_json::Value"),
        }
    }

    fn enumeration(&self, model: &ModelName, idx: usize, field: &Field, sink: &mut Sink) -> Option<EnumPlan> {
        let ident = self.enums.get(&(model, idx))?.clone();
        let values = field.values.as_ref()?;
        let (unlisted, variants) = naming::variants(&format!("{model}.{}", field.spelled), values, sink);
        let variants = values.known.iter().zip(variants).map(|(value, ident)| VariantPlan {
            ident,
            docs: vec![format!("{}.", docs::code(value))],
            value: value.clone(),
        });
        let model = self.ident(model);
        let docs = vec![
            format!("The known values of {} in [`{model}`].", docs::code(&field.wire.0)),
            String::new(),
            format!("The API may send others; they are kept in `{unlisted}`."),
        ];
        Some(EnumPlan { ident, docs, variants: variants.collect(), unlisted, string: self.paths.string.clone() })
    }

    /// The type for a model's name.
    fn named(&self, name: &ModelName) -> RustType {
        let own = Type::Model(name.clone());
        let schema = self.graph.schema;
        let target = schema.unaliased(&own);
        let shape = if let Type::Model(name) = target { schema.models.get(name).map(|it| &it.shape) } else { None };
        match (target, shape) {
            (Type::Model(_), Some(Shape::Values { of, .. })) if *of != Scalar::String => {
                self.ty(&Type::Scalar(*of), None)
            }
            // A name that stands for itself.
            (Type::Model(_), Some(Shape::Alias(_))) => self.ty(&Type::Scalar(Scalar::Any), None),
            (Type::Model(name), _) => RustType { path: self.ident(name).to_string(), args: Vec::new() },
            (other, _) => self.ty(other, None),
        }
    }

    fn model_values(&self, name: &ModelName, model: &Model, values: &Values, sink: &mut Sink) -> EnumPlan {
        let (unlisted, variants) = naming::variants(&name.0, values, sink);
        let variants = values.known.iter().zip(variants).map(|(value, ident)| VariantPlan {
            ident,
            docs: vec![format!("{}.", docs::code(value))],
            value: value.clone(),
        });
        let mut docs = self.model_docs(name, model);
        docs.extend([String::new(), format!("The API may send others; they are kept in `{unlisted}`.")]);
        let string = self.paths.string.clone();
        EnumPlan { ident: self.ident(name), docs, variants: variants.collect(), unlisted, string }
    }

    fn union(&self, name: &ModelName, model: &Model) -> OpaquePlan {
        OpaquePlan { ident: self.ident(name), docs: self.model_docs(name, model) }
    }

    fn model_docs(&self, name: &ModelName, model: &Model) -> Vec<String> {
        let mut docs = self.text(model.description.as_deref().unwrap_or_default());
        if docs.is_empty() {
            docs.push(format!("{}.", docs::code(&name.0)));
        }
        docs.extend([String::new(), provenance(model)]);
        docs
    }

    fn opaque(&self, name: &ModelName) -> OpaquePlan {
        let docs = vec![
            format!("{}: any JSON value.", docs::code(&name.0)),
            String::new(),
            "Other documents name it; none describes it.".to_owned(),
        ];
        OpaquePlan { ident: self.ident(name), docs }
    }

    fn ident(&self, name: &ModelName) -> TypeIdent {
        // Every model that a type names is documented or in `undocumented`, and has a name.
        self.names.get(name).cloned().unwrap_or_else(|| Scope::new().claim_type(&name.0, "").ident)
    }

    fn text(&self, text: &str) -> Vec<String> {
        docs::lines(text, &|word| self.names.get(&ModelName(word.to_owned())).map(ToString::to_string))
    }
}

fn provenance(model: &Model) -> String {
    format!("Document: {}, line {}.", docs::code(&model.origin.path), model.origin.line)
}

/// What serde's `rename_all = "camelCase"` makes of a field.
fn serde_camel(ident: &FieldIdent) -> String {
    let mut key = String::new();
    let mut capital = false;
    for it in ident.plain().chars() {
        if it == '_' {
            capital = true;
        } else if capital {
            key.push(it.to_ascii_uppercase());
            capital = false;
        } else {
            key.push(it);
        }
    }
    // serde makes the first letter small again, whatever stood before it.
    let mut letters = key.chars();
    letters.next().map(|first| first.to_ascii_lowercase()).into_iter().chain(letters).collect()
}

fn folder(origin: &Origin) -> &str {
    origin.path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The folder that contains all folders.
fn shared_folder<'a>(mut folders: impl Iterator<Item = &'a str>) -> String {
    let mut shared: Vec<&str> = folders.next().map(|it| it.split('/').collect()).unwrap_or_default();
    for folder in folders {
        let same = shared.iter().zip(folder.split('/')).take_while(|(a, b)| *a == b).count();
        shared.truncate(same);
    }
    shared.join("/")
}
