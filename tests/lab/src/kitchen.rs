//! Scores the reader against one model that many generators document and whose specification is known.
//!
//! A document does not state everything: fields of different types can have the same type cell. Such a cell is read
//! correctly if the type covers all types that the dialect writes that way. Where there is only one such type, it
//! has to be exact.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use codegen::dialect::{DefaultTexts, NullableRule, PresenceRule};
use codegen::schema::{Assumption, Field, Model, ModelName, Presence, Scalar, Schema, Shape, Type, UnionOf, folded};
use codegen::{Diagnostic, Outcome};

use candidates::Candidates;
use dialects::is_exception;
use page::Page;

mod candidates;
mod dialects;
mod merged;
mod page;
mod specification;

pub use dialects::dialect_of;
pub use merged::MergedScore;
pub use specification::{Property, PropertyType, Specification, SpecifiedEnum, SpecifiedUnion};

/// The dialect of every document of a model.
pub fn dialects(outcome: &Outcome) -> BTreeMap<String, String> {
    outcome.dialects.iter().map(|(path, name)| (path.to_string(), (*name).to_owned())).collect()
}

/// Whether a diagnostic is due to the generators and not to the reader.
pub fn is_expected(diagnostic: &Diagnostic) -> bool {
    ["undocumented-model", "file-name-differs", "renamed", "unread-table"].contains(&diagnostic.code.name)
}

/// How many facts of one kind are right, out of those that the documents state.
#[derive(Clone, Copy, Debug, Default)]
struct Share {
    right: usize,
    total: usize,
}

impl Share {
    fn is_full(self) -> bool {
        self.right == self.total
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.right, self.total)
    }
}

/// A property of the specification and the field that was read for it.
#[derive(Clone, Copy)]
struct Pair<'a> {
    property: &'a Property,
    field: &'a Field,
}

/// How many facts the schema has right, out of those that the documents state.
#[derive(Debug, Default)]
pub struct Score {
    fields: Share,
    exact_types: usize,
    types: Share,
    presence: Share,
    nullable: Share,
    read_only: Share,
    values: Share,
    defaults: Share,
    keys: Share,
    unions: Share,
    /// A description of each fact that is missing or wrong.
    pub missing: Vec<String>,
}

impl Score {
    /// The score of the documents in one folder; `None` if they do not describe the model.
    pub fn of(specification: &Specification, outcome: &Outcome, documents: &[(String, String)]) -> Option<Self> {
        let schema = &outcome.schema;
        let is_kitchen =
            |(name, model): &(&ModelName, &Model)| is_named(&name.0, "Kitchen") && !model.fields().is_empty();
        let (_, model) = schema.models.iter().find(is_kitchen)?;
        let path = &model.origin.path;
        let page = Page::new(text_of(documents, path)?, outcome.dialects.get(path)?)?;
        let mut score = Self::default();
        let pairs = score.pairs(specification, model);
        score.fields = Share { right: pairs.len(), total: specification.properties.len() };
        let candidates = Candidates::new(&pairs, &page);
        for pair in pairs {
            score.add_key(pair);
            score.add_type(pair, &page, &candidates, schema);
            score.add_flags(pair, &page);
            score.add_default(pair, &page, schema);
            score.add_values(pair, &page);
        }
        score.add_enums(specification, schema, documents);
        score.add_unions(specification, schema, documents);
        Some(score)
    }

    /// Whether everything that the documents state is right, keys aside.
    pub fn is_full(&self) -> bool {
        let Self { fields, types, presence, nullable, read_only, values, defaults, unions, .. } = *self;
        [fields, types, presence, nullable, read_only, values, defaults, unions].into_iter().all(Share::is_full)
    }

    /// Finds the field of each property. A property whose name no field has gets the shortest of the remaining
    /// fields whose name contains its letters in order, because some languages do not allow every name.
    fn pairs<'a>(&mut self, specification: &'a Specification, model: &'a Model) -> Vec<Pair<'a>> {
        let mut fields: Vec<&Field> = model.fields().iter().collect();
        let mut pairs = Vec::new();
        let mut unpaired = Vec::new();
        for property in &specification.properties {
            match fields.iter().position(|field| folded(&field.spelled) == folded(&property.name)) {
                Some(idx) => pairs.push(Pair { property, field: fields.remove(idx) }),
                None => unpaired.push(property),
            }
        }
        unpaired.sort_by_key(|property| std::cmp::Reverse(property.name.len()));
        for property in unpaired {
            let name = folded(&property.name);
            let similar = fields.iter().enumerate().filter(|(_, field)| is_similar(&folded(&field.spelled), &name));
            match similar.min_by_key(|(_, field)| field.spelled.len()).map(|(idx, _)| idx) {
                Some(idx) => pairs.push(Pair { property, field: fields.remove(idx) }),
                None => self.missing.push(format!("field: {}", property.name)),
            }
        }
        self.missing.extend(fields.iter().map(|field| format!("surplus field: {}", field.spelled)));
        pairs
    }

