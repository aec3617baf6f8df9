//! Another name for known values.

use quote::quote;

use super::Emitted;
use crate::rust::plan::AliasPlan;

pub(super) fn emit(plan: &AliasPlan) -> Emitted {
    let docs = super::docs(&plan.docs);
    let ident = super::ident(&plan.ident);
    let target = super::ident(&plan.target);
    Emitted { item: quote!(#docs pub type #ident = #target;), machinery: String::new() }
}
