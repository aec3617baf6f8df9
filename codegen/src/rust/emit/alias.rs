//! Another name for a type that has allowed values.

use quote::quote;
use syn::Item;

use super::{Docs, Types, syntax};
use crate::rust::plan::AliasPlan;

pub(super) fn emit<'p>(plan: &'p AliasPlan, types: Types<'_>, docs: &mut Docs<'p>) -> Item {
    let docs = docs.of(&plan.docs);
    let (ident, target) = (super::ident(plan.ident.as_str()), syntax::ty(&plan.target, types));
    syntax::item(&quote!(#docs pub type #ident = #target;))
}
