//! A model that no document describes.

use quote::quote;

use super::Emitted;
use crate::rust::plan::OpaquePlan;

pub(super) fn emit(plan: &OpaquePlan) -> Emitted {
    let docs = super::docs(&plan.docs);
    let ident = super::ident(plan.ident.as_str());
    let attributes = super::attributes(&plan.attributes);
    let value_attributes = super::attributes(&plan.value_attributes);
    let item = quote! {
        #docs
        #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
        #attributes
        pub struct #ident(
            /// The value as it was read.
            #value_attributes
            pub serde_json::Value,
        );
    };
    Emitted { item, machinery: format!("support::opaque!({});\n", plan.ident) }
}
