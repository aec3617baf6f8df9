//! Syntax, built as it is needed. What most of the output consists of is not made of tokens, which would have to be
//! parsed again.

use proc_macro2::Span;
use quote::quote;
use syn::punctuated::Punctuated;
use syn::{
    AngleBracketedGenericArguments, AttrStyle, Attribute, Expr, ExprLit, Field, FieldModifiers, Fields, FieldsNamed,
    FieldsUnnamed, GenericArgument, Ident, ImplItem, ImplItemConst, ImplItemMacro, ImplModifiers, Item, ItemEnum,
    ItemImpl, ItemStruct, ItemType, Lit, LitStr, Macro, MacroDelimiter, Meta, MetaNameValue, Path, PathArguments,
    PathSegment, Type, TypeMacro, TypeModifiers, TypePath, Variant, Visibility, WhereClausePlacement,
};

use super::types::Parts;
use super::{Types, ident};
use crate::rust::options;
use crate::rust::plan::RustType;

/// A public struct with named fields.
pub(super) fn structure(name: &str, attributes: Vec<Attribute>, fields: Vec<Field>) -> Item {
    let named = FieldsNamed { brace_token: syn::token::Brace::default(), named: separated(fields) };
    of_fields(name, attributes, Fields::Named(named))
}

/// A public struct with one field that has no name.
pub(super) fn tuple(name: &str, attributes: Vec<Attribute>, field: Field) -> Item {
    of_fields(name, attributes, unnamed(field))
}

fn of_fields(name: &str, attributes: Vec<Attribute>, fields: Fields) -> Item {
    Item::Struct(ItemStruct {
        attrs: attributes,
        vis: public(),
        struct_token: <syn::Token![struct]>::default(),
        ident: ident(name),
        generics: syn::Generics::default(),
        semi_token: matches!(fields, Fields::Unnamed(_)).then(<syn::Token![;]>::default),
        fields,
    })
}

/// One field that has no name.
fn unnamed(field: Field) -> Fields {
    let unnamed = Punctuated::from_iter([field]);
    Fields::Unnamed(FieldsUnnamed { paren_token: syn::token::Paren::default(), unnamed })
}

/// Another name for a type.
pub(super) fn alias(name: &str, ty: Type) -> Item {
    Item::Type(ItemType {
        attrs: Vec::new(),
        vis: public(),
        modifiers: TypeModifiers::default(),
        type_token: <syn::Token![type]>::default(),
        ident: ident(name),
        generics: syn::Generics::default(),
        eq_token: <syn::Token![=]>::default(),
        ty: Box::new(ty),
        semi_token: <syn::Token![;]>::default(),
        where_clause_placement: WhereClausePlacement::Early,
    })
}

/// A public field without a name.
pub(super) fn unnamed_field(attributes: Vec<Attribute>, ty: Type) -> Field {
    Field {
        attrs: attributes,
        vis: public(),
        modifiers: FieldModifiers::default(),
        ident: None,
        colon_token: None,
        ty,
        default: None,
    }
}

/// A public field.
pub(super) fn field(name: &str, attributes: Vec<Attribute>, ty: Type) -> Field {
    Field {
        attrs: attributes,
        vis: public(),
        modifiers: FieldModifiers::default(),
        ident: Some(ident(name)),
        colon_token: Some(<syn::Token![:]>::default()),
        ty,
        default: None,
    }
}

/// A public enum.
pub(super) fn enumeration(name: &str, attributes: Vec<Attribute>, variants: Vec<Variant>) -> Item {
    Item::Enum(ItemEnum {
        attrs: attributes,
        vis: public(),
        enum_token: <syn::Token![enum]>::default(),
        ident: ident(name),
        generics: syn::Generics::default(),
        brace_token: syn::token::Brace::default(),
        variants: separated(variants),
    })
}

/// A variant that holds a value, or none.
pub(super) fn variant(name: &str, attributes: Vec<Attribute>, held: Option<Type>) -> Variant {
    let fields =
        held.map_or(Fields::Unit, |ty| unnamed(Field { vis: Visibility::Inherited, ..unnamed_field(Vec::new(), ty) }));
    Variant { attrs: attributes, ident: ident(name), fields, discriminant: None }
}

