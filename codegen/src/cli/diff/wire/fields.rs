//! Compares the fields of an object.

use super::{report_relation, values};
use crate::cli::diff::change::Said;
use crate::cli::diff::compare::{Comparison, note};
use crate::cli::diff::limits;
use crate::cli::diff::pairs::{FieldPair, FieldPairs, Match, Named};
use crate::cli::diff::rules;
use crate::cli::diff::types::{Relation, is_assumed, values_of, without_null};
use crate::schema::{Assumption, Field, Origin, Presence, Schema};

/// A field in both versions of a model.
#[derive(Clone, Copy)]
struct Both<'a> {
    subject: (&'a str, Option<&'a str>),
    old: &'a Field,
    new: &'a Field,
}

pub(super) fn compare<'a>(comparison: &mut Comparison<'a>, (name, old): Named<'a>, (_, new): Named<'a>) {
    let FieldPairs { both, removed, added } = comparison.fields(old, new);
    for field in removed {
        let said = Said::new(field.ty.to_string(), Some(&field.origin));
        let there = Said::nothing(Some(&new.origin));
        comparison.report(&rules::FIELD_REMOVED, (&name.0, Some(&field.wire.0)), said, there);
    }
    for field in added {
        // Clients do not send what only the server sets.
        let must_send = field.presence == Presence::Required && !field.read_only;
        let rule = if must_send { &rules::REQUIRED_FIELD_ADDED } else { &rules::FIELD_ADDED };
        let said = Said::new(field.ty.to_string(), Some(&field.origin));
        comparison.report(rule, (&name.0, Some(&field.wire.0)), Said::nothing(Some(&old.origin)), said);
    }
    for FieldPair { old, new, by } in both {
        let both = Both { subject: (&name.0, Some(&old.wire.0)), old, new };
        compare_keys(comparison, both, &by);
        compare_types(comparison, both);
        compare_presence(comparison, both);
        compare_null(comparison, both);
        compare_values(comparison, both);
        compare_notes(comparison, both);
    }
}

fn compare_keys(comparison: &mut Comparison<'_>, Both { subject, old, new }: Both<'_>, by: &Match) {
    let is_assumed = [old, new].iter().any(|field| field.assumed.contains(&Assumption::WireNameByRule));
    let rule = match by {
        Match::Name => return,
        Match::Spelling if is_assumed => &rules::STATED_ON_ONE_SIDE,
        Match::Spelling => &rules::KEY_CHANGED,
        Match::Likeness(_) => &rules::FIELD_RENAMED,
    };
    let said = (Said::new(&*old.wire.0, Some(&old.origin)), Said::new(&*new.wire.0, Some(&new.origin)));
    comparison.report_noted(rule, subject, said, note(by));
}

fn compare_types<'a>(comparison: &mut Comparison<'a>, Both { subject, old, new }: Both<'a>) {
    let relation = comparison.types().of_fields(old, new);
    let text = |schema: &'a Schema, field: &'a Field| match without_null(schema, &field.ty) {
        // The name of a type says more than what it is another name for.
        (_, false) => field.ty.to_string(),
        (ty, true) => ty.to_string(),
    };
    let old_said = Said::new(text(comparison.old.schema, old), Some(&old.type_origin));
    let new_said = Said::new(text(comparison.new.schema, new), Some(&new.type_origin));
    if relation != Relation::Same && is_assumed(old, new) {
        comparison.report(&rules::STATED_ON_ONE_SIDE, subject, old_said, new_said);
    } else {
        report_relation(comparison, relation, subject, old_said, new_said);
    }
}

fn compare_presence(comparison: &mut Comparison<'_>, Both { subject, old, new }: Both<'_>) {
    if old.presence == new.presence {
        return;
    }
    let is_assumed = [old, new].iter().any(|field| field.assumed.contains(&Assumption::PresenceUnknown));
    let rule = match new.presence {
        _ if is_assumed => &rules::STATED_ON_ONE_SIDE,
        Presence::Required => &rules::FIELD_REQUIRED,
        Presence::Optional => &rules::FIELD_OPTIONAL,
    };
    let said = |field: &Field| {
        let is_assumed = field.assumed.contains(&Assumption::PresenceUnknown);
        format!("{}{}", field.presence.word(), if is_assumed { " (assumed)" } else { "" })
    };
    let (old, new) = (Said::new(said(old), Some(&old.origin)), Said::new(said(new), Some(&new.origin)));
    comparison.report(rule, subject, old, new);
}

