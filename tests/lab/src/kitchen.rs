//! The score of one model that every generator wrote, against the truth about it.
//!
//! A document can say only so much: fields of different types may have the same type cell. Such a cell is
//! read well if the type that was read covers all types that the dialect writes so, and is none other where
//! there is only one.

use std::collections::{BTreeMap, BTreeSet};
use std::{fmt, io};

use codegen::dialect::{self, DefaultTexts, NullableRule, PresenceRule, Role};
use codegen::schema::{Assumption, Field, Model, Presence, Scalar, Schema, Shape, Type, UnionOf, folded};
use codegen::{Diagnostic, Outcome};
use serde_json::Value;

mod merged;
mod truth;

pub use merged::Merged;
pub use truth::{Fact, Kind, Truth};

/// Which generator writes which dialect.
const DIALECTS: &[(&str, &str)] = &[
    ("android", "openapi-java"),
    ("bash", "openapi-bash"),
    ("c", "openapi-c"),
    ("csharp", "openapi-csharp"),
    ("csharp-netcore", "openapi-csharp-6"),
    ("csharp_generichost", "openapi-csharp"),
    ("dart", "openapi-dart"),
    ("dart-dio", "openapi-dart-dio"),
    ("dart-jaguar", "openapi-dart"),
    ("eiffel", "openapi-eiffel"),
    ("go", "openapi-go"),
    ("graphql-nodejs-express-server", "openapi-graphql"),
    ("java", "openapi-java"),
    ("java-helidon-client", "openapi-java"),
    ("java-micronaut-client", "openapi-java-micronaut"),
    ("java_native", "openapi-java"),
    ("java_okhttp-gson", "openapi-java"),
    ("javascript", "openapi-javascript"),
    ("javascript-apollo", "openapi-javascript"),
    ("jsonschema2md", "jsonschema2md"),
    ("julia-client", "openapi-julia"),
    ("kotlin", "openapi-kotlin"),
    ("kotlin-misk", "openapi-kotlin"),
    ("ktorm-schema", "openapi-ktorm"),
    ("markdown", "openapi-markdown"),
    ("objc", "openapi-objc"),
    ("perl", "openapi-perl"),
    ("php", "openapi-php"),
    ("php-nextgen", "openapi-php"),
    ("php-symfony", "openapi-php-symfony"),
    ("powershell", "openapi-powershell"),
    ("powershell-experimental", "openapi-powershell"),
    ("python", "openapi-python"),
    ("python-experimental", "openapi-python-prior"),
    ("python-legacy", "openapi-python-legacy"),
    ("python-nextgen", "openapi-python"),
    ("python-prior", "openapi-python-prior"),
    ("python-pydantic-v1", "openapi-python"),
    ("r", "openapi-r"),
    ("ruby", "openapi-ruby"),
    ("rust", "openapi-rust"),
    ("rust-server", "openapi-rust-server"),
    ("rust-server-deprecated", "openapi-rust-server"),
    ("scala-akka", "openapi-scala"),
    ("scala-pekko", "openapi-scala"),
    ("swagger-markdown", "swagger-markdown"),
    ("swift4", "openapi-swift"),
    ("swift5", "openapi-swift"),
    ("swift6", "openapi-swift"),
    ("typescript-axios", "openapi-typescript-axios"),
    ("typescript-fetch", "openapi-typescript-fetch"),
    ("widdershins", "widdershins"),
];

/// Where a generator changed its dialect.
const EARLIER: &[(&str, &str)] = &[
    ("3.3.4/rust", "openapi-rust-3"),
    ("4.3.1/csharp", "openapi-csharp-6"),
    ("6.6.0/csharp", "openapi-csharp-6"),
    ("4.3.1/go", "openapi-go-4"),
    ("4.3.1/python", "openapi-python-legacy"),
    ("6.6.0/python", "openapi-python-6"),
];

