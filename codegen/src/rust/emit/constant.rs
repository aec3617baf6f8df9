//! Constants.

use proc_macro2::{Literal, TokenStream};
use quote::{ToTokens as _, quote};

use super::{Types, syntax};
use crate::rust::plan::{ConstantType, ConstantValue};

pub(super) fn ty(ty: &ConstantType, types: Types<'_>) -> TokenStream {
    match ty {
        ConstantType::Text => quote!(&'static str),
        ConstantType::Plain(ty) => syntax::ty(ty, types).into_token_stream(),
        ConstantType::List(item) => {
            let item = self::ty(item, types);
            quote!(&'static [#item])
        }
    }
}

pub(super) fn value(value: &ConstantValue) -> TokenStream {
    match value {
        ConstantValue::Text(text) => {
            let text = Literal::string(text);
            quote!(#text)
        }
        ConstantValue::Boolean(it) => quote!(#it),
        ConstantValue::Integer(number) => number.to_string().parse().unwrap_or_default(),
        ConstantValue::Float(number) => format!("{number:?}").parse().unwrap_or_default(),
        ConstantValue::Variant(of, variant) => {
            let (of, variant) = (super::ident(of.as_str()), super::ident(variant.as_str()));
            quote!(#of::#variant)
        }
        ConstantValue::List(items) => {
            let items = items.iter().map(self::value);
            quote!(&[#(#items),*])
        }
    }
}
