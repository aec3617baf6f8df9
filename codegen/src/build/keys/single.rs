//! Keys that differ from the case of their API, because a text names exactly them.

use std::collections::{BTreeMap, BTreeSet};

use super::spelling;
use crate::read::witnesses::{Kind, Witness};
use crate::schema::{Case, folded};
use crate::source::Span;

/// How many texts must mention a spelling that differs from what the case of the API makes of the name. In prose, one
/// alone is often a slip (`botID`); keys in JSON are not.
const SEVERAL: usize = 2;

/// How the texts of an API spell the names of fields.
#[derive(Debug, Default)]
pub(super) struct Singles {
    /// The spellings of a name anywhere.
    anywhere: BTreeMap<String, BTreeMap<String, Mentions>>,
    /// The spellings in backticks in the descriptions of one model, by its heading.
    in_model: BTreeMap<(Span, String), BTreeMap<String, Span>>,
    /// The keys in examples on the page of a model, by its document.
    in_example: BTreeMap<(usize, String), BTreeMap<String, Span>>,
}

#[derive(Debug)]
struct Mentions {
    count: usize,
    in_json: bool,
    first: Span,
}

impl Singles {
    pub(super) fn add(&mut self, witness: &Witness) {
        let name = folded(&witness.name);
        if witness.kind == Kind::Example {
            let spellings = self.in_example.entry((witness.span.file, name.clone())).or_default();
            spellings.entry(witness.name.clone()).or_insert(witness.span);
        }
        if let (Kind::Code, Some(model)) = (witness.kind, witness.model) {
            let spellings = self.in_model.entry((model, name.clone())).or_default();
            spellings.entry(witness.name.clone()).or_insert(witness.span);
        }
        let spellings = self.anywhere.entry(name).or_default();
        let new = || Mentions { count: 0, in_json: false, first: witness.span };
        let mentions = spellings.entry(witness.name.clone()).or_insert_with(new);
        mentions.count += 1;
        mentions.in_json |= matches!(witness.kind, Kind::Json | Kind::Example);
    }

    /// Whether an example on the page of a model has a field.
    pub(super) fn has_example(&self, plain: &str, file: usize) -> bool {
        self.in_example.contains_key(&(file, folded(plain)))
    }

    /// The key that texts name instead of the one that the case of the API makes, and where. In this order
    ///
    /// - an example on the page of the model has it, in one spelling only;
    /// - a description of the same model has it in backticks, in one spelling only;
    /// - texts write words of it in capitals (`accountID`), which languages that cut names into words lose;
    /// - texts put a `_` before it (`_links`), which most languages drop.
    pub(super) fn instead_of(&self, key: &str, plain: &str, model: Span) -> Option<(&str, Span)> {
        let name = folded(plain);
        if let Some(spellings) = self.in_example.get(&(model.file, name.clone())) {
            return only(spellings.iter()).map(|(name, span)| (name, *span));
        }
        if let Some(spellings) = self.in_model.get(&(model, name.clone()))
            && let Some(found) = only_other(spellings, key)
        {
            return Some(found);
        }
        let spellings = self.anywhere.get(&name)?;
        if spellings.contains_key(key) {
            return None;
        }
        let is_cut = plain.trim_matches('_').contains('_');
        let same_words = spellings.iter().filter(|(other, mentions)| {
            is_cut && has_more_capitals(other, key) && (mentions.in_json || mentions.count >= SEVERAL)
        });
        let hidden = spellings
            .iter()
            .filter(|(other, mentions)| other.strip_prefix('_') == Some(key) && mentions.count >= SEVERAL);
        only(same_words).or_else(|| only(hidden)).map(|(name, mentions)| (name, mentions.first))
    }
}

/// The one spelling in snake or camel case, unless the expected one is there too.
fn only_other<'a>(spellings: &'a BTreeMap<String, Span>, expected: &str) -> Option<(&'a str, Span)> {
    let has_case = |name: &str| matches!(spelling::case_of(name), Some(Case::Camel | Case::Snake));
    if spellings.contains_key(expected) {
        return None;
    }
    only(spellings.iter().filter(|(name, _)| has_case(name))).map(|(name, span)| (name, *span))
}

