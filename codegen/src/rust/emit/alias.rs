//! A second name for the same allowed values.

use quote::quote;

use super::Emitted;
use crate::rust::plan::AliasPlan;

pub(super) fn emit(plan: &AliasPlan) -> Emitted {
    let docs = super::docs(&plan.docs);
    let ident = super::ident(plan.ident.as_str());
    let target = super::ident(plan.target.as_str());
    Emitted { item: quote!(#docs pub type #ident = #target;), machinery: String::new() }
}
