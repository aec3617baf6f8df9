//! How models are laid out in memory: their size, what is boxed, and which traits that allows.

use std::collections::{BTreeMap, BTreeSet};

use super::nesting;
use super::types::Holding;
use crate::build::resolve::{Graph, by_value, parts_by_value};
use crate::rust::options::{Dates, Options, UnknownKeys};
use crate::schema::{Field, Model, ModelName, Presence, Scalar, Schema, Shape, Type, Union};

/// Optional models that are larger than this many bytes are boxed: if absent they cost a pointer, if present one more
/// allocation. Small models, such as a reference made of an id and a link, are not worth it. Members of unions are
/// boxed by the same rule, because all values of a union have the size of the largest.
const BOXED_ABOVE: usize = 64;

/// Required models are boxed above this size: their values are always there, so that a box saves nothing, but the sizes
/// of nested models must not multiply. As each model counts as a pointer at least, this also limits how deep types nest,
/// which rustc limits.
const REQUIRED_BOXED_ABOVE: usize = 256;

/// The reader starts with a blank model, which contains the models that are not optional, and these contain further ones.
/// If there are more than this many, or infinitely many, the field that leads to them is optional.
const BLANK_MODELS: usize = 256;

/// The layout of all models.
pub(super) struct Layout<'a> {
    graph: &'a Graph<'a>,
    options: &'a Options,
    boxed: BTreeSet<(&'a ModelName, usize)>,
    /// The fields and members that rustc does not look into. No model with such a field is `Copy`, because boxes are on
    /// the way before it is deep enough.
    deep: BTreeSet<(&'a ModelName, usize)>,
    /// The required fields that are optional nevertheless, see [`BLANK_MODELS`].
    open: BTreeSet<(&'a ModelName, usize)>,
    copy: BTreeSet<&'a ModelName>,
}

impl<'a> Layout<'a> {
    pub(super) fn new(graph: &'a Graph<'a>, options: &'a Options) -> Self {
        let (boxed, none) = (graph.boxed.clone(), BTreeSet::new());
        let mut layout = Self { graph, options, boxed, deep: none.clone(), open: none, copy: BTreeSet::new() };
        layout.measure();
        layout.deep = nesting::deep_parts(graph.schema, |model, idx| layout.is_boxed(model, idx));
        layout
    }

    /// How a field, or a member of a union, holds its value.
    pub(super) fn holding(&self, model: &ModelName, idx: usize) -> Holding {
        match (self.deep.contains(&(model, idx)), self.is_boxed(model, idx)) {
            (true, _) => Holding::Deep,
            (false, true) => Holding::Box,
            (false, false) => Holding::Value,
        }
    }

    fn is_boxed(&self, model: &ModelName, idx: usize) -> bool {
        self.boxed.contains(&(model, idx))
    }

    /// Whether a required field is optional, because a blank model would contain too many others.
    pub(super) fn is_open(&self, model: &ModelName, idx: usize) -> bool {
        self.open.contains(&(model, idx))
    }

    /// Whether a key must be present in JSON.
    pub(super) fn demands(&self, model: &ModelName, field: &Field) -> bool {
        field.presence == Presence::Required
            && self.options.strict.iter().any(|pattern| pattern.matches_field(model, field))
    }

    /// Whether a model owns no memory on the heap.
    pub(super) fn is_copy(&self, model: &ModelName) -> bool {
        self.copy.contains(model)
    }

    /// Whether a value of the wrong type is an error in a model.
    pub(super) fn is_strict(&self, model: &ModelName) -> bool {
        self.options.strict.iter().any(|pattern| pattern.matches_model(model))
    }

    /// What happens to the unknown keys of a model.
    pub(super) fn unknown_keys(&self, model: &ModelName) -> UnknownKeys {
        let fitting = self.options.unknown_keys.iter().rev().find(|(pattern, _)| pattern.matches_model(model));
        fitting.map(|(_, choice)| *choice).unwrap_or_default()
    }

    /// Whether a model keeps values that its document does not describe.
    pub(super) fn has_extra(&self, model: &ModelName) -> bool {
        !self.is_strict(model) || self.unknown_keys(model) == UnknownKeys::Keep
    }

    /// Measures models from the inside out: a model after the models that it contains by value. These form no cycle,
    /// because cycles are boxed. Uses its own stack, because documents can nest thousands of models.
    fn measure(&mut self) {
        let schema = self.graph.schema;
        let mut sizes: BTreeMap<&ModelName, usize> = BTreeMap::new();
        let mut blanks: BTreeMap<&ModelName, usize> = BTreeMap::new();
        let mut stack: Vec<&ModelName> = schema.models.keys().rev().collect();
        while let Some(name) = stack.last().copied() {
            let Some(model) = schema.models.get(name).filter(|_| !sizes.contains_key(name)) else {
                stack.pop();
                continue;
            };
            let mut inner = Vec::new();
            for (idx, part) in parts_by_value(model, schema) {
                if !self.is_boxed(name, idx) && !sizes.contains_key(part) {
                    inner.push(part);
                }
            }
            if inner.is_empty() {
                let size = match &model.shape {
                    Shape::Union(union) => self.measure_union(name, union, &sizes),
                    _ => self.measure_model(name, model, &sizes),
                };
                sizes.insert(name, size);
                let blank = self.count_blank(name, model, &blanks);
                blanks.insert(name, blank);
                stack.pop();
            } else {
                stack.extend(inner);
            }
        }
    }

    /// The number of models in a blank one, itself included.
    fn count_blank(&mut self, name: &'a ModelName, model: &'a Model, blanks: &BTreeMap<&ModelName, usize>) -> usize {
        let mut count = 1;
        for (idx, field) in model.fields().iter().enumerate() {
            let part = by_value(&field.ty, self.graph.schema).filter(|_| self.demands(name, field));
            let Some(part) = part else { continue };
            let blank = blanks.get(part).copied().filter(|blank| *blank <= BLANK_MODELS);
            match blank.filter(|_| !self.graph.boxed.contains(&(name, idx))) {
                Some(blank) => count += blank,
                None => drop(self.open.insert((name, idx))),
            }
        }
        count
    }

    fn measure_model(&mut self, name: &'a ModelName, model: &'a Model, sizes: &BTreeMap<&ModelName, usize>) -> usize {
        let mut size = POINTER;
        let mut copy = !self.has_extra(name);
        for (idx, field) in model.fields().iter().enumerate() {
            let unboxed = size_of(&field.ty, self.graph.schema, sizes);
            let is_optional = field.presence == Presence::Optional;
            let limit = if is_optional { BOXED_ABOVE } else { REQUIRED_BOXED_ABOVE };
            if unboxed > limit && by_value(&field.ty, self.graph.schema).is_some() {
                self.boxed.insert((name, idx));
            }
            let boxed = self.is_boxed(name, idx);
            copy &= !boxed && self.field_is_copy(field) && self.options.replaced_field(name, field).is_none();
            size += if boxed { POINTER } else { unboxed };
        }
        if copy {
            self.copy.insert(name);
        }
        size
    }

    /// The size of the largest member; the tag mostly fits into a niche of it.
    fn measure_union(&mut self, name: &'a ModelName, union: &Union, sizes: &BTreeMap<&ModelName, usize>) -> usize {
        let mut largest = ANY;
        for (idx, member) in union.members.iter().enumerate() {
            let own = size_of(&member.ty, self.graph.schema, sizes);
            if own > BOXED_ABOVE {
                self.boxed.insert((name, idx));
            } else if !self.is_boxed(name, idx) {
                largest = largest.max(own);
            }
        }
        largest
    }

    fn field_is_copy(&self, field: &Field) -> bool {
        let schema = self.graph.schema;
        match schema.unaliased(&field.ty) {
            Type::Scalar(scalar) => self.scalar_is_copy(*scalar),
            Type::Model(name) if self.options.replaced_model(name).is_some() => false,
            Type::Model(name) => match schema.models.get(name).map(|model| &model.shape) {
                Some(Shape::Object(_)) => self.copy.contains(name),
                Some(Shape::Values { of, .. }) => self.scalar_is_copy(*of),
                Some(Shape::Union(_) | Shape::Alias(_)) | None => false,
            },
            Type::List(_) | Type::Map(_) | Type::Nullable(_) | Type::Unknown(_) => false,
        }
    }

    fn scalar_is_copy(&self, scalar: Scalar) -> bool {
        if self.options.replaced_scalar(scalar).is_some() {
            return false;
        }
        match scalar {
            Scalar::Int32
            | Scalar::Int64
            | Scalar::Uint32
            | Scalar::Uint64
            | Scalar::Int64Text
            | Scalar::Uint64Text
            | Scalar::Float32
            | Scalar::Float64
            | Scalar::Boolean => true,
            Scalar::DateTime | Scalar::Date => self.options.dates != Dates::Text,
            Scalar::String
            | Scalar::Decimal
            | Scalar::DateOrDateTime
            | Scalar::Time
            | Scalar::Duration
            | Scalar::Uuid
            | Scalar::Uri
            | Scalar::Bytes
            | Scalar::File
            | Scalar::Any => false,
        }
    }
}

/// The bytes of a pointer. A constant, so that the output is the same on every machine.
const POINTER: usize = 8;

/// The bytes of a `serde_json::Value`.
const ANY: usize = 4 * POINTER;

/// The approximate bytes of an optional value.
fn size_of(ty: &Type, schema: &Schema, sizes: &BTreeMap<&ModelName, usize>) -> usize {
    match schema.unaliased(ty) {
        Type::Scalar(scalar) => size_of_scalar(*scalar),
        Type::List(_) | Type::Map(_) => 3 * POINTER,
        Type::Nullable(item) => size_of(item, schema, sizes),
        Type::Model(name) => match schema.models.get(name).map(|model| &model.shape) {
            Some(Shape::Object(_) | Shape::Union(_)) => sizes.get(name).copied().unwrap_or(ANY),
            Some(Shape::Values { of, .. }) => size_of_scalar(*of),
            Some(Shape::Alias(_)) | None => ANY,
        },
        Type::Unknown(_) => ANY,
    }
}

fn size_of_scalar(scalar: Scalar) -> usize {
    match scalar {
        Scalar::Boolean | Scalar::Int32 | Scalar::Uint32 | Scalar::Float32 | Scalar::Date => POINTER,
        Scalar::Int64
        | Scalar::Uint64
        | Scalar::Int64Text
        | Scalar::Uint64Text
        | Scalar::Float64
        | Scalar::DateTime => 2 * POINTER,
        Scalar::String
        | Scalar::DateOrDateTime
        | Scalar::Time
        | Scalar::Duration
        | Scalar::Uuid
        | Scalar::Uri
        | Scalar::Bytes
        | Scalar::File => 3 * POINTER,
        Scalar::Decimal | Scalar::Any => ANY,
    }
}
