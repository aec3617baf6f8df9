//! Plans the struct of a documented model.

use std::borrow::Cow;

use super::attributes::{Place, held};
use super::layout::ModelLayout;
use super::{
    Ability, DefaultPlan, Docs, ExtraPlan, FieldPlan, GuessedKeys, Planner, ReadingRule, RustType, SetterDocs,
    SetterPlan, StructPlan, ValueKind, docs, naming, values,
};
use crate::diag::Sink;
use crate::rust::names::{FieldIdent, Scope, SetterIdent};
use crate::rust::options::{Held, Part, UnknownKeys};
use crate::schema::{Assumption, Field, Model, ModelName, Presence, Scalar, Shape, Type, Values};

/// How a model is read.
#[derive(Default)]
struct Reading {
    /// Whether a value of the wrong type is an error.
    strict: bool,
    /// What happens to unknown keys.
    unknown_keys: UnknownKeys,
    /// The positions of the fields for which a value of the wrong type is an error although the model is not strict.
    exact: Vec<usize>,
    /// The positions of the fields that must be present.
    demanded: Vec<usize>,
    /// The keys that are assumptions, if there are any.
    guessed: Option<GuessedKeys>,
    /// The positions of the fields that are written as `null` if they have no value.
    as_null: Vec<usize>,
    /// The positions of the fields that are written as `null` if they were read from it.
    keeps_null: Vec<usize>,
    /// The positions of the fields whose integers are text in JSON.
    texts: Vec<usize>,
}

impl Reading {
    /// The positions of the fields that must have a value.
    fn bare(&self) -> impl Iterator<Item = usize> {
        let is_option = |idx: &&usize| self.as_null.contains(idx) || self.keeps_null.contains(idx);
        self.demanded.iter().filter(move |idx| !is_option(idx)).copied()
    }

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
        if !self.as_null.is_empty() {
            rules.push(ReadingRule::AsNull(self.as_null));
        }
        if !self.keeps_null.is_empty() {
            rules.push(ReadingRule::KeepsNull(self.keeps_null));
        }
        rules.extend(self.guessed.map(ReadingRule::Guessed));
        if !self.texts.is_empty() {
            rules.push(ReadingRule::Texts(self.texts));
        }
        rules
    }
}

/// A field, and its type without `null`.
#[derive(Clone, Copy)]
pub(super) struct NotNull<'f> {
    /// Its position in the model.
    pub(super) idx: usize,
    pub(super) field: &'f Field,
    pub(super) ty: &'f Type,
    /// Whether the value may be `null`.
    pub(super) is_nullable: bool,
}

/// What is decided about a field for all fields of a model together.
struct Decided {
    ident: FieldIdent,
    setter: SetterIdent,
    ty: RustType,
    attributes: Vec<String>,
}

