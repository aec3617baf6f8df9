//! What a page says besides its property table and no model uses.

use std::collections::BTreeMap;

use super::{is_named_after, is_of_type, list_of, name_in};
use crate::diag::{Code, Message, Sink, Subject, codes, did_you_mean};
use crate::dialect::Constraint;
use crate::read::doc::{Body, DiscriminatorDoc, FieldDoc, LimitDoc, ListDoc, ModelDoc, ValueDoc};
use crate::read::type_expr::TypeExpr;
use crate::schema::{Scalar, folded};
use crate::source::{Sources, Sp, Span};

/// Reports lists, defaults, limits and discriminators that fit no field or member.
pub(super) fn check(docs: &[ModelDoc], sources: &Sources, sink: &mut Sink) {
    let by_name: BTreeMap<&str, &ModelDoc> = docs.iter().map(|doc| (doc.name.value.as_str(), doc)).collect();
    sink.map(docs, |doc, sink| {
        let mut checks = Checks { by_name: &by_name, sources, sink };
        checks.lists(doc);
        doc.fields.iter().for_each(|field| checks.field(field, doc));
        if let Some(discriminator) = &doc.discriminator {
            checks.discriminator(discriminator, doc);
        }
    });
}

struct Checks<'a> {
    by_name: &'a BTreeMap<&'a str, &'a ModelDoc>,
    sources: &'a Sources,
    sink: &'a mut Sink,
}

/// What a mistake is about.
#[derive(Clone, Copy)]
struct About<'a> {
    doc: &'a ModelDoc,
    field: Option<&'a FieldDoc>,
}

impl Checks<'_> {
    fn report(&mut self, about: About<'_>, code: &'static Code, span: Span, message: impl Into<Message>) {
        let field = about.field.map(|field| field.name.value.clone());
        let subject = Subject { models: vec![about.doc.name.value.clone()], field };
        self.sink.report_of(subject, code, self.sources.place(span), message);
    }

    /// Reports lists of allowed values that are of no field.
    fn lists(&mut self, doc: &ModelDoc) {
        let own = if let Body::Values(list) = &doc.body { Some(list) } else { None };
        for list in doc.lists.iter().chain(own) {
            self.list(list, About { doc, field: None });
        }
        for list in &doc.lists {
            if doc.fields.iter().any(|field| is_of(list, field, doc)) {
                continue;
            }
            let Some(name) = list.ty.as_ref().and_then(name_in).or(list.name.as_deref()) else { continue };
            let hint = did_you_mean(name, doc.fields.iter().map(|field| field.name.value.as_str()));
            let message = format!("no field has the name or type `{name}`, so these values are not used");
            let message = Message::new(message).hint(hint);
            self.report(About { doc, field: None }, &codes::UNMATCHED_VALUES, list.span, message);
        }
    }

    fn field(&mut self, field: &FieldDoc, doc: &ModelDoc) {
        for LimitDoc { of, text: Sp { value: text, span } } in &field.limits {
            if !is_limit(*of, text) {
                let message = format!("`{text}` is not a number, so this limit of `{}` is not used", field.name.value);
                self.report(About { doc, field: Some(field) }, &codes::UNFIT_LIMIT, *span, message);
            }
        }
        let list = list_of(field, &field.ty.value, doc);
        if let (TypeExpr::Word(word), Some(list)) = (field.ty.value.innermost(), list)
            && let Some(unfit) = list.values.iter().find(|listed| !fits(listed, word.scalar))
        {
            let (name, word) = (&field.name.value, word.scalar.word());
            let message = format!("`{}` is not a value of the type of `{name}`, {word}", unfit.value);
            self.report(About { doc, field: Some(field) }, &codes::UNFIT_VALUES, unfit.span, message);
        }
    }

    /// Reports values without quotation marks that are no numbers, among others that are.
    fn list(&mut self, list: &ListDoc, about: About<'_>) {
        let is_bare = |value: &&ValueDoc| !value.quoted && !matches!(&*value.value, "true" | "false" | "null");
        let is_number = |value: &ValueDoc| value.value.parse::<f64>().is_ok();
        let bare = || list.values.iter().filter(is_bare);
        if !list.quoted || list.stated.is_some() || !bare().any(is_number) {
            return;
        }
        if let Some(unfit) = bare().find(|value| !is_number(value)) {
            let message = format!(
                "`{}` is neither a number, as other values of this list are, nor a text in quotation marks",
                unfit.value
            );
            self.report(about, &codes::UNFIT_VALUES, unfit.span, message);
        }
    }

    /// Reports a key that no member of a union has, and values for models that are not members.
    fn discriminator(&mut self, discriminator: &DiscriminatorDoc, doc: &ModelDoc) {
        let types = members(doc);
        let members: Vec<&str> = types.iter().filter_map(|ty| name_in(ty)).collect();
        let key = &discriminator.name;
        if members.is_empty() {
            let message = format!("`{}` has no members that the key `{}` could tell apart", doc.name.value, key.value);
            return self.report(About { doc, field: None }, &codes::UNFIT_DISCRIMINATOR, key.span, message);
        }
        let names: Vec<&str> = members.iter().map(|name| doc.dialect.types.model_name(name)).collect();
        for member in &discriminator.values {
            let name = doc.dialect.types.model_name(&member.model.value);
            if !names.contains(&name) {
                let hint = did_you_mean(name, names.iter().copied());
                let message = Message::new(format!("`{name}` is not a member of `{}`", doc.name.value)).hint(hint);
                self.report(About { doc, field: None }, &codes::UNFIT_DISCRIMINATOR, member.model.span, message);
            }
        }
        let known: Option<Vec<&ModelDoc>> = names.iter().map(|name| self.by_name.get(name).copied()).collect();
        let is_known =
            |known: &Vec<&ModelDoc>| known.len() == types.len() && known.iter().all(|member| is_complete(member));
        let Some(known) = known.filter(is_known) else { return };
        let fields = || known.iter().flat_map(|member| &member.fields).map(|field| field.name.value.as_str());
        if !fields().any(|name| folded(name) == folded(&key.value)) {
            let hint = did_you_mean(&key.value, fields());
            let message = format!("no member of `{}` has the key `{}`", doc.name.value, key.value);
            let message = Message::new(message).hint(hint);
            self.report(About { doc, field: None }, &codes::UNFIT_DISCRIMINATOR, key.span, message);
        }
    }
}

