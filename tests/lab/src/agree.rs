//! Compares the documents of one API in several dialects, field by field.
//!
//! Every difference needs an explanation: a dialect cannot express what the other one states ([`reasons`]), or the
//! documents are of different versions of the API, where a model or field is missing or its row is different. A
//! difference without an explanation is probably a mistake of the reader.

use std::collections::{BTreeMap, BTreeSet};

use codegen::Outcome;
use codegen::dialect::{self, PresenceRule};
use codegen::schema::{Assumption, Field, Model, ModelName, Presence, Shape, Type, Values, folded};

use reasons::{CASES, REASONS};
use relation::{Relation, relation};

pub mod reasons;
pub mod relation;

/// The documents of an SDK and what was read from them.
pub struct Sdk {
    name: String,
    dialect: &'static str,
    texts: BTreeMap<String, String>,
    outcome: Outcome,
}

/// The result of comparing two SDKs.
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
    /// The differences, by their explanation.
    pub explained: BTreeMap<String, Vec<String>>,
    /// The differences without an explanation.
    pub unexplained: Vec<String>,
}

impl Sdk {
    /// Reads the documents of an SDK, in the dialect that is detected.
    pub fn new(name: &str, documents: Vec<(String, String)>) -> Self {
        let outcome = codegen::Config::new().show_all().compile_texts(documents.iter().cloned());
        let dialect = outcome.dialects.values().next().copied().unwrap_or_default();
        Self { name: name.to_owned(), dialect, texts: documents.into_iter().collect(), outcome }
    }

    /// The models by their folded name.
    fn models(&self) -> BTreeMap<String, (&ModelName, &Model)> {
        self.outcome.schema.models.iter().map(|(name, model)| (folded(&name.0), (name, model))).collect()
    }

    /// The type with folded names of models and with aliases replaced by their targets.
    fn comparable(&self, ty: &Type) -> Type {
        match ty {
            Type::List(item) => Type::List(Box::new(self.comparable(item))),
            Type::Map(item) => Type::Map(Box::new(self.comparable(item))),
            Type::Nullable(item) => Type::Nullable(Box::new(self.comparable(item))),
            Type::Model(name) => match self.outcome.schema.models.get(name) {
                Some(Model { shape: Shape::Alias(target), assumed, .. }) if assumed.is_empty() => {
                    self.comparable(target)
                }
                _ => Type::Model(ModelName(folded(&name.0))),
            },
            other => other.clone(),
        }
    }

    /// What [`reasons`] call a comparable type.
    fn word(&self, ty: &Type) -> &'static str {
        match ty {
            Type::Scalar(scalar) => scalar.word(),
            Type::List(_) => "list",
            Type::Map(_) => "map",
            Type::Nullable(_) => "nullable",
            Type::Model(name) => {
                let mut models = self.outcome.schema.models.iter();
                let model = models.find(|(model, _)| folded(&model.0) == name.0);
                model.map_or("undocumented", |(_, model)| word_of(model))
            }
            _ => "unknown",
        }
    }

    /// Whether the row of a field contains the note `[optional]`, found without the reader.
    fn notes_optional(&self, field: &Field) -> bool {
        let text = self.texts.get(&*field.origin.path).map(String::as_str).unwrap_or_default();
        let row = text.lines().nth(field.origin.line as usize - 1).unwrap_or_default();
        row.contains("[optional]")
    }

    /// Whether the dialect cannot express that a field is required or optional.
    fn lacks_presence(&self) -> bool {
        dialect::by_name(self.dialect).is_some_and(|dialect| dialect.presence == PresenceRule::Never)
    }
}

/// What [`reasons`] call a model.
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

