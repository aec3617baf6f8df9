//! Detects flattened unions.
//!
//! Most generators describe a union by the fields of all its members together. Read as an object, a value of one member
//! lacks the fields that the other members require.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::parallel;
use crate::schema::{Assumption, Field, Model, ModelName, Presence, Schema, Shape, Type, WireName};

/// At most this many models are considered as members because of one field. A field that more models have, such as
/// `id`, is not evidence.
const MOST_SHARING: usize = 50;

/// What is compared of a field. Descriptions count, because two models do not have the same texts by chance.
type Traits<'a> = (&'a WireName, &'a Type, Option<&'a str>);

/// The models by a key that they have and its description. Few keys are those of required fields, so most descriptions
/// are not compared.
#[derive(Default)]
struct Sharing<'a> {
    /// The positions in the list; only looked up.
    numbers: HashMap<&'a WireName, HashMap<Option<&'a str>, usize>>,
    models: Vec<Vec<&'a ModelName>>,
}

impl<'a> Sharing<'a> {
    fn number(&self, field: &Field) -> Option<usize> {
        self.numbers.get(&field.wire)?.get(&field.description.as_deref()).copied()
    }

    /// The models that have a field of this key and description.
    fn of(&self, field: &Field) -> &[&'a ModelName] {
        self.number(field).map_or(&[], |number| &self.models[number])
    }
}

/// Marks each model that has the fields of several others as a probable union of them, and makes all of its fields
/// optional. The evidence must be strong:
///
/// - The fields are, in order, those of the members one after the other, and no others.
/// - No member is contained in another one.
/// - No member has the name of a base, which others extend, and no document of the same folder lists the members of a
///   union, because its generator writes unions in another way.
/// - At least two members require a key that the others do not have, so that a value of one is not a valid object.
/// - The name says that the model is a union, or each member has at least two fields with a description.
pub(crate) fn mark(schema: &mut Schema) {
    for name in flattened_unions(schema) {
        let Some(model) = schema.models.get_mut(&name) else { continue };
        model.assumed.push(Assumption::FlattenedUnion);
        for field in model.fields_mut().into_iter().flatten() {
            field.presence = Presence::Optional;
        }
    }
}

fn flattened_unions(schema: &Schema) -> Vec<ModelName> {
    let unions = schema.models.values().filter(|model| matches!(model.shape, Shape::Union(_)));
    let with_unions: BTreeSet<&str> = unions.map(folder).collect();
    let may_be_union = |(_, model): &(&ModelName, &Model)| {
        model.fields().len() > 1 && model.fields().iter().any(is_required) && !with_unions.contains(folder(model))
    };
    let candidates: Vec<(&ModelName, &Model)> = schema.models.iter().filter(may_be_union).collect();
    let sharing = sharing(&candidates, schema);
    let found = parallel::map(&candidates, |(name, model)| {
        is_flattened_union(name, model, &members(name, model, &sharing, schema)).then(|| (*name).clone())
    });
    found.into_iter().flatten().collect()
}

/// The models that have a required field of a candidate: the first of them in the order of names, one more than count.
fn sharing<'a>(candidates: &[(&'a ModelName, &'a Model)], schema: &'a Schema) -> Sharing<'a> {
    let required = candidates.iter().flat_map(|(_, model)| model.fields()).filter(|field| is_required(field));
    let mut sharing = Sharing::default();
    for field in required {
        let next = sharing.models.len();
        let of_key = sharing.numbers.entry(&field.wire).or_default();
        if *of_key.entry(field.description.as_deref()).or_insert(next) == next {
            sharing.models.push(Vec::new());
        }
    }
    if sharing.models.is_empty() {
        return sharing;
    }
    let all: Vec<(&ModelName, &Model)> = schema.models.iter().collect();
    let shared = parallel::map(&all, |(_, model)| -> Vec<usize> {
        model.fields().iter().filter_map(|field| sharing.number(field)).collect()
    });
    for ((name, _), numbers) in all.into_iter().zip(shared) {
        for number in numbers {
            let models = &mut sharing.models[number];
            // A candidate, which is not its own member, is among them once.
            if models.len() <= MOST_SHARING && models.last() != Some(&name) {
                models.push(name);
            }
        }
    }
    sharing
}

fn is_required(field: &Field) -> bool {
    field.presence == Presence::Required
}

