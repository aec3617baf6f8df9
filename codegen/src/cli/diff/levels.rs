//! The levels that the configuration gives to rules.

use std::str::FromStr;

use clap::ValueEnum;

use super::change::Change;
use super::rules::{self, Level, Rule};
use crate::diag::did_you_mean;

/// The level of a rule: `value-added=breaking`.
#[derive(Clone, Debug)]
pub(crate) struct Setting {
    rule: &'static Rule,
    level: Level,
}

impl FromStr for Setting {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let (rule, level) = text.split_once('=').ok_or("write RULE=LEVEL, such as `value-added=breaking`")?;
        Self::new(rule.trim(), level.trim())
    }
}

impl Setting {
    /// The level of the rule of this name.
    pub(crate) fn new(rule: &str, level: &str) -> Result<Self, String> {
        let known = rules::by_name(rule).ok_or_else(|| unknown_rule(rule))?;
        let level = Level::from_str(level, false)
            .map_err(|_| format!("`{level}` is not a level; write breaking, risky, compatible or ignore"))?;
        Ok(Self { rule: known, level })
    }
}

/// The message for a rule that does not exist.
pub(crate) fn unknown_rule(name: &str) -> String {
    let hint = did_you_mean(name, rules::ALL.iter().map(|rule| rule.name));
    let hint = hint.unwrap_or_else(|| "`codegen diff --rules` lists them".to_owned());
    format!("there is no rule `{name}`; {hint}")
}

/// Gives each change its level, of several settings the last one, and drops those that are ignored.
pub(super) fn apply(settings: &[Setting], changes: &mut Vec<Change>) {
    for change in &mut *changes {
        if let Some(setting) = settings.iter().rev().find(|setting| setting.rule == change.rule) {
            change.level = setting.level;
        }
    }
    changes.retain(|change| change.level != Level::Ignore);
}
