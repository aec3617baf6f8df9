//! Stage 6, lower: what the pages say to the schema. Nothing after this stage knows Markdown or dialects.

use std::collections::BTreeSet;

use crate::diag::did_you_mean;
use crate::dialect::{Constraint, EmptyTable, LostValues, NullableRule, PresenceRule, TypeSyntax, words};
use crate::read::doc::{Body, DiscriminatorDoc, FieldDoc, ListDoc, ModelDoc, ValueDoc};
use crate::read::type_expr::TypeExpr;
use crate::schema::{
    Assumption, Constraints, Discriminator, Field, Hole, Member, Merged, Model, ModelName, OtherKeys, Presence,
    Problem, Scalar, Shape, Type, Union, Values, ValuesSource, WireName, folded,
};
use crate::source::{Sources, Sp};

mod defaults;
mod entries;
mod inherited;
mod wire;

/// A model as one document describes it.
#[derive(Clone, Debug)]
pub(crate) struct Lowered {
    /// Its name.
    pub name: ModelName,
    /// What the document says.
    pub model: Model,
    /// The document.
    pub file: usize,
}

/// Makes a model of each page.
pub(crate) fn lower(docs: &[ModelDoc], sources: &Sources) -> Vec<Lowered> {
    let documented: BTreeSet<&str> = docs.iter().map(|doc| &*doc.name.value).collect();
    let lowered = |doc: &ModelDoc| Lowered {
        name: ModelName(doc.name.value.clone()),
        model: lower_model(doc, &documented, sources),
        file: doc.name.span.file,
    };
    let mut models: Vec<Lowered> = docs.iter().map(lowered).collect();
    defaults::fill(docs, &mut models);
    inherited::add(docs, &mut models);
    entries::fold(docs, &mut models);
    models
}

/// Lowers the type of a correction, which is in the notation of [`words::HOUSE`].
pub(crate) fn lower_type(expr: &TypeExpr, documented: &BTreeSet<&str>, sources: &Sources) -> Type {
    Lowering { syntax: &words::HOUSE, documented, sources, assumed: Vec::new() }.item(expr)
}

fn lower_model(doc: &ModelDoc, documented: &BTreeSet<&str>, sources: &Sources) -> Model {
    let mut lowering = Lowering { syntax: doc.dialect.types, documented, sources, assumed: Vec::new() };
    let shape = match &doc.body {
        Body::Fields if doc.fields.is_empty() && doc.dialect.empty == EmptyTable::Anything => {
            lowering.assume(Some(Assumption::EmptyTable));
            Shape::Alias(Type::Scalar(Scalar::Any))
        }
        Body::Fields => {
            Shape::Object(doc.fields.iter().map(|field| lower_field(field, doc, documented, sources)).collect())
        }
        // Without a value it could be a text or a number.
        Body::Values(list) if list.values.is_empty() => {
            lowering.assume(Some(Assumption::ValuesLost));
            Shape::Alias(Type::Scalar(Scalar::Any))
        }
        Body::Values(list) => {
            let (of, assumed) = kind_of(list);
            lowering.assume(assumed);
            lowering.assume(list.left_out.then_some(Assumption::SdkValueLeftOut));
            Shape::Values { of, values: lower_values(list, sources) }
        }
        Body::Union { of, members } => Shape::Union(Union {
            of: *of,
            members: members
                .iter()
                .map(|it| Member { ty: lowering.item(&it.value), origin: sources.origin(it.span) })
                .collect(),
            discriminator: doc.discriminator.as_ref().map(|it| discriminator(it, doc)),
            nullable: None,
        }),
        Body::Whole(Sp { value: TypeExpr::Mixed { of, members }, span }) => {
            let member = |it| Member { ty: lowering.item(it), origin: sources.origin(*span) };
            Shape::Union(Union {
                of: *of,
                members: members.iter().map(member).collect(),
                discriminator: doc.discriminator.as_ref().map(|it| discriminator(it, doc)),
                nullable: None,
            })
        }
        Body::Whole(ty) => Shape::Alias(lowering.item(&ty.value)),
    };
    let other_keys = matches!(doc.body, Body::Fields).then(|| doc.other_keys.as_ref()).flatten();
    let other_keys = other_keys.map(|Sp { value, span }| OtherKeys {
        ty: lowering.item(value),
        origin: sources.origin(value.name_span().unwrap_or(*span)),
    });
    Model {
        description: doc.description.clone(),
        shape,
        other_keys,
        rename: None,
        corrected: None,
        origin: sources.origin(doc.name.span),
        assumed: lowering.assumed,
        merged: Merged::default(),
    }
}

