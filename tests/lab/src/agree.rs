//! Whether the documents of one API in several dialects say the same, field by field.
//!
//! Nothing is left without an explanation: a dialect cannot say it ([`reasons`]), the documents are of different
//! versions of the API (one does not have the model or field, or says in so many words something else), or it is
//! unexplained, and then probably read wrongly.

use std::collections::{BTreeMap, BTreeSet};

use codegen::Outcome;
use codegen::dialect::{self, PresenceRule};
use codegen::schema::{Assumption, Field, Model, ModelName, Presence, Shape, Type, folded};

use reasons::{CASES, REASONS};
use relation::{Relation, relation};

pub mod reasons;
pub mod relation;

/// The documents of an SDK and what was read of them.
pub struct Sdk {
    name: String,
    dialect: &'static str,
    texts: BTreeMap<String, String>,
    outcome: Outcome,
}

/// What a comparison of two SDKs came to.
#[derive(Debug, Default)]
pub struct Agreement {
    /// Models that both have.
    pub models: usize,
    /// Fields that both have.
    pub fields: usize,
    /// Fields of the same type.
    pub types: usize,
    /// Fields that both require, or neither.
    pub presence: usize,
    /// Fields with the same key in JSON.
    pub keys: usize,
    /// What differs, by its explanation.
    pub explained: BTreeMap<String, Vec<String>>,
    /// What differs without one.
    pub unexplained: Vec<String>,
}

impl Sdk {
    /// The documents of an SDK, read in the dialect that they are recognised as.
    pub fn new(name: &str, documents: Vec<(String, String)>) -> Self {
        let outcome = codegen::Config::new().compile_texts(documents.iter().cloned());
        let dialect = outcome.dialects.values().next().copied().unwrap_or_default();
        Self { name: name.to_owned(), dialect, texts: documents.into_iter().collect(), outcome }
    }

    /// The models by their folded name.
    fn models(&self) -> BTreeMap<String, (&ModelName, &Model)> {
        self.outcome.schema.models.iter().map(|(name, model)| (folded(&name.0), (name, model))).collect()
    }

    /// The type with the names of models folded, and with the target of an alias in its place.
    fn comparable(&self, ty: &Type) -> Type {
        let model = |name: &ModelName| self.outcome.schema.models.get(name);
        match ty {
            Type::List(item) => Type::List(Box::new(self.comparable(item))),
            Type::Map(item) => Type::Map(Box::new(self.comparable(item))),
            Type::Nullable(item) => Type::Nullable(Box::new(self.comparable(item))),
            Type::Model(name) => match model(name) {
                Some(Model { shape: Shape::Alias(target), assumed, .. }) if assumed.is_empty() => {
                    self.comparable(target)
                }
                _ => Type::Model(ModelName(folded(&name.0))),
            },
            Type::Scalar(_) | Type::Unknown(_) => ty.clone(),
            other => other.clone(),
        }
    }

    /// The word of [`reasons`] for a comparable type.
    fn word(&self, ty: &Type) -> &'static str {
        match ty {
            Type::Scalar(scalar) => scalar.word(),
            Type::List(_) => "list",
            Type::Map(_) => "map",
            Type::Nullable(_) => "nullable",
            Type::Model(name) => {
                let mut models = self.outcome.schema.models.iter();
                models.find(|it| folded(&it.0.0) == name.0).map_or("undocumented", |it| word_of(it.1))
            }
            _ => "unknown",
        }
    }

    /// Whether the row of a field has the note that calls it optional, without the reader.
    fn says_optional(&self, field: &Field) -> bool {
        let text = self.texts.get(&field.origin.path).map(String::as_str).unwrap_or_default();
        let row = text.lines().nth(field.origin.line as usize - 1).unwrap_or_default();
        row.contains("[optional]")
    }
}

