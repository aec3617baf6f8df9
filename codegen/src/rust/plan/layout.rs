//! What a model is in memory: its size, what it has in boxes, what it can do.

use std::collections::{BTreeMap, BTreeSet};

use crate::build::resolve::{Graph, by_value, parts_by_value};
use crate::rust::options::{Dates, Options, UnknownKeys};
use crate::schema::{Field, Model, ModelName, Presence, Scalar, Schema, Shape, Type, Union};

/// An optional model is boxed if it has more bytes than this: absent it then costs a pointer, and present
/// one allocation more. Small ones, a reference of an id and a link, stay where they are. So is a member of a
/// union, whose values all have the size of the largest.
const BOXED_ABOVE: usize = 64;

/// What the models are in memory.
pub(super) struct Layout<'a> {
    graph: &'a Graph<'a>,
    options: &'a Options,
    boxed: BTreeSet<(&'a ModelName, usize)>,
    floats: BTreeSet<&'a ModelName>,
    copy: BTreeSet<&'a ModelName>,
}

impl<'a> Layout<'a> {
    pub(super) fn new(graph: &'a Graph<'a>, options: &'a Options) -> Self {
        let (boxed, floats, copy) = (graph.boxed.clone(), with_floats(graph), BTreeSet::new());
        let mut layout = Self { graph, options, boxed, floats, copy };
        layout.measure();
        layout
    }

    /// Whether a field, or a member of a union, holds its model in a box.
    pub(super) fn is_boxed(&self, model: &ModelName, idx: usize) -> bool {
        self.boxed.contains(&(model, idx))
    }

    /// Whether there is a float somewhere in a model.
    pub(super) fn has_floats(&self, model: &ModelName) -> bool {
        self.floats.contains(model)
    }

    /// Whether there is nothing on the heap in a model.
    pub(super) fn is_copy(&self, model: &ModelName) -> bool {
        self.copy.contains(model)
    }

    /// Whether a value of the wrong kind is an error in a model.
    pub(super) fn is_strict(&self, model: &ModelName) -> bool {
        self.options.strict.iter().any(|it| it.fits_model(model))
    }

    /// What becomes of the unknown keys of a model.
    pub(super) fn unknown_keys(&self, model: &ModelName) -> UnknownKeys {
        let fitting = self.options.unknown_keys.iter().rev().find(|(pattern, _)| pattern.fits_model(model));
        fitting.map(|(_, choice)| *choice).unwrap_or_default()
    }

    /// Whether a model keeps something that its document does not foresee.
    pub(super) fn has_extra(&self, model: &ModelName) -> bool {
        !self.is_strict(model) || self.unknown_keys(model) == UnknownKeys::Keep
    }

    /// Sizes from the inside out: a model comes after those that it contains by value, which form no cycle
    /// because cycles are boxed. With a stack of its own, as documents can chain thousands of models.
    fn measure(&mut self) {
        let schema = self.graph.schema;
        let mut sizes: BTreeMap<&ModelName, usize> = BTreeMap::new();
        let mut stack: Vec<&ModelName> = self.graph.schema.models.keys().rev().collect();
        while let Some(name) = stack.last().copied() {
            let Some(model) = self.graph.schema.models.get(name).filter(|_| !sizes.contains_key(name)) else {
                stack.pop();
                continue;
            };
            let inner = parts_by_value(model, schema).into_iter().filter(|(idx, _)| !self.is_boxed(name, *idx));
            let inner: Vec<&ModelName> = inner.map(|it| it.1).filter(|it| !sizes.contains_key(*it)).collect();
            if inner.is_empty() {
                let size = match &model.shape {
                    Shape::Union(union) => self.measure_union(name, union, &sizes),
                    _ => self.measure_model(name, model, &sizes),
                };
                sizes.insert(name, size);
                stack.pop();
            } else {
                stack.extend(inner);
            }
        }
    }