/// Where a document says something else than the specification, in so many words: the dialect, the field, and
/// the figure that does not count there.
const EXCEPTIONS: &[(&str, &str, &str)] = &[
    // The content of a file is a list of integers for one of the three generators for Dart.
    ("openapi-dart", "optBinary", "type"),
    // Maps are objects, and a name for a list or map says so and no more.
    ("swagger-markdown", "optArrMap", "type"),
    ("swagger-markdown", "optAliasArr", "type"),
    ("swagger-markdown", "optAliasMap", "type"),
    // What a type that is another's name says stands in place, and of items beyond their type nothing does.
    ("jsonschema2md", "reqEnum", "type"),
    ("jsonschema2md", "optEnumRef", "type"),
    ("jsonschema2md", "optOneOf", "type"),
    ("jsonschema2md", "optArrInlineEnum", "values"),
    ("jsonschema2md", "optArrEnumRef", "type"),
    ("jsonschema2md", "optArrDate", "type"),
];

fn is_exception(dialect: &str, fact: &Fact, figure: &str) -> bool {
    EXCEPTIONS.contains(&(dialect, &*fact.name, figure))
}

/// The dialect of a folder `version/generator`.
pub fn dialect_of(folder: &str) -> Option<&'static str> {
    let generator = folder.rsplit('/').next().unwrap_or_default();
    let earlier = EARLIER.iter().find(|it| it.0 == folder);
    earlier.or_else(|| DIALECTS.iter().find(|it| it.0 == generator)).map(|it| it.1)
}

/// The dialect of every document of a model.
pub fn dialects(outcome: &Outcome) -> BTreeMap<String, String> {
    outcome.dialects.iter().map(|(path, name)| (path.clone(), (*name).to_owned())).collect()
}

/// Whether a mistake says something about the generators and nothing about the reader.
pub fn is_expected(it: &Diagnostic) -> bool {
    ["undocumented-model", "file-name-differs", "renamed", "unread-table"].contains(&it.code.name)
}

/// How many facts the schema has right, and how many the documents say.
#[derive(Debug, Default)]
pub struct Score {
    fields: [usize; 2],
    exact_types: usize,
    types: [usize; 2],
    presence: [usize; 2],
    nullable: [usize; 2],
    read_only: [usize; 2],
    values: [usize; 2],
    defaults: [usize; 2],
    keys: [usize; 2],
    unions: [usize; 2],
    /// What is missing, in words.
    pub missing: Vec<String>,
}

