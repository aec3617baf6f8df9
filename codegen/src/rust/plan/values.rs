//! Plans the enums of allowed values.

use super::attributes::Place;
use super::sets::{User, ValueSet};
use super::{
    Ability, AliasPlan, Docs, EnumPlan, Item, Planner, RustType, UnlistedPlan, ValueKind, VariantPlan, docs, naming,
};
use crate::diag::Sink;
use crate::rust::names::TypeIdent;
use crate::rust::options::Part;
use crate::schema::{Assumption, Field, Model, ModelName, Scalar, Type, Values, ValuesSource};

/// The number of models that the documentation of a shared enum names.
const MAX_MODELS: usize = 3;

impl Planner<'_> {
    /// The types of the allowed values of a field: another name for the enum of the set, and the enum itself if the field
    /// is the first of the set.
    pub(super) fn enumeration(&self, model: &ModelName, idx: usize, field: &Field, sink: &mut Sink) -> Vec<Item> {
        let Some((set, user)) = self.sets.of(model, idx, field) else { return Vec::new() };
        let mut items = Vec::new();
        if set.users.first().is_some_and(|first| (first.model, first.idx) == (model, idx)) {
            items.extend(self.set(set, user, sink).map(Item::Enum));
        }
        if user.alias != set.ident {
            items.push(Item::Alias(self.alias(set, user)));
        }
        items
    }

    fn alias(&self, set: &ValueSet<'_>, user: &User<'_>) -> AliasPlan {
        let key = docs::code(&user.field.wire.0);
        let target = &set.ident;
        let of = docs::type_link(self.ident(user.model).as_str());
        let mut docs = Docs::from(format!("The allowed values of {key} in {of}."));
        let target_link = docs::type_link(target.as_str());
        docs.add(&format!("Another name for {target_link}, so a trait is implemented for that one."));
        AliasPlan { ident: user.alias.clone(), docs, target: RustType::Own(target.clone()) }
    }

    /// The enum of a set, as the document of one of the fields has it.
    fn set(&self, set: &ValueSet<'_>, user: &User<'_>, sink: &mut Sink) -> Option<EnumPlan> {
        let field = user.field;
        let (values, kind) = (field.values.as_ref()?, kind_of(field)?);
        let (unlisted, variants) = naming::variants(&format!("{}.{}", user.model, field.spelled), values, sink);
        let key = docs::code(&field.wire.0);
        let text = format!("The allowed values of {key} in {}.", self.models_of(set));
        let mut docs = Docs::from(docs::wrapped(&text));
        docs.add(&format!("The API may send other values; they are kept in `{unlisted}`."));
        docs.add(&source(values));
        add_placeholder_note(&field.assumed, &mut docs);
        let mut plan =
            self.enum_plan(kind, Place::of(Part::Values, user.model, Some(field)), values, variants, unlisted);
        for other in &set.users {
            let more = self.type_attributes(Place::of(Part::Values, other.model, Some(other.field)), abilities(kind));
            plan.attributes.extend(more.into_iter().filter(|text| !plan.attributes.contains(text)).collect::<Vec<_>>());
        }
        Some(EnumPlan { ident: set.ident.clone(), docs, ..plan })
    }

    /// ``[`Order`], [`Parcel`] and 3 other models``
    fn models_of(&self, set: &ValueSet<'_>) -> String {
        let mut models: Vec<String> =
            set.users.iter().map(|user| docs::type_link(self.ident(user.model).as_str())).collect();
        models.dedup();
        let others = models.len().saturating_sub(MAX_MODELS);
        match others {
            0 => {}
            1 => models.splice(MAX_MODELS.., ["another model".to_owned()]).for_each(drop),
            _ => models.splice(MAX_MODELS.., [format!("{others} other models")]).for_each(drop),
        }
        match models.split_last() {
            Some((last, [])) => last.clone(),
            Some((last, before)) => format!("{} and {last}", before.join(", ")),
            None => String::new(),
        }
    }

    /// A model that is a set of allowed strings or integers.
    pub(super) fn model_values(
        &self,
        (name, model): (&ModelName, &Model),
        kind: ValueKind,
        values: &Values,
        sink: &mut Sink,
    ) -> EnumPlan {
        let (unlisted, variants) = naming::variants(&name.0, values, sink);
        let mut docs = self.model_docs(name, model);
        docs.add(&format!("The API may send other values; they are kept in `{unlisted}`."));
        add_placeholder_note(&model.assumed, &mut docs);
        let plan = self.enum_plan(kind, Place::of(Part::Values, name, None), values, variants, unlisted);
        EnumPlan { docs, name: Some(name.0.clone()), ..plan }
    }

    /// The enum of allowed values at a place.
    fn enum_plan(
        &self,
        kind: ValueKind,
        place: Place<'_>,
        values: &Values,
        names: Vec<TypeIdent>,
        unlisted: TypeIdent,
    ) -> EnumPlan {
        let mut variants = listed(values, names);
        for variant in &mut variants {
            let place = Place { part: Part::Value, ..place }.named(&variant.value, variant.ident.as_str());
            variant.attributes = self.attributes(place);
        }
        let attributes = self.attributes(Place { part: Part::UnlistedValue, ..place });
        EnumPlan {
            kind,
            name: None,
            ident: self.ident(place.model),
            docs: Docs::default(),
            attributes: self.type_attributes(place, abilities(kind)),
            variants,
            unlisted: UnlistedPlan { ident: unlisted, attributes },
        }
    }
}