    fn add(&mut self, what: &str, right: bool, description: &str, share: impl Fn(&mut Self) -> &mut Share) {
        let share = share(self);
        share.right += usize::from(right);
        share.total += 1;
        if !right {
            self.missing.push(format!("{what}: {description}"));
        }
    }

    fn add_key(&mut self, Pair { property, field }: Pair<'_>) {
        let description = format!("{} as {}", property.name, field.wire);
        self.add("key", property.name == field.wire.0, &description, |score| &mut score.keys);
    }

    fn add_type(&mut self, pair: Pair<'_>, page: &Page<'_>, candidates: &Candidates<'_>, schema: &Schema) {
        let Pair { property, field } = pair;
        let exact = property.ty.is(&field.ty, schema) || is_exception(page.dialect.name, property, "type");
        self.exact_types += usize::from(exact);
        let alike = candidates.with_cell(page.type_cell(field));
        let loses_parts = field.assumed.iter().any(|assumption| {
            matches!(assumption, Assumption::ItemsUnknown | Assumption::ValuesLost | Assumption::MixedTypes)
        });
        // Allowed values do not change a type, so `Number` with the values 1 and 2 is any number. But they, a default or
        // limits can show more about a field than its type cell.
        let has_evidence = field.values.is_some() || field.default.is_some() || !field.constraints.is_empty();
        let right = if has_evidence || loses_parts {
            exact || covers_all(field, alike, schema)
        } else if alike.len() == 1 {
            let is_ambiguous = field.ty == Type::Scalar(Scalar::DateOrDateTime)
                || candidates.allow_item(&property.ty, &field.ty, schema);
            exact
                || is_undocumented_alias(property, &field.ty, schema)
                || is_ambiguous && property.ty.fits(&field.ty, schema)
        } else {
            covers_all(field, alike, schema) && !is_needlessly_wide(&field.ty, alike, schema)
        };
        let description = format!("{} {} instead of {alike:?}", property.name, field.ty);
        self.add("type", right, &description, |score| &mut score.types);
    }

    fn add_flags(&mut self, Pair { property, field }: Pair<'_>, page: &Page<'_>) {
        let name = &property.name;
        if page.dialect.presence != PresenceRule::Never {
            let right = property.required == (field.presence == Presence::Required);
            self.add("presence", right, name, |score| &mut score.presence);
        }
        if let Some(nullable) = field.nullable
            && (nullable || page.dialect.nullable == NullableRule::Wrapped)
        {
            self.add("nullable", property.nullable == nullable, name, |score| &mut score.nullable);
        }
        // The target of a link can contain the name of the field, `optreadonly`.
        if field.read_only || page.row(field).replace("optreadonly", "").contains("readonly") {
            self.add("read-only", property.read_only == field.read_only, name, |score| &mut score.read_only);
        }
    }

    fn add_default(&mut self, Pair { property, field }: Pair<'_>, page: &Page<'_>, schema: &Schema) {
        let is_stated = field.default.is_some() || page::states_default(page.row(field));
        if !is_stated || is_exception(page.dialect.name, property, "default") {
            return;
        }
        let is_literal = !field.assumed.contains(&Assumption::MaybeBoolean)
            && (page.dialect.defaults.texts == DefaultTexts::Bare
                || field.default.as_deref().is_none_or(page::is_literal));
        if is_literal || has_known_values(field, schema) || field.default_value.is_some() {
            let Field { default, default_value, .. } = field;
            let description = format!("{} {default:?} {default_value:?} {:?}", property.name, property.default);
            self.add("default", property.default == *default_value, &description, |score| &mut score.defaults);
        }
    }

    fn add_values(&mut self, Pair { property, field }: Pair<'_>, page: &Page<'_>) {
        let are_listed = page.lists_values(property) && !is_exception(page.dialect.name, property, "values");
        if !property.values.is_empty() && (are_listed || field.values.is_some()) {
            let known = field.values.as_ref().map_or(&[][..], |values| &values.known);
            let description = format!("{} {known:?}", property.name);
            self.add("values", known == property.values, &description, |score| &mut score.values);
        }
    }

