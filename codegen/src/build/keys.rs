//! Finds how each field is spelled in JSON.
//!
//! Most SDKs spell names in the case of their language, so their documents do not have the keys. They have witnesses:
//! descriptions, paths and examples that mention fields as the API spells them. The rule, with its constants in
//! [`ballot`], [`seen`] and [`single`]:
//!
//! 1. A case that the configuration chose applies without evidence, but for single names (3 and 4); what a dialect with
//!    exact keys spells applies always.
//! 2. All SDKs of an API have the same keys. The names of several words that texts of the API mention decide their
//!    case together, if there are enough of them and clearly more than in other cases.
//! 3. Samples outweigh texts: the keys of several words in bodies decide the case alone, and a name in which all
//!    samples have the same capitals (`selfURI`) has them in every model.
//! 4. Where a text names exactly one field otherwise, that field differs from its API.
//! 5. What this does not decide follows the rule of the dialect, and one warning per API says so.

use std::collections::{BTreeMap, BTreeSet};

use crate::build::unescape::{Unescaped, unescaped};
use crate::diag::Sink;
use crate::dialect::KeyCase;
use crate::pattern::Pattern;
use crate::read::doc::ModelDoc;
use crate::read::samples::{Body, Samples};
use crate::read::witnesses::{Kind, Witness};
use crate::schema::{Case, KeyEvidence, folded};
use crate::source::{Sources, Span, is_within};

mod ballot;
mod seen;
mod single;
mod spelling;
mod warning;

use ballot::Ballot;
use seen::Seen;
use single::Singles;

/// What separates the folders in the name of an API that has several.
pub(crate) const SEPARATOR: &str = ", ";

/// How many names with a `_` between small letters show that an SDK keeps the API's names though its language joins
/// words. A generator that joins words leaves none.
const KEPT: usize = 5;

/// The keys of all documents.
#[derive(Debug, Default)]
pub(crate) struct Keys {
    /// What decides the keys of a document, by its number.
    rules: BTreeMap<usize, Rule>,
    /// The configured cases, by the number of the document.
    configured: BTreeMap<usize, KeyCase>,
    apis: Vec<Api>,
    /// The folders of all APIs, those whose keys need no evidence too.
    names: BTreeSet<String>,
}

/// What decides the keys of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Rule {
    /// The configuration, and what the evidence about an API says of single names.
    Configured(KeyCase, usize),
    /// The document itself: it spells the keys.
    Spelled,
    /// The dialect, which is that of one API or of a standard.
    Dialect,
    /// The evidence about an API, an index into [`Keys::apis`].
    Evidence(usize),
}

/// A key, and what it rests on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Key {
    /// The key.
    pub(crate) text: String,
    /// Whether a rule made it of the name.
    pub(crate) assumed: bool,
    /// Where a text names it, if that decides it.
    pub(crate) named: Option<Span>,
}

/// What the documents of an API show.
#[derive(Debug, Default)]
struct Api {
    /// Its folders.
    name: String,
    /// The names of the fields whose keys are to be found, and whether they have several words.
    fields: BTreeMap<String, bool>,
    /// The names of its models.
    models: BTreeSet<String>,
    /// The case that a dialect knows.
    known: Option<Case>,
    ballot: Ballot,
    seen: Seen,
    case: Option<Case>,
    singles: Singles,
    /// The words that keys have in capitals.
    capitals: BTreeSet<String>,
}

impl Keys {
    /// Finds the keys of all documents. `api_of` names the API of each document by its number. The witnesses are read
    /// only if a key depends on them.
    pub(crate) fn find(
        docs: &[ModelDoc],
        api_of: &[String],
        configured: &[(Pattern, KeyCase)],
        witnesses: impl FnOnce() -> Vec<Witness>,
        samples: &Samples,
        sources: &Sources,
        sink: &mut Sink,
    ) -> Self {
        let mut keys = Self::default();
        keys.configure(configured, docs, sources, sink);
        keys.group(docs, api_of, sources);
        if keys.apis.iter().any(Api::depends_on_evidence) {
            keys.hear(&witnesses(), docs, api_of, sources);
            keys.see(samples, sources);
            keys.apis.iter_mut().for_each(Api::decide);
            warning::report(&keys, docs, sources, sink);
        }
        keys
    }

