//! Turns what each page says about a model into a model of the schema. Nothing after this stage knows dialects.

use std::collections::{BTreeMap, BTreeSet};

use crate::build::keys::Keys;
use crate::diag::Sink;
use crate::dialect::{Constraint, EmptyTable, NullableRule, PresenceRule, TypeSyntax, words};
use crate::parallel;
use crate::read::doc::{Body, DiscriminatorDoc, FieldDoc, LimitDoc, ListDoc, ModelDoc, OtherKeysDoc};
use crate::read::type_expr::TypeExpr;
use crate::schema::{
    Assumption, Constraints, Discriminator, Field, Member, Model, ModelName, OtherKeys, Presence, Rare, Scalar, Shape,
    Type, Union, UnionOf, Values, ValuesSource, WireName, folded,
};
use crate::source::{Sources, Sp};

mod checks;
mod defaults;
mod entries;
mod folders;
mod foreign;
mod inherited;
mod nullable;
mod types;

use folders::Folders;
use foreign::Translations;
use types::Lowering;

/// A model as one document describes it.
#[derive(Clone, Debug)]
pub(crate) struct Lowered {
    /// Its name.
    pub(crate) name: ModelName,
    /// What the document says.
    pub(crate) model: Model,
    /// The document.
    pub(crate) file: usize,
}

/// Makes a model of each page.
pub(crate) fn lower(docs: &[ModelDoc], keys: &Keys, sources: &Sources, sink: &mut Sink) -> Vec<Lowered> {
    let documented: BTreeSet<&str> = docs.iter().map(|doc| &*doc.name.value).collect();
    let folders = Folders::read(docs, sources);
    let mut models = parallel::map_with(docs, Translations::default, |translations, doc| {
        let lowering = Lowering::new(doc.dialect.types, &documented, sources, translations);
        let model = lower_model(doc, keys, Lowering { facts: folders.beside(doc), ..lowering });
        Lowered { name: ModelName(doc.name.value.clone()), model, file: doc.name.span.file }
    });
    checks::check(docs, sources, sink);
    defaults::fill(docs, &mut models, sources, sink);
    inherited::add(docs, &mut models);
    entries::fold(docs, &mut models);
    nullable::spread(docs, &mut models);
    models
}

/// Lowers the type of a correction, which is in the notation of [`words::HOUSE`].
pub(crate) fn lower_type(expr: &TypeExpr, documented: &BTreeSet<&str>, sources: &Sources) -> Type {
    lower_type_of(expr, &words::HOUSE, documented, sources)
}

/// Lowers a type that is in no property table, such as that of the body of a call.
pub(crate) fn lower_type_of(
    expr: &TypeExpr,
    syntax: &TypeSyntax,
    documented: &BTreeSet<&str>,
    sources: &Sources,
) -> Type {
    Lowering::new(syntax, documented, sources, &Translations::default()).ty(expr)
}

fn lower_model(doc: &ModelDoc, keys: &Keys, mut lowering: Lowering<'_>) -> Model {
    let sources = lowering.sources;
    let shape = lower_shape(doc, keys, &mut lowering);
    let is_object = matches!(shape, Shape::Object(_));
    let other_keys =
        doc.other_keys.as_ref().filter(|_| is_object).map(|OtherKeysDoc { names, description, ty }| OtherKeys {
            ty: lowering.ty(&ty.value),
            spelled: names.clone(),
            description: description.clone(),
            origin: sources.origin(ty.value.name_span().unwrap_or(ty.span)),
        });
    Model {
        description: doc.description.clone(),
        shape,
        other_keys,
        rename: None,
        corrected: None,
        origin: sources.origin(doc.name.span),
        assumed: lowering.assumed,
        merged: Rare::default(),
    }
}

