//! Writes models as Protocol Buffers, for a comparison with what reads only these. What they cannot say is lost: allowed
//! values, lists of lists, required keys.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use codegen::internals::names::Scope;
use codegen::schema::{Field, ModelName, Scalar, Schema, Shape, Type};

const HEADER: &str = "syntax = \"proto3\";\n\npackage models;\n\nimport \"google/protobuf/struct.proto\";\n";

/// Any JSON.
const VALUE: &str = "google.protobuf.Value";

/// The names of the messages.
struct Names<'a> {
    schema: &'a Schema,
    messages: BTreeMap<&'a ModelName, String>,
}

/// The text of a file with a message for each object and union.
pub fn text(schema: &Schema) -> String {
    let mut scope = Scope::new();
    let names = schema.models.keys().map(|name| (name, scope.claim_type(&name.0, &name.0).ident.to_string()));
    let names = Names { schema, messages: names.collect() };
    let mut text = HEADER.to_owned();
    for (name, model) in &schema.models {
        let message = &names.messages[name];
        match &model.shape {
            Shape::Object(fields) => {
                comment("", model.description.as_deref(), &mut text);
                let _ = writeln!(text, "message {message} {{");
                names.fields(fields, &mut text);
                text.push_str("}\n");
            }
            Shape::Union(union) => {
                let _ = writeln!(text, "message {message} {{\n  oneof value {{");
                for (number, member) in (1..).zip(&union.members) {
                    let _ = writeln!(text, "    {} member_{number} = {number};", names.single(&member.ty, 0));
                }
                text.push_str("  }\n}\n");
            }
            // Where their names are used, their types are.
            _ => {}
        }
    }
    text
}

impl Names<'_> {
    fn fields(&self, fields: &[Field], text: &mut String) {
        let mut scope = Scope::new();
        for (number, field) in (1..).zip(fields) {
            comment("  ", field.description.as_deref(), text);
            let ident = scope.claim_field(&field.plain, &field.spelled).ident;
            let (ty, ident, key) = (self.ty(&field.ty, 0), ident.plain(), &field.wire.0);
            let _ = writeln!(text, "  {ty} {ident} = {number} [json_name = {key:?}];");
        }
    }

    fn ty(&self, ty: &Type, depth: usize) -> String {
        match ty {
            Type::Nullable(item) => self.ty(item, depth),
            Type::List(item) => format!("repeated {}", self.single(item, depth)),
            Type::Map(item) => format!("map<string, {}>", self.single(item, depth)),
            Type::Model(name) => match self.alias(name) {
                Some(alias) if depth < 8 => self.ty(alias, depth + 1),
                _ => format!("optional {}", self.single(ty, depth)),
            },
            _ => format!("optional {}", self.single(ty, depth)),
        }
    }

    /// A type of a single value.
    fn single(&self, ty: &Type, depth: usize) -> String {
        match ty {
            Type::Nullable(item) => self.single(item, depth),
            Type::Scalar(scalar) => scalar_of(*scalar).to_owned(),
            Type::Model(name) => match (self.alias(name), self.schema.models.get(name).map(|model| &model.shape)) {
                (Some(alias), _) if depth < 8 => self.single(alias, depth + 1),
                (_, Some(Shape::Object(_) | Shape::Union(_))) => self.messages[name].clone(),
                (_, Some(Shape::Values { of, .. })) => scalar_of(*of).to_owned(),
                _ => VALUE.to_owned(),
            },
            _ => VALUE.to_owned(),
        }
    }

    /// The type that a model is another name for.
    fn alias(&self, name: &ModelName) -> Option<&Type> {
        match &self.schema.models.get(name)?.shape {
            Shape::Alias(ty) => Some(ty),
            _ => None,
        }
    }
}

fn scalar_of(scalar: Scalar) -> &'static str {
    match scalar {
        Scalar::Int32 => "int32",
        Scalar::Int64 => "int64",
        Scalar::Float32 => "float",
        Scalar::Float64 => "double",
        Scalar::Boolean => "bool",
        Scalar::Any => VALUE,
        _ => "string",
    }
}

fn comment(indent: &str, description: Option<&str>, text: &mut String) {
    for line in description.into_iter().flat_map(str::lines) {
        let _ = writeln!(text, "{indent}// {line}");
    }
}
