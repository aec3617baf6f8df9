//! Names the sets of allowed values. Fields with the same name and the same values share one enum.
//!
//! Each field has a type that is named after its model and itself. No document that is added changes it, because it
//! becomes another name for the enum once several models share the values. Then the enum is called like the field, and
//! if fields of this name have several such sets, the set of most models is. Each other enum is called after the model
//! with the shortest name, which changes least when documents are added.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::{ValueKind, naming, values};
use crate::diag::{Sink, codes};
use crate::rust::names::{Scope, TypeIdent, is_in_prelude, type_name};
use crate::rust::options::Options;
use crate::rust::renames;
use crate::schema::{Field, ModelName, Rename, Schema};

/// A field with allowed values.
pub(super) struct User<'a> {
    pub(super) model: &'a ModelName,
    pub(super) idx: usize,
    pub(super) field: &'a Field,
    /// Its own name for the type of the values.
    pub(super) alias: TypeIdent,
}

/// Allowed values, and the fields that have them.
pub(super) struct ValueSet<'a> {
    /// The name of the enum.
    pub(super) ident: TypeIdent,
    /// The fields, that with the shortest name of a type first.
    pub(super) users: Vec<User<'a>>,
}

/// What the fields of a set have in common.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Shared<'a> {
    /// The name that they have as a type.
    name: String,
    kind: Option<ValueKind>,
    /// The values, sorted.
    known: Vec<&'a str>,
}

/// The sets of allowed values.
#[derive(Default)]
pub(super) struct ValueSets<'a> {
    all: Vec<ValueSet<'a>>,
    /// The positions of the set and of the field in it, by model and position of the field.
    of: BTreeMap<(&'a ModelName, usize), (usize, usize)>,
}

