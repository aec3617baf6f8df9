//! Finds the type of each body: the model that its path names, or what a page of calls says.

use std::collections::{BTreeMap, BTreeSet};

use crate::build::lower::lower_type_of;
use crate::pattern::Pattern;
use crate::read::calls::CallDoc;
use crate::read::samples::json::{Json, Value};
use crate::read::samples::{Body, Side, Subject};
use crate::read::type_expr::TypeExpr;
use crate::schema::{ModelName, Scalar, Schema, Shape, Type, folded};
use crate::source::{Sources, stem};

/// The part of bodies that a path leads to is the sample.
#[derive(Clone, Debug)]
pub(crate) struct Envelope {
    /// The models whose samples are in an envelope.
    pub models: Pattern,
    /// The keys on the way, separated by dots.
    pub path: String,
}

/// The type of a body.
#[derive(Clone, Debug)]
pub(super) enum Target {
    /// The body is of this type.
    Type(Type),
    /// The path names no model.
    NoModel(String),
    /// No page of calls has this call.
    NoCall,
    /// The page of the call does not say what the body is, or names a type without a document.
    Untyped,
}

/// Finds types by path and by call.
pub(super) struct Targets<'a> {
    schema: &'a Schema,
    by_folded: BTreeMap<String, Option<&'a ModelName>>,
    calls: Vec<TypedCall>,
}

/// A call with the types of its bodies.
struct TypedCall {
    method: String,
    /// The segments of the path of the address that all paths are relative to; `None` if the page names none.
    base: Option<Vec<String>>,
    segments: Vec<String>,
    request: Option<Type>,
    response: Option<Type>,
}

impl<'a> Targets<'a> {
    /// Reads the types of all calls.
    pub(super) fn new(schema: &'a Schema, docs: &[CallDoc], sources: &Sources) -> Self {
        let documented: BTreeSet<&str> = schema.models.keys().map(|name| &*name.0).collect();
        let mut by_folded: BTreeMap<String, Option<&ModelName>> = BTreeMap::new();
        for name in schema.models.keys() {
            by_folded.entry(folded(&name.0)).and_modify(|other| *other = None).or_insert(Some(name));
        }
        let typed = |ty: &TypeExpr, call: &CallDoc| lower_type_of(ty, call.dialect.types, &documented, sources);
        let calls = docs.iter().map(|call| TypedCall {
            method: call.method.clone(),
            base: call.base.as_deref().map(segments),
            segments: segments(&call.path),
            request: call.request.as_ref().map(|ty| typed(ty, call)),
            response: call.response.as_ref().map(|ty| typed(ty, call)),
        });
        let calls = calls.collect();
        Self { schema, by_folded, calls }
    }

    /// The type of a body.
    pub(super) fn of(&self, body: &Body) -> Target {
        match &body.of {
            Subject::Path(path) => match self.model_at(path) {
                Some(name) => Target::Type(Type::Model(name.clone())),
                None => Target::NoModel(stem(path)),
            },
            Subject::Call { method, path, side } => match self.call(method, &segments(path)) {
                None => Target::NoCall,
                Some(call) => {
                    let ty = match side {
                        Side::Request => call.request.as_ref(),
                        Side::Response => call.response.as_ref(),
                    };
                    ty.filter(|ty| self.is_documented(ty)).map_or(Target::Untyped, |ty| Target::Type(ty.clone()))
                }
            },
        }
    }

    /// The model of the first folder of a path that is called like one, or of the file: `User.json`, `User-2.json`.
    fn model_at(&self, path: &str) -> Option<&'a ModelName> {
        let folders = path.rsplit_once('/').map_or("", |(folders, _)| folders);
        let mut folders = folders.split('/').filter(|folder| !folder.is_empty());
        if let Some(name) = folders.find_map(|folder| self.model(folder)) {
            return Some(name);
        }
        let stem = stem(path);
        let cuts = stem.match_indices('-').map(|(at, _)| at).collect::<Vec<_>>();
        std::iter::once(stem.len()).chain(cuts.into_iter().rev()).find_map(|len| self.model(&stem[..len]))
    }

    /// The model of this name, or the only one of this name in other letters.
    fn model(&self, name: &str) -> Option<&'a ModelName> {
        let exact = self.schema.models.get_key_value(&ModelName(name.to_owned())).map(|(name, _)| name);
        exact.or_else(|| self.by_folded.get(&folded(name)).copied().flatten())
    }

    fn is_documented(&self, ty: &Type) -> bool {
        match ty.innermost() {
            Type::Model(name) => self.schema.models.contains_key(name),
            Type::Unknown(_) => false,
            _ => true,
        }
    }

    /// Of the calls that fit the one with the most literal segments, and of these one whose types have documents.
    fn call(&self, method: &str, path: &[String]) -> Option<&TypedCall> {
        let is_typed = |ty: &Option<Type>| ty.as_ref().is_some_and(|ty| self.is_documented(ty));
        let fitting = self.calls.iter().filter(|call| call.method == method && call.fits(path));
        fitting.max_by_key(|call| {
            (call.literals(), usize::from(is_typed(&call.response)) + usize::from(is_typed(&call.request)))
        })
    }
}