    /// Takes the configured cases. Reports paths at which there is no document.
    fn configure(&mut self, cases: &[(Pattern, KeyCase)], docs: &[ModelDoc], sources: &Sources, sink: &mut Sink) {
        for (path, case) in cases {
            let files = docs.iter().map(file).filter(|file| is_within(&sources.get(*file).path, path.text()));
            let within: BTreeSet<usize> = files.collect();
            if within.is_empty() && !sink.is_at(path.text()) {
                let message = format!("no document of a model is at `{}`", path.text());
                sink.report_unmatched(path.origin().clone(), message);
            }
            self.configured.extend(within.into_iter().map(|file| (file, *case)));
        }
    }

    /// Finds what decides the keys of each document, and the APIs whose keys depend on evidence.
    fn group(&mut self, docs: &[ModelDoc], api_of: &[String], sources: &Sources) {
        let kept = folders_with_kept_names(docs, sources);
        let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
        self.names = docs.iter().filter_map(|doc| api_of.get(file(doc)).cloned()).collect();
        for doc in docs {
            let (file, rule) = (file(doc), &doc.dialect.wire);
            let is_kept = || kept.contains(sources.get(file).folder()) && rule.case == KeyCase::LikelyAsSpelled;
            let configured = self.configured.get(&file).copied();
            let mut number = || {
                let name = api_of.get(file).map_or("", String::as_str);
                *numbers.entry(name).or_insert_with(|| {
                    self.apis.push(Api { name: name.to_owned(), ..Api::default() });
                    self.apis.len() - 1
                })
            };
            let found = match configured {
                Some(KeyCase::AsSpelled) => Rule::Spelled,
                Some(case) => Rule::Configured(case, number()),
                None if rule.case == KeyCase::AsSpelled || is_kept() => Rule::Spelled,
                None if rule.is_known => Rule::Dialect,
                None => Rule::Evidence(number()),
            };
            self.rules.insert(file, found);
        }
        for doc in docs {
            let name = api_of.get(file(doc)).and_then(|name| numbers.get(&**name));
            if let Some(api) = name.and_then(|number| self.apis.get_mut(*number)) {
                api.models.insert(folded(&doc.name.value));
            }
            if let Some(Rule::Evidence(number) | Rule::Configured(_, number)) = self.rules.get(&file(doc)) {
                self.apis[*number].add_fields(doc);
            }
        }
    }

    /// Gives each witness to its API. What documents with exact keys spell is a witness, too.
    fn hear(&mut self, witnesses: &[Witness], docs: &[ModelDoc], api_of: &[String], sources: &Sources) {
        let mut numbers: BTreeMap<usize, Option<usize>> = BTreeMap::new();
        for witness in witnesses {
            let file = witness.span.file;
            let number = *numbers.entry(file).or_insert_with(|| {
                let name = api_of.get(file).map_or("", String::as_str);
                if self.names.contains(name) { self.named(name) } else { self.nearest(sources.get(file).folder()) }
            });
            if let Some(api) = number.and_then(|number| self.apis.get_mut(number)) {
                api.hear(witness);
            }
        }
        for doc in docs {
            let name = api_of.get(file(doc)).map_or("", String::as_str);
            let Some(number) = self.named(name) else { continue };
            let (rule, api) = (&doc.dialect.wire, &mut self.apis[number]);
            match self.rules.get(&file(doc)) {
                Some(Rule::Spelled) => {
                    for field in &doc.fields {
                        let name = Self::plain(doc, &field.name.value);
                        api.vote(&name, Kind::Json, field.name.span);
                    }
                }
                Some(Rule::Dialect) => api.known = case_of_rule(rule.case),
                Some(Rule::Configured(case, _)) => api.known = case_of_rule(*case),
                Some(Rule::Evidence(_)) | None => {}
            }
        }
    }