impl Planner<'_> {
    pub(super) fn structure(&self, name: &ModelName, model: &Model, sink: &mut Sink) -> StructPlan {
        let (idents, extra) = naming::fields(name, model.fields(), sink);
        let layout = self.layout.of(name);
        let fields = model.fields().iter().enumerate();
        let not_null: Vec<NotNull<'_>> = fields.map(|(idx, field)| self.without_null(idx, field)).collect();
        let reading = self.reading(name, &not_null);
        let mut types = Vec::with_capacity(idents.len());
        for field in &not_null {
            types.push(self.field_type(name, layout, *field, reading.demanded.contains(&field.idx)));
        }
        let defaults = self.defaults(name, model.fields(), &idents, &types);
        let setters = Scope::new().claim_setters(&idents);
        let mut fields = Vec::with_capacity(idents.len());
        let mut next_default = defaults.iter().peekable();
        for (idx, ((ident, setter), ty)) in idents.into_iter().zip(setters).zip(types).enumerate() {
            let attributes = self.field_attributes(name, idx, not_null[idx].field, (&ident, &ty));
            let decided = Decided { ident, setter, ty, attributes };
            let default = next_default.next_if(|default| default.idx == idx);
            fields.push(self.field(not_null[idx], decided, default.map(|default| &default.plan)));
        }
        let abilities = Self::abilities(layout, &reading);
        StructPlan {
            ident: self.ident(name),
            name: name.0.clone(),
            key: None,
            docs: self.structure_docs(name, model, &reading),
            attributes: self.type_attributes(Place::of(Part::Struct, name, None), &abilities),
            required: self.required(name, &not_null, &fields),
            defaults: defaults.into_iter().map(|default| default.plan).collect(),
            fields,
            extra: self.options.has_extra(name).then(|| self.extra(name, extra)),
            abilities,
            reading: reading.rules(),
        }
    }

    fn field(&self, not_null: NotNull<'_>, decided: Decided, default: Option<&DefaultPlan>) -> FieldPlan {
        let (field, Decided { ident, setter, ty, attributes }) = (not_null.field, decided);
        let description = self.described(field.description.as_deref());
        let setter = SetterPlan {
            ident: setter,
            docs: if description.is_empty() { SetterDocs::Link } else { SetterDocs::Summary },
            takes_option: self.takes_option(not_null, &ty),
        };
        FieldPlan {
            docs: self.field_docs(not_null, &ident, default, description),
            attributes,
            key: field.wire.0.clone(),
            documented: documented(&field.ty),
            setter,
            ident,
            ty,
            deprecated: field.deprecated,
        }
    }

    fn structure_docs(&self, name: &ModelName, model: &Model, reading: &Reading) -> Docs {
        let mut docs = self.model_docs(name, model);
        let fields = model.fields();
        let demanded = reading.bare().filter_map(|idx| fields.get(idx));
        let keys: Vec<String> = demanded.map(|field| docs::code(&field.wire.0)).collect();
        if !keys.is_empty() {
            docs.add(&docs::wrapped(&format!("It has no `Default`, because it must have {}.", keys.join(", "))));
        }
        docs
    }

    fn extra(&self, name: &ModelName, ident: FieldIdent) -> ExtraPlan {
        ExtraPlan { ident, attributes: self.attributes(Place::of(Part::Extra, name, None)) }
    }

    fn field_attributes(
        &self,
        model: &ModelName,
        idx: usize,
        field: &Field,
        (ident, ty): (&FieldIdent, &RustType),
    ) -> Vec<String> {
        if self.options.attributes.is_empty() {
            return Vec::new();
        }
        let is_recursive = self.recursive.contains(&(model, idx));
        let place = Place::of(Part::Field, model, Some(field)).named(&field.wire.0, ident.plain());
        let holds = if self.has_integers(model, field) {
            Some(Held::Special)
        } else {
            held(ty, self.holds_text_integers(model, field))
        };
        self.attributes(Place { holds, is_recursive, ..place })
    }

    /// Whether a field has an enum of integers, which the derives of other crates take for strings.
    fn has_integers(&self, model: &ModelName, field: &Field) -> bool {
        if self.options.replaced_field(model, field).is_some() {
            return false;
        }
        let kind = match self.unaliased(field.ty.innermost()) {
            Type::Model(name) => match self.other(name) {
                Some(Shape::Values { of, values }) => values::kind(*of, values),
                _ => None,
            },
            _ => values::kind_of(field),
        };
        kind == Some(ValueKind::Integer)
    }

    fn reading(&self, name: &ModelName, fields: &[NotNull<'_>]) -> Reading {
        let strict = self.options.is_strict(name);
        let unknown_keys = self.options.unknown_keys_of(name);
        let mut reading = Reading { strict, unknown_keys, guessed: guessed(fields), ..Reading::default() };
        for NotNull { idx, field, is_nullable, .. } in fields.iter().copied() {
            if self.options.strict.iter().any(|pattern| pattern.matches_field(name, field)) {
                reading.exact.extend((!strict).then_some(idx));
                reading.demanded.extend(self.options.demands(name, field).then_some(idx));
            }
            match (field.presence, is_nullable) {
                // A request does not have read-only fields, not even as `null`.
                (Presence::Required, true) if field.read_only => reading.keeps_null.push(idx),
                (Presence::Required, true) => reading.as_null.push(idx),
                _ => {}
            }
            reading.texts.extend(self.holds_text_integers(name, field).then_some(idx));
        }
        reading
    }

    fn holds_text_integers(&self, model: &ModelName, field: &Field) -> bool {
        self.is_text_integer(&field.ty) && self.options.replaced_field(model, field).is_none()
    }

    /// Whether a type is an integer that is text in JSON, or a list or map of these.
    fn is_text_integer(&self, ty: &Type) -> bool {
        match self.unaliased(ty) {
            Type::List(item) | Type::Map(item) | Type::Nullable(item) => self.is_text_integer(item),
            Type::Scalar(scalar) => {
                let is_text = matches!(scalar, Scalar::Int64Text | Scalar::Uint64Text);
                is_text && self.options.replaced_scalar(*scalar).is_none()
            }
            Type::Model(_) | Type::Unknown(_) => false,
        }
    }

    fn abilities(layout: &ModelLayout, reading: &Reading) -> Vec<Ability> {
        let mut abilities = Vec::new();
        if reading.bare().next().is_none() {
            abilities.push(Ability::Default);
        }
        if layout.is_copy {
            abilities.push(Ability::Copy);
        }
        abilities
    }

    fn field_type(&self, model: &ModelName, layout: &ModelLayout, not_null: NotNull<'_>, demanded: bool) -> RustType {
        let NotNull { idx, field, ty: target, is_nullable } = not_null;
        let own = self.sets.of(model, idx, field).map(|(_, user)| &user.alias);
        let chosen = self.options.replaced_field(model, field);
        let value = chosen.map_or_else(|| self.ty(target, own), |text| self.chosen(text));
        let may_be_boolean = field.assumed.contains(&Assumption::MaybeBoolean);
        let value = if may_be_boolean { value.or_boolean() } else { value };
        // Nothing is known to be a value of such a type before one is read.
        let is_foreign = value.is_foreign();
        let held = value.held(layout.holding(idx));
        let required = field.presence == Presence::Required;
        let three_valued = self.options.three_valued.iter().any(|pattern| pattern.matches_field(model, field));
        if three_valued && !required {
            return RustType::Patch(Box::new(held));
        }
        let container = matches!(self.unaliased(target), Type::List(_) | Type::Map(_));
        let bare = !is_nullable && (demanded && !layout.is_open(idx) || required && container && !field.read_only);
        if bare && !is_foreign { held } else { held.optional() }
    }

    /// The type of a field without `null`. An alias can be nullable, too.
    fn without_null<'f>(&'f self, idx: usize, field: &'f Field) -> NotNull<'f> {
        let (mut ty, mut is_nullable) = (&field.ty, field.nullable == Some(true));
        while let Type::Nullable(item) = self.unaliased(ty) {
            (ty, is_nullable) = (item, true);
        }
        NotNull { idx, field, ty, is_nullable: is_nullable || self.is_nullable_union(ty) }
    }

    /// The documentation of a field, which starts with the lines of its description.
    fn field_docs(
        &self,
        not_null: NotNull<'_>,
        ident: &FieldIdent,
        default: Option<&DefaultPlan>,
        mut docs: Docs,
    ) -> Docs {
        let field = not_null.field;
        if docs.is_empty() {
            docs.push("The document does not describe ");
            docs.push(&docs::code(&field.wire.0));
            docs.push(".");
        }
        docs.add(&facts(not_null, ident, default));
        if let Some(values) = self.bare_values_of(field) {
            docs.add(&docs::wrapped(&values::allowed(values)));
        }
        docs
    }

    /// The allowed values of a field that are no texts, which have no enum.
    fn bare_values_of<'f>(&'f self, field: &'f Field) -> Option<&'f Values> {
        if let Some(values) = &field.values {
            return values::kind_of(field).is_none().then_some(values);
        }
        let Type::Model(name) = self.unaliased(field.ty.innermost()) else { return None };
        match self.other(name)? {
            Shape::Values { of, values } if values::kind(*of, values).is_none() => Some(values),
            _ => None,
        }
    }
}

