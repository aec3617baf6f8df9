//! Another name for a type that has allowed values.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Docs, Types};
use crate::rust::plan::AliasPlan;

pub(super) fn emit<'p>(plan: &'p AliasPlan, types: Types<'_>, docs: &mut Docs<'p>) -> TokenStream {
    let docs = docs.of(&plan.docs);
    let ident = super::ident(plan.ident.as_str());
    let target = super::tokens(&types.show(&plan.target).to_string());
    quote!(#docs pub type #ident = #target;)
}
