//! What the documents of the SDKs of an API gave to each other.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::apis::Sdk;
use crate::build::lower::Lowered;
use crate::diag::one_line;
use crate::schema::{Assumption, Field, Model, ModelName, Scalar, Schema, Shape, Type, WireName};

/// The report about an API that several SDKs describe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The folders of the API.
    pub api: String,
    /// Why their documents are merged.
    pub reason: &'static str,
    /// Its SDKs, the leading one first.
    pub sdks: Vec<SdkReport>,
    /// The number of models.
    pub models: usize,
    /// The number of their fields.
    pub fields: usize,
    /// The number of facts that documents contradict each other about.
    pub contradictions: usize,
}

/// The report about an SDK.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SdkReport {
    /// Its folder.
    pub sdk: String,
    /// The number of models that its documents describe.
    pub models: usize,
    /// The number of their fields.
    pub fields: usize,
    /// What only the documents of other SDKs say, and how often.
    pub gained: BTreeMap<Gain, usize>,
}

/// Something that the documents of an SDK lack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gain {
    /// A model.
    Models,
    /// A field of a model that they describe.
    Fields,
    /// The key of a field in JSON.
    WireNames,
    /// The width of an integer.
    IntegerWidths,
    /// The width of another number, or that it is an integer.
    NumberWidths,
    /// That a text is a date, or the kind of date.
    Dates,
    /// Any other fact about a type.
    Types,
    /// Whether a key must be there.
    Presences,
    /// Whether a value may be `null`.
    Nulls,
    /// That only the server sets a field.
    ReadOnly,
    /// A default.
    Defaults,
    /// Limits of values.
    Constraints,
    /// Allowed values of a field or model.
    Values,
    /// A description of a field or model.
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
        let Self { api, reason, sdks, models, fields, contradictions } = self;
        let (api, count) = (one_line(api), sdks.len());
        write!(f, "{api}: {models} models, {fields} fields from {count} SDKs, merged {reason}; ")?;
        write!(f, "contradictions: {contradictions}")?;
        for SdkReport { sdk, models, fields, gained } in sdks {
            let sdk = one_line(sdk);
            write!(f, "\n  {sdk}: {models} models, {fields} fields; gained ")?;
            let gained: Vec<String> = gained.iter().map(|(gain, count)| format!("{count} {gain}")).collect();
            f.write_str(if gained.is_empty() { "nothing".to_owned() } else { gained.join(", ") }.as_str())?;
        }
        Ok(())
    }
}

/// A report for each API that has more than one SDK.
pub(super) fn reports(lowered: &[Lowered], sdks: &[Option<Sdk>], schema: &Schema) -> Vec<Report> {
    let mut apis: BTreeMap<&str, BTreeMap<&Sdk, Vec<&Lowered>>> = BTreeMap::new();
    for (lowered, sdk) in lowered.iter().zip(sdks) {
        if let Some(sdk) = sdk {
            apis.entry(&sdk.api).or_default().entry(sdk).or_default().push(lowered);
        }
    }
    apis.retain(|_, sdks| sdks.len() > 1);
    apis.into_iter().map(|(api, sdks)| report(api, &sdks, schema)).collect()
}

fn report(api: &str, sdks: &BTreeMap<&Sdk, Vec<&Lowered>>, schema: &Schema) -> Report {
    let names: BTreeSet<&ModelName> = sdks.values().flatten().map(|lowered| &lowered.name).collect();
    let merged: BTreeMap<&ModelName, &Model> = schema.models.iter().filter(|(name, _)| names.contains(name)).collect();
    Report {
        api: api.to_owned(),
        reason: sdks.keys().next().map_or("", |sdk| sdk.reason()),
        sdks: sdks.iter().map(|(of, models)| sdk(of, models, &merged)).collect(),
        models: merged.len(),
        fields: merged.values().map(|model| model.fields().len()).sum(),
        contradictions: merged.values().map(|model| contradictions(model)).sum(),
    }
}

/// The number of contradictions about a model and its fields.
fn contradictions(model: &Model) -> usize {
    let merged = model.fields().iter().map(|field| &field.merged).chain([&model.merged]);
    merged.map(|merged| merged.contradictions.len()).sum()
}

fn sdk(sdk: &Sdk, models: &[&Lowered], merged: &BTreeMap<&ModelName, &Model>) -> SdkReport {
    let mut gained = Gains::default();
    let own: BTreeMap<&ModelName, &Model> = models.iter().map(|lowered| (&lowered.name, &lowered.model)).collect();
    gained.add(Gain::Models, merged.len() - own.len());
    for (name, own) in &own {
        let Some(merged) = merged.get(name) else { continue };
        gained.add_model(own, merged);
        let pairs = pairs(own, merged);
        for (own, merged) in &pairs {
            gained.add_field(own, merged);
        }
        gained.add(Gain::Fields, merged.fields().len().saturating_sub(pairs.len()));
    }
    let fields = own.values().map(|model| model.fields().len()).sum();
    SdkReport { sdk: sdk.folder.clone(), models: own.len(), fields, gained: gained.0 }
}

