//! Models whose names are unique within a folder only: `components/Data.md` and `operations/Data.md`.
//!
//! Types have the folder before the name, `operations.Data`. Where several folders beside each other have a model of
//! one name, the first keeps it, and the name of the folder becomes part of the others: `OperationsData`.

use std::collections::BTreeMap;

use super::doc::{Body, ModelDoc};
use super::type_expr::TypeExpr;
use crate::diag::{Sink, Subject, codes};
use crate::source::{Sources, Sp, Span};

/// A folder of models that stands beside others of the same SDK.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Folder<'a> {
    /// The folder around it.
    parent: &'a str,
    name: &'a str,
}

/// The new names, by the folders and the old names. The names of folders are in small letters.
type Renamed<'a> = BTreeMap<(&'a str, String, String), String>;

/// Gives each model a name of its own.
pub fn qualify(docs: &mut [ModelDoc], sources: &Sources, sink: &mut Sink) {
    let renamed = renamed(docs, sources);
    if renamed.is_empty() {
        return;
    }
    let mut by_folder: BTreeMap<&str, Vec<Change>> = BTreeMap::new();
    for doc in docs.iter_mut().filter(|doc| doc.dialect.title.per_folder) {
        let folder = folder(sources.get(doc.name.span.file).folder());
        let separator = doc.dialect.types.namespace.unwrap_or(".");
        let new_name = |text: &str| {
            let (space, name) = text.rsplit_once(separator).unwrap_or((folder.name, text));
            let space = space.rsplit_once(separator).map_or(space, |(_, last)| last).trim_start_matches('*');
            renamed.get(&(folder.parent, space.to_lowercase(), name.to_owned())).cloned()
        };
        rename(doc, &new_name);
        if let Some(name) = new_name(&doc.name.value) {
            let old = std::mem::replace(&mut doc.name.value, name.clone());
            let folder = sources.get(doc.name.span.file).folder();
            by_folder.entry(folder).or_default().push(Change { old, new: name, span: doc.name.span });
        }
    }
    for changes in by_folder.values() {
        report(changes, sources, sink);
    }
}

/// A model that got another name.
struct Change {
    old: String,
    new: String,
    span: Span,
}

/// One warning per folder, at its first model.
fn report(changes: &[Change], sources: &Sources, sink: &mut Sink) {
    let Some(Change { old, new, span }) = changes.first() else { return };
    let others = match changes.len() - 1 {
        0 => String::new(),
        1 => " (and 1 other model of this folder like it)".to_owned(),
        count => format!(" (and {count} other models of this folder like it)"),
    };
    let message = format!("a folder beside this one has a model `{old}`, too, so this one is called `{new}`{others}");
    sink.report_of(Subject::of_model(new), &codes::RENAMED, sources.place(*span), message);
}

fn renamed<'a>(docs: &[ModelDoc], sources: &'a Sources) -> Renamed<'a> {
    let mut seen: BTreeMap<(&str, &str), Folder<'_>> = BTreeMap::new();
    let mut own: Vec<(Folder<'a>, &ModelDoc)> = docs
        .iter()
        .filter(|doc| doc.dialect.title.per_folder)
        .map(|doc| (folder(sources.get(doc.name.span.file).folder()), doc))
        .collect();
    own.sort_by_key(|(folder, _)| *folder);
    let mut renamed = Renamed::new();
    for (folder, doc) in own {
        let name = doc.name.value.as_str();
        let first = seen.entry((folder.parent, name)).or_insert(folder);
        if *first != folder {
            renamed.insert((folder.parent, folder.name.to_lowercase(), name.to_owned()), joined(folder.name, name));
        }
    }
    renamed
}

fn folder(path: &str) -> Folder<'_> {
    let (parent, name) = path.rsplit_once('/').unwrap_or(("", path));
    Folder { parent, name }
}

/// `operations` and `Data` to `OperationsData`.
fn joined(folder: &str, name: &str) -> String {
    let mut letters = folder.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).chain(name.chars()).collect()
}

/// Renames the models in all types of a model.
fn rename(doc: &mut ModelDoc, new_name: &impl Fn(&str) -> Option<String>) {
    let types = match &mut doc.body {
        Body::Whole(ty) => std::slice::from_mut(ty),
        Body::Union { members, .. } => members.as_mut_slice(),
        Body::Fields | Body::Values(_) => &mut [],
    };
    let fields = doc.fields.iter_mut().map(|field| &mut field.ty);
    let all = types.iter_mut().chain(fields).chain(doc.other_keys.iter_mut().map(|keys| &mut keys.ty));
    all.for_each(|Sp { value, .. }| rename_in(value, new_name));
}

fn rename_in(ty: &mut TypeExpr, new_name: &impl Fn(&str) -> Option<String>) {
    match ty {
        TypeExpr::Name { text, .. } => {
            if let Some(name) = new_name(text) {
                *text = name;
            }
        }
        TypeExpr::List(item)
        | TypeExpr::Set(item)
        | TypeExpr::Map { item, .. }
        | TypeExpr::Optional(item)
        | TypeExpr::Nullable(item) => rename_in(item, new_name),
        TypeExpr::Mixed { members, .. } => members.iter_mut().for_each(|member| rename_in(member, new_name)),
        TypeExpr::Word(_) | TypeExpr::LinkedWord(_) | TypeExpr::Unnamed { .. } | TypeExpr::Unknown { .. } => {}
    }
}
