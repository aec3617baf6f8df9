//! The notes of a row: pieces in brackets, and the sentences that some dialects have instead.

use super::Reader;
use crate::dialect::NoteWord;

/// A note: its text, the word of the dialect, and what follows the word.
pub(super) type NoteText<'t> = (&'t str, Option<&'static NoteWord>, &'t str);

impl Reader<'_> {
    /// The notes of a cell that has nothing else. Brackets within a note are balanced; a sentence goes on
    /// until the next one starts.
    pub(super) fn notes_in<'t>(&self, cell: &'t str) -> Option<Vec<NoteText<'t>>> {
        let mut notes = Vec::new();
        let mut rest = cell.trim();
        while !rest.is_empty() {
            if let Some(phrase) = self.dialect.phrases.iter().find(|it| rest.starts_with(it.text)) {
                let after = &rest[phrase.text.len()..];
                let starts = self.dialect.phrases.iter().filter_map(|it| after.find(it.text));
                let end = if phrase.note.goes_on() { starts.min().unwrap_or(after.len()) } else { 0 };
                notes.push((phrase.text, Some(phrase), after[..end].trim().trim_end_matches(',')));
                rest = after[end..].trim_start();
                continue;
            }
            let note = bracketed(rest)?;
            let word = self.note(note);
            notes.push((note, word.map(|it| it.0), word.map_or("", |(_, len)| &note[len..])));
            rest = rest[note.len() + 2..].trim_start();
        }
        Some(notes)
    }
}

/// What stands in the bracket that a text starts with; brackets within it are balanced.
fn bracketed(text: &str) -> Option<&str> {
    if !text.starts_with('[') {
        return None;
    }
    let mut depth = 0_usize;
    let end = text.char_indices().find_map(|(at, it)| {
        match it {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        (depth == 0).then_some(at)
    })?;
    Some(&text[1..end])
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
