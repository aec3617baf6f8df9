//! An enum of types.

use std::fmt::Write as _;

use proc_macro2::TokenStream;
use quote::quote;

use super::{Docs, Types};
use crate::rust::plan::{CasePlan, RustType, UnionPlan};

pub(super) fn emit<'p>(plan: &'p UnionPlan, types: Types<'_>, docs: &mut Docs<'p>) -> TokenStream {
    let own_docs = docs.of(&plan.docs);
    let ident = super::ident(plan.ident.as_str());
    let attributes = super::attributes(&plan.attributes);
    let cases: Vec<TokenStream> = plan.cases.iter().map(|plan| case(plan, types, docs)).collect();
    let json = super::tokens(&types.show(&RustType::Json).to_string());
    let unlisted = super::unlisted(&plan.unlisted, &json);
    quote! {
        #own_docs
        #[derive(Clone)]
        #[non_exhaustive]
        #attributes
        pub enum #ident {
            #(#cases,)*
            /// A value of none of these types, kept as it is.
            #unlisted,
        }
    }
}

fn case<'p>(plan: &'p CasePlan, types: Types<'_>, docs: &mut Docs<'p>) -> TokenStream {
    let docs = docs.of(&plan.docs);
    let ident = super::ident(plan.ident.as_str());
    let ty = super::tokens(&types.show(&plan.ty).to_string());
    let attributes = super::attributes(&plan.attributes);
    quote!(#docs #attributes #ident(#ty))
}

pub(super) fn machinery(plan: &UnionPlan, types: Types<'_>) -> String {
    let mut text = format!(
        "support::union! {{\n    {} as {} or {}:\n    strict: {}, tag: [{}];\n",
        plan.ident,
        super::literal(&plan.name),
        plan.unlisted.ident,
        plan.strict,
        plan.tag.as_deref().map(super::literal).unwrap_or_default(),
    );
    for (place, case) in plan.order.iter().filter_map(|idx| plan.cases.get(*idx)).enumerate() {
        let (ident, value) = (&case.ident, types.show(&case.value));
        let (tags, requires) = (super::literals(&case.tags), super::literals(&case.requires));
        let _ = writeln!(text, "    {place}: {ident}({value}), tags: [{tags}], requires: [{requires}];");
    }
    text + "}\n"
}
