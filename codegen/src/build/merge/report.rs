//! What the documents of an API's SDKs gave to each other.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::apis::Place;
use crate::build::lower::Lowered;
use crate::schema::{Assumption, Field, Model, ModelName, Scalar, Schema, Shape, Type, WireName};

/// An API that several SDKs describe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The folders of the API.
    pub api: String,
    /// Its SDKs, the one that leads first.
    pub sdks: Vec<SdkReport>,
    /// How many models there are.
    pub models: usize,
    /// How many fields they have.
    pub fields: usize,
    /// How many facts the documents do not agree on.
    pub contradictions: usize,
}

/// An SDK of an API.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SdkReport {
    /// Its folder.
    pub sdk: String,
    /// How many models its documents describe.
    pub models: usize,
    /// How many fields they have.
    pub fields: usize,
    /// What the others know and these do not.
    pub gained: BTreeMap<Gain, usize>,
}

/// Something that the documents of one SDK do not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gain {
    /// A model.
    Models,
    /// A field of a model that they do know.
    Fields,
    /// The key of a field in JSON.
    WireNames,
    /// How wide an integer is.
    IntegerWidths,
    /// How wide another number is, or that it is an integer.
    NumberWidths,
    /// That a text is a date, or which kind of date.
    Dates,
    /// A type, in any other way.
    Types,
    /// Whether a key must be there.
    Presences,
    /// Whether a value may be `null`.
    Nulls,
    /// That only the server sets a field.
    ReadOnly,
    /// A default.
    Defaults,
    /// What values are beyond their type.
    Constraints,
    /// Known values, of a field or model.
    Values,
    /// A description, of a field or model.
    Descriptions,
}

impl fmt::Display for Gain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Models => "models",
            Self::Fields => "fields",
            Self::WireNames => "wire names",
            Self::IntegerWidths => "integer widths",
            Self::NumberWidths => "number widths",
            Self::Dates => "dates",
            Self::Types => "other types",
            Self::Presences => "presences",
            Self::Nulls => "nulls",
            Self::ReadOnly => "read-only fields",
            Self::Defaults => "defaults",
            Self::Constraints => "constraints",
            Self::Values => "lists of values",
            Self::Descriptions => "descriptions",
        })
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { api, sdks, models, fields, contradictions } = self;
        let count = sdks.len();
        write!(f, "{api}: {models} models, {fields} fields from {count} SDKs; contradictions: {contradictions}")?;
        for SdkReport { sdk, models, fields, gained } in sdks {
            write!(f, "\n  {sdk}: {models} models, {fields} fields; gained ")?;
            let gained: Vec<String> = gained.iter().map(|(gain, count)| format!("{count} {gain}")).collect();
            f.write_str(if gained.is_empty() { "nothing".to_owned() } else { gained.join(", ") }.as_str())?;
        }
        Ok(())
    }
}

/// A report for each API that has more than one SDK.
pub(super) fn reports(lowered: &[Lowered], places: &[Option<Place>], schema: &Schema) -> Vec<Report> {
    let mut apis: BTreeMap<&str, BTreeMap<&Place, Vec<&Lowered>>> = BTreeMap::new();
    for (it, place) in lowered.iter().zip(places) {
        if let Some(place) = place {
            apis.entry(&place.api).or_default().entry(place).or_default().push(it);
        }
    }
    apis.retain(|_, sdks| sdks.len() > 1);
    apis.into_iter().map(|(api, sdks)| report(api, &sdks, schema)).collect()
}

fn report(api: &str, sdks: &BTreeMap<&Place, Vec<&Lowered>>, schema: &Schema) -> Report {
    let names: BTreeSet<&ModelName> = sdks.values().flatten().map(|it| &it.name).collect();
    let merged: BTreeMap<&ModelName, &Model> = schema.models.iter().filter(|(name, _)| names.contains(name)).collect();
    let of_fields = |it: &&Model| it.fields().iter().map(|it| it.merged.contradictions.len()).sum::<usize>();
    Report {
        api: api.to_owned(),
        sdks: sdks.iter().map(|(place, models)| sdk(place, models, &merged)).collect(),
        models: merged.len(),
        fields: merged.values().map(|it| it.fields().len()).sum(),
        contradictions: merged.values().map(|it| it.merged.contradictions.len() + of_fields(it)).sum(),
    }
}