fn folder(model: &Model) -> &str {
    model.origin.path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

/// The models whose fields are some of those of a model, among the models that share a required field with it.
fn members<'a>(
    name: &ModelName,
    model: &Model,
    sharing: &Sharing<'a>,
    schema: &'a Schema,
) -> BTreeMap<&'a ModelName, &'a [Field]> {
    let mut near: BTreeMap<&ModelName, &[Field]> = BTreeMap::new();
    for field in model.fields().iter().filter(|field| is_required(field)) {
        for other in sharing.of(field).iter().copied().filter(|other| *other != name).take(MOST_SHARING) {
            let fields = schema.models.get(other).map(Model::fields).unwrap_or_default();
            if !fields.is_empty() && fields.len() < model.fields().len() {
                near.insert(other, fields);
            }
        }
    }
    if !near.is_empty() {
        let own: BTreeSet<Traits<'_>> = model.fields().iter().map(traits).collect();
        near.retain(|_, fields| fields.iter().all(|field| own.contains(&traits(field))));
    }
    near
}

fn traits(field: &Field) -> Traits<'_> {
    (&field.wire, &field.ty, field.description.as_deref())
}

fn is_flattened_union(name: &ModelName, model: &Model, members: &BTreeMap<&ModelName, &[Field]>) -> bool {
    let is_base = |name: &ModelName| name.0.starts_with("Base") || name.0.ends_with("Base");
    if members.keys().any(|member| is_base(member)) {
        return false;
    }
    let members = largest(&members.values().copied().collect::<Vec<_>>());
    let counts = key_counts(&members);
    let is_named_so = ["OneOf", "AnyOf"].iter().any(|word| name.0.contains(word));
    members.len() > 1
        && members.iter().filter(|member| requires_own_key(member, &counts)).count() > 1
        && (is_named_so || members.iter().all(|member| is_described(member)))
        && is_in_order(model.fields(), members)
}

/// The members that are not contained in another one: what a member inherits is found as a member, too.
fn largest<'a>(members: &[&'a [Field]]) -> Vec<&'a [Field]> {
    let sets: Vec<BTreeSet<&WireName>> = members.iter().map(|member| keys(member)).collect();
    // Of members with equal keys the first one is kept.
    let contains = |a: usize, b: usize| sets[a].is_superset(&sets[b]) && (sets[a].len() > sets[b].len() || a < b);
    let is_largest = |idx: &usize| !(0..sets.len()).any(|other| other != *idx && contains(other, *idx));
    (0..members.len()).filter(is_largest).map(|idx| members[idx]).collect()
}

fn keys(fields: &[Field]) -> BTreeSet<&WireName> {
    fields.iter().map(|field| &field.wire).collect()
}

/// The number of members that have each key.
fn key_counts<'a>(members: &[&'a [Field]]) -> BTreeMap<&'a WireName, usize> {
    let mut counts = BTreeMap::new();
    for key in members.iter().flat_map(|member| keys(member)) {
        *counts.entry(key).or_default() += 1;
    }
    counts
}

/// Whether a member requires a key that no other member has.
fn requires_own_key(member: &[Field], counts: &BTreeMap<&WireName, usize>) -> bool {
    member.iter().any(|field| is_required(field) && counts.get(&field.wire) == Some(&1))
}

fn is_described(member: &[Field]) -> bool {
    member.iter().filter(|field| field.description.is_some()).count() >= 2
}

/// Whether the fields are those of the members one after the other, each key once.
fn is_in_order(own: &[Field], mut members: Vec<&[Field]>) -> bool {
    let mut rest = own;
    let mut seen: BTreeSet<&WireName> = BTreeSet::new();
    while !members.is_empty() {
        let starts_rest = |member: &&[Field]| {
            let fresh: Vec<&WireName> = keys_in_order(member).filter(|key| !seen.contains(key)).collect();
            rest.iter().map(|field| &field.wire).take(fresh.len()).eq(fresh.iter().copied())
        };
        let Some(idx) = members.iter().position(starts_rest) else { return false };
        let member = members.remove(idx);
        let fresh = keys_in_order(member).filter(|key| !seen.contains(key)).count();
        seen.extend(keys_in_order(member));
        rest = &rest[fresh..];
    }
    rest.is_empty()
}

fn keys_in_order(member: &[Field]) -> impl Iterator<Item = &WireName> {
    member.iter().map(|field| &field.wire)
}

#[cfg(test)]
mod tests {
    use crate::Config;
    use crate::schema::{Assumption, ModelName};

    const CAT: &str = "**claws** | **int** | How many it shows. |\n**purrs** | **bool** | Whether one hears it. |\n";
    const DOG: &str = "**tricks** | **str** | What it does. |\n**barks** | **bool** | Whether one hears it far. |\n";