fn discriminator(said: &DiscriminatorDoc, doc: &ModelDoc) -> Discriminator {
    let model = |name: &str| ModelName(doc.dialect.types.model_name(name).to_owned());
    Discriminator {
        property: WireName(
            wire::key(&wire::unescaped(&said.name, &doc.dialect.wire), &doc.dialect.wire, doc.key_case).0,
        ),
        values: said.values.iter().map(|(value, name)| (value.clone(), model(name))).collect(),
    }
}

fn lower_field(doc: &FieldDoc, model: &ModelDoc, documented: &BTreeSet<&str>, sources: &Sources) -> Field {
    let dialect = model.dialect;
    let mut lowering = Lowering { syntax: dialect.types, documented, sources, assumed: Vec::new() };
    let (inner, wrapped) = match &doc.ty.value {
        TypeExpr::Optional(inner) | TypeExpr::Nullable(inner) => (&**inner, true),
        other => (other, false),
    };
    let (ty, values) = if let Some(list) = list_of(doc, inner, model) {
        let (of, assumed) = kind_of(list);
        lowering.assume(assumed);
        lowering.assume(list.left_out.then_some(Assumption::SdkValueLeftOut));
        let ty = lowering.item(inner);
        (ty.with_innermost(&Type::Scalar(of)), Some(lower_values(list, sources)))
    } else {
        let ty = lowering.item(inner);
        let values = doc.prose.as_ref().filter(|_| takes_values(&ty)).map(|it| Values {
            known: it.value.clone(),
            source: ValuesSource::Prose,
            origin: sources.origin(it.span),
        });
        (ty, values)
    };
    let ty = if dialect.types.lists_lost {
        lowering.assume(Some(Assumption::MixedTypes));
        Type::Scalar(Scalar::Any)
    } else if has_empty_list(inner, model) {
        lowering.assume(Some(Assumption::ValuesLost));
        ty.with_innermost(&Type::Scalar(Scalar::Any))
    } else {
        ty
    };
    let (ty, wrapped) = match ty {
        Type::Nullable(inner) => (*inner, true),
        other => (other, wrapped),
    };
    let plain = wire::unescaped(&doc.name.value, &dialect.wire);
    let (key, by_rule) = wire::key(&plain, &dialect.wire, model.key_case);
    let presence = presence(doc, dialect.presence);
    lowering.assumed.extend(by_rule.then_some(Assumption::WireNameByRule));
    lowering.assumed.extend((dialect.presence == PresenceRule::Never).then_some(Assumption::PresenceUnknown));
    let mut constraints = constraints(&doc.constraints);
    constraints.unique_items = matches!(inner, TypeExpr::Set(_));
    Field {
        wire: WireName(key),
        spelled: doc.name.value.clone(),
        plain,
        ty,
        presence,
        nullable: nullable(wrapped, presence == Presence::Optional, dialect.nullable),
        read_only: doc.read_only,
        default: doc.default.clone(),
        default_value: None,
        constraints,
        values,
        description: doc.description.clone(),
        rename: None,
        origin: sources.origin(doc.name.span),
        type_origin: sources.origin(inner.name_span().unwrap_or(doc.ty.span)),
        assumed: lowering.assumed,
        corrected: Vec::new(),
        merged: Merged::default(),
    }
}