impl Score {
    /// The score of the documents of one folder; `None` if they have no such model.
    pub fn of(truth: &Truth, outcome: &Outcome, documents: &[(String, String)]) -> Option<Self> {
        let schema = &outcome.schema;
        let model = schema.models.iter().find(|(name, it)| is_named(&name.0, "Kitchen") && !it.fields().is_empty())?.1;
        let text = &documents.iter().find(|(path, _)| *path == model.origin.path)?.1;
        let lines: Vec<&str> = text.lines().collect();
        let dialect = dialect::by_name(outcome.dialects.get(&model.origin.path)?)?;
        let mut score = Self { fields: [0, truth.fields.len()], ..Self::default() };
        let pairs = pairs(truth, model, &mut score);
        let column = dialect.columns.iter().position(|it| it.role == Role::Type)?;
        let cell = |field: &Field| {
            let line = lines.get(field.origin.line as usize - 1).copied().unwrap_or_default().trim_start_matches('|');
            // What links to a section says there what its type is, others in a note or in the rows below.
            let goes_on = lines.get(field.origin.line as usize).is_some_and(|it| it.starts_with("|»"));
            let says_more = goes_on || line.contains("](#") || line.contains("value must be ");
            let shown = if says_more { Some(line) } else { line.split('|').nth(column) };
            shown.unwrap_or_default().trim().to_owned()
        };
        let mut alike: BTreeMap<String, BTreeSet<&Kind>> = BTreeMap::new();
        for (fact, field) in &pairs {
            alike.entry(cell(field)).or_default().insert(&fact.kind);
        }
        // What a word stands for by itself it stands for in lists and maps, too.
        let mut words: BTreeMap<String, BTreeSet<&Kind>> = BTreeMap::new();
        for (_, field) in pairs.iter().filter(|(fact, _)| fact.kind.innermost() == &fact.kind) {
            words.entry(field.ty.to_string()).or_default().extend(&alike[&cell(field)]);
        }
        for (fact, field) in pairs {
            score.fields[0] += 1;
            let by_word = words.get(&field.ty.innermost().to_string());
            let by_word = by_word.is_some_and(|it| {
                it.contains(fact.kind.innermost())
                    || it.iter().any(|it| it.is(field.ty.innermost(), schema))
                        && fact.kind.innermost() == &Kind::Integer
            });
            score.add_type(dialect.name, fact, field, schema, &alike[&cell(field)], by_word);
            score.add("key", fact.name == field.wire.0, &format!("{} as {}", fact.name, field.wire), |it| &mut it.keys);
            let line = lines.get(field.origin.line as usize - 1).copied().unwrap_or_default();
            if dialect.presence != PresenceRule::Never {
                let required = field.presence == Presence::Required;
                score.add("presence", fact.required == required, &fact.name, |it| &mut it.presence);
            }
            if let Some(nullable) = field.nullable.filter(|it| *it || dialect.nullable == NullableRule::Wrapped) {
                score.add("nullable", fact.nullable == nullable, &fact.name, |it| &mut it.nullable);
            }
            // The target of a link may be the name of the field.
            if line.replace("optreadonly", "").contains("readonly") || field.read_only {
                score.add("read-only", fact.read_only == field.read_only, &fact.name, |it| &mut it.read_only);
            }
            let is_value =
                field.default.as_deref().is_none_or(|it| is_value(it) || dialect.defaults.texts == DefaultTexts::Bare);
            let names_value = has_known_values(field, schema);
            let is_value = is_value && !field.assumed.contains(&Assumption::MaybeBoolean);
            if !is_exception(dialect.name, fact, "default")
                && (says_default(line) || field.default.is_some())
                && (is_value || names_value || field.default_value.is_some())
            {
                let right = fact.default == field.default_value;
                let what = format!("{} {:?} {:?} {:?}", fact.name, field.default, field.default_value, fact.default);
                score.add("default", right, &what, |it| &mut it.defaults);
            }
            let says_values = !is_exception(dialect.name, fact, "values") && says_values(text, fact);
            if !fact.values.is_empty() && (says_values || field.values.is_some()) {
                let known = field.values.as_ref().map(|it| it.known.clone()).unwrap_or_default();
                score.add("values", known == fact.values, &format!("{} {known:?}", fact.name), |it| &mut it.values);
            }
        }
        score.add_models(truth, schema, documents);
        Some(score)
    }

    /// Whether everything is there that the documents say, keys aside.
    pub fn is_full(&self) -> bool {
        let full = |[right, of]: [usize; 2]| right == of;
        let facts = [self.fields, self.types, self.presence, self.nullable, self.read_only, self.values, self.defaults];
        facts.into_iter().all(full) && full(self.unions)
    }

    fn add(&mut self, what: &str, right: bool, name: &str, of: impl Fn(&mut Self) -> &mut [usize; 2]) {
        let counts = of(self);
        counts[0] += usize::from(right);
        counts[1] += 1;
        if !right {
            self.missing.push(format!("{what}: {name}"));
        }
    }

