//! A model that no document describes.

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::OpaquePlan;

pub(super) fn emit(plan: &OpaquePlan) -> TokenStream {
    let docs = super::docs(&plan.docs);
    let ident = super::ident(&plan.ident);
    quote! {
        #docs
        #[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
        #[serde(transparent)]
        pub struct #ident(
            /// The value as it was read.
            pub serde_json::Value,
        );
    }
}
