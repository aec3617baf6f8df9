//! Another name for a type that has allowed values.

use syn::Item;

use super::woven::Level;
use super::{Types, Woven, syntax};
use crate::rust::plan::AliasPlan;

pub(super) fn emit(plan: &AliasPlan, types: Types<'_>, woven: &mut Woven) -> Item {
    woven.docs(Level::Item, &plan.docs);
    woven.start();
    syntax::alias(plan.ident.as_str(), syntax::ty(&plan.target, types))
}
