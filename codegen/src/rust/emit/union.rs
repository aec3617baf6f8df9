//! An enum of types.

use syn::Item;

use super::woven::Level;
use super::{Types, Woven, syntax};
use crate::rust::plan::{CasePlan, RustType, UnionPlan};

pub(super) fn emit(plan: &UnionPlan, types: Types<'_>, woven: &mut Woven) -> Item {
    woven.docs(Level::Item, &plan.docs);
    woven.line("#[derive(Clone)]");
    woven.line("#[non_exhaustive]");
    woven.start();
    let mut cases = Vec::new();
    for plan in &plan.cases {
        woven.docs(Level::Part, &plan.docs);
        let CasePlan { ident, ty, attributes, .. } = plan;
        let is_plain = attributes.is_empty() && !Types::is_foreign(ty);
        if !is_plain || !woven.fitting(|text| add_case(plan, types, text)) {
            let attributes = super::marked(woven, attributes);
            cases.push(syntax::variant(ident.as_str(), attributes, Some(syntax::ty(ty, types))));
        }
    }
    let docs = "A value of none of these types, kept as it is.";
    cases.push(super::unlisted(&plan.unlisted, docs, syntax::ty(&RustType::Json, types), woven));
    syntax::enumeration(plan.ident.as_str(), syntax::attributes(&plan.attributes).collect(), cases)
}

fn add_case(plan: &CasePlan, types: Types<'_>, text: &mut String) {
    text.extend(["    ", plan.ident.as_str(), "("]);
    types.add(&plan.ty, text);
    text.push_str("),");
}

pub(super) fn add_machinery(plan: &UnionPlan, types: Types<'_>, text: &mut String) {
    text.extend(["support::union! {\n    ", plan.ident.as_str(), " as "]);
    super::add_literal(&plan.name, text);
    let strict = if plan.strict { "true" } else { "false" };
    text.extend([" or ", plan.unlisted.ident.as_str(), ":\n    strict: ", strict, ", tag: ["]);
    super::add_literals(plan.tag.as_slice(), text);
    text.push_str("];\n");
    for (place, case) in plan.order.iter().filter_map(|idx| plan.cases.get(*idx)).enumerate() {
        text.extend(["    ", &*place.to_string(), ": ", case.ident.as_str(), "("]);
        types.add(&case.value, text);
        text.push_str("), tags: [");
        super::add_literals(&case.tags, text);
        text.push_str("], requires: [");
        super::add_literals(&case.requires, text);
        text.push_str("];\n");
    }
    text.push_str("}\n");
}