impl TypedCall {
    /// Whether a path is that of this call, below the base of its page or below nothing.
    fn fits(&self, path: &[String]) -> bool {
        let Some(lead) = path.len().checked_sub(self.segments.len()) else { return false };
        let (before, own) = path.split_at(lead);
        let is_below = before.is_empty() || self.base.as_ref().is_none_or(|base| base == before);
        is_below && self.segments.iter().zip(own).all(|(pattern, segment)| fits_segment(pattern, segment))
    }

    fn literals(&self) -> usize {
        self.segments.iter().filter(|segment| !segment.contains('{')).count()
    }
}

fn segments(path: &str) -> Vec<String> {
    path.split('/').filter(|segment| !segment.is_empty()).map(str::to_owned).collect()
}

/// Whether a segment fits `users`, `{id}` or `{id}.json`, in which a name in braces is any text but an empty one.
fn fits_segment(pattern: &str, segment: &str) -> bool {
    let Some((before, rest)) = pattern.split_once('{') else { return pattern == segment };
    let after = rest.rsplit_once('}').map_or("", |(_, after)| after);
    segment.len() > before.len() + after.len() && segment.starts_with(before) && segment.ends_with(after)
}

/// Whether a value of a type can be a list.
pub(super) fn takes_lists(schema: &Schema, ty: &Type, hops: usize) -> bool {
    let Some(hops) = hops.checked_sub(1) else { return true };
    match schema.unaliased(ty) {
        Type::List(_) | Type::Unknown(_) | Type::Scalar(Scalar::Any) => true,
        Type::Model(name) => match schema.models.get(name).map(|model| &model.shape) {
            Some(Shape::Union(union)) => union.members.iter().any(|member| takes_lists(schema, &member.ty, hops)),
            Some(_) => false,
            None => true,
        },
        Type::Scalar(_) | Type::Map(_) | Type::Nullable(_) => false,
    }
}

/// The parts of a body that are samples of a model: what the path of an envelope leads to, or else the body.
pub(super) fn unwrapped<'a>(json: &'a Json, ty: &Type, envelopes: &[Envelope]) -> Vec<&'a Json> {
    let Type::Model(name) = ty.innermost() else { return vec![json] };
    let fitting = envelopes.iter().rev().filter(|envelope| envelope.models.matches_model(name));
    let inner = fitting.map(|envelope| parts(json, &envelope.path)).find(|parts| !parts.is_empty());
    inner.unwrap_or_else(|| vec![json])
}

/// What is at a path of keys. A list on the way is replaced by each of its items.
fn parts<'a>(json: &'a Json, path: &str) -> Vec<&'a Json> {
    let mut parts = vec![json];
    for key in path.split('.') {
        let mut inner = Vec::new();
        for part in parts {
            let items =
                if let Value::List(items) = &part.value { items.as_slice() } else { std::slice::from_ref(part) };
            inner.extend(items.iter().filter_map(|item| item.get(key)));
        }
        parts = inner;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::samples::json;

    #[test]
    fn segments_fit_their_patterns() {
        for (pattern, segment, expected) in [
            ("users", "users", true),
            ("users", "user", false),
            ("{id}", "7", true),
            ("{id}.json", "7.json", true),
            ("{id}.json", ".json", false),
            ("v{n}:{m}", "v1:2", true),
            ("v{n}", "w1", false),
        ] {
            assert_eq!(fits_segment(pattern, segment), expected, "{pattern} {segment}");
        }
    }

    #[test]
    fn a_path_leads_through_objects_and_lists() {
        let json = json::read(r#"{"data": [{"item": 1}, {"item": 2}, {}], "x": {"item": 3}}"#).expect("JSON");
        let found = |path: &str| parts(&json, path).len();
        assert_eq!((found("data.item"), found("x.item"), found("data"), found("y"), found("")), (2, 1, 1, 0, 0));
    }

    #[test]
    fn the_base_of_a_page_comes_before_its_paths_or_nothing_does() {
        let call = |base: Option<&str>| TypedCall {
            method: "GET".to_owned(),
            base: base.map(segments),
            segments: segments("/users/{id}"),
            request: None,
            response: None,
        };
        let fits = |base, path: &str| call(base).fits(&segments(path));
        assert!(fits(Some("/v1"), "/v1/users/7"));
        assert!(fits(Some("/v1"), "/users/7"));
        assert!(!fits(Some("/v1"), "/admin/users/7"));
        assert!(!fits(Some(""), "/v1/users/7"));
        assert!(fits(None, "/any/users/7"));
        assert!(!fits(None, "/users"));
    }
}