/// The list of a field's known values: its own, or the section of the page for its type or name.
fn list_of<'a>(doc: &'a FieldDoc, ty: &TypeExpr, model: &'a ModelDoc) -> Option<&'a ListDoc> {
    let name = |ty: &TypeExpr| if let TypeExpr::Name { text, .. } = ty.innermost() { Some(text.clone()) } else { None };
    let own = name(ty);
    let by_type = |it: &&ListDoc| own.is_some() && it.ty.as_ref().and_then(name) == own;
    let field = folded(&doc.name.value);
    let by_name = |it: &&ListDoc| {
        let listed = it.ty.as_ref().and_then(name).map_or_else(|| folded(&it.name), |it| folded(&it));
        listed == field || listed.strip_suffix("enum") == Some(&*field)
    };
    let takes = matches!(ty.innermost(), TypeExpr::Word(_) | TypeExpr::LinkedWord(_) | TypeExpr::Name { .. });
    let section = || model.lists.iter().find(by_type).or_else(|| model.lists.iter().find(by_name));
    let list = doc.values.as_ref().or_else(|| section().filter(|_| takes));
    list.filter(|it| !it.values.is_empty())
}

/// Whether the page has a section for the values of a type, and nothing in it.
fn has_empty_list(ty: &TypeExpr, model: &ModelDoc) -> bool {
    let TypeExpr::Name { text, .. } = ty.innermost() else { return false };
    let is = |it: &&TypeExpr| matches!(it.innermost(), TypeExpr::Name { text: other, .. } if text == other);
    model.lists.iter().any(|it| it.values.is_empty() && it.ty.as_ref().is_some_and(|ty| is(&ty)))
}

/// What the known values are in JSON: numbers, if they are where texts would have quotation marks, or if all
/// of them look like it.
fn kind_of(list: &ListDoc) -> (Scalar, Option<Assumption>) {
    let is_number = |it: &ValueDoc| !it.quoted && it.value.parse::<i64>().is_ok_and(|n| n.to_string() == it.value);
    match list.values.iter().all(is_number) {
        true if list.quoted => (Scalar::Int64, None),
        true => (Scalar::Int64, Some(Assumption::ValuesAreNumbers)),
        false => (Scalar::String, None),
    }
}

fn lower_values(list: &ListDoc, sources: &Sources) -> Values {
    let known = list.values.iter().map(|it| it.value.clone()).collect();
    Values { known, source: ValuesSource::Listed, origin: sources.origin(list.span) }
}

fn presence(doc: &FieldDoc, rule: PresenceRule) -> Presence {
    let required = match rule {
        PresenceRule::Said => !doc.optional,
        PresenceRule::RequiredSaid => doc.required,
        PresenceRule::Never => false,
    };
    if required { Presence::Required } else { Presence::Optional }
}

fn nullable(wrapped: bool, optional: bool, rule: NullableRule) -> Option<bool> {
    match rule {
        NullableRule::Never => None,
        NullableRule::Wrapped => Some(wrapped),
        NullableRule::WrappedIfRequired => (!optional).then_some(wrapped),
        NullableRule::SometimesWrapped => wrapped.then_some(true),
    }
}

fn constraints(said: &[(Constraint, String)]) -> Constraints {
    let text = |wanted| said.iter().find(|it| it.0 == wanted).map(|it| it.1.clone());
    let number = |wanted| text(wanted).and_then(|it| it.parse().ok());
    Constraints {
        minimum: text(Constraint::Minimum),
        maximum: text(Constraint::Maximum),
        pattern: text(Constraint::Pattern),
        min_length: number(Constraint::MinLength),
        max_length: number(Constraint::MaxLength),
        min_items: number(Constraint::MinItems),
        max_items: number(Constraint::MaxItems),
        unique_items: false,
    }
}

