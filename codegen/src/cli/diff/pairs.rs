//! Which model of one version is which model of the other, and the same for fields.

use std::collections::{BTreeMap, BTreeSet};

use super::likeness::{self, Likeness};
use crate::schema::{Field, Model, ModelName, folded};

/// A model with its name.
pub(super) type Named<'a> = (&'a ModelName, &'a Model);

/// How two models or fields were found to be the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Match {
    /// They have the same name.
    Name,
    /// Their names differ only in case and separators.
    Spelling,
    /// They have much in common; what that is.
    Likeness(String),
}

/// A model in both versions.
pub(super) struct ModelPair<'a> {
    pub(super) old: Named<'a>,
    pub(super) new: Named<'a>,
    pub(super) by: Match,
}

/// The models of both versions.
pub(super) struct Pairs<'a> {
    pub(super) both: Vec<ModelPair<'a>>,
    pub(super) removed: Vec<Named<'a>>,
    pub(super) added: Vec<Named<'a>>,
    /// The new names of models that have another name, by the old ones.
    names: BTreeMap<&'a ModelName, &'a ModelName>,
}

impl<'a> Pairs<'a> {
    pub(super) fn new(old: BTreeMap<&'a ModelName, &'a Model>, mut new: BTreeMap<&'a ModelName, &'a Model>) -> Self {
        let mut pairs = Self { both: Vec::new(), removed: Vec::new(), added: Vec::new(), names: BTreeMap::new() };
        for model in old {
            match new.remove_entry(model.0) {
                Some(new) => pairs.both.push(ModelPair { old: model, new, by: Match::Name }),
                None => pairs.removed.push(model),
            }
        }
        pairs.added.extend(new);
        pairs.match_spellings();
        pairs.match_likeness();
        pairs.both.sort_by_key(|pair| pair.old.0);
        pairs
    }

    /// The new name of an old model.
    pub(super) fn new_name<'n>(&self, old: &'n ModelName) -> &'n ModelName
    where
        'a: 'n,
    {
        self.names.get(old).copied().unwrap_or(old)
    }

    fn match_spellings(&mut self) {
        let mut added: BTreeMap<String, Vec<Named<'a>>> = BTreeMap::new();
        for model in &self.added {
            added.entry(folded(&model.0.0)).or_default().push(*model);
        }
        for old in self.removed.clone() {
            if let Some([new]) = added.remove(&folded(&old.0.0)).as_deref() {
                self.join(old, *new, Match::Spelling);
            }
        }
        self.drop_joined();
    }

    fn match_likeness(&mut self) {
        for Likeness { old, new, why } in likeness::models(&self.removed, &self.added) {
            self.join(old, new, Match::Likeness(why));
        }
        self.drop_joined();
    }

    fn join(&mut self, old: Named<'a>, new: Named<'a>, by: Match) {
        self.names.insert(old.0, new.0);
        self.both.push(ModelPair { old, new, by });
    }

    fn drop_joined(&mut self) {
        let new: BTreeSet<&ModelName> = self.names.values().copied().collect();
        self.removed.retain(|(name, _)| !self.names.contains_key(*name));
        self.added.retain(|(name, _)| !new.contains(*name));
    }
}

/// A field in both versions of a model.
pub(super) struct FieldPair<'a> {
    pub(super) old: &'a Field,
    pub(super) new: &'a Field,
    pub(super) by: Match,
}

/// The fields of both versions of a model.
pub(super) struct FieldPairs<'a> {
    pub(super) both: Vec<FieldPair<'a>>,
    pub(super) removed: Vec<&'a Field>,
    pub(super) added: Vec<&'a Field>,
}

impl<'a> FieldPairs<'a> {
    /// Matches fields; `is_same_type` decides whether a value of the one is a value of the other.
    pub(super) fn new(old: &'a Model, new: &'a Model, is_same_type: impl Fn(&Field, &Field) -> bool) -> Self {
        let by_key: BTreeMap<&str, &Field> = new.fields().iter().map(|field| (&*field.wire.0, field)).collect();
        let mut pairs = Self { both: Vec::new(), removed: Vec::new(), added: Vec::new() };
        let mut taken: BTreeSet<&str> = BTreeSet::new();
        for field in old.fields() {
            match by_key.get(&*field.wire.0) {
                Some(new) => {
                    taken.insert(&new.wire.0);
                    pairs.both.push(FieldPair { old: field, new, by: Match::Name });
                }
                None => pairs.removed.push(field),
            }
        }
        pairs.added.extend(new.fields().iter().filter(|field| !taken.contains(&*field.wire.0)));
        if !pairs.removed.is_empty() && !pairs.added.is_empty() {
            pairs.match_others((old.fields(), new.fields()), is_same_type);
        }
        pairs
    }

    fn match_others(&mut self, (old, new): (&'a [Field], &'a [Field]), is_same_type: impl Fn(&Field, &Field) -> bool) {
        for field in self.removed.clone() {
            let mut same = self.added.iter().copied().filter(|other| folded(&other.wire.0) == folded(&field.wire.0));
            if let (Some(other), None) = (same.next(), same.next()) {
                self.join(field, other, Match::Spelling);
            }
        }
        for Likeness { old, new, why } in likeness::fields((&self.removed, old), (&self.added, new), is_same_type) {
            self.join(old, new, Match::Likeness(why));
        }
    }

    fn join(&mut self, old: &'a Field, new: &'a Field, by: Match) {
        self.removed.retain(|field| field.wire != old.wire);
        self.added.retain(|field| field.wire != new.wire);
        self.both.push(FieldPair { old, new, by });
    }
}
