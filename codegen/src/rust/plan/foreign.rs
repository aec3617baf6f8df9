//! Types that the configuration chooses instead of generated ones.

use quote::ToTokens;
use syn::{GenericArgument, PathArguments, Type};

use super::{Item, Piece, Placed, Planner, RustType, StructPlan};
use crate::rust::options::{Dates, Foreign};

impl Planner<'_> {
    /// The type for a text of the configuration. Lists and maps, and types that models use themselves, need no adapter.
    pub(super) fn chosen(&self, text: &str) -> RustType {
        match syn::parse_str::<Type>(text) {
            Ok(ty) => self.parsed(&ty),
            // An error was reported, so nothing is printed.
            Err(_) => RustType::Foreign(text.to_owned()),
        }
    }

    fn parsed(&self, ty: &Type) -> RustType {
        let text = shown(ty);
        if let Some(known) = known(&text, self.options.dates) {
            return known;
        }
        if let Some(ident) = self.names.values().find(|ident| ident.as_str() == text) {
            return RustType::Own(ident.clone());
        }
        match &*arguments(ty) {
            [item] if is_called(&text, "Vec") => RustType::Vec(Box::new(self.parsed(item))),
            [key, value] if is_called(&text, "BTreeMap") && shown(key) == "String" => {
                RustType::Map(Box::new(self.parsed(value)))
            }
            _ => RustType::Foreign(text),
        }
    }
}

/// The type that models use themselves and that has this path.
fn known(text: &str, dates: Dates) -> Option<RustType> {
    let known = match text {
        "String" | "std::string::String" => RustType::String,
        "bool" => RustType::Bool,
        "i32" => RustType::I32,
        "i64" => RustType::I64,
        "u32" => RustType::U32,
        "u64" => RustType::U64,
        "f32" => RustType::F32,
        "f64" => RustType::F64,
        "serde_json::Value" => RustType::Json,
        "jiff::Timestamp" if dates == Dates::Jiff => RustType::JiffTimestamp,
        "jiff::civil::Date" if dates == Dates::Jiff => RustType::JiffDate,
        "chrono::DateTime<chrono::FixedOffset>" if dates == Dates::Chrono => RustType::ChronoDateTime,
        "chrono::NaiveDate" if dates == Dates::Chrono => RustType::ChronoDate,
        "time::OffsetDateTime" if dates == Dates::Time => RustType::TimeDateTime,
        "time::Date" if dates == Dates::Time => RustType::TimeDate,
        _ => return None,
    };
    Some(known)
}

/// A type as text, without the space between its tokens.
fn shown(ty: &Type) -> String {
    ty.to_token_stream().to_string().replace(' ', "").replace(',', ", ")
}

/// Whether a type is `Vec<…>` by this name, perhaps with its path.
fn is_called(text: &str, name: &str) -> bool {
    let path = text.split('<').next().unwrap_or(text);
    path == name || path.starts_with("std::") && path.ends_with(&format!("::{name}"))
}

/// The types between the angle brackets of a type.
fn arguments(ty: &Type) -> Vec<&Type> {
    let Type::Path(path) = ty else { return Vec::new() };
    let Some(PathArguments::AngleBracketed(list)) = path.path.segments.last().map(|last| &last.arguments) else {
        return Vec::new();
    };
    let types = list.args.iter().map(|argument| if let GenericArgument::Type(ty) = argument { Some(ty) } else { None });
    types.flatten().collect()
}

/// Adds the types in these items of which only serde's traits are known.
pub(super) fn add_all(items: &[Placed], all: &mut Foreign) {
    for Placed { piece, .. } in items {
        match piece {
            Piece::Item(Item::Struct(plan)) => plan.fields.iter().for_each(|field| add(&field.ty, false, all)),
            Piece::Item(Item::Union(plan)) => plan.cases.iter().for_each(|case| add(&case.ty, true, all)),
            // A struct that is kept names none.
            Piece::Item(Item::Alias(_) | Item::Enum(_) | Item::Opaque(_)) | Piece::Earlier(_) => {}
        }
    }
}

/// Whether a struct names a type of which only serde's traits are known.
pub(super) fn has_foreign(plan: &StructPlan) -> bool {
    let mut all = Foreign::new();
    plan.fields.iter().for_each(|field| add(&field.ty, false, &mut all));
    !all.is_empty()
}

fn add(ty: &RustType, is_bare: bool, all: &mut Foreign) {
    match ty {
        RustType::Foreign(text) => *all.entry(text.clone()).or_default() |= is_bare,
        RustType::Option(item)
        | RustType::Patch(item)
        | RustType::OrBoolean(item)
        | RustType::Box(item)
        | RustType::Deep(item)
        | RustType::Vec(item)
        | RustType::Map(item) => add(item, false, all),
        _ => {}
    }
}
