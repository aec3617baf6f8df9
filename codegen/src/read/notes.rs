//! The notes of a row: pieces in brackets, and the sentences that some dialects have instead.

use super::context::Context;
use super::doc::{FieldDoc, LimitDoc, ListDoc};
use super::values;
use crate::diag::{Fix, Message, certain, codes, is_near, words};
use crate::dialect::{Constraint, Dialect, Note, NoteWord, Word};
use crate::read::page::{Cell, inline};
use crate::read::type_expr::TypeExpr;
use crate::source::{Sp, Span};

/// A piece of a notes cell.
struct Piece<'t> {
    /// The text without its brackets.
    text: &'t str,
    /// The word of the dialect that it starts with.
    word: Option<&'static NoteWord>,
    /// The text after that word.
    rest: &'t str,
}

/// The pieces of a cell that consists of notes; `None` if it has anything else. Brackets within a note are balanced;
/// a sentence ends where the next one starts.
fn pieces<'t>(cell: &'t str, dialect: &Dialect) -> Option<Vec<Piece<'t>>> {
    let mut pieces = Vec::new();
    let mut rest = cell.trim();
    let all = rest;
    let starts = starts(all, dialect);
    while !rest.is_empty() {
        if let Some(phrase) = dialect.phrases.iter().find(|phrase| rest.starts_with(phrase.text)) {
            let after = &rest[phrase.text.len()..];
            let from = all.len() - after.len();
            let next = starts.get(starts.partition_point(|start| *start < from)).map(|start| start - from);
            let end = if phrase.note.goes_on() { next.unwrap_or(after.len()) } else { 0 };
            let own = after[..end].trim().trim_end_matches(',');
            pieces.push(Piece { text: phrase.text, word: Some(phrase), rest: own });
            rest = after[end..].trim_start();
            continue;
        }
        let text = bracketed(rest)?;
        let word = word_of(text, dialect);
        pieces.push(Piece { text, word, rest: word.map_or("", |word| &text[word.text.len()..]) });
        rest = rest[text.len() + 2..].trim_start();
    }
    Some(pieces)
}

/// Where the phrases of the dialect start in a text.
fn starts(text: &str, dialect: &Dialect) -> Vec<usize> {
    let of_phrase = |phrase: &'static NoteWord| text.match_indices(phrase.text).map(|(at, _)| at);
    let mut starts: Vec<usize> = dialect.phrases.iter().flat_map(of_phrase).collect();
    starts.sort_unstable();
    starts
}

/// Whether a cell consists of notes that the dialect knows.
pub(super) fn are_notes(cell: &Cell, dialect: &Dialect) -> bool {
    pieces(&cell.value, dialect).is_some_and(|pieces| pieces.iter().all(|piece| piece.word.is_some()))
}

/// The word of the dialect that a note starts with.
fn word_of(text: &str, dialect: &Dialect) -> Option<&'static NoteWord> {
    let fits = |word: &&NoteWord| if word.note.goes_on() { text.starts_with(word.text) } else { text == word.text };
    dialect.notes.iter().find(fits)
}

impl Context<'_> {
    /// Applies the notes of a cell to a field.
    pub(super) fn notes(&mut self, cell: &Cell, field: &mut FieldDoc) {
        let Some(pieces) = pieces(&cell.value, self.dialect) else {
            return self.no_notes(cell);
        };
        for Piece { text, word, rest } in pieces {
            let Some(word) = word else {
                self.unknown_note(text, cell.span);
                continue;
            };
            let is_repeated = apply(word.note, inline::plain(rest).trim(), cell.span, self.dialect, field);
            if is_repeated {
                let message = format!("the note `[{}]` is repeated", word.text.trim_end());
                self.report(&codes::NOTE_TWICE, cell.span, message);
            }
        }
    }
}

impl Context<'_> {
    /// Reports notes that are in the column of descriptions, where they say nothing about the field.
    pub(super) fn check_misplaced_notes(&mut self, description: &Cell) {
        let pieces = pieces(&description.value, self.dialect).unwrap_or_default();
        if description.value.starts_with('[') && pieces.iter().all(|piece| piece.word.is_some()) && !pieces.is_empty() {
            let message = format!("`{}` is a note, but it is in the column of descriptions", description.value);
            let only = if let [piece] = &*pieces { piece.word } else { None };
            let fix = only.and_then(|word| self.fix(word.note));
            self.report_fixable(&codes::MISSPELLED_NOTE, description.span, message, fix);
        }
    }

    /// Reports a cell that does not consist of notes.
    fn no_notes(&mut self, cell: &Cell) {
        let message = Message::new(format!("`{}` is not a note", cell.value));
        if let Some(word) = meant(&cell.value, self.dialect) {
            let message = message.help(format!("did you mean {}?", in_brackets(word)));
            let fix = self.fix_of_text(&cell.value, self.dialect.notes);
            return self.report_fixable(&codes::MISSPELLED_NOTE, cell.span, message, fix);
        }
        let message = message.help("notes are in brackets, as in `[optional]`");
        self.report(&codes::UNKNOWN_NOTE, cell.span, message);
    }

    /// Reports a note that the dialect does not have.
    fn unknown_note(&mut self, text: &str, span: Span) {
        let message = Message::new(format!("unknown note `[{text}]`"));
        if let Some(word) = meant(text, self.dialect) {
            let message = message.help(format!("did you mean {}?", in_brackets(word)));
            let fix = self.fix_of_text(text, self.dialect.notes);
            return self.report_fixable(&codes::MISSPELLED_NOTE, span, message, fix);
        }
        let known: Vec<String> = self.dialect.notes.iter().map(in_brackets).collect();
        let message = message.help(format!("this dialect has {}", known.join(", ")));
        self.report(&codes::UNKNOWN_NOTE, span, message);
    }
}

