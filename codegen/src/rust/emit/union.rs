//! An enum of types.

use std::fmt::Write as _;

use syn::Item;

use super::woven::Level;
use super::{Types, Woven, syntax};
use crate::rust::plan::{CasePlan, RustType, UnionPlan};

pub(super) fn emit(plan: &UnionPlan, types: Types<'_>, woven: &mut Woven) -> Item {
    woven.docs(Level::Item, &plan.docs);
    woven.line("#[derive(Clone)]");
    woven.line("#[non_exhaustive]");
    let attributes = super::marked(woven, &plan.attributes);
    let mut cases = Vec::new();
    for plan in &plan.cases {
        woven.docs(Level::Part, &plan.docs);
        let CasePlan { ident, ty, attributes, .. } = plan;
        let is_plain = attributes.is_empty() && !Types::is_foreign(ty);
        if !is_plain || !woven.fitting(&format!("    {ident}({}),", types.show(ty))) {
            let attributes = super::marked(woven, attributes);
            cases.push(syntax::variant(ident.as_str(), attributes, Some(syntax::ty(ty, types))));
        }
    }
    let docs = "A value of none of these types, kept as it is.";
    cases.push(super::unlisted(&plan.unlisted, docs, syntax::ty(&RustType::Json, types), woven));
    syntax::enumeration(plan.ident.as_str(), attributes, cases)
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