fn lower_shape(doc: &ModelDoc, keys: &Keys, lowering: &mut Lowering<'_>) -> Shape {
    match &doc.body {
        Body::Fields if doc.fields.is_empty() && doc.dialect.empty == EmptyTable::Anything => {
            lowering.assume(Assumption::EmptyTable);
            Shape::Alias(Type::Scalar(Scalar::Any))
        }
        Body::Fields => Shape::Object(doc.fields.iter().map(|field| lower_field(field, doc, keys, lowering)).collect()),
        // A value that is not listed could be a text or a number.
        Body::Values(list) if list.values.is_empty() => {
            lowering.assume(Assumption::ValuesLost);
            Shape::Alias(Type::Scalar(Scalar::Any))
        }
        Body::Values(list) => {
            let of = kind_of(list, lowering);
            Shape::Values { of, values: lower_values(list, of.is_integer(), lowering.sources) }
        }
        Body::Union { of, members } => {
            let members = members.iter().map(|member| lower_member(&member.value, member, lowering)).collect();
            Shape::Union(lower_union(*of, members, doc, keys))
        }
        Body::Whole(whole) => match &whole.value {
            TypeExpr::Mixed { of, members } => {
                let members = members.iter().map(|member| lower_member(member, whole, lowering)).collect();
                Shape::Union(lower_union(*of, members, doc, keys))
            }
            ty => match lowering.ty(ty) {
                // A correction can be about the row, which only an object has.
                ty if is_of_other_keys(doc, whole) && matches!(ty.innermost(), Type::Unknown(_)) => {
                    Shape::Object(Vec::new())
                }
                ty => Shape::Alias(ty),
            },
        },
    }
}

/// Whether the type of a model is a map because the model has nothing but additional keys.
fn is_of_other_keys(doc: &ModelDoc, whole: &Sp<TypeExpr>) -> bool {
    doc.other_keys.as_ref().is_some_and(|keys| keys.ty.span == whole.span)
}

fn lower_member<T>(ty: &TypeExpr, place: &Sp<T>, lowering: &mut Lowering<'_>) -> Member {
    let spelled = match ty {
        TypeExpr::Name { text, .. } => text,
        _ => lowering.sources.text(place.span).trim_matches(['*', '`']),
    };
    let ty = lowering.ty(ty);
    let spelled = Some(spelled.to_owned()).filter(|spelled| *spelled != ty.to_string());
    Member { ty, spelled, origin: lowering.sources.origin(place.span) }
}

fn lower_union(of: UnionOf, members: Vec<Member>, doc: &ModelDoc, keys: &Keys) -> Union {
    let discriminator = doc.discriminator.as_ref().map(|it| lower_discriminator(it, doc, keys));
    Union { of, members, discriminator }
}

fn lower_discriminator(discriminator: &DiscriminatorDoc, doc: &ModelDoc, keys: &Keys) -> Discriminator {
    let model = |name: &str| ModelName(doc.dialect.types.model_name(name).to_owned());
    Discriminator {
        property: WireName(keys.key(doc, &discriminator.name.value).text),
        values: discriminator.values.iter().map(|member| (member.value.clone(), model(&member.model.value))).collect(),
    }
}

fn lower_field(doc: &FieldDoc, model: &ModelDoc, keys: &Keys, context: &Lowering<'_>) -> Field {
    let dialect = model.dialect;
    let mut lowering = Lowering { assumed: Vec::new(), ..*context };
    let says_null = matches!(doc.ty.value, TypeExpr::Nullable(_)) && !lowering.facts.marks_all();
    let (expr, is_wrapped) = match &doc.ty.value {
        TypeExpr::Optional(inner) | TypeExpr::Nullable(inner) => (&**inner, !lowering.facts.marks_all()),
        other => (other, false),
    };
    let (ty, values) = type_and_values(doc, expr, model, &mut lowering);
    let (ty, is_wrapped) = match ty {
        Type::Nullable(inner) => (*inner, true),
        other => (other, is_wrapped),
    };
    let list = list_of(doc, &doc.ty.value, model);
    let lists_null = list.is_some_and(|list| list.null);
    let ty = lowering.boolean_or(ty, doc);
    let key = keys.key(model, &doc.name.value);
    if key.assumed {
        lowering.assume(Assumption::WireNameByRule);
    }
    if dialect.presence == PresenceRule::Never {
        lowering.assume(Assumption::PresenceUnknown);
    }
    let presence = presence(doc, dialect.presence);
    Field {
        wire: WireName(key.text),
        spelled: doc.name.value.clone(),
        plain: Keys::plain(model, &doc.name.value),
        key_named: key.named.map(|span| lowering.sources.origin(span)),
        ty,
        presence,
        nullable: if lists_null { Some(true) } else { nullable(is_wrapped, says_null, presence, dialect.nullable) },
        read_only: doc.read_only,
        deprecated: doc.deprecated,
        default: doc.default.as_ref().map(|text| text.value.clone()),
        default_value: None,
        constraints: constraints(&doc.limits, doc.unique_items || matches!(expr, TypeExpr::Set(_))),
        values: values.map(Box::new),
        description: doc.description.clone(),
        rename: None,
        values_name: None,
        origin: lowering.sources.origin(doc.name.span),
        type_origin: lowering.sources.origin(expr.name_span().unwrap_or(doc.ty.span)),
        assumed: lowering.assumed,
        corrected: Vec::new(),
        merged: Rare::default(),
    }
}

