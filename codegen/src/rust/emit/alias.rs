//! Another name for a type that has allowed values.

use quote::quote;

use super::{Emitted, Types};
use crate::rust::plan::AliasPlan;

pub(super) fn emit(plan: &AliasPlan, types: Types<'_>) -> Emitted {
    let docs = super::docs(&plan.docs);
    let ident = super::ident(plan.ident.as_str());
    let target = super::tokens(&types.show(&plan.target).to_string());
    Emitted { items: vec![quote!(#docs pub type #ident = #target;)], machinery: String::new() }
}
