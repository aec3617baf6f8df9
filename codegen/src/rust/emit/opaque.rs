//! A model that no document describes.

use quote::quote;
use syn::Item;

use super::{Docs, Types, syntax};
use crate::rust::plan::{OpaquePlan, RustType};

pub(super) fn emit<'p>(plan: &'p OpaquePlan, types: Types<'_>, docs: &mut Docs<'p>) -> Item {
    let docs = docs.of(&plan.docs);
    let (attributes, value_attributes) =
        (syntax::attributes(&plan.attributes), syntax::attributes(&plan.value_attributes));
    let (ident, json) = (super::ident(plan.ident.as_str()), syntax::ty(&RustType::Json, types));
    syntax::item(&quote! {
        #docs
        #[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
        #(#attributes)*
        pub struct #ident(
            /// The value as it was read.
            #(#value_attributes)*
            pub #json,
        );
    })
}

pub(super) fn machinery(plan: &OpaquePlan) -> String {
    format!("support::opaque!({}<{}>);\n", plan.ident, plan.ident.parameter())
}
