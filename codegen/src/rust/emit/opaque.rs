//! A model that no document describes.

use quote::quote;

use super::{Emitted, Types};
use crate::rust::plan::{OpaquePlan, RustType};

pub(super) fn emit(plan: &OpaquePlan, types: Types<'_>) -> Emitted {
    let docs = super::docs(&plan.docs);
    let ident = super::ident(plan.ident.as_str());
    let attributes = super::attributes(&plan.attributes);
    let value_attributes = super::attributes(&plan.value_attributes);
    let json = super::tokens(&types.show(&RustType::Json).to_string());
    let item = quote! {
        #docs
        #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
        #attributes
        pub struct #ident(
            /// The value as it was read.
            #value_attributes
            pub #json,
        );
    };
    Emitted { items: vec![item], machinery: format!("support::opaque!({}<{}>);\n", plan.ident, plan.ident.parameter()) }
}