    fn measure_model(&mut self, name: &'a ModelName, model: &'a Model, sizes: &BTreeMap<&ModelName, usize>) -> usize {
        let mut size = if self.has_extra(name) { POINTER } else { 0 };
        let mut copy = !self.has_extra(name);
        for (idx, field) in model.fields().iter().enumerate() {
            let mut own = size_of(&field.ty, self.graph.schema, sizes);
            if by_value(&field.ty, self.graph.schema).is_some()
                && own > BOXED_ABOVE
                && field.presence == Presence::Optional
            {
                self.boxed.insert((name, idx));
            }
            if self.is_boxed(name, idx) {
                own = POINTER;
            }
            copy &= !self.is_boxed(name, idx) && self.field_is_copy(field);
            size += own;
        }
        if copy {
            self.copy.insert(name);
        }
        size
    }

    /// The size of the largest member, whose tag mostly fits into a niche of it.
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
            Type::Scalar(scalar) => match scalar {
                Scalar::Int32
                | Scalar::Int64
                | Scalar::Uint32
                | Scalar::Uint64
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
            },
            Type::Model(name) => match schema.models.get(name).map(|it| &it.shape) {
                Some(Shape::Object(_)) => self.copy.contains(name),
                Some(Shape::Values { of, .. }) => *of != Scalar::String,
                Some(Shape::Union(_) | Shape::Alias(_)) | None => false,
            },
            Type::List(_) | Type::Map(_) | Type::Nullable(_) | Type::Unknown(_) => false,
        }
    }
}

/// The bytes of a pointer on the machines of today. Only compared with each other, so what is generated is
/// the same on every machine.
const POINTER: usize = 8;

/// The bytes of any JSON.
const ANY: usize = 4 * POINTER;

/// The bytes of an optional value, as far as a rule of thumb can tell.
fn size_of(ty: &Type, schema: &Schema, sizes: &BTreeMap<&ModelName, usize>) -> usize {
    match schema.unaliased(ty) {
        Type::Scalar(scalar) => match scalar {
            Scalar::Boolean | Scalar::Int32 | Scalar::Uint32 | Scalar::Float32 | Scalar::Date => POINTER,
            Scalar::Int64 | Scalar::Uint64 | Scalar::Float64 | Scalar::DateTime => 2 * POINTER,
            Scalar::String
            | Scalar::DateOrDateTime
            | Scalar::Time
            | Scalar::Duration
            | Scalar::Uuid
            | Scalar::Uri
            | Scalar::Bytes
            | Scalar::File => 3 * POINTER,
            Scalar::Decimal | Scalar::Any => ANY,
        },
        Type::List(_) | Type::Map(_) => 3 * POINTER,
        Type::Nullable(item) => size_of(item, schema, sizes),
        Type::Model(name) => match schema.models.get(name).map(|it| &it.shape) {
            Some(Shape::Object(_) | Shape::Union(_)) => sizes.get(name).copied().unwrap_or(ANY),
            Some(Shape::Values { of: Scalar::String, .. }) => 3 * POINTER,
            Some(Shape::Values { .. }) => 2 * POINTER,
            Some(Shape::Alias(_)) | None => ANY,
        },
        Type::Unknown(_) => ANY,
    }
}

/// The models with a float in them, or in a model that they contain in any way.
fn with_floats<'a>(graph: &'a Graph<'a>) -> BTreeSet<&'a ModelName> {
    let mut containers: BTreeMap<&ModelName, Vec<&ModelName>> = BTreeMap::new();
    let mut open: Vec<&ModelName> = Vec::new();
    for (name, model) in &graph.schema.models {
        for (ty, _) in model.types() {
            match ty.innermost() {
                Type::Scalar(Scalar::Float32 | Scalar::Float64) => open.push(name),
                Type::Model(inner) => containers.entry(inner).or_default().push(name),
                _ => {}
            }
        }
    }
    let mut floats = BTreeSet::new();
    while let Some(name) = open.pop() {
        if floats.insert(name) {
            open.extend(containers.get(name).into_iter().flatten());
        }
    }
    floats
}
