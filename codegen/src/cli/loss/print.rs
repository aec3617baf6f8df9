//! Losses as tables and as JSON.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::io::Write;

use super::count::{Kind, Loss, Losses, counts};
use crate::cli::Failure;
use crate::cli::json::{Json, Object};
use crate::cli::output::{Output, hanging};
use crate::diag::{counted, one_line, separated};

/// The version of the JSON; it rises when an older reader cannot read it.
const VERSION: u32 = 1;

/// At most this many models are shown.
const MODELS: usize = 10;

/// The numbers of each kind and of the models with the most, or the places of some kinds.
pub(super) fn human(losses: &Losses, kinds: &[Kind], output: &mut Output) -> Result<(), Failure> {
    let (out, screen) = (&mut output.out, output.out_view.width);
    if !kinds.is_empty() {
        for loss in losses.all.iter().filter(|loss| kinds.contains(&loss.kind)) {
            let (place, subject, kind) = (place(loss), one_line(&loss.subject()), loss.kind);
            writeln!(out, "{place}: {subject}: {kind}: {}", kind.phrase())?;
        }
        return Ok(());
    }
    let (models, fields) = (counted(losses.models, "model"), counted(losses.fields, "field"));
    writeln!(out, "{models} with {fields}: {} not stated.", counted(losses.all.len(), "fact"))?;
    let by_kind = by_count(losses.by_kind());
    if by_kind.is_empty() {
        return Ok(());
    }
    let width = by_kind.iter().map(|(kind, _)| kind.word().len()).max().unwrap_or_default();
    writeln!(out)?;
    for (kind, count) in by_kind {
        let head = format!("{:>7}  {:width$}  ", separated(count), kind.word());
        writeln!(out, "{}", hanging(&head, kind.phrase(), screen))?;
    }
    most(losses, screen, out)
}

/// The models with the most losses.
fn most(losses: &Losses, screen: usize, out: &mut dyn Write) -> Result<(), Failure> {
    let by_model = losses.by_model().into_iter();
    let mut models: Vec<(String, Vec<&Loss>)> = by_model.map(|(name, losses)| (one_line(&name), losses)).collect();
    models.sort_by_key(|(_, losses)| Reverse(losses.len()));
    let width = models.iter().take(MODELS).map(|(name, _)| name.chars().count()).max().unwrap_or_default();
    writeln!(out, "\nMost of it is about:")?;
    for (name, losses) in models.iter().take(MODELS) {
        let kinds = by_count(counts(losses.iter().map(|loss| loss.kind)));
        let kinds: Vec<String> =
            kinds.into_iter().map(|(kind, count)| format!("{} {kind}", separated(count))).collect();
        let head = format!("{:>7}  {name:width$}  ", separated(losses.len()));
        writeln!(out, "{}", hanging(&head, &kinds.join(", "), screen))?;
    }
    let others = models.len().saturating_sub(MODELS);
    if others > 0 {
        writeln!(out, "and about {}.", counted(others, "other model"))?;
    }
    Ok(())
}

/// The greatest number first.
fn by_count(counts: BTreeMap<Kind, usize>) -> Vec<(Kind, usize)> {
    let mut counts: Vec<(Kind, usize)> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| Reverse(*count));
    counts
}

fn place(loss: &Loss) -> String {
    format!("{}:{}:{}", one_line(&loss.origin.path), loss.origin.line, loss.origin.column)
}

/// Every loss.
pub(super) fn json(losses: &Losses, out: &mut dyn Write) -> Result<(), Failure> {
    let mut kinds = Object::default();
    for (kind, count) in losses.by_kind() {
        kinds.set(kind.word(), count);
    }
    let mut models = Object::default();
    for (name, losses) in losses.by_model() {
        models.set(name, losses.into_iter().map(entry).collect::<Vec<Json>>());
    }
    let json = Object::default()
        .with("version", VERSION)
        .with("models", losses.models)
        .with("fields", losses.fields)
        .with("total", losses.all.len())
        .with("kinds", kinds)
        .with("by_model", models);
    writeln!(out, "{}", Json::from(json).pretty()?)?;
    Ok(())
}

fn entry(loss: &Loss) -> Json {
    let mut entry = Object::default().with("kind", loss.kind.word());
    entry.set_some("field", loss.field.as_ref());
    let origin = &loss.origin;
    entry.set("path", &*origin.path);
    entry.with("line", origin.line).with("column", origin.column).into()
}