impl Context<'_> {
    /// The correction for a text that is one of these words, but for a letter or the marks around it.
    pub(super) fn fix_of_text(&self, text: &str, known: &[NoteWord]) -> Option<Box<Fix>> {
        let joined: Vec<String> = known.iter().map(|word| words(word.text).concat()).collect();
        let meant = certain(&words(text).concat(), joined.iter().map(String::as_str))?;
        let word = known.iter().zip(&joined).find(|(_, joined)| *joined == meant)?.0;
        self.fix(word.note)
    }

    /// The correction that does what a note of the field means, if there is one.
    fn fix(&self, note: Note) -> Option<Box<Fix>> {
        let (correction, value) = match note {
            Note::Optional => ("presence", "optional"),
            Note::Required => ("presence", "required"),
            Note::Nullable => ("nullable", "yes"),
            _ => return None,
        };
        let ([model], Some(field)) = (&*self.subject.models, &self.subject.field) else { return None };
        let (model, field) = (model.clone(), Some(field.clone()));
        Some(Box::new(Fix { model, field, correction, value: value.to_owned() }))
    }
}

fn in_brackets(word: &NoteWord) -> String {
    format!("`[{}]`", word.text.trim_end())
}

/// The note of the dialect that a text is meant to be: it has the same words, but for a letter or two, or one of its
/// words is a note.
fn meant(text: &str, dialect: &Dialect) -> Option<&'static NoteWord> {
    let given = words(text);
    let is_meant = |note: &&NoteWord| {
        let wanted = words(note.text);
        // A note that goes on starts with its own words.
        let limit = if note.note.goes_on() { 1 } else { usize::MAX };
        let mut parts = given.windows(wanted.len().max(1)).take(limit);
        !wanted.is_empty() && parts.any(|part| is_near(&part.concat(), &wanted.concat()))
    };
    dialect.notes.iter().find(is_meant)
}

/// Applies a note to a field; `rest` is the text after its word. Returns whether the field had it already.
pub(super) fn apply(note: Note, rest: &str, span: Span, dialect: &Dialect, field: &mut FieldDoc) -> bool {
    match note {
        Note::Optional => std::mem::replace(&mut field.optional, true),
        Note::Required => std::mem::replace(&mut field.required, true),
        Note::Nullable => {
            wrap(field, TypeExpr::Nullable);
            false
        }
        Note::Repeated => {
            wrap(field, TypeExpr::List);
            false
        }
        Note::ReadOnly => std::mem::replace(&mut field.read_only, true),
        Note::Deprecated => std::mem::replace(&mut field.deprecated, true),
        Note::Type(word) => {
            set_word(field, word);
            false
        }
        Note::Format(words) => {
            words.iter().filter(|word| word.text == rest).for_each(|word| set_word(field, word));
            false
        }
        Note::Default if dialect.defaults.none.contains(&rest) => false,
        Note::Default => field.default.replace(Sp { value: rest.to_owned(), span }).is_some(),
        Note::Values => set_values(field, values::in_note(rest, ",", span)),
        Note::UniqueItems => std::mem::replace(&mut field.unique_items, true),
        Note::Constraint(constraint) => limit(field, constraint, Sp { value: rest.to_owned(), span }),
        Note::Nothing => false,
    }
}

fn set_values(field: &mut FieldDoc, values: Option<ListDoc>) -> bool {
    values.is_some_and(|values| field.values.replace(Box::new(values)).is_some())
}

fn limit(field: &mut FieldDoc, of: Constraint, text: Sp<String>) -> bool {
    let is_repeated = field.limits.iter().any(|known| known.of == of);
    field.limits.push(LimitDoc { of, text });
    is_repeated
}

/// Replaces the innermost part of the type by a word that says more. What is not a type stays, so that it is reported.
fn set_word(field: &mut FieldDoc, word: &'static Word) {
    let innermost = field.ty.value.innermost();
    if matches!(innermost, TypeExpr::Unknown { .. } | TypeExpr::Name { surely_model: false, .. }) {
        return;
    }
    let ty = std::mem::replace(&mut field.ty.value, TypeExpr::Unnamed { link: None });
    field.ty.value = ty.with_innermost(TypeExpr::Word(word));
}

/// Puts the type of a field into another one.
fn wrap(field: &mut FieldDoc, outer: impl Fn(Box<TypeExpr>) -> TypeExpr) {
    let inner = std::mem::replace(&mut field.ty.value, TypeExpr::Unnamed { link: None });
    field.ty.value = outer(Box::new(inner));
}

/// The text in the bracket that a text starts with; brackets within it are balanced.
fn bracketed(text: &str) -> Option<&str> {
    if !text.starts_with('[') {
        return None;
    }
    let mut depth = 0_usize;
    for (at, letter) in text.char_indices() {
        match letter {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return Some(&text[1..at]);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_ends_with_its_own_bracket() {
        assert_eq!(bracketed("[optional][readonly]"), Some("optional"));
        assert_eq!(bracketed("[default to [1, 2]] [optional]"), Some("default to [1, 2]"));
        assert_eq!(bracketed("[open"), None);
        assert_eq!(bracketed("ä"), None);
    }
}