    fn add_type(
        &mut self,
        dialect: &str,
        fact: &Fact,
        field: &Field,
        schema: &Schema,
        alike: &BTreeSet<&Kind>,
        by_word: bool,
    ) {
        let ty = &field.ty;
        let exact = fact.kind.is(ty, schema) || is_exception(dialect, fact, "type");
        self.exact_types += usize::from(exact);
        let covers = |kind: &&Kind| kind.is(ty, schema) || kind.fits(ty, schema);
        let maybe_boolean = field.assumed.contains(&Assumption::MaybeBoolean);
        let all = alike.iter().filter(|it| !(maybe_boolean && ***it == Kind::Scalar(Scalar::Boolean))).all(covers);
        // Where one of several types would do for all, no wider one is needed.
        let narrow = alike.iter().any(|it| it.is(ty, schema)) || *ty.innermost() != Type::Scalar(Scalar::Any);
        let needed = narrow || !alike.iter().any(|wide| alike.iter().all(|it| wide.holds(it)));
        let lost = field
            .assumed
            .iter()
            .any(|it| matches!(it, Assumption::ItemsUnknown | Assumption::ValuesLost | Assumption::MixedTypes));
        let right = match alike.len() {
            _ if field.values.is_some() => exact,
            _ if lost => exact || all,
            1 if is_undocumented_alias(fact, ty, schema) => true,
            1 => {
                exact
                    || *ty == Type::Scalar(Scalar::DateOrDateTime) && fact.kind.fits(ty, schema)
                    || (by_word && fact.kind.fits(ty, schema))
            }
            _ => all && needed,
        };
        self.add("type", right, &format!("{} {} instead of {alike:?}", fact.name, field.ty), |it| &mut it.types);
    }

    /// The models beside the one: lists of values, and unions where a section lists their members.
    fn add_models(&mut self, truth: &Truth, schema: &Schema, documents: &[(String, String)]) {
        for (name, values) in &truth.values {
            let Some((path, model)) = model_of(schema, name) else { continue };
            let text = documents.iter().find(|it| it.0 == path).map(|it| it.1.as_str()).unwrap_or_default();
            let known = match &model.shape {
                Shape::Values { values, .. } => values.known.clone(),
                _ => Vec::new(),
            };
            let says = values.iter().filter(|it| it.len() > 1).all(|it| text.contains(it.as_str()));
            if says || !known.is_empty() {
                self.add("values", known == *values, &format!("{name} {known:?}"), |it| &mut it.values);
            }
        }
        for (name, of, members) in &truth.unions {
            let Some((path, model)) = model_of(schema, name) else { continue };
            let text = documents.iter().find(|it| it.0 == path).map(|it| it.1.as_str()).unwrap_or_default();
            let lists = ["## oneOf", "## anyOf", "openapi_one_of", "openapi_any_of", "| Name | Description |"];
            if lists.iter().any(|it| text.contains(it)) {
                let found: BTreeSet<String> = match &model.shape {
                    // The documents of some have one word for both.
                    Shape::Union(it) if it.of == *of || it.of == UnionOf::One => {
                        it.members.iter().map(|it| it.ty.to_string()).collect()
                    }
                    _ => BTreeSet::new(),
                };
                let right = members.len() == found.len();
                self.add("union", right, &format!("{name} {found:?}"), |it| &mut it.unions);
            }
        }
    }
}

fn model_of<'a>(schema: &'a Schema, name: &str) -> Option<(&'a str, &'a Model)> {
    let (_, model) = schema.models.iter().find(|(it, _)| is_named(&it.0, name))?;
    Some((&model.origin.path, model))
}

/// The facts and the fields that they are about. Names that a language cannot have are told by what is left
/// when all others are found: their letters stand in order in the SDK's name.
fn pairs<'a>(truth: &'a Truth, model: &'a Model, score: &mut Score) -> Vec<(&'a Fact, &'a Field)> {
    let mut fields: Vec<&Field> = model.fields().iter().collect();
    let mut pairs = Vec::new();
    let mut left = Vec::new();
    for fact in &truth.fields {
        match fields.iter().position(|it| folded(&it.spelled) == folded(&fact.name)) {
            Some(idx) => pairs.push((fact, fields.remove(idx))),
            None => left.push(fact),
        }
    }
    left.sort_by_key(|it| std::cmp::Reverse(it.name.len()));
    for fact in left {
        let wanted = folded(&fact.name);
        // One generator cuts names at a point within them.
        let is = |spelled: &str| has_letters(spelled, &wanted) || (spelled.len() > 3 && wanted.starts_with(spelled));
        let within = fields.iter().enumerate().filter(|(_, it)| is(&folded(&it.spelled)));
        match within.min_by_key(|(_, it)| it.spelled.len()).map(|it| it.0) {
            Some(idx) => pairs.push((fact, fields.remove(idx))),
            None => score.missing.push(format!("field: {}", fact.name)),
        }
    }
    score.missing.extend(fields.iter().map(|it| format!("surplus field: {}", it.spelled)));
    pairs
}