/// The word of [`reasons`] for what a model is.
fn word_of(model: &Model) -> &'static str {
    match &model.shape {
        _ if model.assumed.contains(&Assumption::EmptyTable) => "empty",
        Shape::Object(_) => "object",
        Shape::Values { .. } => "values",
        Shape::Union(_) => "union",
        Shape::Alias(_) => "alias",
        _ => "unknown",
    }
}

/// Compares what two SDKs' documents say.
pub fn compare(first: &Sdk, second: &Sdk) -> Agreement {
    let mut comparison = Comparison { first, second, found: Agreement::default() };
    let (models, others) = (first.models(), second.models());
    for (key, (name, model)) in &models {
        match others.get(key) {
            Some((_, other)) => comparison.models(name, model, other),
            None => comparison.known_by_one(first, second, model, name.0.clone()),
        }
    }
    for (_, (name, model)) in others.iter().filter(|it| !models.contains_key(it.0)) {
        comparison.known_by_one(second, first, model, name.0.clone());
    }
    comparison.found
}

struct Comparison<'a> {
    first: &'a Sdk,
    second: &'a Sdk,
    found: Agreement,
}

impl Comparison<'_> {
    fn explain(&mut self, explanation: impl Into<String>, what: String) {
        self.found.explained.entry(explanation.into()).or_default().push(what);
    }

    /// A model that only one SDK has a document of.
    fn known_by_one(&mut self, sdk: &Sdk, other: &Sdk, model: &Model, what: String) {
        match word_of(model) {
            "empty" => self.explain(format!("{} has no document of what is no object", other.dialect), what),
            _ => self.explain(format!("version drift: a model that only {} has", sdk.name), what),
        }
    }

    fn models(&mut self, name: &ModelName, first: &Model, second: &Model) {
        self.found.models += 1;
        let shapes = (word_of(first), word_of(second));
        match (&first.shape, &second.shape) {
            (Shape::Object(_), Shape::Object(_)) => self.all_fields(name, first, second),
            (Shape::Values { values, .. }, Shape::Values { values: others, .. }) => {
                let [known, others] = [values, others].map(|it| it.known.iter().collect::<BTreeSet<_>>());
                let drift = known.is_subset(&others) || known.is_superset(&others);
                let what = format!("{name}: {} and {} values", known.len(), others.len());
                match known == others {
                    true => {}
                    false if drift => self.explain("version drift: values that only one has", what),
                    false => self.found.unexplained.push(what),
                }
            }
            _ if shapes.0 == shapes.1 => {}
            _ => self.one_cannot_say(shapes, &[self.first, self.second], format!("{name}: {shapes:?}")),
        }
    }

    fn all_fields(&mut self, model: &ModelName, first: &Model, second: &Model) {
        let (fields, others) = (first.fields(), second.fields());
        let by_name = |fields: &[Field]| -> BTreeMap<String, usize> {
            fields.iter().enumerate().map(|(idx, it)| (folded(&it.plain), idx)).collect()
        };
        let (names, other_names) = (by_name(fields), by_name(others));
        for (name, idx) in &names {
            match other_names.get(name) {
                Some(other) => {
                    let (field, other) = (&fields[*idx], &others[*other]);
                    let name = format!("{model}.{}", field.plain);
                    self.field(&name, field, other);
                    self.presence(&name, [(first, field), (second, other)]);
                }
                None => self.field_of_one(self.first, model, &fields[*idx]),
            }
        }
        for (_, idx) in other_names.iter().filter(|it| !names.contains_key(it.0)) {
            self.field_of_one(self.second, model, &others[*idx]);
        }
    }

    fn field_of_one(&mut self, sdk: &Sdk, model: &ModelName, field: &Field) {
        let what = format!("{model}.{}", field.plain);
        self.explain(format!("version drift: a field that only {} has", sdk.name), what);
    }

    fn field(&mut self, name: &str, first: &Field, second: &Field) {
        self.found.fields += 1;
        if first.wire == second.wire {
            self.found.keys += 1;
        } else {
            self.key(name, first, second);
        }
        let (ty, other) = (self.first.comparable(&first.ty), self.second.comparable(&second.ty));
        if ty == other {
            self.found.types += 1;
            return;
        }
        // A wider type may be one that cannot say more; of two that contradict each other it may be either.
        let sides = [self.first, self.second];
        let may_lack = match relation(&ty, &other) {
            Relation::Same => &sides[..0],
            Relation::FirstMorePrecise => &sides[1..],
            Relation::SecondMorePrecise => &sides[..1],
            Relation::Contradict => &sides[..],
        };
        let (ty, other) = apart(&ty, &other);
        let words = (self.first.word(ty), self.second.word(other));
        self.one_cannot_say(words, may_lack, format!("{name}: {ty}, {other}"));
    }

    /// Looks for the reason why one of the sides says less.
    fn one_cannot_say(&mut self, (first, second): (&str, &str), may_lack: &[&Sdk], what: String) {
        for sdk in may_lack {
            let (says, other) = if std::ptr::eq(*sdk, self.first) { (first, second) } else { (second, first) };
            let fits = |others: &str| others == "*" || others.split(' ').any(|it| it == other);
            let mut reasons = REASONS.iter().filter(|it| it.dialect == sdk.dialect && it.says == says);
            if let Some(reason) = reasons.find(|it| fits(it.others)) {
                return self.explain(format!("{} {}", reason.dialect, reason.because), what);
            }
        }
        self.looked_up(what);
    }

    /// Looks for what a person found out.
    fn looked_up(&mut self, what: String) {
        let field = folded(what.split(':').next().unwrap_or_default());
        match CASES.iter().find(|it| folded(it.field) == field) {
            Some(case) => self.explain(case.because, what),
            None => self.found.unexplained.push(what),
        }
    }

    fn key(&mut self, name: &str, first: &Field, second: &Field) {
        let what = format!("{name}: {}, {}", first.wire, second.wire);
        // What a language puts before a name is no part of the key, so nothing before it may differ.
        let start = |field: &Field| field.wire.0.chars().next().filter(|it| !it.is_alphanumeric());
        if folded(&first.wire.0) == folded(&second.wire.0) && start(first) == start(second) {
            self.explain("the words of a name do not tell the capitals and separators of its key", what);
        } else {
            self.looked_up(what);
        }
    }

    fn presence(&mut self, name: &str, both: [(&Model, &Field); 2]) {
        let [(_, first), (_, second)] = both;
        if first.presence == second.presence {
            self.found.presence += 1;
            return;
        }
        let what = format!("{name}: {:?}, {:?}", first.presence, second.presence);
        let sdks = [self.first, self.second];
        let cannot_say = |it: &&Sdk| dialect::by_name(it.dialect).is_some_and(|it| it.presence == PresenceRule::Never);
        let flattened = both.iter().any(|it| it.0.assumed.contains(&Assumption::FlattenedUnion));
        // The reader is not asked: a note that it lost would be one that the row has.
        let said =
            |(sdk, it): (&Sdk, (&Model, &Field))| sdk.says_optional(it.1) == (it.1.presence == Presence::Optional);
        let explanation = match () {
            () if sdks.iter().any(cannot_say) => "a dialect cannot say what may be absent",
            () if flattened => "a union in one table: what one member requires is absent in the others",
            () if sdks.into_iter().zip(both).all(said) => {
                "version drift: the row says in one SDK that the key may be absent, and not in the other"
            }
            () => return self.found.unexplained.push(what),
        };
        self.explain(explanation, what);
    }
}

/// The parts of two types that differ, without the lists and maps around both.
fn apart<'a>(first: &'a Type, second: &'a Type) -> (&'a Type, &'a Type) {
    match (first, second) {
        (Type::List(a), Type::List(b)) | (Type::Map(a), Type::Map(b)) | (Type::Nullable(a), Type::Nullable(b)) => {
            apart(a, b)
        }
        _ => (first, second),
    }
}