/// The type of a field and its allowed values, from a list of the page or else from its description.
fn type_and_values(
    doc: &FieldDoc,
    expr: &TypeExpr,
    model: &ModelDoc,
    lowering: &mut Lowering<'_>,
) -> (Type, Option<Values>) {
    let list = list_of(doc, expr, model).filter(|list| !list.values.is_empty());
    let of = list.map(|list| kind_of(list, lowering));
    let lowered = lowering.translated(expr, doc.ty.span, model.dialect);
    let values = match list {
        Some(list) => Some(lower_values(list, is_integer(&lowered, list), lowering.sources)),
        None => doc.prose.as_ref().filter(|_| takes_values(&lowered)).map(|prose| Values {
            known: prose.value.clone(),
            numbers: BTreeMap::new(),
            names: BTreeMap::new(),
            source: ValuesSource::Prose,
            origin: lowering.sources.origin(prose.span),
        }),
    };
    if model.dialect.types.lists_lost && !matches!(lowered.innermost(), Type::Unknown(_)) {
        lowering.assume(Assumption::MixedTypes);
        return (Type::Scalar(Scalar::Any), values);
    }
    if has_empty_list(expr, model) {
        lowering.assume(Assumption::ValuesLost);
        return (lowered.with_innermost(&Type::Scalar(Scalar::Any)), values);
    }
    match of {
        Some(of) => (narrowed(lowered, of), values),
        None => (lowered, values),
    }
}

/// A type with allowed values of a kind. They tell what a name or any value is, and change no type that is stated.
fn narrowed(ty: Type, of: Scalar) -> Type {
    match ty.innermost() {
        Type::Model(_) | Type::Scalar(Scalar::Any) => ty.with_innermost(&Type::Scalar(of)),
        Type::Scalar(_) | Type::List(_) | Type::Map(_) | Type::Nullable(_) | Type::Unknown(_) => ty,
    }
}

/// The list of the allowed values of a field: its own, or the section of the page for its type or name.
fn list_of<'a>(doc: &'a FieldDoc, ty: &TypeExpr, model: &'a ModelDoc) -> Option<&'a ListDoc> {
    let takes_section = matches!(ty.innermost(), TypeExpr::Word(_) | TypeExpr::LinkedWord(_) | TypeExpr::Name { .. });
    let of_type = |list: &&ListDoc| is_of_type(list, ty, model);
    let of_field = |list: &&ListDoc| is_named_after(list, &folded(&doc.name.value), model);
    let section = || model.lists.iter().find(of_type).or_else(|| model.lists.iter().find(of_field));
    let list = doc.values.as_deref().or_else(|| section().filter(|_| takes_section));
    list.filter(|list| !list.values.is_empty() || list.null)
}

/// The name of the model within a type.
fn name_in(ty: &TypeExpr) -> Option<&str> {
    if let TypeExpr::Name { text, .. } = ty.innermost() { Some(text) } else { None }
}

/// Whether the heading of a list names the type of a field: by its name, or by a list or map that one field has.
fn is_of_type(list: &ListDoc, ty: &TypeExpr, model: &ModelDoc) -> bool {
    let Some(listed) = &list.ty else { return false };
    if let Some(name) = name_in(ty) {
        return name_in(listed) == Some(name);
    }
    let is_made_of_parts = matches!(ty, TypeExpr::List(_) | TypeExpr::Set(_) | TypeExpr::Map { .. });
    let mut of_type = model.fields.iter().filter(|field| listed.is_like(&field.ty.value));
    is_made_of_parts && listed.is_like(ty) && of_type.nth(1).is_none()
}

/// Whether the heading of a list names a field, as in `State`, `StateEnum` or `OrderStateEnum` for `state` of `Order`.
fn is_named_after(list: &ListDoc, field: &str, model: &ModelDoc) -> bool {
    let named = list.ty.as_ref().and_then(name_in).or(list.name.as_deref());
    let Some(listed) = named.map(folded) else { return false };
    let name = listed.strip_suffix("enum").unwrap_or(&listed);
    listed == field || name == field || name.strip_prefix(&*folded(&model.name.value)) == Some(field)
}