fn has_letters(text: &str, wanted: &str) -> bool {
    let mut letters = text.chars();
    wanted.chars().all(|it| letters.any(|letter| letter == it))
}

fn is_named(name: &str, wanted: &str) -> bool {
    let name = model_name(name);
    name == folded(wanted) || name.strip_prefix("oai") == Some(&*folded(wanted))
}

/// The name of a model without its place in the specification.
fn model_name(name: &str) -> String {
    folded(name).replace("kitchendefinitions", "").replace("properties", "")
}

/// Whether a row has a default that is one.
fn says_default(line: &str) -> bool {
    let none = ["undefined", "null", "nothing", "None", "const []", "const {}", "[]]", "{}]", "ListBuilder()"];
    let after = ["[default to ", "default value of ", "defaults to "];
    let text = after.iter().find_map(|it| line.split_once(it)).map(|it| it.1);
    text.is_some_and(|it| !none.iter().any(|none| it.starts_with(none)))
}

/// Whether a type is the name of an alias or of a list of values, of which the generator wrote no document.
fn is_undocumented_alias(fact: &Fact, ty: &Type, schema: &Schema) -> bool {
    let Type::Model(name) = ty.innermost() else { return false };
    let of_field = folded(&name.0) == folded(&fact.name);
    (of_field || name.0.starts_with("Alias")) && !schema.models.contains_key(name)
}

/// Whether a default is a value and not the name of one, which some language has for a value that the document
/// does not give.
fn is_value(text: &str) -> bool {
    text.starts_with(|it: char| it.is_ascii_digit() || "\"'@[{-$".contains(it))
        || ["true", "false", "Some("].iter().any(|it| text.to_lowercase().starts_with(&it.to_lowercase()))
}

fn has_known_values(field: &Field, schema: &Schema) -> bool {
    let of_model = |ty: &Type| {
        let Type::Model(name) = ty else { return false };
        schema.models.get(name).is_some_and(|it| matches!(it.shape, Shape::Values { .. }))
    };
    field.values.is_some() || of_model(field.ty.innermost())
}

fn says_values(text: &str, fact: &Fact) -> bool {
    let wanted = folded(&fact.name);
    let is_section = |line: &str| line.starts_with("## ") && folded(line).contains(&wanted);
    let is_row = |line: &str| {
        let lists = line.contains("(enum: ") || line.contains("[Enum: [") || line.contains("must be one of");
        lists && line.contains(" | ") && folded(line).starts_with(&wanted)
    };
    let all = fact.values.iter().all(|it| text.contains(it.as_str()));
    all && text.lines().any(|line| (is_section(line) && !is_empty_section(text, line)) || is_row(line))
}

/// Whether nothing stands below a heading but the header of a table.
fn is_empty_section(text: &str, heading: &str) -> bool {
    let below = text.lines().skip_while(|it| *it != heading).skip(1).take_while(|it| !it.starts_with('#'));
    let says = |line: &&str| !line.trim().is_empty() && !line.contains("---") && *line != "Name | Value";
    below.filter(says).count() == 0
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let part = |name: &str, [right, of]: [usize; 2]| format!("{name} {right}/{of}");
        let parts = [
            part("fields", self.fields),
            format!("{} ({} exact)", part("types", self.types), self.exact_types),
            part("presence", self.presence),
            part("nullable", self.nullable),
            part("read-only", self.read_only),
            part("values", self.values),
            part("defaults", self.defaults),
            part("unions", self.unions),
            part("keys", self.keys),
        ];
        f.write_str(&parts.join(", "))
    }
}

impl Truth {
    /// Reads the truth.
    ///
    /// # Errors
    ///
    /// It is no YAML.
    pub fn read(yaml: &str) -> io::Result<Self> {
        let value: Value = serde_saphyr::from_str(yaml).map_err(io::Error::other)?;
        Ok(Self::of(&value["components"]["schemas"]))
    }
}