fn sdk(place: &Place, models: &[&Lowered], merged: &BTreeMap<&ModelName, &Model>) -> SdkReport {
    let mut gained: BTreeMap<Gain, usize> = BTreeMap::new();
    let own: BTreeMap<&ModelName, &Model> = models.iter().map(|it| (&it.name, &it.model)).collect();
    let mut add = |gain: Gain, count: usize| *gained.entry(gain).or_default() += count;
    add(Gain::Models, merged.len() - own.len());
    for (name, own) in &own {
        let Some(merged) = merged.get(name) else { continue };
        of_model(own, merged, &mut add);
        let fields: BTreeMap<&WireName, &Field> = merged.fields().iter().map(|it| (&it.wire, it)).collect();
        let spelled: BTreeMap<&str, &Field> = merged.fields().iter().flat_map(spellings).collect();
        let same = |it: &Field| fields.get(&it.wire).or_else(|| spelled.get(&*it.spelled)).copied();
        let known: Vec<(&Field, &Field)> = own.fields().iter().filter_map(|it| Some((it, same(it)?))).collect();
        for (own, merged) in &known {
            of_field(own, merged, &mut add);
        }
        add(Gain::Fields, merged.fields().len().saturating_sub(known.len()));
    }
    gained.retain(|_, count| *count > 0);
    let fields = own.values().map(|it| it.fields().len()).sum();
    SdkReport { sdk: place.sdk.clone(), models: own.len(), fields, gained }
}

fn spellings(field: &Field) -> impl Iterator<Item = (&str, &Field)> {
    let also = field.merged.also.iter().map(|it| &*it.text);
    std::iter::once(&*field.spelled).chain(also).map(move |it| (it, field))
}

fn of_model(own: &Model, merged: &Model, add: &mut impl FnMut(Gain, usize)) {
    let known = |it: &Model| if let Shape::Values { values, .. } = &it.shape { values.known.len() } else { 0 };
    let differs = std::mem::discriminant(&own.shape) != std::mem::discriminant(&merged.shape);
    let more = known(merged) > known(own);
    add(Gain::Values, usize::from(more));
    add(Gain::Types, usize::from(differs && !more));
    add(Gain::Descriptions, usize::from(own.description.is_none() && merged.description.is_some()));
}

fn of_field(own: &Field, merged: &Field, add: &mut impl FnMut(Gain, usize)) {
    let settled = |it: Assumption| own.assumed.contains(&it) && !merged.assumed.contains(&it);
    let known = |it: &Field| it.values.as_ref().map_or(0, |it| it.known.len());
    for (is, gain) in [
        (settled(Assumption::WireNameByRule), Gain::WireNames),
        (settled(Assumption::IntegerWidth), Gain::IntegerWidths),
        (settled(Assumption::FloatWidth) || settled(Assumption::MaybeInteger), Gain::NumberWidths),
        (own.ty != merged.ty && is_date(&merged.ty), Gain::Dates),
        (own.ty != merged.ty && !is_date(&merged.ty) && !is_number(&merged.ty), Gain::Types),
        (settled(Assumption::PresenceUnknown), Gain::Presences),
        (own.nullable.is_none() && merged.nullable.is_some(), Gain::Nulls),
        (!own.read_only && merged.read_only, Gain::ReadOnly),
        (own.default.is_none() && merged.default.is_some(), Gain::Defaults),
        (own.constraints.is_empty() && !merged.constraints.is_empty(), Gain::Constraints),
        (known(merged) > known(own), Gain::Values),
        (own.description.is_none() && merged.description.is_some(), Gain::Descriptions),
    ] {
        add(gain, usize::from(is));
    }
}

fn is_date(ty: &Type) -> bool {
    matches!(ty.innermost(), Type::Scalar(Scalar::Date | Scalar::DateTime | Scalar::DateOrDateTime))
}

fn is_number(ty: &Type) -> bool {
    use Scalar::{Float32, Float64, Int32, Int64, Uint32, Uint64};
    matches!(ty.innermost(), Type::Scalar(Float32 | Float64 | Int32 | Int64 | Uint32 | Uint64))
}
