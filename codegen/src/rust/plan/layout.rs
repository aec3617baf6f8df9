//! How models are laid out in memory: their size, what is boxed, and which traits that allows.

use std::collections::BTreeMap;

use super::nesting;
use super::types::Holding;
use crate::build::resolve::{Graph, by_value};
use crate::rust::options::{Dates, Options};
use crate::schema::{Field, Model, ModelName, Presence, Scalar, Shape, Type, Union};

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
pub(super) struct Layout<'a>(BTreeMap<&'a ModelName, ModelLayout>);

/// The layout of a model: the positions of fields, or of the members of a union, in order.
#[derive(Clone, Debug, Default, Hash)]
pub(super) struct ModelLayout {
    boxed: Vec<usize>,
    /// Those that rustc does not look into. No model with such a field is `Copy`, because boxes are on the way before it is
    /// deep enough.
    deep: Vec<usize>,
    /// The required fields that are optional nevertheless, see [`BLANK_MODELS`].
    open: Vec<usize>,
    /// Whether the model owns no memory on the heap.
    pub(super) is_copy: bool,
}

impl ModelLayout {
    /// How a field, or a member of a union, holds its value.
    pub(super) fn holding(&self, idx: usize) -> Holding {
        match (has(&self.deep, idx), has(&self.boxed, idx)) {
            (true, _) => Holding::Deep,
            (false, true) => Holding::Box,
            (false, false) => Holding::Value,
        }
    }

    /// Whether a required field is optional, because a blank model would contain too many others.
    pub(super) fn is_open(&self, idx: usize) -> bool {
        has(&self.open, idx)
    }
}

/// Whether a position is among those that are in order. A model can have as many fields as a document has rows.
fn has(positions: &[usize], idx: usize) -> bool {
    positions.binary_search(&idx).is_ok()
}

impl<'a> Layout<'a> {
    pub(super) fn new(graph: &'a Graph<'a>, nesting: &nesting::Graph<'_>, options: &'a Options) -> Self {
        let mut measuring = Measuring::new(graph, options);
        measuring.measure();
        let layouts = &mut measuring.layouts;
        for layout in layouts.iter_mut() {
            layout.boxed.sort_unstable();
        }
        for (model, idx) in nesting::deep_parts(nesting, |model, idx| has(&layouts[model].boxed, idx)) {
            layouts[model].deep.push(idx);
        }
        for layout in layouts.iter_mut() {
            layout.deep.sort_unstable();
        }
        Self(graph.schema.models.keys().zip(measuring.layouts).collect())
    }

    /// The layout of a model, which each model has.
    pub(super) fn of(&self, model: &ModelName) -> &ModelLayout {
        static OTHER: ModelLayout =
            ModelLayout { boxed: Vec::new(), deep: Vec::new(), open: Vec::new(), is_copy: false };
        self.0.get(model).unwrap_or(&OTHER)
    }
}

/// What is known of the layouts so far, by the numbers of models in the order of their names.
struct Measuring<'a> {
    graph: &'a Graph<'a>,
    options: &'a Options,
    numbers: BTreeMap<&'a ModelName, usize>,
    models: Vec<(&'a ModelName, &'a Model)>,
    /// The models in each model that are there by value, unless a box is around them.
    parts: Vec<Vec<Part>>,
    layouts: Vec<ModelLayout>,
    sizes: Vec<Option<usize>>,
    /// The numbers of models in blank models.
    blanks: Vec<usize>,
}

/// A field, or member of a union, with a model.
#[derive(Clone, Copy)]
struct Part {
    idx: usize,
    /// The number of the model, if a document describes it.
    model: Option<usize>,
    /// Whether the model would contain itself without a box.
    is_cyclic: bool,
}

impl<'a> Measuring<'a> {
    fn new(graph: &'a Graph<'a>, options: &'a Options) -> Self {
        let models: Vec<(&ModelName, &Model)> = graph.schema.models.iter().collect();
        let numbers: BTreeMap<&ModelName, usize> =
            models.iter().enumerate().map(|(number, (name, _))| (*name, number)).collect();
        let mut measuring = Self {
            graph,
            options,
            numbers,
            parts: Vec::with_capacity(models.len()),
            layouts: vec![ModelLayout::default(); models.len()],
            sizes: vec![None; models.len()],
            blanks: vec![0; models.len()],
            models,
        };
        for (name, idx) in &graph.boxed {
            if let Some(number) = measuring.numbers.get(name) {
                measuring.layouts[*number].boxed.push(*idx);
            }
        }
        for number in 0..measuring.models.len() {
            let parts = measuring.parts_of(number);
            measuring.parts.push(parts);
        }
        measuring
    }

