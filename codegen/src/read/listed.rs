//! The allowed values of lists that have only the SDK's names for them: `IN_TRANSIT` for `in_transit`.
//!
//! Examples and descriptions quote values as the API spells them. What they quote of one folder shows how its API
//! makes up values; the other values of the folder are taken to be made up alike. Without any quotation the values are
//! unknown.

use std::collections::{BTreeMap, BTreeSet};

use heck::{ToKebabCase, ToLowerCamelCase, ToPascalCase, ToShoutySnakeCase, ToSnakeCase};

use super::doc::{Body, ListDoc, ModelDoc};
use super::page::{Block, Page};
use crate::diag::{Sink, codes};
use crate::schema::folded;
use crate::source::{Sources, Span};

/// How a value is made of a name; the first one that fits most quotations counts.
const STYLES: [fn(&str) -> String; 7] = [
    str::to_owned,
    |name| name.to_snake_case(),
    |name| name.to_shouty_snake_case(),
    |name| name.to_kebab_case(),
    |name| name.to_lower_camel_case(),
    |name| name.to_pascal_case(),
    |name| name.to_snake_case().replace('_', " "),
];

/// What the documents of a folder quote, by its folded text.
type Quoted = BTreeMap<String, BTreeSet<String>>;

/// Spells the values of all lists that have only names.
pub fn spell(docs: &mut [ModelDoc], pages: &[Page], sources: &Sources, sink: &mut Sink) {
    let folder_of = |span: Span| sources.get(span.file).folder();
    let named = docs.iter().filter(|doc| named_list(doc).is_some());
    let folders: BTreeSet<&str> = named.map(|doc| folder_of(doc.name.span)).collect();
    for folder in folders {
        let own = docs.iter().filter(|doc| folder_of(doc.name.span) == folder);
        let mut quoted = Quoted::new();
        own.clone().for_each(|doc| in_descriptions(doc, &mut quoted));
        let own_pages = pages.iter().filter(|page| sources.get(page.file).folder() == folder);
        own_pages.for_each(|page| in_examples(page, &mut quoted));
        let style = style(own.filter_map(named_list), &quoted);
        let mut lists: Vec<&mut ListDoc> = docs
            .iter_mut()
            .filter(|doc| folder_of(doc.name.span) == folder)
            .filter_map(|doc| named_list_mut(doc))
            .collect();
        if style.is_none() {
            report(&lists, sources, sink);
        }
        for list in &mut lists {
            spell_list(list, style, &quoted);
        }
    }
}

fn named_list(doc: &ModelDoc) -> Option<&ListDoc> {
    if let Body::Values(list) = &doc.body { Some(list).filter(|list| list.named) } else { None }
}

fn named_list_mut(doc: &mut ModelDoc) -> Option<&mut ListDoc> {
    if let Body::Values(list) = &mut doc.body { Some(list).filter(|list| list.named) } else { None }
}

/// The style of most values that are quoted; `None` if none is.
fn style<'a>(lists: impl Iterator<Item = &'a ListDoc>, quoted: &Quoted) -> Option<fn(&str) -> String> {
    let values = lists.flat_map(|list| &list.values);
    let known: Vec<(&str, &str)> =
        values.filter_map(|value| Some((value.value.as_str(), only(quoted, &value.value)?))).collect();
    let fitting = |style: fn(&str) -> String| known.iter().filter(|(name, text)| style(name) == *text).count();
    let most = STYLES.into_iter().map(fitting).max().filter(|most| *most > 0)?;
    STYLES.into_iter().find(|style| fitting(*style) == most)
}

/// The quotation of a name, if all quotations are alike.
fn only<'q>(quoted: &'q Quoted, name: &str) -> Option<&'q str> {
    let mut texts = quoted.get(&folded(name))?.iter();
    texts.next().filter(|_| texts.next().is_none()).map(String::as_str)
}

fn spell_list(list: &mut ListDoc, style: Option<fn(&str) -> String>, quoted: &Quoted) {
    let Some(style) = style else { return list.values.clear() };
    for value in &mut list.values {
        value.value = only(quoted, &value.value).map_or_else(|| style(&value.value), str::to_owned);
    }
}

/// One warning per folder, at its first list.
fn report(lists: &[&mut ListDoc], sources: &Sources, sink: &mut Sink) {
    let Some(first) = lists.first() else { return };
    let lists = match lists.len() {
        1 => "this list has".to_owned(),
        2 => "this list and another one have".to_owned(),
        count => format!("this list and {} others have", count - 1),
    };
    let message = format!(
        "{lists} the names of values in the SDK, and no example or description quotes a value as the API spells it; \
         every value is accepted"
    );
    sink.report(&codes::UNSPELLED_VALUES, sources.place(first.span), message);
}

/// The words in backticks in the descriptions of a model.
fn in_descriptions(doc: &ModelDoc, quoted: &mut Quoted) {
    let of_fields = doc.fields.iter().filter_map(|field| field.description.as_deref());
    for text in doc.description.as_deref().into_iter().chain(of_fields) {
        text.split('`').skip(1).step_by(2).for_each(|word| add(word.trim_matches('"'), quoted));
    }
}

/// The texts in JSON examples that are no keys.
fn in_examples(page: &Page, quoted: &mut Quoted) {
    for block in &page.blocks {
        let Block::Paragraph(text) = block else { continue };
        if !text.value.starts_with("```json") {
            continue;
        }
        let mut pieces = text.value.split('"').skip(1);
        while let (Some(word), Some(after)) = (pieces.next(), pieces.next()) {
            if !after.trim_start().starts_with(':') {
                add(word, quoted);
            }
        }
    }
}

fn add(text: &str, quoted: &mut Quoted) {
    quoted.entry(folded(text)).or_default().insert(text.to_owned());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::doc::ValueDoc;

    fn spelled(names: &[&str], texts: &[&str]) -> Vec<String> {
        let span = Span { file: 0, start: 0, end: 0 };
        let values = names.iter().map(|name| ValueDoc::new(None, name, span)).collect();
        let mut list = ListDoc::new(values, span, false);
        let mut quoted = Quoted::new();
        for text in texts {
            add(text, &mut quoted);
        }
        let style = style([&list].into_iter(), &quoted);
        spell_list(&mut list, style, &quoted);
        list.values.into_iter().map(|value| value.value).collect()
    }

    #[test]
    fn quotations_show_how_values_are_spelled() {
        for (names, texts, values) in [
            (&["DAY", "MONTH_END"][..], &["day"][..], &["day", "month_end"][..]),
            (&["DAY", "MONTH_END"], &["DAY", "other"], &["DAY", "MONTH_END"]),
            (&["Day", "MonthEnd"], &["month-end"], &["day", "month-end"]),
            (&["DAY", "MONTH_END"], &["month end", "day"], &["day", "month end"]),
            (&["DAY", "ODD_ONE", "LAST"], &["day", "oDD_one", "last"], &["day", "oDD_one", "last"]),
            (&["DAY"], &["Day", "day"], &[]),
            (&["DAY"], &[], &[]),
        ] {
            assert_eq!(spelled(names, texts), values, "{names:?} {texts:?}");
        }
    }
}
