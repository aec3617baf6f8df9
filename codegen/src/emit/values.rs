//! The known values of a field.

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::EnumPlan;

pub(super) fn emit(plan: &EnumPlan) -> TokenStream {
    let docs = super::docs(&plan.docs);
    let ident = super::ident(&plan.ident);
    let unlisted = super::ident(&plan.unlisted);
    let string = super::path(&plan.string);
    let values: Vec<&String> = plan.variants.iter().map(|it| &it.value).collect();
    let variants: Vec<TokenStream> = plan.variants.iter().map(|it| super::ident(&it.ident)).collect();
    let variant_docs = plan.variants.iter().map(|it| super::docs(&it.docs));
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq, Eq, Hash, serde::Deserialize, serde::Serialize)]
        #[non_exhaustive]
        pub enum #ident {
            #(
                #variant_docs
                #[serde(rename = #values)]
                #variants,
            )*
            /// A value that is not among the known ones.
            #[serde(untagged)]
            #unlisted(#string),
        }

        impl #ident {
            /// The value as it is in JSON.
            pub fn as_str(&self) -> &str {
                match self {
                    #(Self::#variants => #values,)*
                    Self::#unlisted(value) => value,
                }
            }
        }
    }
}
