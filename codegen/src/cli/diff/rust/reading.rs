//! Compares how models are read and written.

use std::collections::BTreeSet;

use super::structs::{Fields, Structs};
use crate::cli::diff::compare::Comparison;
use crate::cli::diff::rules::{self, Rule};
use crate::rust::options::UnknownKeys;
use crate::rust::plan::{ReadingRule, StructPlan};

/// How a model is read and written.
#[derive(Default)]
struct Reading {
    strict: bool,
    unknown_keys: UnknownKeys,
    exact: BTreeSet<usize>,
    demanded: BTreeSet<usize>,
    as_null: BTreeSet<usize>,
    keeps_null: BTreeSet<usize>,
    texts: BTreeSet<usize>,
}

impl Reading {
    fn of(plan: &StructPlan) -> Self {
        let mut reading = Self::default();
        for rule in &plan.reading {
            match rule {
                ReadingRule::Strict => reading.strict = true,
                ReadingRule::UnknownKeys(choice) => reading.unknown_keys = *choice,
                ReadingRule::Exact(fields) => reading.exact.extend(fields),
                ReadingRule::Demanded(fields) => reading.demanded.extend(fields),
                ReadingRule::AsNull(fields) => reading.as_null.extend(fields),
                ReadingRule::KeepsNull(fields) => reading.keeps_null.extend(fields),
                ReadingRule::Texts(fields) => reading.texts.extend(fields),
                // Other spellings of keys are a favour to callers, and no promise.
                ReadingRule::Guessed(_) => {}
            }
        }
        reading
    }

    /// Whether a value of the wrong type in a field is an error.
    fn is_strict(&self, field: usize) -> bool {
        self.strict || self.exact.contains(&field)
    }
}

pub(super) fn compare(comparison: &mut Comparison<'_>, structs: Structs<'_>, fields: &[Fields<'_>]) {
    let (old, new) = (Reading::of(structs.old), Reading::of(structs.new));
    let mut report = |rule: &'static Rule, subject: (&str, Option<&str>), was: &str, is: &str| {
        let (old, new) = comparison.said(subject, Some(was.to_owned()), Some(is.to_owned()));
        comparison.report(rule, subject, old, new);
    };
    if old.strict != new.strict {
        let word = |is_strict: bool| if is_strict { "strict" } else { "lenient" };
        report(stricter_if(new.strict), structs.subject(), word(old.strict), word(new.strict));
    }
    if old.unknown_keys != new.unknown_keys {
        let denies = new.unknown_keys == UnknownKeys::Deny;
        let rule = if denies { &rules::RUST_READING_STRICTER } else { unknown_keys_rule(old.unknown_keys) };
        report(rule, structs.subject(), policy(old.unknown_keys), policy(new.unknown_keys));
    }
    for field in fields {
        let subject = (&*structs.old.name, Some(&*field.old.key));
        let (was, is) = (old.is_strict(field.at.0), new.is_strict(field.at.1));
        if was != is && old.strict == new.strict {
            let word = |is_strict: bool| if is_strict { "strict" } else { "lenient" };
            report(stricter_if(is), subject, word(was), word(is));
        }
        let (was, is) = (old.demanded.contains(&field.at.0), new.demanded.contains(&field.at.1));
        if was != is {
            let word = |is_demanded: bool| if is_demanded { "the key must be there" } else { "the key may be absent" };
            report(stricter_if(is), subject, word(was), word(is));
        }
        let forms = [
            (&old.as_null, &new.as_null, ["without a value: absent", "without a value: null"]),
            (&old.keeps_null, &new.keeps_null, ["null that was read: absent", "null that was read: null"]),
            (&old.texts, &new.texts, ["a number", "a text of digits"]),
        ];
        for (was, is, words) in forms {
            let (was, is) = (was.contains(&field.at.0), is.contains(&field.at.1));
            if was != is {
                report(&rules::RUST_WRITING_CHANGED, subject, words[usize::from(was)], words[usize::from(is)]);
            }
        }
    }
}

fn stricter_if(is_stricter: bool) -> &'static Rule {
    if is_stricter { &rules::RUST_READING_STRICTER } else { &rules::RUST_READING_LOOSER }
}

/// The rule for unknown keys that are no longer handled in this way, but are no error either.
fn unknown_keys_rule(old: UnknownKeys) -> &'static Rule {
    if old == UnknownKeys::Deny { &rules::RUST_READING_LOOSER } else { &rules::RUST_WRITING_CHANGED }
}

fn policy(choice: UnknownKeys) -> &'static str {
    match choice {
        UnknownKeys::Keep => "unknown keys are kept",
        UnknownKeys::Ignore => "unknown keys are ignored",
        UnknownKeys::Deny => "unknown keys are errors",
    }
}