fn only<'a, T>(mut found: impl Iterator<Item = (&'a String, &'a T)>) -> Option<(&'a str, &'a T)> {
    let (name, what) = found.next()?;
    found.next().is_none().then_some((&**name, what))
}

/// Whether a spelling differs by capitals within words alone: each word still starts with one.
fn has_more_capitals(name: &str, key: &str) -> bool {
    name != key
        && name.eq_ignore_ascii_case(key)
        && name.bytes().zip(key.bytes()).all(|(a, b)| a == b || a.is_ascii_uppercase())
        && name.as_bytes().first() == key.as_bytes().first()
}

/// How many names must have a word in capitals, and how many times as many as have it otherwise.
const LEARNED: (usize, usize) = (3, 3);

/// The words that the names of an API have in capitals, such as `id` in `AccountID`.
pub(super) fn capitals<'a>(names: impl Iterator<Item = &'a str>) -> BTreeSet<String> {
    let mut words: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for name in names {
        for word in spelling::words(name).into_iter().skip(1) {
            let (capitals, others) = words.entry(word.to_lowercase()).or_default();
            *(if spelling::is_capitals(word) { capitals } else { others }) += 1;
        }
    }
    let (enough, clearly) = LEARNED;
    let is_learned = |(capitals, others): (usize, usize)| capitals >= enough && capitals > clearly * others;
    words.into_iter().filter(|(_, counts)| is_learned(*counts)).map(|(word, _)| word).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn span(start: usize) -> Span {
        Span { file: 0, start, end: start }
    }

    fn singles(mentions: &[(&str, Kind)]) -> Singles {
        let mut singles = Singles::default();
        for (idx, (name, kind)) in mentions.iter().enumerate() {
            let model = (*kind == Kind::Code).then_some(span(99));
            singles.add(&Witness { name: (*name).to_owned(), kind: *kind, span: span(idx), model });
        }
        singles
    }

    fn key<'a>(singles: &'a Singles, key: &str, plain: &str, model: usize) -> Option<&'a str> {
        singles.instead_of(key, plain, span(model)).map(|(name, _)| name)
    }

    #[test]
    fn a_description_of_the_same_model_names_a_key() {
        let named = singles(&[("client_id", Kind::Code)]);
        assert_eq!(key(&named, "clientId", "ClientId", 99), Some("client_id"));
        assert_eq!(key(&named, "clientId", "ClientId", 1), None);
        let both = singles(&[("client_id", Kind::Code), ("clientId", Kind::Code)]);
        assert_eq!(key(&both, "clientId", "ClientId", 99), None);
    }

    #[test]
    fn capitals_that_a_language_lost_come_back() {
        let json = singles(&[("accountID", Kind::Json)]);
        assert_eq!(key(&json, "accountId", "account_id", 1), Some("accountID"));
        let slip = singles(&[("accountID", Kind::Description)]);
        assert_eq!(key(&slip, "accountId", "account_id", 1), None);
        let twice = singles(&[("accountID", Kind::Description), ("accountID", Kind::Page)]);
        assert_eq!(key(&twice, "accountId", "account_id", 1), Some("accountID"));
        let other_words = singles(&[("accountid", Kind::Json), ("AccountId", Kind::Json)]);
        assert_eq!(key(&other_words, "accountId", "account_id", 1), None);
    }

    #[test]
    fn an_underscore_comes_back() {
        let links = singles(&[("_links", Kind::Code), ("_links", Kind::Code)]);
        assert_eq!(key(&links, "links", "Links", 1), Some("_links"));
        assert_eq!(key(&singles(&[("_links", Kind::Code)]), "links", "Links", 1), None);
    }

    #[test]
    fn words_in_capitals_are_learned_from_several_names() {
        let names = ["AccountID", "InvoiceID", "ContactID", "PageUrl", "DateUTC"];
        assert_eq!(capitals(names.into_iter()).into_iter().collect::<Vec<_>>(), ["id"]);
        assert!(capitals(["AccountID", "InvoiceID", "ContactID", "ItemId"].into_iter()).is_empty());
    }
}
