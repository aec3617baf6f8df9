//! The same models in another style, to compare with: that of openapi-generator's Rust clients. One module
//! per model, serde's derives, a `Box` around every model, a closed enum for every field with known values,
//! required fields bare, date-times as text.
//!
//! It stands alone, on the schema and the names of `codegen`, because `build.rs` takes it in as well.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use codegen::internals::names::{FieldIdent, Scope, TypeIdent};
use codegen::schema::{Field, Model, ModelName, Presence, Scalar, Schema, Type, Values};

/// Names that the text of every model uses; an enum in its module needs another one.
const USED: &[&str] = &["Option", "String", "Vec", "Box", "Default", "Clone", "Serialize", "Deserialize"];

/// The known models, each with the names of its type and its module.
type Names<'a> = BTreeMap<&'a ModelName, (TypeIdent, FieldIdent)>;

/// The folder `models`: the name and text of each file in it. A model that the schema does not have is any
/// JSON value.
pub fn modules(schema: &Schema) -> Vec<(String, String)> {
    let (mut types, mut modules) = (Scope::new(), Scope::new());
    let names: Names<'_> = schema
        .models
        .keys()
        .map(|it| (it, (types.claim_type(&it.0, &it.0).ident, modules.claim_field(&it.0, &it.0).ident)))
        .collect();
    let mut list = String::new();
    let mut files = Vec::with_capacity(schema.models.len() + 1);
    for (name, model) in &schema.models {
        let (ident, module) = &names[name];
        let _ = writeln!(list, "pub mod {module};\npub use self::{module}::{ident};");
        files.push((format!("{}.rs", module.plain()), Writer { names: &names, ident }.module(model)));
    }
    files.push(("mod.rs".to_owned(), list));
    files
}

/// The files of a crate called `models`: path and text.
pub fn files(schema: &Schema) -> Vec<(String, String)> {
    let modules = modules(schema).into_iter().map(|(file, text)| (format!("src/models/{file}"), text));
    let mut files: Vec<_> = modules.collect();
    files.push(("src/lib.rs".to_owned(), LIBRARY.to_owned()));
    files.push(("Cargo.toml".to_owned(), MANIFEST.to_owned()));
    files
}

const LIBRARY: &str = "#![allow(unused_imports)]\n#![allow(clippy::too_many_arguments)]\n\npub mod models;\n";

const MANIFEST: &str = r#"[package]
name = "models"
version = "0.1.0"
edition = "2021"

[dependencies]
serde = { version = "1", features = ["derive"] }
serde_json = "1"
"#;

struct Writer<'a> {
    names: &'a Names<'a>,
    ident: &'a TypeIdent,
}

/// A field, decided.
struct Decided<'a> {
    field: &'a Field,
    ident: FieldIdent,
    /// The name of its enum.
    values: Option<TypeIdent>,
    required: bool,
}

