//! Walks the bodies along the schema, and notes in which place they show what.

use std::collections::{BTreeMap, BTreeSet};
use std::mem;

use super::choose::{self, MAX_HOPS, plain};
use super::scalars::{Misfit, misfit};
use super::shown::{Models, Shown};
use crate::read::samples::json::{Json, Member, Value};
use crate::schema::{Field, Model, ModelName, Presence, Scalar, Schema, Shape, Type, Union, Values, folded};

/// A place in the samples: the body, and the byte in it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Place {
    /// An index into the bodies.
    pub body: usize,
    /// The byte.
    pub at: usize,
}

/// How often something was seen, and where first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Seen {
    /// How often.
    pub count: usize,
    /// Where first.
    pub first: Place,
}

impl Seen {
    fn add(&mut self, place: Place) {
        self.first = if self.count == 0 { place } else { self.first.min(place) };
        self.count += 1;
    }
}

/// What the samples show of one type, with what is in it.
#[derive(Clone, Debug, Default)]
pub(super) struct Subject<'a> {
    /// The values.
    pub shown: Shown<'a>,
    /// The values that differ from the type.
    pub misfits: BTreeMap<Misfit, Seen>,
    /// The texts that are not among the allowed values.
    pub unlisted: BTreeMap<String, Seen>,
}

/// What the samples show of a field.
#[derive(Clone, Debug, Default)]
pub(super) struct FieldShown<'a> {
    /// Its values.
    pub subject: Subject<'a>,
    /// The objects that have its key.
    pub keys: Seen,
    /// The spellings of its key that differ from the schema only in case and separators.
    pub spellings: BTreeMap<&'a str, Seen>,
    /// The `null`s, where the documents do not say that it may be `null`.
    pub nulls: Seen,
    /// The objects without its key, where it is required.
    pub absent: Seen,
}

/// What the samples show of a key that no field has.
#[derive(Clone, Debug, Default)]
pub(super) struct KeyShown<'a> {
    /// The objects that have it.
    pub keys: Seen,
    /// Its values.
    pub shown: Shown<'a>,
    /// The field of which it is another spelling.
    pub spelling_of: Option<usize>,
}

/// What the samples show of a model.
#[derive(Clone, Debug, Default)]
pub(super) struct ModelShown<'a> {
    /// The values.
    pub seen: Seen,
    /// What they are, where the model is not an object.
    pub subject: Subject<'a>,
    /// The fields, by their index in the model.
    pub fields: BTreeMap<usize, FieldShown<'a>>,
    /// The keys that no field has.
    pub unknown: BTreeMap<&'a str, KeyShown<'a>>,
    /// The values that fit no member of a union.
    pub no_member: Subject<'a>,
}

/// The walk along all bodies.
#[derive(Debug)]
pub(super) struct Walk<'a> {
    schema: &'a Schema,
    /// What was seen of each model.
    pub models: BTreeMap<&'a ModelName, ModelShown<'a>>,
    /// What was seen of types that no model has: those of whole bodies.
    pub whole: Subject<'a>,
    keys: BTreeMap<&'a ModelName, Keys<'a>>,
    queue: Vec<Job<'a>>,
    body: usize,
}

/// The fields of a model by key.
#[derive(Debug, Default)]
struct Keys<'a> {
    exact: BTreeMap<&'a str, usize>,
    /// By the key without case and separators; `None` where several fields have it.
    folded: BTreeMap<String, Option<usize>>,
}

/// A value that is to be looked at as a model.
#[derive(Debug)]
struct Job<'a> {
    model: &'a ModelName,
    json: &'a Json,
    hops: usize,
}

impl<'a> Walk<'a> {
    /// A walk that has seen nothing yet.
    pub(super) fn new(schema: &'a Schema) -> Self {
        Self {
            schema,
            models: BTreeMap::new(),
            whole: Subject::default(),
            keys: BTreeMap::new(),
            queue: Vec::new(),
            body: 0,
        }
    }

    /// Walks a body of a type.
    pub(super) fn body(&mut self, body: usize, ty: &'a Type, json: &'a Json) {
        self.body = body;
        let mut whole = mem::take(&mut self.whole);
        if !json.is_null() {
            let (shown, mut rest) = whole.split();
            self.value(&mut rest, shown, ty, json, MAX_HOPS);
        }
        self.whole = whole;
        while let Some(job) = self.queue.pop() {
            self.job(&job);
        }
    }

