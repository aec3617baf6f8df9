//! The warning about an API whose keys nothing decides.

use std::collections::BTreeSet;

use super::{Api, Keys, Rule, SEPARATOR, file, spelling};
use crate::diag::{Message, Sink, codes};
use crate::dialect::KeyCase;
use crate::read::doc::{FieldDoc, ModelDoc};
use crate::source::Sources;

/// The cases that the message offers besides the right one.
const CASES: [(&str, KeyCase); 3] = [("Camel", KeyCase::Camel), ("Snake", KeyCase::Snake), ("Pascal", KeyCase::Pascal)];

/// Reports each API whose keys nothing decides, at the first field whose key depends on it.
pub(super) fn report(keys: &Keys, docs: &[ModelDoc], sources: &Sources, sink: &mut Sink) {
    for (number, api) in keys.apis.iter().enumerate().filter(|(_, api)| api.is_undecided()) {
        let own = docs.iter().filter(|doc| keys.rules.get(&file(doc)) == Some(&Rule::Evidence(number)));
        let fields = own.flat_map(|doc| doc.fields.iter().map(move |field| Example { doc, field }));
        let is_shown = |example: &Example<'_>| api.singles.has_example(&example.name(), file(example.doc));
        let mut depending = fields.filter(|example| example.depends_on_case() && !is_shown(example)).peekable();
        let first = depending.peek().copied();
        // A key that a case makes shows best what to configure.
        let found = depending.find(|example| example.case(&example.key(keys)).is_some()).or(first);
        if let Some(example) = found {
            let message = example.message(api, &example.key(keys), sources);
            sink.report(&codes::ASSUMED_KEYS, sources.place(example.field.name.span), message);
        }
    }
}

/// A field whose key is assumed.
#[derive(Clone, Copy)]
struct Example<'a> {
    doc: &'a ModelDoc,
    field: &'a FieldDoc,
}

impl Example<'_> {
    fn name(&self) -> String {
        Keys::plain(self.doc, &self.field.name.value)
    }

    fn key(&self, keys: &Keys) -> String {
        keys.key(self.doc, &self.field.name.value).text
    }

    /// Whether the key differs between the cases.
    fn depends_on_case(&self) -> bool {
        spelling::has_several_words(&self.name())
    }

    fn key_in(&self, case: KeyCase) -> String {
        spelling::chosen(&self.name(), &self.doc.dialect.wire, case, &BTreeSet::new())
    }

    /// The variant of [`KeyCase`] that makes this key.
    fn case(&self, key: &str) -> Option<&'static str> {
        let [camel, snake, pascal] = CASES;
        let cases = [camel, ("AsSpelled", KeyCase::AsSpelled), snake, pascal];
        cases.into_iter().find(|(_, case)| self.key_in(*case) == key).map(|(word, _)| word)
    }

    /// What is assumed, and what to configure for it and for the other cases.
    fn message(&self, api: &Api, key: &str, sources: &Sources) -> Message {
        let folders = if api.name.is_empty() { sources.get(file(self.doc)).folder() } else { &api.name };
        let right = self.case(key).unwrap_or("AsSpelled");
        let calls: String =
            folders.split(SEPARATOR).map(|folder| format!(".key_case(\"{folder}\", KeyCase::{right})")).collect();
        let mut others = Vec::new();
        for (word, case) in CASES {
            let other = self.key_in(case);
            if other != key {
                others.push(format!("`KeyCase::{word}` for `{other}`"));
            }
        }
        let (evidence, others) = (api.evidence(sources), others.join(" or "));
        Message::new(format!("{evidence}, like `{key}`")).help(format!("set `{calls}` if that is right, {others}"))
    }
}