impl Writer<'_> {
    fn module(&self, model: &Model) -> String {
        let fields = self.decide(model.fields());
        let mut text = "use crate::models;\nuse serde::{Deserialize, Serialize};\n\n".to_owned();
        self.structure(model, &fields, &mut text);
        self.constructor(&fields, &mut text);
        for (ident, field) in fields.iter().filter_map(|it| Some((it.values.as_ref()?, it.field))) {
            if let Some(values) = &field.values {
                enumeration(ident, values, field.description.as_deref(), &mut text);
            }
        }
        text
    }

    fn decide<'f>(&self, fields: &'f [Field]) -> Vec<Decided<'f>> {
        let (mut idents, mut types) = (Scope::new(), Scope::new());
        for name in USED.iter().copied().chain([self.ident.to_string().as_str()]) {
            types.claim_type(name, name);
        }
        let decide = |field: &'f Field| Decided {
            field,
            ident: idents.claim_field(&field.plain, &field.spelled).ident,
            values: has_values(field).then(|| types.claim_type(&field.plain, &field.spelled).ident),
            required: field.presence == Presence::Required,
        };
        fields.iter().map(decide).collect()
    }

    fn structure(&self, model: &Model, fields: &[Decided<'_>], text: &mut String) {
        if let Some(description) = &model.description {
            doc("", &format!("{} : {description}", self.ident), text);
        }
        text.push_str("#[derive(Clone, Default, Debug, PartialEq, Serialize, Deserialize)]\n");
        let _ = writeln!(text, "pub struct {} {{", self.ident);
        for it in fields {
            if let Some(description) = &it.field.description {
                doc("    ", description, text);
            }
            let absent = match (it.required, it.field.nullable) {
                (false, _) => ", skip_serializing_if = \"Option::is_none\"",
                (true, Some(true)) => ", deserialize_with = \"Option::deserialize\"",
                (true, _) => "",
            };
            let _ = writeln!(text, "    #[serde(rename = {:?}{absent})]", it.field.wire.0);
            let _ = writeln!(text, "    pub {}: {},", it.ident, self.field_type(it));
        }
        text.push_str("}\n\n");
    }

    fn constructor(&self, fields: &[Decided<'_>], text: &mut String) {
        let ident = self.ident;
        let required = fields.iter().filter(|it| it.required);
        let parameters: Vec<_> = required.map(|it| format!("{}: {}", it.ident, self.field_type(it))).collect();
        let _ = writeln!(text, "impl {ident} {{\n    pub fn new({}) -> {ident} {{", parameters.join(", "));
        let _ = writeln!(text, "        {ident} {{");
        for it in fields {
            let value = if it.required { "" } else { ": None" };
            let _ = writeln!(text, "            {}{value},", it.ident);
        }
        text.push_str("        }\n    }\n}\n");
    }

    fn field_type(&self, it: &Decided<'_>) -> String {
        let ty = self.ty(&it.field.ty, it.values.as_ref());
        let is_model = matches!(&it.field.ty, Type::Model(name) if self.names.contains_key(name));
        let ty = if is_model { format!("Box<{ty}>") } else { ty };
        if it.required && it.field.nullable != Some(true) { ty } else { format!("Option<{ty}>") }
    }

    fn ty(&self, ty: &Type, values: Option<&TypeIdent>) -> String {
        match ty {
            Type::Scalar(scalar) => match scalar {
                Scalar::String if values.is_some() => values.map(ToString::to_string).unwrap_or_default(),
                Scalar::Int32 => "i32".to_owned(),
                Scalar::Int64 => "i64".to_owned(),
                Scalar::Float32 => "f32".to_owned(),
                Scalar::Float64 => "f64".to_owned(),
                Scalar::Boolean => "bool".to_owned(),
                Scalar::File => "std::path::PathBuf".to_owned(),
                Scalar::Any => ANY.to_owned(),
                _ => "String".to_owned(),
            },
            Type::List(item) => format!("Vec<{}>", self.ty(item, values)),
            Type::Map(item) => format!("std::collections::HashMap<String, {}>", self.ty(item, values)),
            Type::Nullable(item) => format!("Option<{}>", self.ty(item, values)),
            Type::Model(name) => self.names.get(name).map_or(ANY.to_owned(), |(it, _)| format!("models::{it}")),
            _ => ANY.to_owned(),
        }
    }
}

const ANY: &str = "serde_json::Value";

fn has_values(field: &Field) -> bool {
    let is_text = *field.ty.innermost() == Type::Scalar(Scalar::String);
    is_text && field.values.as_ref().is_some_and(|it| !it.known.is_empty())
}

fn enumeration(ident: &TypeIdent, values: &Values, description: Option<&str>, text: &mut String) {
    let mut variants = Scope::new();
    text.push('\n');
    doc("", description.unwrap_or_default(), text);
    text.push_str("#[derive(Clone, Copy, Debug, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize)]\n");
    let _ = writeln!(text, "pub enum {ident} {{");
    let mut first = None;
    for value in &values.known {
        let variant = variants.claim_variant(value, value).ident;
        let _ = writeln!(text, "    #[serde(rename = {value:?})]\n    {variant},");
        first.get_or_insert(variant);
    }
    text.push_str("}\n\n");
    if let Some(first) = first {
        let body = format!("    fn default() -> {ident} {{\n        Self::{first}\n    }}\n");
        let _ = writeln!(text, "impl Default for {ident} {{\n{body}}}");
    }
}

/// One line, as openapi-generator writes it; without the characters that rustc refuses in a comment.
fn doc(indent: &str, description: &str, text: &mut String) {
    let refused = |it: &char| matches!(it, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let words: Vec<&str> = description.split_whitespace().collect();
    let line: String = words.join(" ").chars().filter(|it| !refused(it)).collect();
    let _ = writeln!(text, "{indent}/// {line}");
}