    /// Gives each body to its API, which is the nearest to the folder of the samples.
    fn see(&mut self, samples: &Samples, sources: &Sources) {
        for body in &samples.bodies {
            let number = self.nearest(sources.samples()[body.file].folder());
            if let Some(api) = number.and_then(|number| self.apis.get_mut(number)) {
                api.see(body, sources);
            }
        }
    }

    fn named(&self, name: &str) -> Option<usize> {
        self.apis.iter().position(|api| api.name == name)
    }

    /// The API whose folders have most in common with another folder, unless several have: pages of calls and a
    /// README can be beside the models or above them. None if that API needs no evidence.
    fn nearest(&self, folder: &str) -> Option<usize> {
        let most = self.names.iter().map(|name| in_common(name, folder)).max()?;
        let mut nearest = self.names.iter().filter(|name| in_common(name, folder) == most);
        let only = nearest.next().filter(|_| nearest.next().is_none())?;
        self.named(only)
    }

    /// The key of a field that a document spells like this.
    pub(crate) fn key(&self, doc: &ModelDoc, spelled: &str) -> Key {
        let rule = &doc.dialect.wire;
        let Unescaped { name: plain, is_assumed } = unescaped(spelled, rule);
        match self.rules.get(&file(doc)) {
            Some(Rule::Configured(case, number)) => self.apis[*number].configured_key(doc, &plain, *case, is_assumed),
            Some(Rule::Spelled) => Key { text: plain, assumed: is_assumed, named: None },
            Some(Rule::Evidence(number)) => self.apis[*number].key(doc, &plain),
            Some(Rule::Dialect) | None => {
                Key { text: spelling::by_rule(&plain, rule, &BTreeSet::new()), assumed: true, named: None }
            }
        }
    }

    /// The name of a field without what the SDK's language put around or before it.
    pub(crate) fn plain(doc: &ModelDoc, spelled: &str) -> String {
        unescaped(spelled, &doc.dialect.wire).name
    }

    /// What was found about the APIs whose keys depend on evidence.
    pub(crate) fn evidence(&self, sources: &Sources) -> Vec<KeyEvidence> {
        let asked = self.apis.iter().filter(|api| api.depends_on_evidence() && api.known.is_none());
        asked.map(|api| api.evidence(sources)).collect()
    }
}

impl Api {
    fn add_fields(&mut self, doc: &ModelDoc) {
        for field in &doc.fields {
            let name = Keys::plain(doc, &field.name.value);
            let is_compound = self.fields.entry(folded(&name)).or_default();
            *is_compound |= spelling::has_several_words(&name);
        }
    }

    /// Whether there is a field whose key is another one in another case.
    fn depends_on_evidence(&self) -> bool {
        self.fields.values().any(|has_several_words| *has_several_words)
    }

    fn is_undecided(&self) -> bool {
        self.depends_on_evidence() && self.case.is_none()
    }

    fn hear(&mut self, witness: &Witness) {
        if self.fields.contains_key(&folded(&witness.name)) {
            self.singles.add(witness);
            self.vote(&witness.name, witness.kind, witness.span);
        }
    }

    fn see(&mut self, body: &Body, sources: &Sources) {
        for (key, at) in seen::keys_of(body) {
            let folded = folded(key);
            if self.fields.contains_key(&folded) {
                self.seen.add(folded, key, at, body, sources);
            }
        }
    }

    fn vote(&mut self, name: &str, kind: Kind, span: Span) {
        let folded = folded(name);
        let is_class = !matches!(kind, Kind::Json | Kind::Example) && self.models.contains(&folded);
        if let Some(case) = spelling::case_of(name)
            && self.fields.get(&folded) == Some(&true)
            && !(case == Case::Pascal && is_class)
        {
            self.ballot.add(&folded, name, case, kind, span);
        }
    }