fn compare_null(comparison: &mut Comparison<'_>, Both { subject, old, new }: Both<'_>) {
    let is_same_name = comparison.types().is_same_name(&old.ty, &new.ty);
    let is_nullable = |schema: &Schema, field: &Field| {
        let in_type = !is_same_name && without_null(schema, &field.ty).1;
        if in_type { Some(true) } else { field.nullable }
    };
    let (was, is) = (is_nullable(comparison.old.schema, old), is_nullable(comparison.new.schema, new));
    if was.unwrap_or(false) == is.unwrap_or(false) {
        return;
    }
    let rule = match (was, is) {
        (None, _) | (_, None) => &rules::STATED_ON_ONE_SIDE,
        (_, Some(true)) => &rules::FIELD_NULLABLE,
        _ => &rules::FIELD_NOT_NULLABLE,
    };
    let text = |stated: Option<bool>| match stated {
        Some(true) => "nullable",
        Some(false) => "not nullable",
        None => "not stated whether nullable",
    };
    let (old, new) = (Said::new(text(was), Some(&old.origin)), Said::new(text(is), Some(&new.origin)));
    comparison.report(rule, subject, old, new);
}

fn compare_values<'a>(comparison: &mut Comparison<'a>, Both { subject, old, new }: Both<'a>) {
    if comparison.types().of_fields(old, new) == Relation::Changed {
        return;
    }
    match (values_of(comparison.old.schema, old), values_of(comparison.new.schema, new)) {
        // The model reports it.
        (Some((_, true)), Some((_, true))) | (None, None) => {}
        (Some((was, _)), Some((is, _))) => values::compare(comparison, subject, was, is),
        (None, Some((is, _))) => {
            let said = Said::new(is.known.join(", "), Some(&is.origin));
            let rule = if loses_values(old) { &rules::STATED_ON_ONE_SIDE } else { &rules::VALUES_LIMITED };
            comparison.report(rule, subject, Said::new("any", Some(&old.origin)), said);
        }
        (Some((was, _)), None) => {
            let said = Said::new(was.known.join(", "), Some(&was.origin));
            let rule = if loses_values(new) { &rules::STATED_ON_ONE_SIDE } else { &rules::VALUES_OPENED };
            comparison.report(rule, subject, said, Said::new("any", Some(&new.origin)));
        }
    }
}

/// Whether there are allowed values that the document does not list.
fn loses_values(field: &Field) -> bool {
    field.assumed.contains(&Assumption::ValuesLost)
}

fn compare_notes(comparison: &mut Comparison<'_>, both: Both<'_>) {
    let Both { subject, old, new } = both;
    let places: (Option<&Origin>, Option<&Origin>) = (Some(&old.origin), Some(&new.origin));
    if !is_same_default(old, new) {
        let text = |field: &Field| match (&field.default_value, &field.default) {
            (Some(value), _) => value.to_string(),
            (None, Some(text)) => text.clone(),
            (None, None) => "none".to_owned(),
        };
        let (old, new) = (Said::new(text(old), places.0), Said::new(text(new), places.1));
        comparison.report(&rules::DEFAULT_CHANGED, subject, old, new);
    }
    if let Some(rule) = limits::compare(&old.constraints, &new.constraints) {
        let (old, new) = (limits::shown(&old.constraints), limits::shown(&new.constraints));
        comparison.report(rule, subject, Said::new(old, places.0), Said::new(new, places.1));
    }
    let flags = [
        (old.read_only, new.read_only, &rules::READ_ONLY, &rules::NOT_READ_ONLY),
        (old.deprecated, new.deprecated, &rules::DEPRECATED, &rules::NOT_DEPRECATED),
    ];
    for (was, is, set, unset) in flags {
        if was != is {
            let rule = if is { set } else { unset };
            comparison.report(rule, subject, Said::nothing(places.0), Said::nothing(places.1));
        }
    }
}

/// Whether two defaults are one: SDKs of different languages write it in different ways.
fn is_same_default(old: &Field, new: &Field) -> bool {
    match (&old.default_value, &new.default_value) {
        (Some(old), Some(new)) => old == new,
        _ => old.default_value == new.default_value && old.default == new.default,
    }
}