    fn parts_of(&self, number: usize) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut add = |idx: usize, ty: &Type| {
            if let Some(name) = by_value(ty, self.graph.schema) {
                let is_cyclic = has(&self.layouts[number].boxed, idx);
                parts.push(Part { idx, model: self.numbers.get(name).copied(), is_cyclic });
            }
        };
        match &self.models[number].1.shape {
            Shape::Object(fields) => fields.iter().enumerate().for_each(|(idx, field)| add(idx, &field.ty)),
            Shape::Union(union) => union.members.iter().enumerate().for_each(|(idx, member)| add(idx, &member.ty)),
            Shape::Values { .. } | Shape::Alias(_) => {}
        }
        parts
    }

    /// Measures models from the inside out: a model after the models that it contains by value. These form no cycle,
    /// because cycles are boxed. Uses its own stack, because documents can nest thousands of models.
    fn measure(&mut self) {
        let mut stack: Vec<usize> = (0..self.models.len()).rev().collect();
        while let Some(number) = stack.last().copied() {
            if self.sizes[number].is_some() {
                stack.pop();
                continue;
            }
            let depth = stack.len();
            for part in self.parts[number].iter().filter(|part| !part.is_cyclic) {
                stack.extend(part.model.filter(|model| self.sizes[*model].is_none()));
            }
            if stack.len() == depth {
                let size = match &self.models[number].1.shape {
                    Shape::Union(union) => self.measure_union(number, union),
                    _ => self.measure_model(number),
                };
                self.sizes[number] = Some(size);
                self.blanks[number] = self.count_blank(number);
                stack.pop();
            }
        }
    }

    /// The number of models in a blank one, itself included.
    fn count_blank(&mut self, number: usize) -> usize {
        let (name, model) = self.models[number];
        let mut count = 1;
        for part in &self.parts[number] {
            if !model.fields().get(part.idx).is_some_and(|field| self.options.demands(name, field)) {
                continue;
            }
            let blank = part.model.map(|model| self.blanks[model]).filter(|blank| *blank <= BLANK_MODELS);
            match blank.filter(|_| !part.is_cyclic) {
                Some(blank) => count += blank,
                None => self.layouts[number].open.push(part.idx),
            }
        }
        count
    }

    fn measure_model(&mut self, number: usize) -> usize {
        let (name, model) = self.models[number];
        let mut size = POINTER;
        let mut copy = !self.options.has_extra(name);
        let mut parts = self.parts[number].iter().copied().peekable();
        for (idx, field) in model.fields().iter().enumerate() {
            let part = parts.next_if(|part| part.idx == idx);
            let unboxed = self.size_of(&field.ty, part);
            let limit = if field.presence == Presence::Optional { BOXED_ABOVE } else { REQUIRED_BOXED_ABOVE };
            let boxed = part.is_some_and(|part| part.is_cyclic || unboxed > limit);
            if boxed && !part.is_some_and(|part| part.is_cyclic) {
                self.layouts[number].boxed.push(idx);
            }
            copy = copy && !boxed && self.field_is_copy(field) && self.options.replaced_field(name, field).is_none();
            size += if boxed { POINTER } else { unboxed };
        }
        self.layouts[number].is_copy = copy;
        size
    }

    /// The size of the largest member; the tag mostly fits into a niche of it.
    fn measure_union(&mut self, number: usize, union: &Union) -> usize {
        let mut largest = ANY;
        let mut parts = self.parts[number].iter().copied().peekable();
        for (idx, member) in union.members.iter().enumerate() {
            let part = parts.next_if(|part| part.idx == idx);
            let own = self.size_of(&member.ty, part);
            if own > BOXED_ABOVE {
                self.layouts[number].boxed.push(idx);
            } else if !part.is_some_and(|part| part.is_cyclic) {
                largest = largest.max(own);
            }
        }
        largest
    }

    /// The approximate bytes of an optional value.
    fn size_of(&self, ty: &Type, part: Option<Part>) -> usize {
        if let Some(part) = part {
            let Some(number) = part.model else { return ANY };
            return match &self.models[number].1.shape {
                Shape::Object(_) | Shape::Union(_) => self.sizes[number].unwrap_or(ANY),
                Shape::Values { of, .. } => size_of_scalar(*of),
                Shape::Alias(_) => ANY,
            };
        }
        match self.graph.schema.unaliased(ty) {
            Type::Scalar(scalar) => size_of_scalar(*scalar),
            Type::List(_) | Type::Map(_) => 3 * POINTER,
            Type::Nullable(item) => self.size_of(item, None),
            Type::Model(_) | Type::Unknown(_) => ANY,
        }
    }

    fn field_is_copy(&self, field: &Field) -> bool {
        match self.graph.schema.unaliased(&field.ty) {
            Type::Scalar(scalar) => self.scalar_is_copy(*scalar),
            Type::Model(name) if self.options.replaced_model(name).is_some() => false,
            Type::Model(name) => self.numbers.get(name).is_some_and(|number| match &self.models[*number].1.shape {
                Shape::Object(_) => self.layouts[*number].is_copy,
                Shape::Values { of, .. } => self.scalar_is_copy(*of),
                Shape::Union(_) | Shape::Alias(_) => false,
            }),
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