/// The fields of a model, each with the merged field that it became.
fn pairs<'a>(own: &'a Model, merged: &'a Model) -> Vec<(&'a Field, &'a Field)> {
    let by_key: BTreeMap<&WireName, &Field> = merged.fields().iter().map(|field| (&field.wire, field)).collect();
    let by_spelling: BTreeMap<&str, &Field> = merged.fields().iter().flat_map(spellings).collect();
    let same = |field: &Field| by_key.get(&field.wire).or_else(|| by_spelling.get(&*field.spelled)).copied();
    own.fields().iter().filter_map(|field| Some((field, same(field)?))).collect()
}

fn spellings(field: &Field) -> impl Iterator<Item = (&str, &Field)> {
    let also = field.merged.also.iter().map(|other| &*other.text);
    std::iter::once(&*field.spelled).chain(also).map(move |name| (name, field))
}

/// Counts gains; what is not gained has no entry.
#[derive(Default)]
struct Gains(BTreeMap<Gain, usize>);

impl Gains {
    fn add(&mut self, gain: Gain, count: usize) {
        if count > 0 {
            *self.0.entry(gain).or_default() += count;
        }
    }

    fn add_model(&mut self, own: &Model, merged: &Model) {
        let has_more_values = listed(merged) > listed(own);
        let has_other_shape = std::mem::discriminant(&own.shape) != std::mem::discriminant(&merged.shape);
        let has_description = own.description.is_none() && merged.description.is_some();
        self.add(Gain::Values, usize::from(has_more_values));
        self.add(Gain::Types, usize::from(has_other_shape && !has_more_values));
        self.add(Gain::Descriptions, usize::from(has_description));
    }

    fn add_field(&mut self, own: &Field, merged: &Field) {
        let settled = |kind: Assumption| own.assumed.contains(&kind) && !merged.assumed.contains(&kind);
        let listed = |field: &Field| field.values.as_ref().map_or(0, |values| values.known.len());
        for (is_gained, gain) in [
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
            (listed(merged) > listed(own), Gain::Values),
            (own.description.is_none() && merged.description.is_some(), Gain::Descriptions),
        ] {
            self.add(gain, usize::from(is_gained));
        }
    }
}

/// The number of values that a model lists.
fn listed(model: &Model) -> usize {
    if let Shape::Values { values, .. } = &model.shape { values.known.len() } else { 0 }
}

fn is_date(ty: &Type) -> bool {
    matches!(ty.innermost(), Type::Scalar(Scalar::Date | Scalar::DateTime | Scalar::DateOrDateTime))
}

fn is_number(ty: &Type) -> bool {
    use Scalar::{Float32, Float64, Int32, Int64, Uint32, Uint64};
    matches!(ty.innermost(), Type::Scalar(Float32 | Float64 | Int32 | Int64 | Uint32 | Uint64))
}

#[cfg(test)]
mod tests {
    use crate::Config;

    #[test]
    fn an_sdk_gains_what_only_another_one_has() {
        let page = |rows: &str| {
            let head = "| Name | Type | Description | Notes |\n| --- | --- | --- | --- |\n";
            format!("# Tag\n\n## Properties\n\n{head}| id | string | Its key. |  |\n{rows}")
        };
        let report = |a: &str, b: &str| {
            let documents = [("specs/shop/a/Tag.md", page(a)), ("specs/shop/b/Tag.md", page(b))];
            let outcome = Config::new().compile_texts(documents);
            outcome.merged().map(|report| report.to_string()).collect::<String>()
        };
        let size = "| size | int32 | How large it is. |  |\n";
        assert_eq!(
            report(size, size),
            "specs/shop: 1 models, 2 fields from 2 SDKs, merged by the layout `<specs>/<api>/<sdk>`; \
             contradictions: 0\n  \
             specs/shop/a: 1 models, 2 fields; gained nothing\n  specs/shop/b: 1 models, 2 fields; gained nothing"
        );
        assert_eq!(
            report(size, ""),
            "specs/shop: 1 models, 2 fields from 2 SDKs, merged by the layout `<specs>/<api>/<sdk>`; \
             contradictions: 0\n  \
             specs/shop/a: 1 models, 2 fields; gained nothing\n  specs/shop/b: 1 models, 1 fields; gained 1 fields"
        );
    }
}