    fn add_enums(&mut self, specification: &Specification, schema: &Schema, documents: &[(String, String)]) {
        for SpecifiedEnum { name, values } in &specification.enums {
            let Some((path, model)) = model_of(schema, name) else { continue };
            let text = text_of(documents, path).unwrap_or_default();
            let known = match &model.shape {
                Shape::Values { values, .. } => &values.known[..],
                _ => &[],
            };
            // Every text contains values of one character.
            let are_listed = values.iter().filter(|value| value.len() > 1).all(|value| text.contains(value.as_str()));
            if are_listed || !known.is_empty() {
                self.add("values", known == values, &format!("{name} {known:?}"), |score| &mut score.values);
            }
        }
    }

    fn add_unions(&mut self, specification: &Specification, schema: &Schema, documents: &[(String, String)]) {
        const LISTS: [&str; 5] = ["## oneOf", "## anyOf", "openapi_one_of", "openapi_any_of", "| Name | Description |"];
        for union in &specification.unions {
            let Some((path, model)) = model_of(schema, &union.name) else { continue };
            let text = text_of(documents, path).unwrap_or_default();
            if LISTS.iter().any(|list| text.contains(list)) {
                let found: BTreeSet<String> = match &model.shape {
                    // Some dialects document `anyOf` as `oneOf`.
                    Shape::Union(read) if read.of == union.of || read.of == UnionOf::One => {
                        read.members.iter().map(|member| member.ty.to_string()).collect()
                    }
                    _ => BTreeSet::new(),
                };
                let description = format!("{} {found:?}", union.name);
                self.add("union", union.members == found.len(), &description, |score| &mut score.unions);
            }
        }
    }
}

/// Whether the type of a field covers all types that are documented the same way.
fn covers_all(field: &Field, alike: &BTreeSet<&PropertyType>, schema: &Schema) -> bool {
    let ignores_boolean = field.assumed.contains(&Assumption::MaybeBoolean);
    alike.iter().all(|candidate| {
        ignores_boolean && **candidate == PropertyType::Scalar(Scalar::Boolean)
            || candidate.is(&field.ty, schema)
            || candidate.fits(&field.ty, schema)
    })
}

/// Whether a field takes any value although one of the types that are documented the same way holds all others.
fn is_needlessly_wide(ty: &Type, alike: &BTreeSet<&PropertyType>, schema: &Schema) -> bool {
    *ty.innermost() == Type::Scalar(Scalar::Any)
        && !alike.iter().any(|candidate| candidate.is(ty, schema))
        && alike.iter().any(|wide| alike.iter().all(|candidate| wide.holds(candidate)))
}

/// Whether a type names an alias or a list of values for which the generator wrote no document.
fn is_undocumented_alias(property: &Property, ty: &Type, schema: &Schema) -> bool {
    let Type::Model(name) = ty.innermost() else { return false };
    let is_named_after_field = folded(&name.0) == folded(&property.name);
    (is_named_after_field || name.0.starts_with("Alias")) && !schema.models.contains_key(name)
}

fn has_known_values(field: &Field, schema: &Schema) -> bool {
    let Type::Model(name) = field.ty.innermost() else { return field.values.is_some() };
    let model = schema.models.get(name);
    field.values.is_some() || model.is_some_and(|model| matches!(model.shape, Shape::Values { .. }))
}

fn text_of<'a>(documents: &'a [(String, String)], path: &str) -> Option<&'a str> {
    documents.iter().find(|(name, _)| name == path).map(|(_, text)| text.as_str())
}

fn model_of<'a>(schema: &'a Schema, name: &str) -> Option<(&'a str, &'a Model)> {
    let (_, model) = schema.models.iter().find(|(model, _)| is_named(&model.0, name))?;
    Some((&model.origin.path, model))
}

/// Whether a field's name is a variation of a property's, both folded. One generator cuts names off.
fn is_similar(field: &str, property: &str) -> bool {
    contains_letters(field, property) || (field.len() > 3 && property.starts_with(field))
}

/// Whether a text contains these letters in this order.
fn contains_letters(text: &str, wanted: &str) -> bool {
    let mut letters = text.chars();
    wanted.chars().all(|wanted| letters.any(|letter| letter == wanted))
}

fn is_named(name: &str, wanted: &str) -> bool {
    let name = model_name(name);
    name == folded(wanted) || name.strip_prefix("oai") == Some(&*folded(wanted))
}

/// The folded name of a model without its location in the specification.
fn model_name(name: &str) -> String {
    folded(name).replace("kitchendefinitions", "").replace("properties", "")
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "fields {}, types {} ({} exact), ", self.fields, self.types, self.exact_types)?;
        write!(f, "presence {}, nullable {}, read-only {}, ", self.presence, self.nullable, self.read_only)?;
        write!(f, "values {}, defaults {}, unions {}, keys {}", self.values, self.defaults, self.unions, self.keys)
    }
}
