//! Compares the fields of structs.

use super::structs::Fields;
use super::{Names, attributes, ty};
use crate::cli::diff::compare::Comparison;
use crate::cli::diff::rules::{self, Rule};
use crate::rust::plan::{FieldPlan, RustType};

pub(super) fn compare(
    comparison: &mut Comparison<'_>,
    names: &Names<'_>,
    owner: &str,
    fields: Fields<'_>,
    note: Option<String>,
) {
    let Fields { old, new, .. } = fields;
    let subject = (owner, Some(&*old.key));
    let mut report = |rule: &'static Rule, was: Option<String>, is: Option<String>, note: Option<String>| {
        let said = comparison.said_at(subject, Some(&new.key), was, is);
        comparison.report_noted(rule, subject, said, note);
    };
    if old.ident != new.ident {
        report(&rules::RUST_FIELD_RENAMED, Some(old.ident.to_string()), Some(new.ident.to_string()), note);
    }
    if let Some(rule) = compare_types(names, &old.ty, &new.ty) {
        report(rule, Some(ty(&old.ty)), Some(ty(&new.ty)), None);
    } else if is_setter_changed(names, old, new) {
        report(&rules::RUST_SETTER_CHANGED, Some(setter(old)), Some(setter(new)), None);
    }
    match (old.deprecated, new.deprecated) {
        (false, true) => report(&rules::RUST_FIELD_DEPRECATED, None, None, None),
        (true, false) => report(&rules::RUST_FIELD_NOT_DEPRECATED, None, None, None),
        _ => {}
    }
    attributes::compare(comparison, subject, &old.attributes, &new.attributes);
}

/// The rule for the change of a type, if it changed.
pub(super) fn compare_types(names: &Names<'_>, old: &RustType, new: &RustType) -> Option<&'static Rule> {
    if names.is_same(old, new) {
        return None;
    }
    let rule = match (old, new) {
        (RustType::Patch(old), RustType::Option(new)) | (RustType::Option(old), RustType::Patch(new))
            if names.is_same(old, new) =>
        {
            &rules::RUST_FIELD_THREE_VALUED
        }
        (old, RustType::Option(new)) if names.is_same(old, new) => &rules::RUST_FIELD_OPTIONAL,
        (RustType::Option(old), new) if names.is_same(old, new) => &rules::RUST_FIELD_NOT_OPTIONAL,
        _ if names.is_same(&unboxed(old), &unboxed(new)) => &rules::RUST_FIELD_BOXED,
        _ => &rules::RUST_FIELD_TYPE_CHANGED,
    };
    Some(rule)
}

/// A type without boxes.
fn unboxed(ty: &RustType) -> RustType {
    match ty {
        RustType::Box(item) | RustType::Deep(item) => unboxed(item),
        RustType::Option(item) => RustType::Option(Box::new(unboxed(item))),
        RustType::Patch(item) => RustType::Patch(Box::new(unboxed(item))),
        other => other.clone(),
    }
}

fn is_setter_changed(names: &Names<'_>, old: &FieldPlan, new: &FieldPlan) -> bool {
    let name = |field: &FieldPlan| field.setter.ident.parts(&field.ident).concat();
    let is_renamed = old.ident == new.ident && name(old) != name(new);
    let is_other = old.setter.takes_option && !new.setter.takes_option;
    is_renamed || is_other || !names.is_same(old.ty.value(), new.ty.value())
}

/// A setter in one phrase.
fn setter(field: &FieldPlan) -> String {
    let value = ty(field.ty.value());
    let or_option = if field.setter.takes_option { format!(" or Option<{value}>") } else { String::new() };
    format!("{}({value}{or_option})", field.setter.ident.parts(&field.ident).concat())
}
