//! Compares what constructors take.

use std::collections::BTreeMap;

use super::structs::{Fields, Structs};
use super::{Names, ty};
use crate::cli::diff::compare::Comparison;
use crate::cli::diff::rules;
use crate::rust::plan::{RequiredFieldPlan, RequiredPlan, StructPlan};

pub(super) fn compare(comparison: &mut Comparison<'_>, names: &Names<'_>, structs: Structs<'_>, fields: &[Fields<'_>]) {
    let (rule, old, new) = match (&structs.old.required, &structs.new.required) {
        (None, None) => return,
        (Some(old), None) => (&rules::RUST_CONSTRUCTOR_REMOVED, Some(shown(old)), None),
        (None, Some(new)) => (&rules::RUST_CONSTRUCTOR_ADDED, None, Some(shown(new))),
        (Some(old), Some(new)) => {
            compare_arguments(comparison, names, structs, Arguments { old, new, fields });
            if old.ident == new.ident {
                return;
            }
            (&rules::RUST_CONSTRUCTOR_CHANGED, Some(old.ident.to_string()), Some(new.ident.to_string()))
        }
    };
    let said = comparison.said(structs.subject(), old, new);
    comparison.report_noted(rule, structs.subject(), said, None);
}

fn shown(plan: &RequiredPlan) -> String {
    let fields: Vec<&str> = plan.fields.iter().map(|field| field.ident.as_str()).collect();
    format!("{} {{ {} }}", plan.ident, fields.join(", "))
}

/// What both constructors take, and the fields that both versions have.
#[derive(Clone, Copy)]
struct Arguments<'p> {
    old: &'p RequiredPlan,
    new: &'p RequiredPlan,
    fields: &'p [Fields<'p>],
}

/// Reports each argument that differs as a change of its field, because it is a consequence of that.
fn compare_arguments(comparison: &mut Comparison<'_>, names: &Names<'_>, structs: Structs<'_>, all: Arguments<'_>) {
    let Arguments { old, new, fields } = all;
    let owner = &*structs.old.name;
    let new_names: BTreeMap<&str, &str> =
        fields.iter().map(|both| (both.old.ident.as_str(), both.new.ident.as_str())).collect();
    let mut report = |key: Option<&str>, was: Option<String>, is: Option<String>| {
        let said = comparison.said((owner, key), was, is);
        comparison.report_noted(&rules::RUST_CONSTRUCTOR_CHANGED, (owner, key), said, None);
    };
    for argument in &old.fields {
        let name = new_names.get(argument.ident.as_str());
        let same = name.and_then(|name| new.fields.iter().find(|other| other.ident.as_str() == *name));
        let key = key(structs.old, argument);
        match same {
            Some(other) if other.ident != argument.ident => {
                report(key, Some(format!("argument {}", argument.ident)), Some(format!("argument {}", other.ident)));
            }
            Some(other) if names.is_same(&argument.ty, &other.ty) => {}
            Some(other) => report(key, Some(text(argument)), Some(text(other))),
            None => report(key, Some(text(argument)), None),
        }
    }
    for argument in &new.fields {
        let both = fields.iter().find(|both| both.new.ident == argument.ident);
        let was = both.and_then(|both| old.fields.iter().find(|other| other.ident == both.old.ident));
        if was.is_none() {
            let key = both.map(|both| &*both.old.key).or_else(|| key(structs.new, argument));
            report(key, None, Some(text(argument)));
        }
    }
}

fn text(argument: &RequiredFieldPlan) -> String {
    format!("argument of new: {}", ty(&argument.ty))
}

/// The key of the field that an argument sets.
fn key<'p>(plan: &'p StructPlan, argument: &RequiredFieldPlan) -> Option<&'p str> {
    plan.fields.iter().find(|field| field.ident == argument.ident).map(|field| &*field.key)
}
