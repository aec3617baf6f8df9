//! Defaults: the expression that a document has, in whatever language, to a value in JSON.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{Lowered, list_of};
use crate::dialect::{DefaultSyntax, DefaultTexts};
use crate::read::doc::{Body, ListDoc, ModelDoc};
use crate::read::type_expr::TypeExpr;
use crate::schema::{Scalar, Shape, Type, folded};
use crate::source::Sp;

/// The known values by the name of their model.
type Lists<'a> = BTreeMap<&'a str, &'a ListDoc>;

/// Gives every field the value of its default, where the default is one.
pub(super) fn fill(docs: &[ModelDoc], models: &mut [Lowered]) {
    let lists = lists(docs);
    for (doc, lowered) in docs.iter().zip(models) {
        let Shape::Object(fields) = &mut lowered.model.shape else { continue };
        for (field, said) in fields.iter_mut().zip(&doc.fields) {
            let Some(text) = &field.default else { continue };
            let own = list_of(said, &said.ty.value, doc);
            let context = Context { lists: &lists, own, syntax: doc.dialect.defaults };
            field.default_value = context.value(text, &field.ty);
        }
    }
}

/// The known values of the models that list them, and of those that are other names for such a model.
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
    /// The known values of the field.
    own: Option<&'a ListDoc>,
    syntax: &'a DefaultSyntax,
}

impl Context<'_> {
    fn value(&self, text: &str, ty: &Type) -> Option<Value> {
        let text = unwrapped(text.trim());
        match ty {
            Type::Nullable(inner) => self.value(text, inner),
            Type::List(item) => {
                let inner = bracketed(text)?;
                let items = split(inner);
                items.iter().map(|it| self.value(it, item)).collect::<Option<Vec<Value>>>().map(Value::Array)
            }
            Type::Map(_) => serde_json::from_str(text).ok().filter(Value::is_object),
            Type::Model(name) => match self.lists.get(&*name.0) {
                Some(list) => member(text, list),
                // A model of which the values are lost, in a language that writes them as they are.
                None if self.syntax.texts == DefaultTexts::Bare && !text.starts_with(['[', '{']) => {
                    Some(Value::String(text.to_owned()))
                }
                None => None,
            },
            Type::Scalar(scalar) => match self.own {
                Some(list) => member(text, list),
                None => self.scalar(text, *scalar),
            },
            Type::Unknown(_) => None,
        }
    }

    fn scalar(&self, text: &str, scalar: Scalar) -> Option<Value> {
        match scalar {
            Scalar::Boolean => match text.trim_start_matches('$').to_lowercase().as_str() {
                "true" | "yes" => Some(Value::Bool(true)),
                "false" | "no" => Some(Value::Bool(false)),
                _ => None,
            },
            Scalar::Int32 | Scalar::Int64 | Scalar::Uint32 | Scalar::Uint64 => {
                text.trim_end_matches(['L', 'l']).parse::<i64>().ok().map(Value::from)
            }
            Scalar::Float32 | Scalar::Float64 | Scalar::Decimal => number(text),
            Scalar::Any => match quoted(text) {
                Some(inner) => Some(Value::String(inner)),
                None if text == "NO" || text == "YES" => Some(Value::Bool(text == "YES")),
                None => {
                    let bare = || (self.syntax.texts == DefaultTexts::Bare).then(|| Value::String(text.to_owned()));
                    serde_json::from_str(text).ok().or_else(bare)
                }
            },
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
                    // Without the known values, a name cannot be told from a text.
                    DefaultTexts::BareOrNamed => !text.starts_with(char::is_uppercase),
                };
                let bare = || is_bare.then(|| text.to_owned());
                quoted(text).or_else(bare).map(Value::String)
            }
        }
    }
}

/// A known value: as it is, or by the SDK's name for it, which may stand behind that of its type.
fn member(text: &str, list: &ListDoc) -> Option<Value> {
    let as_json = |value: &str| match value.parse::<i64>() {
        Ok(number) if list.values.iter().all(|it| !it.quoted && it.value.parse::<i64>().is_ok()) => Value::from(number),
        _ => Value::String(value.to_owned()),
    };
    if let Some(inner) = quoted(text) {
        return Some(as_json(&inner));
    }
    let name = text.rsplit(['.', ':']).next().unwrap_or(text);
    let values = || list.values.iter();
    let found = values()
        .find(|it| it.name.as_deref() == Some(name))
        .or_else(|| values().find(|it| it.value == name))
        .or_else(|| values().find(|it| !it.value.is_empty() && folded(&it.value) == folded(name)))?;
    Some(as_json(&found.value))
}

/// A number, whatever letter its language puts behind it for its type.
fn number(text: &str) -> Option<Value> {
    let digits = text.trim_end_matches(['D', 'd', 'F', 'f', 'M', 'm', 'L', 'l']);
    match digits.parse::<i64>() {
        Ok(number) => Some(Value::from(number)),
        Err(_) => digits.parse::<f64>().ok().and_then(serde_json::Number::from_f64).map(Value::Number),
    }
}

/// What stands in `Some(…)`, before `.to_string()`, or behind the `@` of Objective-C.
fn unwrapped(text: &str) -> &str {
    let text = text.strip_prefix("Some(").and_then(|it| it.strip_suffix(')')).unwrap_or(text);
    let text = text.strip_suffix(".to_string()").unwrap_or(text);
    let text = text.strip_prefix('@').unwrap_or(text);
    text.strip_prefix('(').and_then(|it| it.strip_suffix(')')).unwrap_or(text)
}

/// The text within quotation marks, escapes undone.
fn quoted(text: &str) -> Option<String> {
    let within = |mark: char| (text.len() > 1).then(|| text.strip_prefix(mark)?.strip_suffix(mark)).flatten();
    let inner = within('"').or_else(|| within('\''))?;
    let mut plain = String::with_capacity(inner.len());
    let mut letters = inner.chars();
    while let Some(it) = letters.next() {
        plain.push(if it == '\\' { letters.next().unwrap_or(it) } else { it });
    }
    Some(plain)
}

/// What stands in the brackets of a list.
fn bracketed(text: &str) -> Option<&str> {
    let text = text.trim_start_matches(|it: char| it.is_alphanumeric() || matches!(it, '.' | '_' | ' '));
    let pairs = [('[', ']'), ('{', '}'), ('(', ')')];
    pairs.iter().find_map(|(open, close)| text.strip_prefix(*open)?.strip_suffix(*close))
}

/// The pieces between commas that are not within quotation marks or brackets.
fn split(text: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut mark = None;
    let mut depth = 0_usize;
    for it in text.chars() {
        match (it, mark) {
            (',', None) if depth == 0 => {
                pieces.push(String::new());
                continue;
            }
            ('[' | '{' | '(', None) => depth += 1,
            (']' | '}' | ')', None) => depth = depth.saturating_sub(1),
            ('"' | '\'', None) => mark = Some(it),
            (_, Some(open)) if open == it => mark = None,
            _ => {}
        }
        pieces.iter_mut().last().into_iter().for_each(|piece| piece.push(it));
    }
    pieces.into_iter().map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()).collect()
}
