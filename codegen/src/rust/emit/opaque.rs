//! A model that no document describes.

use syn::Item;

use super::woven::Level;
use super::{Types, Woven, syntax};
use crate::rust::plan::{OpaquePlan, RustType};

pub(super) fn emit(plan: &OpaquePlan, types: Types<'_>, woven: &mut Woven) -> Item {
    woven.docs(Level::Item, &plan.docs);
    woven.line("#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]");
    woven.start();
    // Only real documentation is on a line of its own before a field without a name.
    let mut value_attributes = vec![syntax::documentation(" The value as it was read.")];
    value_attributes.extend(syntax::attributes(&plan.value_attributes));
    let value = syntax::unnamed_field(value_attributes, syntax::ty(&RustType::Json, types));
    syntax::tuple(plan.ident.as_str(), syntax::attributes(&plan.attributes).collect(), value)
}

pub(super) fn add_machinery(plan: &OpaquePlan, text: &mut String) {
    text.extend(["support::opaque!(", plan.ident.as_str(), "<", plan.ident.parameter(), ">);\n"]);
}