/// With commas between them.
fn separated<T>(parts: Vec<T>) -> Punctuated<T, syn::Token![,]> {
    parts.into_iter().collect()
}

fn public() -> Visibility {
    Visibility::Public(<syn::Token![pub]>::default())
}

/// `#[name]`.
pub(super) fn attribute(name: &str) -> Attribute {
    outer(Meta::Path(Path::from(ident(name))))
}

/// A line of documentation.
pub(super) fn documentation(text: &str) -> Attribute {
    let lit = Lit::Str(LitStr::new(text, Span::call_site()));
    let value = Expr::Lit(ExprLit { attrs: Vec::new(), lit });
    outer(Meta::NameValue(MetaNameValue {
        path: Path::from(ident("doc")),
        eq_token: <syn::Token![=]>::default(),
        value,
    }))
}

fn outer(meta: Meta) -> Attribute {
    let bracket_token = syn::token::Bracket::default();
    Attribute { pound_token: <syn::Token![#]>::default(), style: AttrStyle::Outer, bracket_token, meta }
}

/// Attributes from the configuration. One that is not Rust was reported, so that no file is written.
pub(super) fn attributes(texts: &[String]) -> impl Iterator<Item = Attribute> {
    texts.iter().flat_map(|text| options::parsed(text).unwrap_or_default())
}

/// A type.
pub(super) fn ty(ty: &RustType, types: Types<'_>) -> Type {
    match types.parts(ty) {
        Parts::Path(root, rest, arguments) => {
            let arguments = arguments.into_iter().flatten().map(|argument| self::ty(argument, types));
            with_arguments(&[root, rest].concat(), arguments.map(GenericArgument::Type).collect())
        }
        Parts::Text(text) => {
            syn::parse_str(&text).unwrap_or_else(|_| Type::Macro(TypeMacro { attrs: Vec::new(), mac: mistake(&text) }))
        }
    }
}

/// A type without arguments.
pub(super) fn path(path: &str) -> Type {
    with_arguments(path, Punctuated::new())
}

fn with_arguments(path: &str, arguments: Punctuated<GenericArgument, syn::Token![,]>) -> Type {
    let (leading_colon, path) = match path.strip_prefix("::") {
        Some(path) => (Some(<syn::Token![::]>::default()), path),
        None => (None, path),
    };
    let segment = |name: &str| PathSegment { ident: ident(name), arguments: PathArguments::None };
    let mut segments: Punctuated<PathSegment, syn::Token![::]> = path.split("::").map(segment).collect();
    if let (Some(last), false) = (segments.last_mut(), arguments.is_empty()) {
        last.arguments = PathArguments::AngleBracketed(AngleBracketedGenericArguments {
            colon2_token: None,
            lt_token: <syn::Token![<]>::default(),
            args: arguments,
            gt_token: <syn::Token![>]>::default(),
        });
    }
    Type::Path(TypePath { attrs: Vec::new(), qself: None, path: Path { leading_colon, segments } })
}

/// The implementation of a type, which may have a mark for all that is in it.
pub(super) fn implementation(name: &str, mark: Option<Attribute>, items: Vec<ImplItem>) -> Item {
    Item::Impl(ItemImpl {
        attrs: mark.into_iter().collect(),
        modifiers: ImplModifiers::default(),
        unsafety: None,
        impl_token: <syn::Token![impl]>::default(),
        generics: syn::Generics::default(),
        trait_: None,
        self_ty: Box::new(path(name)),
        brace_token: syn::token::Brace::default(),
        items,
    })
}

/// A constant of an implementation, from its text.
pub(super) fn constant(text: &str, mark: Attribute) -> ImplItem {
    match syn::parse_str(text) {
        Ok(constant) => ImplItem::Const(ImplItemConst { attrs: vec![mark], ..constant }),
        Err(_) => ImplItem::Macro(ImplItemMacro { attrs: vec![mark], mac: mistake(text), semi_token: None }),
    }
}

/// Text that is not Rust is a mistake of an emitter, which the compiler reports.
fn mistake(text: &str) -> Macro {
    Macro {
        path: Path::from(Ident::new("compile_error", Span::call_site())),
        bang_token: <syn::Token![!]>::default(),
        delimiter: MacroDelimiter::Brace(syn::token::Brace::default()),
        tokens: quote!(#text),
    }
}
