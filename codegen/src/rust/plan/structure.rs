//! What becomes of a documented model.

use super::{Ability, FieldPlan, Planner, ReadingRule, RustType, StructPlan, docs, naming};
use crate::diag::{Sink, codes};
use crate::rust::names::{FieldIdent, Scope, TypeIdent};
use crate::rust::options::UnknownKeys;
use crate::schema::{Field, Model, ModelName, Presence, Scalar, Shape, Type};

/// How a model is read.
struct Reading {
    /// Whether a value of the wrong type is an error.
    strict: bool,
    /// What happens to unknown keys.
    unknown_keys: UnknownKeys,
    /// The positions of the fields for which a value of the wrong type is an error all the same.
    exact: Vec<usize>,
    /// The positions of the fields that must be present.
    demanded: Vec<usize>,
}

impl Reading {
    /// The differences from total reading.
    fn rules(self) -> Vec<ReadingRule> {
        let mut rules = Vec::new();
        if self.strict {
            rules.push(ReadingRule::Strict);
        }
        if self.unknown_keys != UnknownKeys::Keep {
            rules.push(ReadingRule::UnknownKeys(self.unknown_keys));
        }
        if !self.exact.is_empty() {
            rules.push(ReadingRule::Exact(self.exact));
        }
        if !self.demanded.is_empty() {
            rules.push(ReadingRule::Demanded(self.demanded));
        }
        rules
    }
}