/// A type in the terms of the documents.
fn documented(ty: &Type) -> Cow<'static, str> {
    if let Type::Scalar(scalar) = ty { scalar.word().into() } else { ty.to_string().into() }
}

/// Sentences with what the document states about a field.
fn facts(not_null: NotNull<'_>, ident: &FieldIdent, default: Option<&DefaultPlan>) -> String {
    let NotNull { field, is_nullable, .. } = not_null;
    let mut facts = Facts::default();
    if field.presence == Presence::Required {
        facts.add("Required by the document.");
    }
    if is_nullable && field.presence == Presence::Required && !field.read_only {
        facts.add("May be `null`: `None` is written as `null`.");
    } else if is_nullable {
        facts.add("May be `null`.");
    }
    if field.read_only {
        facts.add("Read-only: the server sets it.");
    }
    if let Some(text) = &field.default {
        let name = default.map(|default| default.ident.as_str());
        let link = name.map(|name| format!(" ([`{name}`](Self::{name}))")).unwrap_or_default();
        facts.add(&format!("Default: {}{link}.", docs::code(text)));
    }
    if !is_camel(&field.wire.0, ident) {
        facts.add(&["The JSON key is ", &*docs::code(&field.wire.0), "."].concat());
    }
    facts.0
}

/// Sentences.
#[derive(Default)]
struct Facts(String);

impl Facts {
    fn add(&mut self, fact: &str) {
        if !self.0.is_empty() {
            self.0.push(' ');
        }
        self.0.push_str(fact);
    }
}

fn guessed(fields: &[NotNull<'_>]) -> Option<GuessedKeys> {
    let mut positions = Vec::new();
    for NotNull { idx, field, .. } in fields.iter().copied() {
        if field.assumed.contains(&Assumption::WireNameByRule) {
            positions.push(idx);
        }
    }
    match positions.len() {
        0 => None,
        count if count == fields.len() => Some(GuessedKeys::All),
        _ => Some(GuessedKeys::These(positions)),
    }
}

/// Whether a key is the one that a reader expects for the name of a field.
fn is_camel(key: &str, ident: &FieldIdent) -> bool {
    let mut rest = key;
    for (position, word) in ident.plain().split('_').enumerate() {
        let mut letters = word.chars();
        if position > 0
            && let Some(first) = letters.next()
        {
            let Some(after) = rest.strip_prefix(first.to_ascii_uppercase()) else { return false };
            rest = after;
        }
        let Some(after) = rest.strip_prefix(letters.as_str()) else { return false };
        rest = after;
    }
    rest.is_empty()
}
