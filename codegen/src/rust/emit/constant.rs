//! Constants.

use super::{Types, add_literal};
use crate::rust::plan::{ConstantType, ConstantValue, DefaultPlan};

/// The line of a constant.
pub(super) fn line(plan: &DefaultPlan, types: Types<'_>) -> String {
    format!("    pub const {}: {} = {};", plan.ident.as_str(), ty(&plan.ty, types), value(&plan.value))
}

fn ty(ty: &ConstantType, types: Types<'_>) -> String {
    match ty {
        ConstantType::Text => "&'static str".to_owned(),
        ConstantType::Plain(ty) => types.show(ty).to_string(),
        ConstantType::List(item) => format!("&'static [{}]", self::ty(item, types)),
    }
}

fn value(value: &ConstantValue) -> String {
    match value {
        ConstantValue::Text(content) => {
            let mut text = String::new();
            add_literal(content, &mut text);
            text
        }
        ConstantValue::Boolean(it) => it.to_string(),
        ConstantValue::Integer(number) => number.to_string(),
        ConstantValue::Float(number) => format!("{number:?}"),
        ConstantValue::Variant(of, variant) => format!("{of}::{variant}"),
        ConstantValue::List(items) => {
            let items: Vec<String> = items.iter().map(self::value).collect();
            format!("&[{}]", items.join(", "))
        }
    }
}