/// Whether a list has the values of a field, or of its type.
fn is_of(list: &ListDoc, field: &FieldDoc, doc: &ModelDoc) -> bool {
    is_of_type(list, &field.ty.value, doc) || is_named_after(list, &folded(&field.name.value), doc)
}

/// The members of a union.
fn members(doc: &ModelDoc) -> Vec<&TypeExpr> {
    match &doc.body {
        Body::Union { members, .. } => members.iter().map(|member| &member.value).collect(),
        Body::Whole(whole) => match &whole.value {
            TypeExpr::Mixed { members, .. } => members.iter().collect(),
            _ => Vec::new(),
        },
        Body::Fields | Body::Values(_) => Vec::new(),
    }
}

/// Whether a document names all fields of an object.
fn is_complete(doc: &ModelDoc) -> bool {
    matches!(doc.body, Body::Fields) && doc.inherits.is_empty() && !doc.fields.is_empty()
}

/// Whether a text is a limit of this kind.
fn is_limit(constraint: Constraint, text: &str) -> bool {
    match constraint {
        Constraint::MinLength | Constraint::MaxLength | Constraint::MinItems | Constraint::MaxItems => {
            text.parse::<u64>().is_ok()
        }
        Constraint::Minimum
        | Constraint::Maximum
        | Constraint::ExclusiveMinimum
        | Constraint::ExclusiveMaximum
        | Constraint::MultipleOf => text.parse::<f64>().is_ok(),
        Constraint::Pattern => true,
    }
}

/// Whether an allowed value can be of a type. Texts can be anything, dates and the like too.
fn fits(listed: &ValueDoc, scalar: Scalar) -> bool {
    let text = listed.value.as_str();
    text == "null"
        || match scalar {
            Scalar::Boolean => matches!(text, "true" | "false"),
            Scalar::Int32 | Scalar::Int64 | Scalar::Uint32 | Scalar::Uint64 => text.parse::<i64>().is_ok(),
            Scalar::Float32 | Scalar::Float64 | Scalar::Decimal => text.parse::<f64>().is_ok(),
            _ => true,
        }
}
