//! Facts about the API are written in the words of its Python SDK.

use codegen::schema::{Scalar, Type};

/// A type in the words of the Python SDK.
pub fn python_words(ty: &Type) -> String {
    match ty {
        Type::Scalar(scalar) => match scalar {
            Scalar::String => "str",
            Scalar::Int32 | Scalar::Int64 => "int",
            Scalar::Float32 | Scalar::Float64 => "float",
            Scalar::Boolean => "bool",
            Scalar::Any => "object",
            other => other.word(),
        }
        .to_owned(),
        Type::List(item) => format!("list[{}]", python_words(item)),
        Type::Map(item) => format!("dict(str, {})", python_words(item)),
        Type::Model(name) => name.0.clone(),
        other => other.to_string(),
    }
}