    fn page(name: &str, rows: &str) -> (String, String) {
        let head = "Name | Type | Description | Notes\n--- | --- | --- | ---\n";
        let text = format!("# {name}\n\n## Properties\n\n{head}{rows}\n\n## Example\n\n```python\n```\n");
        (format!("specs/{name}.md"), text)
    }

    fn is_flattened(whole: &str, documents: &[(String, String)]) -> bool {
        let outcome = Config::new().compile_texts(documents.iter().cloned());
        assert!(!outcome.has_errors(), "{:?}", outcome.diagnostics);
        outcome.schema.models[&ModelName(whole.to_owned())].assumed.contains(&Assumption::FlattenedUnion)
    }

    #[test]
    fn a_model_with_the_fields_of_several_models_is_a_union() {
        let pet = page("Pet", &format!("{CAT}{DOG}"));
        assert!(is_flattened("Pet", &[page("Cat", CAT), page("Dog", DOG), pet]));
    }

    #[test]
    fn a_model_that_extends_a_base_is_not_a_union() {
        let pet = page("Pet", &format!("{CAT}{DOG}"));
        assert!(!is_flattened("Pet", &[page("BaseCat", CAT), page("Dog", DOG), pet.clone()]));
        assert!(!is_flattened("Pet", &[page("Cat", CAT), page("DogBase", DOG), pet]));
    }

    #[test]
    fn a_model_with_a_field_of_its_own_is_not_a_union() {
        let pages = |more| [page("Cat", CAT), page("Dog", DOG), page("Pet", &format!("{CAT}{DOG}{more}"))];
        assert!(is_flattened("Pet", &pages("")));
        assert!(!is_flattened("Pet", &pages("**weight** | **int** | How much it weighs. |\n")));
    }

    #[test]
    fn the_fields_of_a_union_are_in_the_order_of_its_members() {
        let pages = |cat: &str| [page("Cat", CAT), page("Dog", DOG), page("Pet", &format!("{cat}{DOG}"))];
        assert!(is_flattened("Pet", &pages(CAT)));
        assert!(!is_flattened("Pet", &pages(&swapped(CAT))));
    }

    /// Two rows in reverse order.
    fn swapped(rows: &str) -> String {
        rows.lines().rev().map(|row| format!("{row}\n")).collect()
    }

    #[test]
    fn two_members_of_a_union_require_a_key_that_the_others_lack() {
        let id = "**id** | **str** | The key of a pet. |\n";
        let optional = DOG.replace(" |\n", " | [optional]\n");
        let pages = |dog: &str| {
            let pet = page("Pet", &format!("{id}{CAT}{dog}"));
            [page("Cat", &format!("{id}{CAT}")), page("Dog", &format!("{id}{dog}")), pet]
        };
        assert!(is_flattened("Pet", &pages(DOG)));
        assert!(!is_flattened("Pet", &pages(&optional)));
    }

    #[test]
    fn a_member_without_descriptions_needs_a_name_that_says_so() {
        let bare = "**tricks** | **str** |  |\n**barks** | **bool** |  |\n";
        let pages = |name| [page("Cat", CAT), page("Dog", bare), page(name, &format!("{CAT}{bare}"))];
        assert!(is_flattened("PetOneOf", &pages("PetOneOf")));
        assert!(!is_flattened("Pet", &pages("Pet")));
    }

    #[test]
    fn a_folder_that_lists_unions_has_no_flattened_ones() {
        let pages = [page("Cat", CAT), page("Dog", DOG), page("Pet", &format!("{CAT}{DOG}"))];
        let java = |(path, text): (String, String)| {
            let words = [("**int**", "**Integer**"), ("**bool**", "**Boolean**"), ("**str**", "**String**")];
            let text = words.iter().fold(text, |text, (from, to)| text.replace(from, to));
            (path, text.replace("\n\n## Example\n\n```python\n```\n", "\n"))
        };
        let mut pages: Vec<(String, String)> = pages.map(java).into();
        let dialect = crate::dialect::by_name("openapi-java").expect("a known dialect");
        let marked = |pages: &[(String, String)]| {
            let outcome = Config::new().dialect_of_all(dialect).compile_texts(pages.iter().cloned());
            outcome.schema.models[&ModelName("Pet".to_owned())].assumed.contains(&Assumption::FlattenedUnion)
        };
        assert!(marked(&pages));
        let union = "# Animal\n\n## oneOf schemas\n* [Cat](Cat.md)\n* [Dog](Dog.md)\n";
        pages.push(("specs/Animal.md".to_owned(), union.to_owned()));
        assert!(!marked(&pages));
    }
}
