//! A model that no document describes.

use proc_macro2::TokenStream;
use quote::quote;

use super::{Docs, Types};
use crate::rust::plan::{OpaquePlan, RustType};

pub(super) fn emit<'p>(plan: &'p OpaquePlan, types: Types<'_>, docs: &mut Docs<'p>) -> TokenStream {
    let docs = docs.of(&plan.docs);
    let ident = super::ident(plan.ident.as_str());
    let attributes = super::attributes(&plan.attributes);
    let value_attributes = super::attributes(&plan.value_attributes);
    let json = super::tokens(&types.show(&RustType::Json).to_string());
    quote! {
        #docs
        #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
        #attributes
        pub struct #ident(
            /// The value as it was read.
            #value_attributes
            pub #json,
        );
    }
}

pub(super) fn machinery(plan: &OpaquePlan) -> String {
    format!("support::opaque!({}<{}>);\n", plan.ident, plan.ident.parameter())
}