    fn job(&mut self, job: &Job<'a>) {
        let Some(model) = self.schema.models.get(job.model) else { return };
        let place = self.place(job.json.at);
        let mut shown = mem::take(self.models.entry(job.model).or_default());
        shown.seen.add(place);
        match &model.shape {
            Shape::Object(fields) => self.object(&mut shown, job.model, model, fields, job.json),
            Shape::Values { of, values } => {
                if let Some(text) = plain(*of, job.json).filter(|text| !values.known.contains(text)) {
                    shown.subject.unlisted.entry(text).or_default().add(place);
                }
            }
            Shape::Alias(ty) => {
                let (alias, mut rest) = shown.subject.split();
                self.value(&mut rest, alias, ty, job.json, job.hops);
            }
            Shape::Union(union) => self.union(&mut shown, union, job),
        }
        self.models.insert(job.model, shown);
    }

    fn union(&mut self, shown: &mut ModelShown<'a>, union: &'a Union, job: &Job<'a>) {
        let Some(member) = choose::member(self.schema, union, job.json) else {
            shown.no_member.shown.add_whole(job.json);
            shown.no_member.misfits.entry(Misfit::Kind).or_default().add(self.place(job.json.at));
            return;
        };
        let (values, mut rest) = shown.subject.split();
        self.value(&mut rest, values, member, job.json, job.hops);
    }

    fn object(
        &mut self,
        shown: &mut ModelShown<'a>,
        name: &'a ModelName,
        model: &'a Model,
        fields: &'a [Field],
        json: &'a Json,
    ) {
        let keys = self.keys.remove(name).unwrap_or_else(|| Keys::new(fields));
        let mut found: BTreeMap<usize, &'a Member> = BTreeMap::new();
        for member in json.members() {
            if let Some(idx) = keys.exact.get(&*member.key) {
                found.insert(*idx, member);
            }
        }
        for member in json.members().iter().filter(|member| !keys.exact.contains_key(&*member.key)) {
            let other = keys.folded.get(&folded(&member.key)).copied().flatten();
            match other.filter(|idx| !found.contains_key(idx)) {
                Some(idx) => {
                    found.insert(idx, member);
                    self.unknown_key(shown, member, Some(idx));
                }
                None if self.is_other_key(model, member) => {}
                None => self.unknown_key(shown, member, None),
            }
        }
        for (idx, member) in &found {
            let field = shown.fields.entry(*idx).or_default();
            let place = self.place(member.at);
            if fields[*idx].wire.0 == member.key {
                field.keys.add(place);
            } else {
                field.spellings.entry(&*member.key).or_default().add(place);
            }
            self.field(field, &fields[*idx], &member.value);
        }
        let is_absent =
            |(idx, field): &(usize, &Field)| field.presence == Presence::Required && !found.contains_key(idx);
        for (idx, _) in fields.iter().enumerate().filter(is_absent) {
            shown.fields.entry(idx).or_default().absent.add(self.place(json.at));
        }
        self.keys.insert(name, keys);
    }

    fn unknown_key(&self, shown: &mut ModelShown<'a>, member: &'a Member, spelling_of: Option<usize>) {
        let key = shown.unknown.entry(&*member.key).or_default();
        key.keys.add(self.place(member.at));
        key.shown.add_whole(&member.value);
        key.spelling_of = spelling_of;
    }

    /// Whether the documents say that a model has other keys, and the value is what they have.
    fn is_other_key(&mut self, model: &'a Model, member: &'a Member) -> bool {
        let Some(ty) = model.other_keys.as_ref().map(|other| &other.ty) else { return false };
        let mut subject = Subject::default();
        let (shown, mut rest) = subject.split();
        if !member.value.is_null() {
            self.value(&mut rest, shown, ty, &member.value, MAX_HOPS);
        }
        subject.misfits.is_empty()
    }

    fn field(&mut self, shown: &mut FieldShown<'a>, field: &'a Field, json: &'a Json) {
        if json.is_null() {
            if field.nullable != Some(true) && !self.takes_null(&field.ty, MAX_HOPS) {
                shown.nulls.add(self.place(json.at));
            }
            return;
        }
        let (values, mut rest) = shown.subject.split();
        rest.values = field.values.as_deref();
        self.value(&mut rest, values, &field.ty, json, MAX_HOPS);
    }