impl<'a> ValueSets<'a> {
    /// Names the types of the values of all fields, after the models have names.
    pub(super) fn new(
        schema: &'a Schema,
        options: &Options,
        names: &BTreeMap<&'a ModelName, TypeIdent>,
        types: &mut Scope,
        sink: &mut Sink,
    ) -> Self {
        let mut groups: BTreeMap<Shared<'a>, Vec<User<'a>>> = BTreeMap::new();
        for user in naming::users(schema, options, names, types, sink) {
            let mut known: Vec<&'a str> =
                user.field.values.iter().flat_map(|it| &it.known).map(String::as_str).collect();
            known.sort_unstable();
            let shared = Shared { name: type_name(&user.field.plain), kind: values::kind_of(user.field), known };
            groups.entry(shared).or_default().push(user);
        }
        let mut groups: Vec<(String, Vec<User<'a>>)> =
            groups.into_iter().map(|(shared, users)| (shared.name, users)).collect();
        for (_, users) in &mut groups {
            users.sort_by(|a, b| length(a).cmp(&length(b)).then_with(|| a.alias.cmp(&b.alias)));
        }
        // The set of most models has the first claim to a name.
        groups.sort_by_cached_key(|(name, users)| (name.clone(), Reverse(users.len()), users.first().map(length)));
        let chosen: Vec<Option<TypeIdent>> = groups.iter().map(|(_, users)| chosen(users, types, sink)).collect();
        let mut sets = Self::default();
        for ((name, users), chosen) in groups.into_iter().zip(chosen) {
            sets.add(chosen.or_else(|| of_field(&name, &users, types)), users);
        }
        sets
    }

    fn add(&mut self, ident: Option<TypeIdent>, users: Vec<User<'a>>) {
        let Some(first) = users.first() else { return };
        let ident = ident.unwrap_or_else(|| first.alias.clone());
        for (position, user) in users.iter().enumerate() {
            self.of.insert((user.model, user.idx), (self.all.len(), position));
        }
        self.all.push(ValueSet { ident, users });
    }

    /// The set of a field, and the field in it.
    pub(super) fn of(&self, model: &ModelName, idx: usize, field: &Field) -> Option<(&ValueSet<'a>, &User<'a>)> {
        field.values.as_ref()?;
        let (set, user) = self.of.get(&(model, idx))?;
        let set = self.all.get(*set)?;
        Some((set, set.users.get(*user)?))
    }

    /// The names of all types.
    pub(super) fn idents(&self) -> impl Iterator<Item = &TypeIdent> {
        self.all.iter().flat_map(|set| set.users.iter().map(|user| &user.alias).chain([&set.ident]))
    }
}

fn length(user: &User<'_>) -> usize {
    user.alias.as_str().chars().count()
}

/// The name that a correction chose for a set: that of a field or one that is free.
fn chosen(users: &[User<'_>], types: &mut Scope, sink: &mut Sink) -> Option<TypeIdent> {
    let mut renames = users.iter().filter_map(|user| renames::of_values(user.field).map(|rename| (user, rename)));
    let (user, rename) = renames.next()?;
    for (other, second) in renames.filter(|(_, second)| second.name != rename.name) {
        report(other, second, &format!("`{}.{}` as `{}`", user.model, user.field.spelled, rename.name), sink);
    }
    if let Some(own) = users.iter().find(|user| user.alias.as_str() == rename.name) {
        return Some(own.alias.clone());
    }
    let owner = format!("the values of {}.{}", user.model, user.field.spelled);
    let claim = types.claim_type(&rename.name, &owner);
    if let Some(rival) = claim.rival {
        let message = format!("the name `{}` for {owner} is taken by `{rival}`", rename.name);
        sink.report(&codes::UNUSABLE_NAME, rename.origin.clone(), message);
    }
    Some(claim.ident)
}

fn report(user: &User<'_>, rename: &Rename, first: &str, sink: &mut Sink) {
    let message = format!("the values of `{}.{}` are those of {first} already", user.model, user.field.spelled);
    sink.report(&codes::UNUSABLE_NAME, rename.origin.clone(), message);
}

/// The name of the field, if several models share the values and the name is free. A name of the prelude is not: a
/// program that uses all models would lose its meaning.
fn of_field(name: &str, users: &[User<'_>], types: &mut Scope) -> Option<TypeIdent> {
    let is_shared = users.iter().any(|user| users.first().is_some_and(|first| first.model != user.model));
    if is_shared && !is_in_prelude(name) { types.claim_free_type(name) } else { None }
}

#[cfg(test)]
mod tests {
    use crate::Config;

    /// What the fields `state` of these models have, in the order in which their documents are added.
    const DOCUMENTS: &[(&str, &str)] = &[
        ("Order", "OPEN, SENT"),
        ("Parcel", "SENT, OPEN"),
        ("Return", "SENT, LOST"),
        ("Refund", "SENT, LOST"),
        ("Claim", "SENT, LOST"),
    ];

    fn output(documents: &[(&str, &str)]) -> String {
        let mut texts = Vec::new();
        for (model, values) in documents {
            let text = format!(
                "# {model}\n\n## Properties\n\nName | Type | Description | Notes\n--- | --- | --- | ---\n\
                 **state** | Option<**String**> | How it is. Valid values: {values} | [optional]\n"
            );
            texts.push((format!("specs/{model}.md"), text));
        }
        let outcome = Config::new().compile_texts(texts);
        outcome.files.iter().map(|file| &*file.text).collect()
    }

    /// The enum behind the type of a field, by the name of its model.
    fn enum_of(output: &str, model: &str) -> Option<String> {
        let own = format!("{model}State");
        if output.contains(&format!("pub enum {own} ")) {
            return Some(own);
        }
        let (_, rest) = output.split_once(&format!("pub type {own} = "))?;
        rest.split_once(';').map(|(target, _)| target.to_owned())
    }

    #[test]
    fn documents_that_are_added_change_no_name_of_a_field() {
        let steps = [
            "OrderState",
            "State State",
            "State State ReturnState",
            "State State RefundState RefundState",
            "OrderState OrderState State State State",
        ];
        for (count, expected) in (1..).zip(steps) {
            let documents = &DOCUMENTS[..count];
            let output = output(documents);
            let enums: Vec<String> = documents.iter().filter_map(|(model, _)| enum_of(&output, model)).collect();
            assert_eq!(enums.join(" "), expected);
        }
    }

    #[test]
    fn a_model_has_its_name_in_any_case() {
        let mut documents = DOCUMENTS.to_vec();
        documents.push(("State", "NEW, OLD"));
        let output = output(&documents);
        assert!(output.contains("pub struct State "));
        assert_eq!(enum_of(&output, "Claim").as_deref(), Some("ClaimState"));
    }
}
