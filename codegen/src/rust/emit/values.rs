//! An enum of allowed values.

use std::fmt::Write as _;

use proc_macro2::TokenStream;
use quote::quote;

use super::Emitted;
use crate::rust::plan::{EnumPlan, VariantPlan};

pub(super) fn emit(plan: &EnumPlan) -> Emitted {
    let docs = super::docs(&plan.docs);
    let ident = super::ident(plan.ident.as_str());
    let attributes = super::attributes(&plan.attributes);
    let unlisted = super::unlisted(&plan.unlisted, &quote!(support::Unlisted));
    let variants = plan.variants.iter().map(variant);
    let item = quote! {
        #docs
        #[derive(Clone)]
        #[non_exhaustive]
        #attributes
        pub enum #ident {
            #(#variants,)*
            /// A value that the document does not list.
            #unlisted,
        }
    };
    Emitted { items: vec![item], machinery: machinery(plan) }
}

fn variant(plan: &VariantPlan) -> TokenStream {
    let docs = super::docs(&plan.docs);
    let ident = super::ident(plan.ident.as_str());
    let attributes = super::attributes(&plan.attributes);
    quote!(#docs #attributes #ident)
}

fn machinery(plan: &EnumPlan) -> String {
    let by = if plan.variants.iter().all(|variant| variant.numbers.is_empty()) { "" } else { " by number" };
    let mut text = format!("support::values! {{\n    {} or {}{by}:\n", plan.ident, plan.unlisted.ident);
    for VariantPlan { ident, value, numbers, .. } in &plan.variants {
        let numbers: String = numbers.iter().map(|number| format!(" | {number}")).collect();
        let _ = writeln!(text, "    {ident} = {}{numbers},", super::literal(value));
    }
    text + "}\n"
}