/// Whether the page has a section for the values of a type, but the section lists none.
fn has_empty_list(ty: &TypeExpr, model: &ModelDoc) -> bool {
    let name = name_in(ty);
    name.is_some()
        && model.lists.iter().any(|list| list.values.is_empty() && list.ty.as_ref().and_then(name_in) == name)
}

/// What the allowed values are in JSON.
fn kind_of(list: &ListDoc, lowering: &mut Lowering<'_>) -> Scalar {
    let kind = list.kind();
    if kind == Scalar::Int64 && list.stated.is_none() && !list.quoted {
        lowering.assume(Assumption::ValuesAreNumbers);
    }
    if list.left_out {
        lowering.assume(Assumption::SdkValueLeftOut);
    }
    kind
}

/// Whether the allowed values of a type are integers.
fn is_integer(ty: &Type, list: &ListDoc) -> bool {
    matches!(narrowed(ty.clone(), list.kind()).innermost(), Type::Scalar(scalar) if scalar.is_integer())
}

fn lower_values(list: &ListDoc, are_integers: bool, sources: &Sources) -> Values {
    let known = list.values.iter().map(|listed| listed.value.clone()).collect();
    let mut numbers = BTreeMap::new();
    let mut names = BTreeMap::new();
    for listed in &list.values {
        if let Some(number) = listed.number {
            numbers.entry(number).or_insert_with(|| listed.value.clone());
        }
        if let Some(name) = listed.name.as_ref().filter(|name| are_integers && is_telling(name, &listed.value)) {
            names.insert(listed.value.clone(), name.clone());
        }
    }
    Values { known, numbers, names, source: ValuesSource::Listed, origin: sources.origin(list.span) }
}

/// The words that generators put before an integer to make a name of it.
const WORDS_FOR_INTEGERS: &[&str] =
    &["", "n", "v", "num", "number", "int", "integer", "value", "enum", "minus", "numberminus", "numbernegative"];

/// Whether a name says more than the integer itself, unlike `NUMBER_1`.
fn is_telling(name: &str, integer: &str) -> bool {
    let folded = folded(name);
    let word = folded.trim_end_matches(|letter: char| letter.is_ascii_digit());
    let is_same_number = folded[word.len()..] == *integer.trim_start_matches('-');
    !is_same_number || !WORDS_FOR_INTEGERS.contains(&word)
}

fn presence(doc: &FieldDoc, rule: PresenceRule) -> Presence {
    let required = match rule {
        PresenceRule::Said => !doc.optional,
        PresenceRule::RequiredSaid => doc.required,
        PresenceRule::Never => false,
    };
    if required { Presence::Required } else { Presence::Optional }
}

fn nullable(is_wrapped: bool, says_null: bool, presence: Presence, rule: NullableRule) -> Option<bool> {
    match rule {
        NullableRule::Never => None,
        NullableRule::Wrapped => Some(is_wrapped),
        NullableRule::WrappedIfRequired => (presence == Presence::Required).then_some(is_wrapped),
        NullableRule::SometimesWrapped => is_wrapped.then_some(true),
        NullableRule::SometimesWrappedIfRequired => {
            (says_null || is_wrapped && presence == Presence::Required).then_some(true)
        }
    }
}

fn constraints(limits: &[LimitDoc], unique_items: bool) -> Rare<Constraints> {
    let text = |wanted| limits.iter().find(|limit| limit.of == wanted).map(|limit| limit.text.value.clone());
    let number = |wanted| text(wanted).and_then(|limit| limit.parse().ok());
    Rare::from(Constraints {
        minimum: text(Constraint::Minimum),
        maximum: text(Constraint::Maximum),
        exclusive_minimum: text(Constraint::ExclusiveMinimum),
        exclusive_maximum: text(Constraint::ExclusiveMaximum),
        multiple_of: text(Constraint::MultipleOf),
        pattern: text(Constraint::Pattern),
        min_length: number(Constraint::MinLength),
        max_length: number(Constraint::MaxLength),
        min_items: number(Constraint::MinItems),
        max_items: number(Constraint::MaxItems),
        unique_items,
    })
}

/// Whether a type can have these allowed values: texts can have any, and integers can have integers.
pub(crate) fn can_have(ty: &Type, values: &Values) -> bool {
    let is_integer = matches!(ty.innermost(), Type::Scalar(scalar) if scalar.is_integer());
    takes_values(ty) || is_integer && values.are_integers()
}

/// Whether a type can have allowed values: texts can, and so can lists and maps of texts.
pub(crate) fn takes_values(ty: &Type) -> bool {
    *ty.innermost() == Type::Scalar(Scalar::String)
}
