//! A documented model.

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::{Absent, FieldPlan, StructPlan};

pub(super) fn emit(plan: &StructPlan) -> TokenStream {
    let docs = super::docs(&plan.docs);
    let ident = super::ident(&plan.ident);
    let camel_case = plan.camel_case.then(|| quote!(#[serde(rename_all = "camelCase")]));
    let fields = plan.fields.iter().map(field);
    quote! {
        #docs
        #[derive(Clone, Debug, Default, PartialEq, serde::Deserialize, serde::Serialize)]
        #camel_case
        pub struct #ident {
            #(#fields,)*
        }
    }
}

fn field(plan: &FieldPlan) -> TokenStream {
    let docs = super::docs(&plan.docs);
    let ident = super::ident(&plan.ident);
    let ty = super::ty(&plan.ty);
    let rename = plan.key.iter().map(|key| quote!(rename = #key));
    let absent = match &plan.absent {
        Absent::IsNone(test) => quote!(skip_serializing_if = #test),
        Absent::IsEmpty => quote!(default),
    };
    quote! {
        #docs
        #[serde(#(#rename,)* #absent)]
        pub #ident: #ty
    }
}