impl Planner<'_> {
    pub(super) fn structure(&self, name: &ModelName, model: &Model, sink: &mut Sink) -> StructPlan {
        let (idents, extra) = naming::fields(name, model.fields(), sink);
        let reading = self.reading(name, model);
        let mut setters = Scope::new();
        let fields = model.fields().iter().zip(&idents).enumerate();
        let fields = fields.map(|(idx, (field, ident))| {
            let setter = setters.claim_field(&format!("with_{}", ident.plain()), ident.plain()).ident;
            self.field(name, idx, field, ident, setter, reading.demanded.contains(&idx))
        });
        let fields = fields.collect();
        let positions = 0..model.fields().len();
        StructPlan {
            ident: self.ident(name),
            name: name.0.clone(),
            docs: self.model_docs(name, model),
            attributes: self.attributes(name, sink),
            fields,
            extra: self.layout.has_extra(name).then_some(extra),
            abilities: self.abilities(name, &reading),
            reading: reading.rules(),
            required: positions.filter(|idx| model.fields()[*idx].presence == Presence::Required).collect(),
        }
    }

    fn reading(&self, name: &ModelName, model: &Model) -> Reading {
        let strict = |field: &Field| self.options.strict.iter().any(|it| it.fits_field(name, field));
        let positions = |which: &dyn Fn(&Field) -> bool| -> Vec<usize> {
            let fields = model.fields().iter().enumerate();
            fields.filter(|(_, it)| strict(it) && which(it)).map(|(idx, _)| idx).collect()
        };
        let whole = self.layout.is_strict(name);
        Reading {
            strict: whole,
            unknown_keys: self.layout.unknown_keys(name),
            exact: positions(&|_| !whole),
            // What may be `null` is an `Option` and not written if there is nothing, so it may lack as well.
            demanded: positions(&|it| it.presence == Presence::Required && !self.without_null(it).1),
        }
    }

    fn abilities(&self, name: &ModelName, reading: &Reading) -> Vec<Ability> {
        let mut abilities = Vec::new();
        if reading.demanded.is_empty() {
            abilities.push(Ability::Default);
        }
        abilities.extend(self.comparing(name));
        if self.layout.is_copy(name) {
            abilities.push(Ability::Copy);
        }
        abilities
    }

    /// What a type without floats can do.
    pub(super) fn comparing(&self, name: &ModelName) -> &'static [Ability] {
        if self.layout.has_floats(name) { &[] } else { &[Ability::Eq, Ability::Hash] }
    }

    /// The attributes that the configuration asks for, of a model or for what belongs to it. One that is no Rust
    /// is reported once.
    pub(super) fn attributes(&self, name: &ModelName, sink: &mut Sink) -> Vec<String> {
        let mut attributes = Vec::new();
        for (pattern, text) in self.options.attributes.iter().filter(|(pattern, _)| pattern.fits_model(name)) {
            match syn::parse::Parser::parse_str(syn::Attribute::parse_outer, text) {
                Ok(_) => attributes.push(text.clone()),
                Err(error) => {
                    let message = format!("`{text}` is no attribute: {error}");
                    sink.report(&codes::BAD_OPTION, pattern.origin().clone(), message);
                }
            }
        }
        attributes
    }

    fn field(
        &self,
        model: &ModelName,
        idx: usize,
        field: &Field,
        ident: &FieldIdent,
        setter: FieldIdent,
        demanded: bool,
    ) -> FieldPlan {
        let (target, nullable) = self.without_null(field);
        let mut value = self.ty(target, self.enums.get(&(model, idx)));
        let mut ty = value.clone();
        if self.layout.is_boxed(model, idx) {
            ty = RustType::with(&self.paths.boxed, vec![ty]);
        }
        let three_valued = self.options.three_valued.iter().any(|it| it.fits_field(model, field));
        let container = matches!(self.graph.schema.unaliased(target), Type::List(_) | Type::Map(_));
        let required = field.presence == Presence::Required;
        if three_valued && !required {
            ty = RustType::with("support::Patch", vec![ty]);
            // What sets it may be `null` too.
            value.clone_from(&ty);
        } else if nullable || !(demanded || required && container) {
            ty = RustType::with(&self.paths.option, vec![ty]);
        }
        FieldPlan {
            ident: ident.clone(),
            docs: self.field_docs(field, ident),
            key: field.wire.0.clone(),
            documented: field.ty.to_string(),
            ty,
            value,
            setter,
        }
    }

    /// The type of a field's value that is not `null`, and whether it may be `null`. A name may stand for what
    /// may be `null`, too.
    fn without_null<'f>(&'f self, field: &'f Field) -> (&'f Type, bool) {
        let (mut target, mut nullable) = (&field.ty, field.nullable == Some(true));
        while let Type::Nullable(item) = self.graph.schema.unaliased(target) {
            (target, nullable) = (item, true);
        }
        (target, nullable || self.is_nullable_union(target))
    }

    fn field_docs(&self, field: &Field, ident: &FieldIdent) -> Vec<String> {
        let mut docs = self.text(field.description.as_deref().unwrap_or_default());
        if docs.is_empty() {
            docs.push(format!("The document does not describe {}.", docs::code(&field.wire.0)));
        }
        let mut facts = Vec::new();
        if field.presence == Presence::Required {
            facts.push("Required by the document.".to_owned());
        }
        if self.without_null(field).1 {
            facts.push("May be `null`.".to_owned());
        }
        if field.read_only {
            facts.push("Read-only: the server sets it.".to_owned());
        }
        if let Some(default) = &field.default {
            facts.push(format!("Default: {}.", docs::code(default)));
        }
        if camel(ident) != field.wire.0 {
            facts.push(format!("The JSON key is {}.", docs::code(&field.wire.0)));
        }
        if !facts.is_empty() {
            docs.extend([String::new(), facts.join(" ")]);
        }
        docs
    }

    pub(super) fn ty(&self, ty: &Type, values: Option<&TypeIdent>) -> RustType {
        let paths = &self.paths;
        match ty {
            Type::Scalar(scalar) => match scalar {
                Scalar::String => RustType::plain(values.map_or_else(|| paths.string.clone(), ToString::to_string)),
                Scalar::File
                | Scalar::DateOrDateTime
                | Scalar::Time
                | Scalar::Duration
                | Scalar::Uuid
                | Scalar::Uri
                | Scalar::Bytes => RustType::plain(&*paths.string),
                Scalar::Uint32 => RustType::plain("u32"),
                Scalar::Uint64 => RustType::plain("u64"),
                Scalar::Int32 => RustType::plain("i32"),
                Scalar::Int64 => RustType::plain("i64"),
                Scalar::Float32 => RustType::plain("f32"),
                Scalar::Float64 => RustType::plain("f64"),
                Scalar::Boolean => RustType::plain("bool"),
                Scalar::DateTime => paths.date_time.clone(),
                Scalar::Date => paths.date.clone(),
                // Which of number and text it is, is not known before it is read.
                Scalar::Decimal | Scalar::Any => RustType::plain("serde_json::Value"),
            },
            Type::List(item) => RustType::with(&paths.vec, vec![self.ty(item, values)]),
            Type::Map(item) => {
                let key = RustType::plain(&*paths.string);
                RustType::with("std::collections::BTreeMap", vec![key, self.ty(item, values)])
            }
            Type::Nullable(item) => RustType::with(&paths.option, vec![self.ty(item, values)]),
            Type::Model(name) => self.named(name),
            // Reported, so nothing is printed; the hole keeps its place all the same.
            Type::Unknown(_) => RustType::plain("serde_json::Value"),
        }
    }

    /// The type for a model's name.
    fn named(&self, name: &ModelName) -> RustType {
        let own = Type::Model(name.clone());
        let schema = self.graph.schema;
        let target = schema.unaliased(&own);
        let Type::Model(name) = target else { return self.ty(target, None) };
        match schema.models.get(name).map(|it| &it.shape) {
            Some(Shape::Values { of, .. }) if *of != Scalar::String => self.ty(&Type::Scalar(*of), None),
            // A name that stands for itself.
            Some(Shape::Alias(_)) => self.ty(&Type::Scalar(Scalar::Any), None),
            _ => RustType::plain(self.ident(name).to_string()),
        }
    }
}

/// The key that a reader expects of a field's name.
fn camel(ident: &FieldIdent) -> String {
    let mut words = ident.plain().split('_');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |key, word| {
        let mut letters = word.chars();
        let capital = letters.next().map(|it| it.to_ascii_uppercase());
        key + &capital.into_iter().chain(letters).collect::<String>()
    })
}

/// The policy for unknown keys of a model, for [`Layout`](super::Layout).
pub(super) fn unknown_keys(options: &crate::rust::options::Options, model: &ModelName) -> UnknownKeys {
    let fitting = options.unknown_keys.iter().rev().find(|(pattern, _)| pattern.fits_model(model));
    fitting.map(|(_, choice)| *choice).unwrap_or_default()
}
