//! An enum of types.

use std::fmt::Write as _;

use quote::quote;
use syn::{Item, Variant};

use super::{Docs, Types, syntax};
use crate::rust::plan::{CasePlan, RustType, UnionPlan};

pub(super) fn emit<'p>(plan: &'p UnionPlan, types: Types<'_>, docs: &mut Docs<'p>) -> Item {
    let mut attributes: Vec<_> = docs.of(&plan.docs).into_iter().collect();
    attributes.extend([syntax::attribute_of("derive", quote!(Clone)), syntax::attribute("non_exhaustive")]);
    attributes.extend(syntax::attributes(&plan.attributes));
    let mut cases: Vec<_> = plan.cases.iter().map(|plan| case(plan, types, docs)).collect();
    let docs = docs.sentence("A value of none of these types, kept as it is.");
    cases.push(super::unlisted(&plan.unlisted, docs, syntax::ty(&RustType::Json, types)));
    syntax::enumeration(plan.ident.as_str(), attributes, cases)
}

fn case<'p>(plan: &'p CasePlan, types: Types<'_>, docs: &mut Docs<'p>) -> Variant {
    let attributes = docs.of(&plan.docs).into_iter().chain(syntax::attributes(&plan.attributes)).collect();
    syntax::variant(plan.ident.as_str(), attributes, Some(syntax::ty(&plan.ty, types)))
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
