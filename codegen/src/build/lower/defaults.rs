//! Turns the default in a document, an expression in some programming language, into JSON.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::{Lowered, list_of};
use crate::diag::{Sink, Subject, codes};
use crate::dialect::{DefaultSyntax, DefaultTexts};
use crate::read::doc::{Body, ListDoc, ModelDoc};
use crate::read::type_expr::TypeExpr;
use crate::schema::{Scalar, Shape, Type, folded};
use crate::source::{Sources, Sp};

mod days;
mod unfit;

/// The lists of allowed values by the name of their model.
type Lists<'a> = BTreeMap<&'a str, &'a ListDoc>;

/// Sets the default of each field as JSON, where the expression is a value of the type.
pub(super) fn fill(docs: &[ModelDoc], models: &mut [Lowered], sources: &Sources, sink: &mut Sink) {
    let lists = lists(docs);
    let are_objects = docs.iter().filter(|doc| matches!(doc.body, Body::Fields) && !doc.fields.is_empty());
    let objects: BTreeSet<&str> = are_objects.map(|doc| doc.name.value.as_str()).collect();
    for (doc, lowered) in docs.iter().zip(models) {
        let Shape::Object(fields) = &mut lowered.model.shape else { continue };
        for (field, row) in fields.iter_mut().zip(&doc.fields) {
            let Some(Sp { value: text, span }) = &row.default else { continue };
            let own = list_of(row, &row.ty.value, doc);
            let context = Context { lists: &lists, own, syntax: doc.dialect.defaults };
            field.default_value = context.value(text, &field.ty);
            let named = if let Type::Model(name) = field.ty.innermost() { Some(&*name.0) } else { None };
            let list = own.or_else(|| named.and_then(|name| lists.get(name).copied()));
            let is_object = named.is_some_and(|name| objects.contains(name));
            if let Some(message) = unfit::explain(field, list, is_object, doc.dialect.defaults) {
                let subject = Subject { models: vec![doc.name.value.clone()], field: Some(row.name.value.clone()) };
                field.default_value = None;
                sink.report_of(subject, &codes::UNFIT_DEFAULT, sources.place(*span), message);
            }
        }
    }
}

/// The lists of the models that have one, and of other names for such models.
fn lists(docs: &[ModelDoc]) -> Lists<'_> {
    let mut lists = Lists::new();
    let mut names: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for doc in docs {
        match &doc.body {
            Body::Values(list) => {
                lists.insert(&doc.name.value, list);
            }
            Body::Whole(Sp { value: TypeExpr::Name { text, .. }, .. }) => {
                names.entry(doc.dialect.types.model_name(text)).or_default().push(&doc.name.value);
            }
            Body::Whole(_) | Body::Fields | Body::Union { .. } => {}
        }
    }
    let mut open: Vec<(&str, &ListDoc)> = lists.iter().map(|(name, list)| (*name, *list)).collect();
    while let Some((target, list)) = open.pop() {
        for name in names.remove(target).unwrap_or_default() {
            lists.entry(name).or_insert(list);
            open.push((name, list));
        }
    }
    lists
}

struct Context<'a> {
    lists: &'a Lists<'a>,
    /// The allowed values of the field.
    own: Option<&'a ListDoc>,
    syntax: &'a DefaultSyntax,
}

impl Context<'_> {
    fn value(&self, text: &str, ty: &Type) -> Option<Value> {
        let text = unwrapped(text.trim());
        match ty {
            Type::Nullable(inner) => self.value(text, inner),
            Type::List(item) => {
                let items = split(bracketed(text)?);
                items.iter().map(|text| self.value(text, item)).collect::<Option<Vec<Value>>>().map(Value::Array)
            }
            Type::Map(_) => serde_json::from_str(text).ok().filter(Value::is_object),
            Type::Model(name) => match self.lists.get(&*name.0) {
                Some(list) => self.member(text, list, list.kind()),
                // The model is an enum whose values are lost, in a language that writes values unchanged.
                None if self.syntax.texts == DefaultTexts::Bare && !text.starts_with(['[', '{']) => {
                    Some(Value::String(text.to_owned()))
                }
                None => None,
            },
            Type::Scalar(scalar) => match self.own {
                Some(list) => self.member(text, list, *scalar),
                None => self.scalar(text, *scalar),
            },
            Type::Unknown(_) => None,
        }
    }

    /// An allowed value, written as it is or by the SDK's name for it, which can follow the name of its type.
    fn member(&self, text: &str, list: &ListDoc, of: Scalar) -> Option<Value> {
        let found = quoted(text).or_else(|| value_named(text, list))?;
        if of == Scalar::String { Some(Value::String(found)) } else { self.scalar(&found, of) }
    }

    fn scalar(&self, text: &str, scalar: Scalar) -> Option<Value> {
        match scalar {
            Scalar::Boolean => match text.trim_start_matches('$').to_lowercase().as_str() {
                "true" | "yes" => Some(Value::Bool(true)),
                "false" | "no" => Some(Value::Bool(false)),
                _ => None,
            },
            Scalar::Int32
            | Scalar::Int64
            | Scalar::Uint32
            | Scalar::Uint64
            | Scalar::Int64Text
            | Scalar::Uint64Text => text.trim_end_matches(['L', 'l']).parse::<i64>().ok().map(Value::from),
            Scalar::Float32 | Scalar::Float64 => number(text),
            Scalar::Decimal => number(text).or_else(|| {
                let digits = quoted(text).filter(|digits| number(digits).is_some());
                digits.map(Value::String)
            }),
            Scalar::Any => match quoted(text) {
                Some(inner) => Some(Value::String(inner)),
                None if text == "NO" || text == "YES" => Some(Value::Bool(text == "YES")),
                None => {
                    let bare = || (self.syntax.texts == DefaultTexts::Bare).then(|| Value::String(text.to_owned()));
                    serde_json::from_str(text).ok().or_else(bare)
                }
            },
            Scalar::DateTime | Scalar::Date | Scalar::DateOrDateTime if days::parsed(text).is_some() => {
                let day = days::parsed(text)?;
                Some(Value::String(days::from_java(day).unwrap_or_else(|| day.to_owned())))
            }
            Scalar::String
            | Scalar::DateTime
            | Scalar::Date
            | Scalar::DateOrDateTime
            | Scalar::Time
            | Scalar::Duration
            | Scalar::Uuid
            | Scalar::Uri
            | Scalar::Bytes
            | Scalar::File => {
                let is_bare = match self.syntax.texts {
                    DefaultTexts::Quoted => false,
                    DefaultTexts::Bare => true,
                    // It could be the SDK's name for a value, which only a list can translate.
                    DefaultTexts::BareOrNamed => !text.starts_with(char::is_uppercase),
                };
                let found = quoted(text).or_else(|| is_bare.then(|| text.to_owned()))?;
                Some(Value::String(days::from_java(&found).unwrap_or(found)))
            }
        }
    }
}