    /// Whether a type takes `null` whatever a field says.
    fn takes_null(&self, ty: &Type, hops: usize) -> bool {
        let Some(hops) = hops.checked_sub(1) else { return true };
        match ty {
            Type::Scalar(scalar) => *scalar == Scalar::Any,
            Type::Nullable(_) | Type::Unknown(_) => true,
            Type::List(_) | Type::Map(_) => false,
            Type::Model(name) => match self.schema.models.get(name).map(|model| &model.shape) {
                None => true,
                Some(Shape::Alias(ty)) => self.takes_null(ty, hops),
                Some(Shape::Union(union)) => union.members.iter().any(|member| self.takes_null(&member.ty, hops)),
                Some(Shape::Object(_) | Shape::Values { .. }) => false,
            },
        }
    }

    /// A value that is not `null`.
    fn value(&mut self, rest: &mut Rest<'_, 'a>, shown: &mut Shown<'a>, ty: &'a Type, json: &'a Json, hops: usize) {
        match (ty, &json.value) {
            (Type::Unknown(_) | Type::Scalar(Scalar::Any), _) => {}
            (Type::Nullable(item), _) => self.value(rest, shown, item, json, hops),
            (Type::Scalar(scalar), _) => match misfit(*scalar, json) {
                None => {
                    shown.add_outer(json);
                    rest.allow(json, self.place(json.at));
                }
                Some(misfit) => self.misfit(rest, shown, misfit, json),
            },
            (Type::List(item), Value::List(items)) => {
                shown.add_outer(json);
                let mut inner = shown.items.take().unwrap_or_default();
                for json in items {
                    self.item(rest, &mut inner, item, json, hops);
                }
                shown.items = Some(inner);
            }
            (Type::Map(item), Value::Object(members)) => {
                shown.add_outer(json);
                let mut inner = shown.entries.take().unwrap_or_default();
                for member in members {
                    self.item(rest, &mut inner, item, &member.value, hops);
                }
                shown.entries = Some(inner);
            }
            (Type::List(_) | Type::Map(_), _) => self.misfit(rest, shown, Misfit::Kind, json),
            (Type::Model(name), _) => {
                let Some((model, shape)) = self.schema.models.get_key_value(name) else { return };
                let by_shape = match shape.shape {
                    Shape::Object(_) | Shape::Values { .. } => choose::is_of_kind(self.schema, shape, json),
                    // These have a place of their own for what does not fit.
                    Shape::Alias(_) | Shape::Union(_) => true,
                };
                if !by_shape {
                    return self.misfit(rest, shown, Misfit::Kind, json);
                }
                shown.add_outer(json);
                if let Some(hops) = hops.checked_sub(1) {
                    self.queue.push(Job { model, json, hops });
                }
            }
        }
    }

    /// An item of a list or map.
    fn item(&mut self, rest: &mut Rest<'_, 'a>, shown: &mut Shown<'a>, ty: &'a Type, json: &'a Json, hops: usize) {
        if !json.is_null() {
            self.value(rest, shown, ty, json, hops);
        } else if !self.takes_null(ty, MAX_HOPS) {
            shown.add_outer(json);
            rest.misfits.entry(Misfit::NullItem).or_default().add(self.place(json.at));
        }
    }

    fn misfit(&self, rest: &mut Rest<'_, 'a>, shown: &mut Shown<'a>, misfit: Misfit, json: &'a Json) {
        shown.misfits += 1;
        shown.add_whole(json);
        rest.misfits.entry(misfit).or_default().add(self.place(json.at));
        rest.allow_all(json, self.place(json.at));
    }

    fn place(&self, at: usize) -> Place {
        Place { body: self.body, at }
    }

    /// Whether the samples show nothing that the schema does not.
    fn is_clean(&self) -> bool {
        let is_subject_clean = |it: &Subject<'_>| it.misfits.is_empty() && it.unlisted.is_empty();
        let is_field_clean = |it: &FieldShown<'_>| {
            is_subject_clean(&it.subject) && it.spellings.is_empty() && it.nulls.count == 0 && it.absent.count == 0
        };
        let mut models = self.models.values();
        is_subject_clean(&self.whole)
            && models.all(|it| {
                is_subject_clean(&it.subject)
                    && is_subject_clean(&it.no_member)
                    && it.unknown.is_empty()
                    && it.fields.values().all(is_field_clean)
            })
    }
}

