//! Compares the constants of documented defaults.

use super::structs::{Fields, Structs};
use super::{Names, ty};
use crate::cli::diff::compare::Comparison;
use crate::cli::diff::rules;
use crate::rust::plan::{ConstantType, ConstantValue, DefaultPlan, StructPlan};

pub(super) fn compare(comparison: &mut Comparison<'_>, names: &Names<'_>, structs: Structs<'_>, fields: &[Fields<'_>]) {
    let Structs { old, new } = structs;
    // Constants have the names of fields, so that one is the same if its field is.
    for constant in &old.defaults {
        let same = find(new, constant.ident.as_str());
        let (rule, said) = match same {
            None => (&rules::RUST_CONSTANT_REMOVED, (Some(shown(constant)), None)),
            Some(other) if !is_same_type(names, &constant.ty, &other.ty) => {
                (&rules::RUST_CONSTANT_TYPE_CHANGED, (Some(declared(constant)), Some(declared(other))))
            }
            Some(other) if !is_same_value(names, &constant.value, &other.value) => {
                (&rules::RUST_CONSTANT_CHANGED, (Some(shown(constant)), Some(shown(other))))
            }
            Some(_) => continue,
        };
        let key = key_of(old, constant);
        // The field reports its own end and its own name.
        let is_field_kept = fields.iter().any(|both| Some(&*both.old.key) == key && both.old.ident == both.new.ident);
        if is_field_kept {
            let subject = (&*old.name, key);
            let said = comparison.said(subject, said.0, said.1);
            comparison.report_noted(rule, subject, said, None);
        }
    }
    for constant in new.defaults.iter().filter(|constant| find(old, constant.ident.as_str()).is_none()) {
        let key = key_of(new, constant);
        let kept = fields.iter().find(|both| Some(&*both.new.key) == key);
        if let Some(both) = kept.filter(|both| both.old.ident == both.new.ident) {
            let subject = (&*old.name, Some(&*both.old.key));
            let said = comparison.said(subject, None, Some(shown(constant)));
            comparison.report_noted(&rules::RUST_CONSTANT_ADDED, subject, said, None);
        }
    }
}

fn find<'p>(plan: &'p StructPlan, name: &str) -> Option<&'p DefaultPlan> {
    plan.defaults.iter().find(|constant| constant.ident.as_str() == name)
}

/// The key of the field that a constant is the default of.
fn key_of<'p>(plan: &'p StructPlan, constant: &DefaultPlan) -> Option<&'p str> {
    let name = constant.ident.as_str().to_lowercase();
    let field = plan.fields.iter().find(|field| name == format!("default_{}", field.ident.plain()).to_lowercase());
    field.map(|field| &*field.key)
}

fn is_same_type(names: &Names<'_>, old: &ConstantType, new: &ConstantType) -> bool {
    match (old, new) {
        (ConstantType::Plain(old), ConstantType::Plain(new)) => names.is_same(old, new),
        (ConstantType::List(old), ConstantType::List(new)) => is_same_type(names, old, new),
        _ => old == new,
    }
}

fn is_same_value(names: &Names<'_>, old: &ConstantValue, new: &ConstantValue) -> bool {
    match (old, new) {
        (ConstantValue::Variant(old, variant), ConstantValue::Variant(new, other)) => {
            names.new_name(old.as_str()) == new.as_str() && variant == other
        }
        (ConstantValue::List(old), ConstantValue::List(new)) => {
            old.len() == new.len() && old.iter().zip(new).all(|(old, new)| is_same_value(names, old, new))
        }
        _ => old == new,
    }
}

fn shown(constant: &DefaultPlan) -> String {
    format!("{} = {}", constant.ident.as_str(), value(&constant.value))
}

fn declared(constant: &DefaultPlan) -> String {
    format!("{}: {}", constant.ident.as_str(), type_text(&constant.ty))
}

fn type_text(constant: &ConstantType) -> String {
    match constant {
        ConstantType::Text => "&str".to_owned(),
        ConstantType::Plain(plain) => ty(plain),
        ConstantType::List(item) => format!("&[{}]", type_text(item)),
    }
}

fn value(constant: &ConstantValue) -> String {
    match constant {
        ConstantValue::Text(text) => format!("{text:?}"),
        ConstantValue::Boolean(value) => value.to_string(),
        ConstantValue::Integer(number) => number.to_string(),
        ConstantValue::Float(number) => format!("{number:?}"),
        ConstantValue::Variant(of, variant) => format!("{of}::{variant}"),
        ConstantValue::List(items) => format!("[{}]", items.iter().map(value).collect::<Vec<_>>().join(", ")),
    }
}
