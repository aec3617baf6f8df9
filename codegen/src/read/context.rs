//! What everything that reads an outline shares: the dialect, the sink, and the account of the rows.

use std::ops::AddAssign;

use crate::diag::{Code, Diagnostic, Fix, Message, Reported, Sink, Subject, codes};
use crate::dialect::Dialect;
use crate::read::layout::Item;
use crate::read::page::Cell;
use crate::read::type_expr::TypeExpr;
use crate::source::{Sources, Span};

/// What the reader of a page needs and keeps.
pub(super) struct Context<'a> {
    pub dialect: &'static Dialect,
    pub sources: &'a Sources,
    pub sink: &'a mut Sink,
    pub tally: Tally,
    /// What is being read.
    pub subject: Subject,
    /// The names that models may have whose part of the page is not read.
    pub lost: Vec<String>,
    /// See [`PageDoc::asks_for_documents`](super::model::PageDoc::asks_for_documents).
    pub asks_for_documents: bool,
}

/// What became of the rows of tables; every row is counted once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Those that are fields.
    pub fields: usize,
    /// Those that are allowed values.
    pub values: usize,
    /// Those that are members of a union or parts of an object.
    pub members: usize,
    /// Those that say something about the model as a whole.
    pub other_rows: usize,
    /// Those that have a diagnostic of their own.
    pub reported: usize,
    /// Those whose table, or the row around it, has a diagnostic.
    pub unread: usize,
    /// Those of tables beside the models.
    pub beside: usize,
    /// Those that repeat another row letter by letter.
    pub repeated: usize,
}

impl AddAssign for Tally {
    fn add_assign(&mut self, other: Self) {
        let Self { fields, values, members, other_rows, reported, unread, beside, repeated } = other;
        self.fields += fields;
        self.values += values;
        self.members += members;
        self.other_rows += other_rows;
        self.reported += reported;
        self.unread += unread;
        self.beside += beside;
        self.repeated += repeated;
    }
}

impl Tally {
    /// All rows.
    pub fn sum(&self) -> usize {
        let Self { fields, values, members, other_rows, reported, unread, beside, repeated } = self;
        fields + values + members + other_rows + reported + unread + beside + repeated
    }
}

impl Context<'_> {
    /// Reports a mistake in what is being read.
    pub(super) fn report(&mut self, code: &'static Code, span: Span, message: impl Into<Message>) {
        self.sink.report_of(self.subject.clone(), code, self.sources.place(span), message);
    }

    /// Reports a mistake in a field, with the correction that certainly fixes it if there is one.
    pub(super) fn report_fixable(
        &mut self,
        code: &'static Code,
        span: Span,
        message: impl Into<Message>,
        fix: Option<Box<Fix>>,
    ) {
        let diagnostic = Diagnostic::new(code, self.sources.place(span), message);
        self.sink.add(self.subject.clone(), Diagnostic { fix, ..diagnostic });
    }

    /// The item of a list, if a line is one. A line that looks like one is reported.
    pub(super) fn item<T>(&mut self, item: Item<T>) -> Option<T> {
        match item {
            Item::Read(item) => return Some(item),
            Item::Unread(line) => drop(self.reject_line(&line)),
            Item::Text => {}
        }
        None
    }

    /// Reports a line that is left out of its list.
    pub(super) fn reject_line(&mut self, line: &Cell) -> Reported {
        let first = line.value.lines().next().unwrap_or_default();
        let message = if line.value.starts_with("```") {
            format!("this block of code, which starts with `{first}`, is not read, because its end is missing")
        } else {
            format!("`{first}` is not an item of this list, and is not read")
        };
        self.reject(&codes::UNREAD_LINE, line.span, message)
    }

    /// Reports a cell without a type whose type is taken from elsewhere.
    pub(super) fn check_replaced(&mut self, ty: &TypeExpr) {
        match ty.innermost() {
            TypeExpr::Name { text, surely_model: false, span } => {
                self.report(&codes::UNKNOWN_TYPE, *span, format!("no type is called `{text}`"));
            }
            TypeExpr::Unknown { message, span, .. } => self.report(&codes::BAD_TYPE, *span, message.clone()),
            _ => {}
        }
    }

    /// Reports why a row or model is left out.
    pub(super) fn reject(&mut self, code: &'static Code, span: Span, message: impl Into<Message>) -> Reported {
        self.sink.reject(self.subject.clone(), code, self.sources.place(span), message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tallies_are_added_number_by_number() {
        let one = Tally {
            fields: 1,
            values: 2,
            members: 4,
            other_rows: 8,
            reported: 16,
            unread: 32,
            beside: 64,
            repeated: 128,
        };
        let mut all = Tally::default();
        for _ in 0..3 {
            all += one;
        }
        assert_eq!((one.sum(), all.sum()), (255, 3 * 255));
    }
}
