//! Flattened unions: most generators describe a model that is one of several others by the fields of all of
//! them together. Read as an object, a value of one of them lacks what the others require.

use std::collections::{BTreeMap, BTreeSet};

use crate::schema::{Assumption, Field, Model, ModelName, Presence, Schema, Shape, Type, WireName};

/// So many models are looked at for the parts of one; a key that more have (`id`) is no evidence.
const MOST_PARTS: usize = 50;

/// A field for the purpose of comparing models. Descriptions count: that two models have them word for word
/// the same does not happen by chance.
type Key<'a> = (&'a WireName, &'a Type, Option<&'a str>);

/// Says of each model with the fields of several others that it is probably one of these, and that none of
/// its fields must be there. Evidence is strong if
///
/// - the fields, in order, are those of the parts one after the other, nothing left over;
/// - no part is within another, and no part refers to the model;
/// - no part is called a base, which others extend, and no document of the same folder lists the members of a
///   union: its generator writes unions otherwise;
/// - at least two parts require something that the others do not have, so that read as an object the model
///   would never be one of them;
/// - its name says that it is a union, or each part has two fields at least that are described.
pub(crate) fn mark(schema: &mut Schema) {
    let found: Vec<ModelName> = find(schema);
    for name in found {
        let Some(model) = schema.models.get_mut(&name) else { continue };
        model.assumed.push(Assumption::FlattenedUnion);
        let Shape::Object(fields) = &mut model.shape else { continue };
        for field in fields {
            field.presence = Presence::Optional;
        }
    }
}

fn find(schema: &Schema) -> Vec<ModelName> {
    let mut by_key: BTreeMap<(&WireName, Option<&str>), Vec<&ModelName>> = BTreeMap::new();
    for (name, model) in &schema.models {
        for field in model.fields() {
            by_key.entry((&field.wire, field.description.as_deref())).or_default().push(name);
        }
    }
    let fields = |name: &ModelName| schema.models.get(name).map(Model::fields).unwrap_or_default();
    let is_union = |name: &ModelName| {
        let own = fields(name);
        let keys: BTreeSet<Key<'_>> = own.iter().map(key).collect();
        let mut parts: BTreeSet<&ModelName> = BTreeSet::new();
        for field in own.iter().filter(|it| it.presence == Presence::Required) {
            let near = by_key.get(&(&field.wire, field.description.as_deref()));
            parts.extend(near.into_iter().flatten().filter(|it| **it != name).take(MOST_PARTS).copied());
        }
        let within = |part: &&ModelName| {
            let part = fields(part);
            !part.is_empty() && part.len() < own.len() && part.iter().all(|it| keys.contains(&key(it)))
        };
        let parts: Vec<&ModelName> = parts.into_iter().filter(within).collect();
        let says_so = ["OneOf", "AnyOf"].iter().any(|it| name.0.contains(it));
        let extends = parts.iter().any(|it| it.0.starts_with("Base") || it.0.ends_with("Base"));
        !extends && is_strong(own, &parts.iter().map(|it| fields(it)).collect::<Vec<_>>(), says_so)
    };
    let with_unions: BTreeSet<&str> =
        schema.models.values().filter(|it| matches!(it.shape, Shape::Union(_))).map(folder).collect();
    let candidates = schema.models.iter().filter(|(_, it)| it.fields().len() > 1 && !with_unions.contains(folder(it)));
    candidates.map(|it| it.0).filter(|name| is_union(name)).cloned().collect()
}

fn folder(model: &Model) -> &str {
    model.origin.path.rsplit_once('/').map_or("", |it| it.0)
}

fn is_strong(own: &[Field], parts: &[&[Field]], says_so: bool) -> bool {
    let keys = |part: &[Field]| -> BTreeSet<Vec<u8>> { part.iter().map(|it| it.wire.0.clone().into_bytes()).collect() };
    let sets: Vec<BTreeSet<Vec<u8>>> = parts.iter().map(|it| keys(it)).collect();
    // Only the largest: what a part inherits is a part, too.
    let largest: Vec<usize> =
        (0..parts.len()).filter(|a| !(0..parts.len()).any(|b| *a != b && is_within(&sets, *a, b))).collect();
    let described = |idx: &usize| parts[*idx].iter().filter(|it| it.description.is_some()).count() >= 2;
    let requires = |idx: &&usize| {
        let others = largest.iter().filter(|it| it != idx);
        let others: BTreeSet<&Vec<u8>> = others.flat_map(|it| &sets[*it]).collect();
        let own = parts[**idx].iter().filter(|it| it.presence == Presence::Required);
        own.map(|it| it.wire.0.clone().into_bytes()).any(|it| !others.contains(&it))
    };
    let covered: BTreeSet<&Vec<u8>> = largest.iter().flat_map(|it| &sets[*it]).collect();
    largest.len() > 1
        && covered.len() == own.len()
        && largest.iter().filter(requires).count() > 1
        && (says_so || largest.iter().all(described))
        && is_in_order(own, &largest.iter().map(|it| parts[*it]).collect::<Vec<_>>())
}

fn is_within(sets: &[BTreeSet<Vec<u8>>], a: usize, b: usize) -> bool {
    sets[a].is_subset(&sets[b]) && (sets[a].len() < sets[b].len() || a > b)
}

/// Whether the fields are those of the parts one after the other, without those that were there already.
fn is_in_order(own: &[Field], parts: &[&[Field]]) -> bool {
    let mut rest = own;
    let mut seen: BTreeSet<&WireName> = BTreeSet::new();
    let mut left: Vec<&[Field]> = parts.to_vec();
    while !left.is_empty() {
        let starts = |part: &&[Field]| {
            let fresh: Vec<&WireName> = part.iter().map(|it| &it.wire).filter(|it| !seen.contains(it)).collect();
            fresh.len() <= rest.len() && rest.iter().map(|it| &it.wire).zip(&fresh).all(|(a, b)| a == *b)
        };
        let Some(idx) = left.iter().position(starts) else { return false };
        let part = left.remove(idx);
        let count = part.iter().filter(|it| !seen.contains(&it.wire)).count();
        seen.extend(part.iter().map(|it| &it.wire));
        rest = &rest[count..];
    }
    rest.is_empty()
}

fn key(field: &Field) -> Key<'_> {
    (&field.wire, &field.ty, field.description.as_deref())
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
    fn the_fields_of_several_models_are_those_of_a_union() {
        let pet = page("Pet", &format!("{CAT}{DOG}"));
        assert!(is_flattened("Pet", &[page("Cat", CAT), page("Dog", DOG), pet]));
    }

    #[test]
    fn what_extends_a_base_is_no_union() {
        let pet = page("Pet", &format!("{CAT}{DOG}"));
        assert!(!is_flattened("Pet", &[page("BaseCat", CAT), page("Dog", DOG), pet.clone()]));
        assert!(!is_flattened("Pet", &[page("Cat", CAT), page("DogBase", DOG), pet]));
    }

    #[test]
    fn where_unions_are_listed_none_is_flattened() {
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
