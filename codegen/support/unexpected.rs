// Lists the values that documents do not describe.

use std::fmt;

use serde_json::Value as Json;

use super::extra::Extra;
use super::faults::item_of;
use super::inspect::Inspect;
use super::model::{Indexed, Visit};
use super::notes::{Note, Part};
use super::slot::View;

/// A value that its document does not describe.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Unexpected {
    /// Its path, such as `participants[0].wrapup.code`.
    pub path: String,
    /// Why it is unexpected.
    pub what: What,
    /// The value.
    pub found: Json,
}

/// Why a value is unexpected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum What {
    /// The document does not describe its key.
    UnknownKey,
    /// The document states this type for it, in the terms of corrections.
    WrongKind(&'static str),
    /// The document lists other values for it.
    UnlistedValue,
    /// The key is an assumption, and its value was read from another spelling, which is what was found.
    OtherSpelling,
    /// The type of its field cannot hold this date exactly. The field has the nearest one.
    Nearest,
}

impl fmt::Display for Unexpected {
    #[inline]
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { path, what, found } = self;
        // A value of an enum has no path.
        let path = if path.is_empty() { "the value" } else { path };
        match what {
            What::UnknownKey => write!(f, "{path}: unknown key, found {found}"),
            What::WrongKind(expected) => write!(f, "{path}: expected {expected}, found {found}"),
            What::UnlistedValue => write!(f, "{path}: unlisted value {found}"),
            What::Nearest => write!(f, "{path}: read as the nearest value, found {found}"),
            What::OtherSpelling => write!(f, "{path}: read from `{}`", found.as_str().unwrap_or_default()),
        }
    }
}

/// A key in a path: `.key`, or `["any key"]` if that would be ambiguous.
struct Step<'a>(&'a str);

impl fmt::Display for Step<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plain = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '-' | '$');
        match self.0 {
            "" => f.write_str("[\"\"]"),
            key if key.chars().all(plain) => write!(f, ".{key}"),
            key => write!(f, "[{key:?}]"),
        }
    }
}

/// What [`unexpected`](super::inspect::unexpected) has found, and where it is searching.
#[derive(Debug, Default)]
pub struct Report {
    /// The path of the value that is searched, with a dot before its first key.
    path: String,
    all: Vec<Unexpected>,
}

impl Report {
    /// Searches the value of a key.
    pub fn key<T: Inspect + ?Sized>(&mut self, key: &str, value: &T) {
        self.at(&Step(key), |report| value.report_to(report));
    }

    /// Searches the items of a list.
    pub fn items<I: IntoIterator<Item: Inspect>>(&mut self, items: I) {
        for (position, item) in items.into_iter().enumerate() {
            self.at(&format_args!("[{position}]"), |report| item.report_to(report));
        }
    }

    /// Searches what generated code passes.
    #[doc(hidden)]
    pub fn view(&mut self, view: View<'_>) {
        self.value((view, None), "");
    }

    /// Searches a value of this type; the name of the type is empty if it is not known.
    fn value(&mut self, (view, note): Part<'_>, ty: &'static str) {
        match (view, note) {
            (View::Unlisted(text), _) => self.add(What::UnlistedValue, text.into()),
            (View::UnlistedInteger(number), _) => self.add(What::UnlistedValue, number.into()),
            (View::UnlistedNumber(_), _) => self.add(What::UnlistedValue, super::write::json(view, None, false)),
            (View::Items(items), Some(Note::Items(notes))) => {
                for (position, part) in notes.all(items).into_iter().enumerate() {
                    self.at(&format_args!("[{position}]"), |report| report.part(part, ty));
                }
            }
            (View::Items(items), _) => {
                for (position, view) in super::view::each(items).enumerate() {
                    self.at(&format_args!("[{position}]"), |report| report.part((view, None), ty));
                }
            }
            (View::Entries(entries), Some(Note::Entries(notes))) => {
                for (key, part) in notes.all(entries) {
                    self.at(&Step(key), |report| report.part(part, ty));
                }
            }
            (View::Entries(entries), _) => {
                for (key, view) in entries.each() {
                    self.at(&Step(key), |report| report.part((view, None), ty));
                }
            }
            (View::Fields(model), _) => model.visit(self),
            (View::Member(union), _) => match union.value() {
                // `null` means that there is no value, so it is not unexpected.
                View::Json(found) if union.is_unlisted() && !found.is_null() => {
                    self.add(What::WrongKind(union.cases().name), found.clone());
                }
                value => self.value((value, note), ""),
            },
            (View::Stamp(stamp), Some(Note::Text(text))) if stamp.is_nearest_to(text) => {
                self.add(What::Nearest, (**text).into());
            }
            _ => {}
        }
    }

    /// Searches an item of a list or map of this type.
    fn part(&mut self, part: Part<'_>, ty: &'static str) {
        let item = item_of(ty).unwrap_or_default();
        match part {
            (View::Null, _) => self.add(What::WrongKind(if item.is_empty() { "a value" } else { item }), Json::Null),
            part => self.value(part, item),
        }
    }

    pub(super) fn into_list(self) -> Vec<Unexpected> {
        self.all
    }

    fn at(&mut self, step: &dyn fmt::Display, act: impl FnOnce(&mut Self)) {
        let length = self.path.len();
        self.path.push_str(&step.to_string());
        act(self);
        self.path.truncate(length);
    }

    fn add(&mut self, what: What, found: Json) {
        let path = self.path.strip_prefix('.').unwrap_or(&self.path).to_owned();
        self.all.push(Unexpected { path, what, found });
    }
}

impl Visit for Report {
    #[inline]
    fn fields(&mut self, shape: &'static Indexed, fields: &[View<'_>], extra: &Extra) {
        for ((key, ty), view) in shape.keys.iter().zip(shape.types).zip(fields) {
            self.at(&Step(key), |report| report.value((*view, extra.note(key)), ty));
            if let Some(spelling) = extra.spelling(key) {
                self.at(&Step(key), |report| report.add(What::OtherSpelling, spelling.into()));
            }
        }
        for (key, found) in extra {
            let ty = shape.find(key).and_then(|position| shape.types.get(position));
            let what = ty.map_or(What::UnknownKey, |ty| What::WrongKind(ty));
            self.at(&Step(key), |report| report.add(what, found.clone()));
        }
    }
}
