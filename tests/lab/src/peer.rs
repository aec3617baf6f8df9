//! Writes the models in another style for comparison, the style of openapi-generator's Rust clients: a module per
//! model, serde's derives, a `Box` around every model, a closed enum for every field with known values, required
//! fields without `Option`, and date-times as text.
//!
//! This module depends on `codegen` only, because `build.rs` includes it as well.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use codegen::internals::names::{FieldIdent, Scope, TypeIdent};
use codegen::schema::{Field, Model, ModelName, Presence, Scalar, Schema, Type, Values};

/// Names that the module of every model uses, so enums in it need other names.
const USED: &[&str] = &["Option", "String", "Vec", "Box", "Default", "Clone", "Serialize", "Deserialize"];

/// The names of a model in Rust.
struct Names {
    ty: TypeIdent,
    module: FieldIdent,
}

/// The files of the folder `models`: name and text. A model that is missing in the schema is written as any JSON
/// value.
pub fn modules(schema: &Schema) -> Vec<(String, String)> {
    let (mut types, mut modules) = (Scope::new(), Scope::new());
    let mut names = BTreeMap::new();
    for name in schema.models.keys() {
        let ty = types.claim_type(&name.0, &name.0).ident;
        names.insert(name, Names { ty, module: modules.claim_field(&name.0, &name.0).ident });
    }
    let mut list = String::new();
    let mut files = Vec::with_capacity(schema.models.len() + 1);
    for (name, model) in &schema.models {
        let Names { ty, module } = &names[name];
        let _ = writeln!(list, "pub mod {module};\npub use self::{module}::{ty};");
        files.push((format!("{}.rs", module.plain()), Writer { names: &names, ident: ty }.module(model)));
    }
    files.push(("mod.rs".to_owned(), list));
    files
}

/// The files of a crate called `models`: path and text.
pub fn files(schema: &Schema) -> Vec<(String, String)> {
    let mut files = Vec::new();
    for (file, text) in modules(schema) {
        files.push((format!("src/models/{file}"), text));
    }
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
    names: &'a BTreeMap<&'a ModelName, Names>,
    /// The name of the model that is written.
    ident: &'a TypeIdent,
}

/// A field with its names in Rust.
struct NamedField<'a> {
    field: &'a Field,
    ident: FieldIdent,
    /// The name of the enum of its known values.
    values: Option<TypeIdent>,
    required: bool,
}