/// The allowed value that a text is, or that the SDK calls so, maybe after the name of its type.
fn value_named(text: &str, list: &ListDoc) -> Option<String> {
    let name = text.rsplit(['.', ':']).next().unwrap_or(text);
    let values = || list.values.iter();
    let found = values()
        .find(|listed| listed.name.as_deref() == Some(name))
        .or_else(|| values().find(|listed| listed.value == text))
        .or_else(|| values().find(|listed| listed.value == name))
        .or_else(|| values().find(|listed| !listed.value.is_empty() && folded(&listed.value) == folded(name)))?;
    Some(found.value.clone())
}

/// A number, with the suffix that some languages write for its type.
fn number(text: &str) -> Option<Value> {
    let digits = text.trim_end_matches(['D', 'd', 'F', 'f', 'M', 'm', 'L', 'l']);
    match digits.parse::<i64>() {
        Ok(number) => Some(Value::from(number)),
        Err(_) => digits.parse::<f64>().ok().and_then(serde_json::Number::from_f64).map(Value::Number),
    }
}

/// The expression within `Some(…)`, before `.to_string()`, or after the `@` of Objective-C.
fn unwrapped(text: &str) -> &str {
    let text = text.strip_prefix("Some(").and_then(|rest| rest.strip_suffix(')')).unwrap_or(text);
    let text = text.strip_suffix(".to_string()").unwrap_or(text);
    let text = text.strip_prefix('@').unwrap_or(text);
    text.strip_prefix('(').and_then(|rest| rest.strip_suffix(')')).unwrap_or(text)
}

/// The text within quotation marks, without escapes.
fn quoted(text: &str) -> Option<String> {
    let inner = within(text, '"').or_else(|| within(text, '\''))?;
    let mut plain = String::with_capacity(inner.len());
    let mut letters = inner.chars();
    while let Some(letter) = letters.next() {
        plain.push(if letter == '\\' { letters.next().unwrap_or(letter) } else { letter });
    }
    Some(plain)
}

/// The text between two marks.
fn within(text: &str, mark: char) -> Option<&str> {
    text.strip_prefix(mark)?.strip_suffix(mark)
}

/// The text within the brackets of a list.
fn bracketed(text: &str) -> Option<&str> {
    let text = text.trim_start_matches(|letter: char| letter.is_alphanumeric() || matches!(letter, '.' | '_' | ' '));
    let pairs = [('[', ']'), ('{', '}'), ('(', ')')];
    pairs.iter().find_map(|(open, close)| text.strip_prefix(*open)?.strip_suffix(*close))
}

/// The pieces between commas that are not within quotation marks or brackets.
fn split(text: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut piece = String::new();
    let mut mark = None;
    let mut depth = 0_usize;
    for letter in text.chars() {
        match (letter, mark) {
            (',', None) if depth == 0 => {
                pieces.push(std::mem::take(&mut piece));
                continue;
            }
            ('[' | '{' | '(', None) => depth += 1,
            (']' | '}' | ')', None) => depth = depth.saturating_sub(1),
            ('"' | '\'', None) => mark = Some(letter),
            (_, Some(open)) if open == letter => mark = None,
            _ => {}
        }
        piece.push(letter);
    }
    pieces.push(piece);
    let trimmed = pieces.iter().map(|piece| piece.trim().to_owned());
    trimmed.filter(|piece| !piece.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_within_quotation_marks_are_undone() {
        for (text, expected) in [
            (r#""open""#, Some("open")),
            ("'open'", Some("open")),
            (r#""a \"quoted\" word""#, Some(r#"a "quoted" word"#)),
            (r#""C:\\temp""#, Some(r"C:\temp")),
            (r"'it\'s'", Some("it's")),
            (r#""""#, Some("")),
            (r#"""#, None),
            ("open", None),
        ] {
            assert_eq!(quoted(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn lists_are_split_at_commas_outside_of_marks_and_brackets() {
        for (text, expected) in [
            ("1, 2", vec!["1", "2"]),
            (r#""a, b", 'c'"#, vec![r#""a, b""#, "'c'"]),
            ("[1, 2], (3, 4), {5, 6}", vec!["[1, 2]", "(3, 4)", "{5, 6}"]),
            ("", vec![]),
        ] {
            assert_eq!(split(text), expected, "{text}");
        }
    }
}
