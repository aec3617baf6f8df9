//! Plans the struct of a documented model.

use super::attributes::{Place, held, implemented};
use super::building::{own_field, summary};
use super::{
    Ability, DefaultPlan, ExtraPlan, FieldPlan, GuessedKeys, Planner, ReadingRule, RustType, SetterPlan, StructPlan,
    ValueKind, docs, naming, values,
};
use crate::diag::Sink;
use crate::rust::names::{FieldIdent, Scope};
use crate::rust::options::{Held, Part, UnknownKeys};
use crate::schema::{Assumption, Field, Model, ModelName, Presence, Scalar, Shape, Type, Values};

/// How a model is read.
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

/// The types of a field.
pub(super) struct FieldTypes {
    /// Its own.
    pub(super) held: RustType,
    /// That of its value, without `Option` and `Box`.
    pub(super) value: RustType,
}

impl Planner<'_> {
    pub(super) fn structure(&self, name: &ModelName, model: &Model, sink: &mut Sink) -> StructPlan {
        let (idents, extra) = naming::fields(name, model.fields(), sink);
        let reading = self.reading(name, model);
        let mut types = Vec::with_capacity(idents.len());
        for (idx, field) in model.fields().iter().enumerate() {
            types.push(self.field_types(name, idx, field, reading.demanded.contains(&idx)));
        }
        let defaults = self.defaults(name, model.fields(), &idents, &types);
        let mut setters = Scope::new();
        let mut fields = Vec::with_capacity(idents.len());
        let parts = idents.into_iter().zip(types).zip(&defaults);
        for (idx, (field, ((ident, FieldTypes { held: ty, value }), default))) in
            model.fields().iter().zip(parts).enumerate()
        {
            let setter = setters.claim_field(&format!("with_{}", ident.plain()), ident.plain()).ident;
            let description = self.text(field.description.as_deref().unwrap_or_default());
            fields.push(FieldPlan {
                docs: self.field_docs(field, &ident, default.as_ref(), description.clone()),
                attributes: self.field_attributes(name, idx, field, (&ident, &ty)),
                key: field.wire.0.clone(),
                documented: field.ty.to_string(),
                setter: SetterPlan {
                    ident: setter,
                    docs: summary(description, || format!("Sets {}.", own_field(&ident))),
                    takes_option: self.takes_option(field, &ty, &value),
                    value,
                },
                ident,
                ty,
                deprecated: field.deprecated,
            });
        }
        let abilities = self.abilities(name, &reading);
        StructPlan {
            ident: self.ident(name),
            name: name.0.clone(),
            docs: self.structure_docs(name, model, &reading),
            attributes: self.type_attributes(Place::of(Part::Struct, name, None), &implemented(&abilities)),
            required: self.required(name, model, &fields),
            defaults: defaults.into_iter().flatten().collect(),
            fields,
            extra: self.layout.has_extra(name).then(|| self.extra(name, extra)),
            abilities,
            reading: reading.rules(),
        }
    }

    fn structure_docs(&self, name: &ModelName, model: &Model, reading: &Reading) -> Vec<String> {
        let mut docs = self.model_docs(name, model);
        let fields = model.fields();
        let demanded = reading.bare().filter_map(|idx| fields.get(idx));
        let keys: Vec<String> = demanded.map(|field| docs::code(&field.wire.0)).collect();
        if !keys.is_empty() {
            docs.push(String::new());
            docs.extend(docs::wrapped(&format!("It has no `Default`, because it must have {}.", keys.join(", "))));
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
        let kind = match self.graph.schema.unaliased(field.ty.innermost()) {
            Type::Model(name) => match self.graph.schema.models.get(name).map(|model| &model.shape) {
                Some(Shape::Values { of, values }) => values::kind(*of, values),
                _ => None,
            },
            _ => values::kind_of(field),
        };
        kind == Some(ValueKind::Integer)
    }

    fn reading(&self, name: &ModelName, model: &Model) -> Reading {
        let strict = self.layout.is_strict(name);
        let (mut exact, mut demanded) = (Vec::new(), Vec::new());
        for (idx, field) in model.fields().iter().enumerate() {
            if !self.options.strict.iter().any(|pattern| pattern.matches_field(name, field)) {
                continue;
            }
            if !strict {
                exact.push(idx);
            }
            if self.layout.demands(name, field) {
                demanded.push(idx);
            }
        }
        let unknown_keys = self.layout.unknown_keys(name);
        let fields = model.fields();
        // A request does not have read-only fields, not even as `null`.
        let (keeps_null, as_null) = self.required_or_null(fields).partition(|idx| fields[*idx].read_only);
        let texts = (0..fields.len()).filter(|idx| self.holds_text_integers(name, &fields[*idx])).collect();
        Reading { strict, unknown_keys, exact, demanded, guessed: guessed(fields), as_null, keeps_null, texts }
    }

    /// The positions of the fields whose key is required, but whose value may be `null`.
    fn required_or_null<'f>(&'f self, fields: &'f [Field]) -> impl Iterator<Item = usize> + 'f {
        let is_such = |field: &Field| field.presence == Presence::Required && self.without_null(field).1;
        fields.iter().enumerate().filter(move |(_, field)| is_such(field)).map(|(idx, _)| idx)
    }

    fn holds_text_integers(&self, model: &ModelName, field: &Field) -> bool {
        self.is_text_integer(&field.ty) && self.options.replaced_field(model, field).is_none()
    }

    /// Whether a type is an integer that is text in JSON, or a list or map of these.
    fn is_text_integer(&self, ty: &Type) -> bool {
        match self.graph.schema.unaliased(ty) {
            Type::List(item) | Type::Map(item) | Type::Nullable(item) => self.is_text_integer(item),
            Type::Scalar(scalar) => {
                let is_text = matches!(scalar, Scalar::Int64Text | Scalar::Uint64Text);
                is_text && self.options.replaced_scalar(*scalar).is_none()
            }
            Type::Model(_) | Type::Unknown(_) => false,
        }
    }

    fn abilities(&self, name: &ModelName, reading: &Reading) -> Vec<Ability> {
        let mut abilities = Vec::new();
        if reading.bare().next().is_none() {
            abilities.push(Ability::Default);
        }
        if self.layout.is_copy(name) {
            abilities.push(Ability::Copy);
        }
        abilities
    }

    fn field_types(&self, model: &ModelName, idx: usize, field: &Field, demanded: bool) -> FieldTypes {
        let (target, nullable) = self.without_null(field);
        let own = self.sets.of(model, idx).map(|(_, user)| &user.alias);
        let chosen = self.options.replaced_field(model, field);
        let value = chosen.map_or_else(|| self.ty(target, own), |text| self.chosen(text));
        let may_be_boolean = field.assumed.contains(&Assumption::MaybeBoolean);
        let value = if may_be_boolean { value.or_boolean() } else { value };
        let held = value.clone().held(self.layout.holding(model, idx));
        let required = field.presence == Presence::Required;
        let three_valued = self.options.three_valued.iter().any(|pattern| pattern.matches_field(model, field));
        if three_valued && !required {
            let patch = RustType::Patch(Box::new(held));
            // The setter takes `null` as well.
            return FieldTypes { held: patch.clone(), value: patch };
        }
        let container = matches!(self.graph.schema.unaliased(target), Type::List(_) | Type::Map(_));
        let bare =
            !nullable && (demanded && !self.layout.is_open(model, idx) || required && container && !field.read_only);
        // Nothing is known to be a value of such a type before one is read.
        FieldTypes { held: if bare && !value.is_foreign() { held } else { held.optional() }, value }
    }

    /// The type of a field without `null`, and whether it may be `null`. An alias can be nullable, too.
    pub(super) fn without_null<'f>(&'f self, field: &'f Field) -> (&'f Type, bool) {
        let (mut target, mut nullable) = (&field.ty, field.nullable == Some(true));
        while let Type::Nullable(item) = self.graph.schema.unaliased(target) {
            (target, nullable) = (item, true);
        }
        (target, nullable || self.is_nullable_union(target))
    }

    /// The documentation of a field, which starts with the lines of its description.
    fn field_docs(
        &self,
        field: &Field,
        ident: &FieldIdent,
        default: Option<&DefaultPlan>,
        mut docs: Vec<String>,
    ) -> Vec<String> {
        if docs.is_empty() {
            docs.push(format!("The document does not describe {}.", docs::code(&field.wire.0)));
        }
        let facts = self.facts(field, ident, default);
        if !facts.is_empty() {
            docs.extend([String::new(), facts.join(" ")]);
        }
        if let Some(values) = self.bare_values_of(field) {
            docs.push(String::new());
            docs.extend(docs::wrapped(&values::allowed(values)));
        }
        docs
    }

    /// The allowed values of a field that are no texts, which have no enum.
    fn bare_values_of<'f>(&'f self, field: &'f Field) -> Option<&'f Values> {
        if let Some(values) = &field.values {
            return values::kind_of(field).is_none().then_some(values);
        }
        let Type::Model(name) = self.graph.schema.unaliased(field.ty.innermost()) else { return None };
        match &self.graph.schema.models.get(name)?.shape {
            Shape::Values { of, values } if values::kind(*of, values).is_none() => Some(values),
            _ => None,
        }
    }

    fn facts(&self, field: &Field, ident: &FieldIdent, constant: Option<&DefaultPlan>) -> Vec<String> {
        let mut facts = Vec::new();
        if field.presence == Presence::Required {
            facts.push("Required by the document.".to_owned());
        }
        if self.without_null(field).1 {
            let is_written = field.presence == Presence::Required && !field.read_only;
            let fact = if is_written { "May be `null`: `None` is written as `null`." } else { "May be `null`." };
            facts.push(fact.to_owned());
        }
        if field.read_only {
            facts.push("Read-only: the server sets it.".to_owned());
        }
        if let Some(default) = &field.default {
            let name = constant.map(|constant| constant.ident.as_str());
            let link = name.map(|name| format!(" ([`{name}`](Self::{name}))")).unwrap_or_default();
            facts.push(format!("Default: {}{link}.", docs::code(default)));
        }
        if camel(ident) != field.wire.0 {
            facts.push(format!("The JSON key is {}.", docs::code(&field.wire.0)));
        }
        facts
    }
}

fn guessed(fields: &[Field]) -> Option<GuessedKeys> {
    let mut positions = Vec::new();
    for (idx, field) in fields.iter().enumerate() {
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

/// The key that a reader expects for the name of a field.
fn camel(ident: &FieldIdent) -> String {
    let mut key = String::new();
    for (position, word) in ident.plain().split('_').enumerate() {
        let mut letters = word.chars();
        match letters.next() {
            Some(first) if position > 0 => key.push(first.to_ascii_uppercase()),
            first => key.extend(first),
        }
        key.push_str(letters.as_str());
    }
    key
}