/// Compares the documents of two SDKs.
pub fn compare(first: &Sdk, second: &Sdk) -> Agreement {
    let mut comparison = Comparison { first, second, found: Agreement::default() };
    let (models, others) = (first.models(), second.models());
    for (key, (name, model)) in &models {
        match others.get(key) {
            Some((_, other)) => comparison.models(name, model, other),
            None => comparison.model_of_one(first, second, name, model),
        }
    }
    for (_, (name, model)) in others.iter().filter(|(key, _)| !models.contains_key(*key)) {
        comparison.model_of_one(second, first, name, model);
    }
    comparison.found
}

/// The same model or field in both SDKs.
#[derive(Clone, Copy)]
struct Both<T> {
    first: T,
    second: T,
}

struct Comparison<'a> {
    first: &'a Sdk,
    second: &'a Sdk,
    found: Agreement,
}

impl Comparison<'_> {
    fn explain(&mut self, explanation: impl Into<String>, difference: String) {
        self.found.explained.entry(explanation.into()).or_default().push(difference);
    }

    fn model_of_one(&mut self, sdk: &Sdk, other: &Sdk, name: &ModelName, model: &Model) {
        let explanation = match word_of(model) {
            "empty" => format!("{} documents objects only", other.dialect),
            _ => format!("version drift: a model that only {} has", sdk.name),
        };
        self.explain(explanation, name.0.clone());
    }

    fn models(&mut self, name: &ModelName, first: &Model, second: &Model) {
        self.found.models += 1;
        let words = Both { first: word_of(first), second: word_of(second) };
        match (&first.shape, &second.shape) {
            (Shape::Object(_), Shape::Object(_)) => self.all_fields(name, Both { first, second }),
            (Shape::Values { values, .. }, Shape::Values { values: others, .. }) => self.values(name, values, others),
            _ if words.first == words.second => {}
            _ => {
                let difference = format!("{name}: {:?}", (words.first, words.second));
                self.differ(words, &[self.first, self.second], difference);
            }
        }
    }

    fn values(&mut self, name: &ModelName, first: &Values, second: &Values) {
        let [first, second] = [first, second].map(|values| values.known.iter().collect::<BTreeSet<_>>());
        let difference = format!("{name}: {} and {} values", first.len(), second.len());
        if first == second {
            return;
        }
        if first.is_subset(&second) || first.is_superset(&second) {
            self.explain("version drift: values that only one has", difference);
        } else {
            self.found.unexplained.push(difference);
        }
    }

    fn all_fields(&mut self, name: &ModelName, models: Both<&Model>) {
        let fields = by_folded_name(models.first);
        let others = by_folded_name(models.second);
        for (key, first) in &fields {
            match others.get(key) {
                Some(second) => self.fields(name, models, Both { first: *first, second: *second }),
                None => self.field_of_one(self.first, name, first),
            }
        }
        for (_, field) in others.iter().filter(|(key, _)| !fields.contains_key(*key)) {
            self.field_of_one(self.second, name, field);
        }
    }

    fn field_of_one(&mut self, sdk: &Sdk, model: &ModelName, field: &Field) {
        let difference = format!("{model}.{}", field.plain);
        self.explain(format!("version drift: a field that only {} has", sdk.name), difference);
    }

    fn fields(&mut self, model: &ModelName, models: Both<&Model>, fields: Both<&Field>) {
        let name = format!("{model}.{}", fields.first.plain);
        self.found.fields += 1;
        self.keys(&name, fields);
        self.types(&name, fields);
        self.presence(&name, models, fields);
    }

    fn keys(&mut self, name: &str, Both { first, second }: Both<&Field>) {
        if first.wire == second.wire {
            self.found.keys += 1;
            return;
        }
        let difference = format!("{name}: {}, {}", first.wire, second.wire);
        // A prefix that a language requires is not part of the key, so the prefixes must not differ.
        if folded(&first.wire.0) == folded(&second.wire.0) && prefix(first) == prefix(second) {
            self.explain("the words of a name do not determine the case and separators of its key", difference);
        } else {
            self.look_up(difference);
        }
    }

    fn types(&mut self, name: &str, fields: Both<&Field>) {
        let (first, second) = (self.first.comparable(&fields.first.ty), self.second.comparable(&fields.second.ty));
        // The wider type may be all that its dialect can express. If the types contradict each other, that may be
        // either of them.
        let may_lack: &[&Sdk] = match relation(&first, &second) {
            Relation::Same => {
                self.found.types += 1;
                return;
            }
            Relation::FirstMorePrecise => &[self.second],
            Relation::SecondMorePrecise => &[self.first],
            Relation::Contradict => &[self.first, self.second],
        };
        let (first, second) = differing_parts(&first, &second);
        let words = Both { first: self.first.word(first), second: self.second.word(second) };
        self.differ(words, may_lack, format!("{name}: {first}, {second}"));
    }

    /// Looks for a reason why one of these SDKs states less.
    fn differ(&mut self, words: Both<&str>, may_lack: &[&Sdk], difference: String) {
        for sdk in may_lack {
            let is_first = std::ptr::eq(*sdk, self.first);
            let (own, other) = if is_first { (words.first, words.second) } else { (words.second, words.first) };
            let mut reasons = REASONS.iter().filter(|reason| reason.dialect == sdk.dialect && reason.writes == own);
            if let Some(reason) = reasons.find(|reason| includes(reason.others, other)) {
                return self.explain(format!("{} {}", reason.dialect, reason.because), difference);
            }
        }
        self.look_up(difference);
    }

    /// Looks for a contradiction that is known from the documents.
    fn look_up(&mut self, difference: String) {
        let field = folded(difference.split(':').next().unwrap_or_default());
        match CASES.iter().find(|case| folded(case.field) == field) {
            Some(case) => self.explain(case.because, difference),
            None => self.found.unexplained.push(difference),
        }
    }

    fn presence(&mut self, name: &str, models: Both<&Model>, fields: Both<&Field>) {
        let Both { first, second } = fields;
        if first.presence == second.presence {
            self.found.presence += 1;
            return;
        }
        let difference = format!("{name}: {:?}, {:?}", first.presence, second.presence);
        if self.first.lacks_presence() || self.second.lacks_presence() {
            self.explain("a dialect cannot express which fields are optional", difference);
        } else if is_flattened(models.first) || is_flattened(models.second) {
            self.explain("a union in one table: a field that one member requires is absent in others", difference);
        } else if is_as_noted(self.first, first) && is_as_noted(self.second, second) {
            self.explain("version drift: the row has the note `[optional]` in one SDK only", difference);
        } else {
            self.found.unexplained.push(difference);
        }
    }
}