struct Lowering<'a> {
    syntax: &'a TypeSyntax,
    documented: &'a BTreeSet<&'a str>,
    sources: &'a Sources,
    assumed: Vec<Assumption>,
}

impl Lowering<'_> {
    fn item(&mut self, expr: &TypeExpr) -> Type {
        match expr {
            TypeExpr::LinkedWord(word) if self.documented.contains(self.syntax.model_name(word.text)) => {
                Type::Model(ModelName(self.syntax.model_name(word.text).to_owned()))
            }
            TypeExpr::Word(word) | TypeExpr::LinkedWord(word) => {
                self.assume(word.assumed);
                let ty = Type::Scalar(word.scalar);
                if word.nullable { Type::Nullable(Box::new(ty)) } else { ty }
            }
            TypeExpr::Name { text, surely_model, span } => self.name(text, *surely_model, *span),
            TypeExpr::Map { item, text_keys } => {
                self.assume((!text_keys).then_some(Assumption::KeysAreText));
                Type::Map(Box::new(self.item(item)))
            }
            TypeExpr::List(item) | TypeExpr::Set(item) => Type::List(Box::new(self.item(item))),
            TypeExpr::Optional(item) | TypeExpr::Nullable(item) => Type::Nullable(Box::new(self.item(item))),
            TypeExpr::Mixed { .. } => {
                self.assume(Some(Assumption::MixedTypes));
                Type::Scalar(Scalar::Any)
            }
            TypeExpr::Unnamed { link } => match link.as_deref().map(|it| self.syntax.model_name(it)) {
                Some(name) if self.documented.contains(name) => {
                    self.assume(Some(Assumption::ItemsByLink));
                    Type::Model(ModelName(name.to_owned()))
                }
                _ => {
                    self.assume(Some(Assumption::ItemsUnknown));
                    Type::Scalar(Scalar::Any)
                }
            },
            TypeExpr::Unknown { problem, message, span } => {
                Type::Unknown(Hole { problem: *problem, message: message.clone(), origin: self.sources.origin(*span) })
            }
        }
    }

    /// A word that is no type of the dialect is a model if a document has its name, if the cell links it,
    /// or if it is capitalised; otherwise it is a misspelled type.
    fn name(&mut self, text: &str, surely_model: bool, span: crate::source::Span) -> Type {
        if self.is_lost(text) {
            self.assume(Some(Assumption::ValuesLost));
            return Type::Scalar(Scalar::String);
        }
        let text = self.syntax.model_name(text);
        if !self.documented.contains(text)
            && let Some(inner) = self.syntax.nullable_prefix.and_then(|it| text.strip_prefix(it))
            && self.documented.contains(inner)
        {
            return Type::Nullable(Box::new(Type::Model(ModelName(inner.to_owned()))));
        }
        let capitalised = text.chars().next().is_some_and(char::is_uppercase);
        if surely_model || capitalised || self.documented.contains(text) {
            return Type::Model(ModelName(text.to_owned()));
        }
        let words = self.syntax.words.iter().map(|it| it.text);
        let hint = did_you_mean(text, words.chain(self.documented.iter().copied()));
        let message = format!("no type is called `{text}`{hint}");
        Type::Unknown(Hole { problem: Problem::UnknownWord, message, origin: self.sources.origin(span) })
    }

    fn is_lost(&self, text: &str) -> bool {
        self.syntax.lost_values.iter().any(|it| match it {
            LostValues::Suffix(suffix) => text.ends_with(suffix),
            LostValues::WithinModel => text.split_once('.').is_some_and(|(model, _)| self.documented.contains(model)),
        })
    }

    fn assume(&mut self, assumption: Option<Assumption>) {
        self.assumed.extend(assumption.filter(|it| !self.assumed.contains(it)));
    }
}

/// Whether known values make sense for a type: for texts, and for lists and maps of texts.
pub(crate) fn takes_values(ty: &Type) -> bool {
    *ty.innermost() == Type::Scalar(Scalar::String)
}