/// The part of a subject that is the same at all depths of its type.
struct Rest<'s, 'a> {
    misfits: &'s mut BTreeMap<Misfit, Seen>,
    unlisted: &'s mut BTreeMap<String, Seen>,
    values: Option<&'a Values>,
}

impl<'a> Subject<'a> {
    fn split(&mut self) -> (&mut Shown<'a>, Rest<'_, 'a>) {
        (&mut self.shown, Rest { misfits: &mut self.misfits, unlisted: &mut self.unlisted, values: None })
    }
}

impl Rest<'_, '_> {
    /// Notes a text that is not among the allowed values.
    fn allow(&mut self, json: &Json, place: Place) {
        let Some(values) = self.values else { return };
        let text = match &json.value {
            Value::Text(text) | Value::Number(text) => text,
            Value::Null | Value::Boolean(_) | Value::List(_) | Value::Object(_) => return,
        };
        if !values.known.contains(text) {
            self.unlisted.entry(text.clone()).or_default().add(place);
        }
    }

    /// Notes the texts in a value of another type, which its type will take after a correction.
    fn allow_all(&mut self, json: &Json, place: Place) {
        self.allow(json, place);
        for item in json.items() {
            self.allow_all(item, place);
        }
    }
}

impl<'a> Keys<'a> {
    fn new(fields: &'a [Field]) -> Self {
        let mut keys = Self::default();
        for (idx, field) in fields.iter().enumerate() {
            keys.exact.insert(&field.wire.0, idx);
            let alike = keys.folded.entry(folded(&field.wire.0)).or_insert(Some(idx));
            *alike = alike.filter(|other| *other == idx);
        }
        keys
    }
}

/// Finds the models of objects whose type no document gives.
#[derive(Debug)]
pub(super) struct Finder<'a> {
    schema: &'a Schema,
    /// The models of the schema that have a field with a key.
    by_key: BTreeMap<&'a str, BTreeSet<&'a ModelName>>,
}

impl<'a> Finder<'a> {
    /// Indexes the models of a schema.
    pub(super) fn new(schema: &'a Schema) -> Self {
        let mut by_key: BTreeMap<&str, BTreeSet<&ModelName>> = BTreeMap::new();
        for (name, model) in &schema.models {
            for field in model.fields() {
                by_key.entry(&field.wire.0).or_default().insert(name);
            }
        }
        Self { schema, by_key }
    }

    /// The models that know all keys of these objects.
    fn candidates(&self, objects: &[&Json]) -> BTreeSet<&'a ModelName> {
        let keys: BTreeSet<&str> = objects.iter().flat_map(|it| it.members()).map(|member| &*member.key).collect();
        let nobody = BTreeSet::new();
        let mut sets: Vec<_> = keys.iter().map(|key| self.by_key.get(key).unwrap_or(&nobody)).collect();
        // The rarest key leaves the fewest models.
        sets.sort_by_key(|set| set.len());
        let Some((first, others)) = sets.split_first() else { return nobody };
        first.iter().filter(|name| others.iter().all(|set| set.contains(*name))).copied().collect()
    }
}

impl<'a> Models<'a> for Finder<'a> {
    fn model_of(&self, objects: &[&'a Json], hint: Option<&Type>) -> Option<Type> {
        let candidates = self.candidates(objects);
        let hinted = candidates.iter().find(|name| matches!(hint, Some(Type::Model(hint)) if hint == **name));
        let name = match (hinted, candidates.len()) {
            (Some(name), _) => *name,
            (None, 1) if objects.iter().any(|object| object.members().len() > 1) => candidates.first()?,
            (None, _) => return None,
        };
        let (name, _) = self.schema.models.get_key_value(name)?;
        let ty = Type::Model(name.clone());
        let mut walk = Walk::new(self.schema);
        for object in objects {
            walk.queue.push(Job { model: name, json: object, hops: MAX_HOPS });
        }
        while let Some(job) = walk.queue.pop() {
            walk.job(&job);
        }
        walk.is_clean().then_some(ty)
    }
}