fn by_folded_name(model: &Model) -> BTreeMap<String, &Field> {
    model.fields().iter().map(|field| (folded(&field.plain), field)).collect()
}

/// The first character of a key, if it is neither a letter nor a digit.
fn prefix(field: &Field) -> Option<char> {
    field.wire.0.chars().next().filter(|first| !first.is_alphanumeric())
}

/// Whether a list of words separated by spaces includes a word; `*` includes all.
fn includes(list: &str, word: &str) -> bool {
    list == "*" || list.split(' ').any(|it| it == word)
}

fn is_flattened(model: &Model) -> bool {
    model.assumed.contains(&Assumption::FlattenedUnion)
}

/// Whether the presence that was read agrees with the row itself. It does not if the reader lost the note.
fn is_as_noted(sdk: &Sdk, field: &Field) -> bool {
    sdk.notes_optional(field) == (field.presence == Presence::Optional)
}

/// The parts of two types that differ, without the lists and maps around both.
fn differing_parts<'a>(first: &'a Type, second: &'a Type) -> (&'a Type, &'a Type) {
    match (first, second) {
        (Type::List(a), Type::List(b)) | (Type::Map(a), Type::Map(b)) | (Type::Nullable(a), Type::Nullable(b)) => {
            differing_parts(a, b)
        }
        _ => (first, second),
    }
}