impl Writer<'_> {
    fn module(&self, model: &Model) -> String {
        let fields = self.named(model.fields());
        let mut text = "use crate::models;\nuse serde::{Deserialize, Serialize};\n\n".to_owned();
        self.structure(model, &fields, &mut text);
        self.constructor(&fields, &mut text);
        for NamedField { field, values, .. } in &fields {
            if let (Some(ident), Some(values)) = (values, &field.values) {
                enumeration(ident, values, field.description.as_deref(), &mut text);
            }
        }
        text
    }

    fn named<'f>(&self, fields: &'f [Field]) -> Vec<NamedField<'f>> {
        let (mut idents, mut types) = (Scope::new(), Scope::new());
        for name in USED.iter().copied().chain([self.ident.to_string().as_str()]) {
            types.claim_type(name, name);
        }
        let mut named = Vec::with_capacity(fields.len());
        for field in fields {
            named.push(NamedField {
                field,
                ident: idents.claim_field(&field.plain, &field.spelled).ident,
                values: has_values(field).then(|| types.claim_type(&field.plain, &field.spelled).ident),
                required: field.presence == Presence::Required,
            });
        }
        named
    }

    fn structure(&self, model: &Model, fields: &[NamedField<'_>], text: &mut String) {
        if let Some(description) = &model.description {
            doc("", &format!("{} : {description}", self.ident), text);
        }
        text.push_str("#[derive(Clone, Default, Debug, PartialEq, Serialize, Deserialize)]\n");
        let _ = writeln!(text, "pub struct {} {{", self.ident);
        for named in fields {
            let NamedField { field, ident, required, .. } = named;
            if let Some(description) = &field.description {
                doc("    ", description, text);
            }
            let attributes = match (required, field.nullable) {
                (false, _) => ", skip_serializing_if = \"Option::is_none\"",
                (true, Some(true)) => ", deserialize_with = \"Option::deserialize\"",
                (true, _) => "",
            };
            let _ = writeln!(text, "    #[serde(rename = {:?}{attributes})]", field.wire.0);
            let _ = writeln!(text, "    pub {ident}: {},", self.field_type(named));
        }
        text.push_str("}\n\n");
    }

    fn constructor(&self, fields: &[NamedField<'_>], text: &mut String) {
        let ident = self.ident;
        let required = fields.iter().filter(|field| field.required);
        let parameters: Vec<_> = required.map(|field| format!("{}: {}", field.ident, self.field_type(field))).collect();
        let _ = writeln!(text, "impl {ident} {{\n    pub fn new({}) -> {ident} {{", parameters.join(", "));
        let _ = writeln!(text, "        {ident} {{");
        for field in fields {
            let value = if field.required { "" } else { ": None" };
            let _ = writeln!(text, "            {}{value},", field.ident);
        }
        text.push_str("        }\n    }\n}\n");
    }

    fn field_type(&self, NamedField { field, values, required, .. }: &NamedField<'_>) -> String {
        let mut ty = self.ty(&field.ty, values.as_ref());
        if matches!(&field.ty, Type::Model(name) if self.names.contains_key(name)) {
            ty = format!("Box<{ty}>");
        }
        if *required && field.nullable != Some(true) { ty } else { format!("Option<{ty}>") }
    }

    fn ty(&self, ty: &Type, values: Option<&TypeIdent>) -> String {
        match ty {
            Type::Scalar(scalar) => match scalar {
                Scalar::Int32 => "i32".to_owned(),
                Scalar::Int64 => "i64".to_owned(),
                Scalar::Float32 => "f32".to_owned(),
                Scalar::Float64 => "f64".to_owned(),
                Scalar::Boolean => "bool".to_owned(),
                Scalar::File => "std::path::PathBuf".to_owned(),
                Scalar::Any => ANY.to_owned(),
                Scalar::String => values.map_or_else(|| "String".to_owned(), ToString::to_string),
                _ => "String".to_owned(),
            },
            Type::List(item) => format!("Vec<{}>", self.ty(item, values)),
            Type::Map(item) => format!("std::collections::HashMap<String, {}>", self.ty(item, values)),
            Type::Nullable(item) => format!("Option<{}>", self.ty(item, values)),
            Type::Model(name) => match self.names.get(name) {
                Some(names) => format!("models::{}", names.ty),
                None => ANY.to_owned(),
            },
            _ => ANY.to_owned(),
        }
    }
}

const ANY: &str = "serde_json::Value";

fn has_values(field: &Field) -> bool {
    let is_text = *field.ty.innermost() == Type::Scalar(Scalar::String);
    is_text && field.values.as_ref().is_some_and(|values| !values.known.is_empty())
}

fn enumeration(ident: &TypeIdent, values: &Values, description: Option<&str>, text: &mut String) {
    text.push('\n');
    doc("", description.unwrap_or_default(), text);
    text.push_str("#[derive(Clone, Copy, Debug, Eq, PartialEq, Ord, PartialOrd, Hash, Serialize, Deserialize)]\n");
    let _ = writeln!(text, "pub enum {ident} {{");
    let mut first = None;
    let claims = Scope::new().claim_variants(&values.known);
    for (value, variant) in values.known.iter().zip(claims.into_iter().map(|claim| claim.ident)) {
        let _ = writeln!(text, "    #[serde(rename = {value:?})]\n    {variant},");
        first.get_or_insert(variant);
    }
    text.push_str("}\n\n");
    if let Some(first) = first {
        let body = format!("    fn default() -> {ident} {{\n        Self::{first}\n    }}\n");
        let _ = writeln!(text, "impl Default for {ident} {{\n{body}}}");
    }
}

/// Writes a comment as openapi-generator does, on one line, without the characters that rustc rejects in comments.
fn doc(indent: &str, description: &str, text: &mut String) {
    let words: Vec<&str> = description.split_whitespace().collect();
    let line = words.join(" ").replace(is_rejected, "");
    let _ = writeln!(text, "{indent}/// {line}");
}

fn is_rejected(letter: char) -> bool {
    matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