    fn decide(&mut self) {
        self.case = self.known.or_else(|| self.seen.case()).or_else(|| self.ballot.case());
        let case = self.case.unwrap_or(Case::Camel);
        if case != Case::Snake {
            self.capitals = single::capitals(self.ballot.names(case).chain(self.seen.names(case)));
        }
    }

    fn key(&self, doc: &ModelDoc, plain: &str) -> Key {
        let rule = &doc.dialect.wire;
        let text = match self.case {
            Some(case) => spelling::by_evidence(plain, rule, case, &self.capitals),
            None => spelling::by_rule(plain, rule, &self.capitals),
        };
        let found = self.instead_of(&text, doc, plain);
        found.unwrap_or(Key { text, assumed: true, named: None })
    }

    /// The key in a configured case, unless samples or texts name it otherwise.
    fn configured_key(&self, doc: &ModelDoc, plain: &str, case: KeyCase, assumed: bool) -> Key {
        let text = spelling::chosen(plain, &doc.dialect.wire, case, &self.capitals);
        let found = self.instead_of(&text, doc, plain);
        found.unwrap_or(Key { text, assumed, named: None })
    }

    /// The key that samples or texts show for this field alone.
    fn instead_of(&self, text: &str, doc: &ModelDoc, plain: &str) -> Option<Key> {
        let seen = self.seen.only_spelling(&folded(plain)).filter(|key| is_same_but_for_capitals(key, text));
        if let Some(key) = seen {
            return Some(Key { text: key.to_owned(), assumed: true, named: None });
        }
        let (name, span) = self.singles.instead_of(text, plain, doc.name.span)?;
        Some(Key { text: name.to_owned(), assumed: false, named: Some(span) })
    }

    fn evidence(&self, sources: &Sources) -> KeyEvidence {
        KeyEvidence {
            api: self.name.clone(),
            case: self.case,
            witnesses: self.ballot.witnesses(sources),
            samples: self.seen.witnesses(),
        }
    }
}

/// The case that keys have by a rule, as far as it says one.
fn case_of_rule(case: KeyCase) -> Option<Case> {
    match case {
        KeyCase::Camel | KeyCase::SmallFirst | KeyCase::ProtoJson => Some(Case::Camel),
        KeyCase::Snake => Some(Case::Snake),
        KeyCase::Pascal => Some(Case::Pascal),
        KeyCase::LikelyAsSpelled | KeyCase::AsSpelled => None,
    }
}

/// The folders whose SDK has kept the API's names.
fn folders_with_kept_names<'a>(docs: &[ModelDoc], sources: &'a Sources) -> BTreeSet<&'a str> {
    let mut kept: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for doc in docs.iter().filter(|doc| doc.dialect.wire.case == KeyCase::LikelyAsSpelled) {
        let names = doc.fields.iter().map(|field| &*field.name.value).filter(|name| is_kept(name));
        kept.entry(sources.get(file(doc)).folder()).or_default().extend(names);
    }
    kept.into_iter().filter(|(_, names)| names.len() >= KEPT).map(|(folder, _)| folder).collect()
}

fn is_kept(name: &str) -> bool {
    name.as_bytes().windows(3).any(|it| it[0].is_ascii_lowercase() && it[1] == b'_' && it[2].is_ascii_lowercase())
}

/// How many folders two paths share, of an API with several folders for the one that shares most.
fn in_common(name: &str, folder: &str) -> usize {
    let shared = |path: &str| path.split('/').zip(folder.split('/')).take_while(|(a, b)| a == b).count();
    name.split(SEPARATOR).map(shared).max().unwrap_or_default()
}

/// Whether a key is one that a rule made, but for capitals within it: `selfURI`, `selfUri`. What else differs in one
/// model, such as a request in another case, is no evidence about other models.
fn is_same_but_for_capitals(key: &str, by_rule: &str) -> bool {
    key.eq_ignore_ascii_case(by_rule) && key.chars().next() == by_rule.chars().next()
}

fn file(doc: &ModelDoc) -> usize {
    doc.name.span.file
}
