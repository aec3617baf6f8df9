//! Finds and counts what documents do not say.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use crate::config::{ModulePlan, Paths, Plans};
use crate::schema::{Assumption, Field, Model, ModelName, Origin, Scalar, Schema, Type};

/// What a document does not say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    /// A rule decided it.
    Assumed(Assumption),
    /// Whether the value may be `null`.
    NullableUnknown,
    /// What the value is.
    AnyJson,
    /// What the field or model means.
    Undescribed,
    /// Which of two documents is right.
    Contradiction,
    /// What a model that others name consists of.
    UndocumentedModel,
}

/// The kinds that are not assumptions.
const OTHERS: [Kind; 5] =
    [Kind::NullableUnknown, Kind::AnyJson, Kind::Undescribed, Kind::Contradiction, Kind::UndocumentedModel];

impl Kind {
    /// All of them.
    pub(super) fn all() -> impl Iterator<Item = Self> {
        Assumption::ALL.into_iter().map(Self::Assumed).chain(OTHERS)
    }

    /// Its name in arguments and JSON.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Assumed(assumption) => assumption.word(),
            Self::NullableUnknown => "nullable-unknown",
            Self::AnyJson => "any-json",
            Self::Undescribed => "undescribed",
            Self::Contradiction => "contradiction",
            Self::UndocumentedModel => "undocumented-model",
        }
    }

    /// What it means, in one phrase.
    pub(super) fn phrase(self) -> &'static str {
        match self {
            Self::Assumed(assumption) => assumption.phrase(),
            Self::NullableUnknown => "whether the value may be null is not stated; null is read as no value",
            Self::AnyJson => "the type accepts any JSON",
            Self::Undescribed => "there is no description",
            Self::Contradiction => "two documents say different things; a correction can settle it",
            Self::UndocumentedModel => "a type names the model, but no document describes it; any JSON is accepted",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

impl FromStr for Kind {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let words = || Self::all().map(Self::word).collect::<Vec<_>>().join(", ");
        Self::all().find(|kind| kind.word() == text).ok_or_else(|| format!("the kinds are {}", words()))
    }
}

/// One thing that a document does not say.
pub(super) struct Loss {
    pub kind: Kind,
    pub module: Option<String>,
    pub model: String,
    pub field: Option<String>,
    pub origin: Origin,
}

impl Loss {
    /// The model, with its module if it has one.
    pub(super) fn owner(&self) -> String {
        let module = self.module.as_ref().map(|module| format!("{module}::")).unwrap_or_default();
        format!("{module}{}", self.model)
    }

    /// The model or field.
    pub(super) fn subject(&self) -> String {
        let field = self.field.as_ref().map(|field| format!(".{field}")).unwrap_or_default();
        format!("{}{field}", self.owner())
    }
}

/// What the documents of a run do not say.
#[derive(Default)]
pub(super) struct Losses {
    pub models: usize,
    pub fields: usize,
    /// In the order of the models, and of the fields within each.
    pub all: Vec<Loss>,
}

impl Losses {
    pub(super) fn of(plans: &Plans) -> Self {
        let mut losses = Self::default();
        for (module, plan) in plans {
            let schema = plan.planned.wanted();
            losses.models += schema.models.len();
            losses.fields += schema.field_count();
            Finder { module: module.as_ref(), plan, schema, losses: &mut losses }.find();
        }
        losses
    }

    pub(super) fn by_kind(&self) -> BTreeMap<Kind, usize> {
        counts(self.all.iter().map(|loss| loss.kind))
    }

    /// The losses of each model that has some.
    pub(super) fn by_model(&self) -> BTreeMap<String, Vec<&Loss>> {
        let mut models: BTreeMap<String, Vec<&Loss>> = BTreeMap::new();
        for loss in &self.all {
            models.entry(loss.owner()).or_default().push(loss);
        }
        models
    }
}

pub(super) fn counts<T: Ord>(items: impl Iterator<Item = T>) -> BTreeMap<T, usize> {
    let mut counts = BTreeMap::new();
    for item in items {
        *counts.entry(item).or_default() += 1;
    }
    counts
}

struct Finder<'a> {
    module: Option<&'a String>,
    plan: &'a ModulePlan,
    schema: &'a Schema,
    losses: &'a mut Losses,
}

impl Finder<'_> {
    fn find(mut self) {
        let mut undocumented: BTreeMap<&ModelName, &Origin> = BTreeMap::new();
        for (name, model) in &self.schema.models {
            self.model(name, model);
            for (named, origin) in model.models().filter(|(named, _)| !self.schema.models.contains_key(named)) {
                undocumented.entry(named).or_insert(origin);
            }
        }
        for (name, origin) in undocumented {
            self.add(Kind::UndocumentedModel, name, None, origin);
        }
    }

    fn model(&mut self, name: &ModelName, model: &Model) {
        for assumption in &model.assumed {
            self.add(Kind::Assumed(*assumption), name, None, &model.origin);
        }
        for _ in &model.merged.contradictions {
            self.add(Kind::Contradiction, name, None, &model.origin);
        }
        if model.description.is_none() {
            self.add(Kind::Undescribed, name, None, &model.origin);
        }
        for field in model.fields() {
            self.field(name, field);
        }
    }

    fn field(&mut self, name: &ModelName, field: &Field) {
        for assumption in &field.assumed {
            self.add(Kind::Assumed(*assumption), name, Some(field), &field.origin);
        }
        for _ in &field.merged.contradictions {
            self.add(Kind::Contradiction, name, Some(field), &field.origin);
        }
        let unsaid = [
            (Kind::NullableUnknown, field.nullable.is_none() && !matches!(field.ty, Type::Nullable(_))),
            (Kind::AnyJson, *field.ty.innermost() == Type::Scalar(Scalar::Any)),
            (Kind::Undescribed, field.description.is_none()),
        ];
        for (kind, _) in unsaid.into_iter().filter(|(_, is_unsaid)| *is_unsaid) {
            self.add(kind, name, Some(field), &field.origin);
        }
    }

    fn add(&mut self, kind: Kind, model: &ModelName, field: Option<&Field>, origin: &Origin) {
        self.losses.all.push(Loss {
            kind,
            module: self.module.cloned(),
            model: model.0.clone(),
            field: field.map(|field| field.wire.0.clone()),
            origin: shown(origin, &self.plan.paths),
        });
    }
}

fn shown(origin: &Origin, paths: &Paths) -> Origin {
    let mut origin = origin.clone();
    paths.show(&mut origin.path);
    origin
}
