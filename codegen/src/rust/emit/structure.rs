//! A documented model.

use std::fmt::Write as _;

use proc_macro2::TokenStream;
use quote::quote;

use super::Emitted;
use crate::rust::options::UnknownKeys;
use crate::rust::plan::{FieldPlan, ReadingPlan, StructPlan};

pub(super) fn emit(plan: &StructPlan) -> Emitted {
    let docs = super::docs(&plan.docs);
    let ident = super::ident(&plan.ident);
    let attributes = super::attributes(&plan.attributes);
    let fields = plan.fields.iter().map(field);
    let extra = plan.extra.iter().map(|ident| {
        let ident = super::ident(ident);
        quote! {
            /// What was read and is not in the document, or not of its kind. It is written back.
            pub #ident: support::Extra,
        }
    });
    let item = quote! {
        #docs
        #[derive(Clone)]
        #attributes
        pub struct #ident {
            #(#fields,)*
            #(#extra)*
        }
    };
    Emitted { item, machinery: machinery(plan) }
}

fn field(plan: &FieldPlan) -> TokenStream {
    let docs = super::docs(&plan.docs);
    let ident = super::ident(&plan.ident);
    let ty = super::ty(&plan.ty);
    quote!(#docs pub #ident: #ty)
}

fn machinery(plan: &StructPlan) -> String {
    let extra = plan.extra.as_ref().map_or_else(|| "no Extra".to_owned(), |it| format!("extra {it}"));
    let required = plan.required.iter().map(|idx| &plan.fields[*idx]);
    let required: Vec<String> = required.map(|it| format!("{}: {}", it.ident, it.value)).collect();
    let new = if required.is_empty() { String::new() } else { format!("({})", required.join(", ")) };
    let mut text = format!(
        "support::model! {{\n    {} {:?}:{}\n    reading {}, {extra}, new{new};\n",
        plan.ident,
        plan.name,
        super::abilities(&plan.abilities),
        reading(&plan.reading),
    );
    for FieldPlan { ident, key, documented, setter, value, .. } in &plan.fields {
        let _ = writeln!(text, "    {ident} {key:?} {documented:?} {setter}({value}),");
    }
    text + "}\n"
}

fn reading(plan: &ReadingPlan) -> String {
    let unknown_keys = match plan.unknown_keys {
        UnknownKeys::Keep if !plan.strict && plan.exact.is_empty() => return "support::TOTAL".to_owned(),
        UnknownKeys::Keep => "Keep",
        UnknownKeys::Ignore => "Ignore",
        UnknownKeys::Deny => "Deny",
    };
    let ReadingPlan { strict, exact, demanded, .. } = plan;
    let unknown_keys = format!("unknown_keys: support::Foreign::{unknown_keys}");
    format!("support::Reading {{ strict: {strict}, {unknown_keys}, exact: &{exact:?}, demanded: &{demanded:?} }}")
}
