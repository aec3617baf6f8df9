//! Names that only a scope makes.

use std::fmt;

/// The name of a struct, enum or variant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TypeIdent(pub(super) Box<str>);

/// The name of a field.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct FieldIdent(pub(super) Box<str>);

/// The name of the setter of a field, unless it is that of the field after `with_`.
#[derive(Debug)]
pub struct SetterIdent(pub(super) Option<Box<str>>);

/// The name of a constant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConstantIdent(pub(super) Box<str>);

impl fmt::Display for TypeIdent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for FieldIdent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TypeIdent {
    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// A name for a type parameter of an implementation for this type, which it must not hide.
    pub fn parameter(&self) -> &'static str {
        if &*self.0 == "T" { "U" } else { "T" }
    }
}

impl SetterIdent {
    /// The name, in two parts.
    pub fn parts<'i>(&'i self, field: &'i FieldIdent) -> [&'i str; 2] {
        match &self.0 {
            Some(name) => ["", name],
            None => ["with_", field.plain()],
        }
    }
}

impl ConstantIdent {
    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl FieldIdent {
    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The name without `r#`.
    pub fn plain(&self) -> &str {
        self.0.strip_prefix("r#").unwrap_or(&self.0)
    }
}
