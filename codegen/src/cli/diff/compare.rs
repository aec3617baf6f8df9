//! Compares two versions: which models and types are the same, then what differs about each.

use super::change::{Change, Said, Subject};
use super::index::Side;
use super::pairs::{FieldPairs, Match, Pairs};
use super::rules::Rule;
use super::scope::{Scope, scopes};
use super::types::{Relation, Types};
use super::{rust, wire};
use crate::config::{Config, ModulePlan, Plans};
use crate::schema::{ModelName, Schema};

/// All changes between two versions, in the order of modules and models.
pub(crate) fn compare(old: &Plans, new: &Plans) -> Vec<Change> {
    let empty = Config::new().plan_schema(Schema::new());
    let nothing = empty.get(&None);
    let mut changes = Vec::new();
    for scope in scopes(old, new) {
        let plans = (old.get(scope.modules.old).or(nothing), new.get(scope.modules.new).or(nothing));
        if let (Some(old), Some(new)) = plans {
            changes.extend(compare_scope(&scope, old, new));
        }
    }
    changes
}

fn compare_scope(scope: &Scope<'_>, old_plan: &ModulePlan, new_plan: &ModulePlan) -> Vec<Change> {
    let (old, new) = (Side::new(&old_plan.planned), Side::new(&new_plan.planned));
    let pairs = Pairs::new(scope.old_models(old.schema), scope.new_models(new.schema));
    let mut comparison = Comparison { scope, old: &old, new: &new, pairs: &pairs, changes: Vec::new() };
    wire::compare(&mut comparison);
    rust::compare(&mut comparison);
    let mut changes = comparison.changes;
    for change in &mut changes {
        for (said, plan) in [(&mut change.old, old_plan), (&mut change.new, new_plan)] {
            if let Some(origin) = &mut said.origin {
                plan.paths.show(&mut origin.path);
            }
        }
    }
    changes.sort_by(|a, b| a.subject.cmp(&b.subject).then(a.rule.side.cmp(&b.rule.side)));
    changes
}

/// A comparison of the models of one module, or of those that moved to another one.
pub(super) struct Comparison<'a> {
    pub(super) scope: &'a Scope<'a>,
    pub(super) old: &'a Side<'a>,
    pub(super) new: &'a Side<'a>,
    pub(super) pairs: &'a Pairs<'a>,
    changes: Vec<Change>,
}

impl<'a> Comparison<'a> {
    pub(super) fn types(&self) -> Types<'a> {
        Types { old: self.old.schema, new: self.new.schema, pairs: self.pairs }
    }

    /// The fields of both versions of a model.
    pub(super) fn fields(&self, old: &'a crate::schema::Model, new: &'a crate::schema::Model) -> FieldPairs<'a> {
        let types = self.types();
        FieldPairs::new(old, new, |old, new| types.relation(&old.ty, &new.ty) == Relation::Same)
    }

    /// Reports a change of a model, or of a field by its key.
    pub(super) fn report(&mut self, rule: &'static Rule, subject: (&str, Option<&str>), old: Said, new: Said) {
        self.report_noted(rule, subject, (old, new), None);
    }

    pub(super) fn report_noted(
        &mut self,
        rule: &'static Rule,
        (owner, field): (&str, Option<&str>),
        (old, new): (Said, Said),
        note: Option<String>,
    ) {
        let subject = Subject {
            module: self.scope.modules.old.clone(),
            owner: owner.to_owned(),
            field: field.map(str::to_owned),
        };
        self.changes.push(Change { rule, level: rule.level, subject, old, new, note });
    }

    /// What both versions say about a thing of this subject, at the places of the subject.
    pub(super) fn said(&self, subject: (&str, Option<&str>), old: Option<String>, new: Option<String>) -> (Said, Said) {
        self.said_at(subject, subject.1, old, new)
    }

    /// The same, where the field has another key in the new version.
    pub(super) fn said_at(
        &self,
        (model, key): (&str, Option<&str>),
        new_key: Option<&str>,
        old: Option<String>,
        new: Option<String>,
    ) -> (Said, Said) {
        let new_model = self.pairs.new_name(&ModelName(model.to_owned())).0.clone();
        let old_origin = self.old.origin(model, key);
        let new_origin = self.new.origin(&new_model, new_key).or_else(|| self.new.origin(model, new_key));
        (Said { text: old, origin: old_origin.cloned() }, Said { text: new, origin: new_origin.cloned() })
    }
}

/// What a match that is not by name is based on, for people.
pub(super) fn note(by: &Match) -> Option<String> {
    match by {
        Match::Name => None,
        Match::Spelling => Some("the names differ only in case and separators".to_owned()),
        Match::Likeness(why) => Some(why.clone()),
    }
}