impl Planner<'_> {
    /// A model that is a set of allowed values without an enum. Rust reads any value of the type.
    pub(super) fn bare_values(&self, name: &ModelName, model: &Model, of: Scalar, values: &Values) -> AliasPlan {
        let mut docs = self.model_docs(name, model);
        docs.add(&docs::wrapped(&allowed(values)));
        AliasPlan { ident: self.ident(name), docs, target: self.scalar(of) }
    }
}

/// What the allowed values of a type are, if they have an enum. Floats and booleans stay what they are, and so do
/// integers that are too large for an enum, or text in JSON.
pub(super) fn kind(of: Scalar, values: &Values) -> Option<ValueKind> {
    match of {
        Scalar::String => Some(ValueKind::Text),
        of if of.is_integer() && values.are_integers() => Some(ValueKind::Integer),
        _ => None,
    }
}

/// What the allowed values of a field are, if they have an enum.
pub(super) fn kind_of(field: &Field) -> Option<ValueKind> {
    match field.ty.innermost() {
        Type::Scalar(of) => kind(*of, field.values.as_ref()?),
        Type::List(_) | Type::Map(_) | Type::Nullable(_) | Type::Model(_) | Type::Unknown(_) => None,
    }
}

/// The traits that an enum implements besides those that all types implement.
fn abilities(kind: ValueKind) -> &'static [Ability] {
    match kind {
        ValueKind::Text => &[],
        ValueKind::Integer => &[Ability::Copy],
    }
}

/// A sentence with the allowed values.
pub(super) fn allowed(values: &Values) -> String {
    let known: Vec<String> = values.known.iter().map(|value| docs::code(value)).collect();
    format!("Allowed values: {}.", known.join(", "))
}

fn listed(values: &Values, names: Vec<TypeIdent>) -> Vec<VariantPlan> {
    let mut variants = Vec::with_capacity(names.len());
    for (value, ident) in values.known.iter().zip(names) {
        let numbers = values.numbers.iter().filter(|(_, named)| *named == value).map(|(number, _)| *number).collect();
        variants.push(VariantPlan {
            ident,
            docs: [&*docs::code(value), "."].concat().into(),
            attributes: Vec::new(),
            numbers,
            value: value.clone(),
        });
    }
    variants
}

fn add_placeholder_note(assumed: &[Assumption], docs: &mut Docs) {
    if assumed.contains(&Assumption::SdkValueLeftOut) {
        docs.add("The placeholder that the SDK has for unknown values is left out.");
    }
}

fn source(values: &Values) -> String {
    let what = match values.source {
        ValuesSource::Listed => "Listed in",
        ValuesSource::Prose => "Taken from a description in",
        ValuesSource::Correction => "Corrected in",
    };
    format!("{what} {}, line {}.", docs::code(&values.origin.path), values.origin.line)
}
