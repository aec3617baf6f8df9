//! What the signs and the cells of a page say for and against a dialect.

use std::collections::BTreeSet;

use crate::dialect::{Dialect, NoteWord, Role, Sign, Weight};
use crate::read::layout::{Subject, heading};
use crate::read::page::{Block, Page, Row, Table};
use crate::read::type_expr::{self, TypeExpr};

/// How much speaks for a dialect.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Points {
    /// The signs, less what the dialect cannot read.
    pub sum: i64,
    /// The signs alone.
    pub signs: i64,
}

/// What a cell costs that the dialect cannot read.
const UNREADABLE: i64 = 2;
/// What a type costs that can only be a model that nobody describes, or a note that the dialect does not have.
const DOUBTFUL: i64 = 1;
/// So many rows of a page are looked at.
const ROWS: usize = 60;

/// The points of a dialect on a page; `None` if the page cannot be in it.
pub(super) fn score(dialect: &'static Dialect, page: &Page, documented: &BTreeSet<String>) -> Option<Points> {
    let table = match dialect.subject(page)? {
        Subject::Fields(table) => Some(table),
        Subject::Page { form, .. } => form.table(page).map(|it| it.1),
        Subject::Values { .. } | Subject::Union { .. } | Subject::Whole { .. } | Subject::Sections(_) => None,
    };
    let mut signs = 0;
    for evidence in dialect.evidence {
        match (evidence.weight, is_on(evidence.sign, page, table, dialect)) {
            (Weight::For(points) | Weight::Needed(points), true) => signs += i64::from(points),
            (Weight::Against, true) | (Weight::Needed(_), false) => return None,
            (Weight::For(_) | Weight::Against, false) => {}
        }
    }
    let rows = table.map(|it| it.rows.as_slice()).unwrap_or_default();
    let misfits: i64 = rows.iter().take(ROWS).map(|row| misfits(dialect, row, documented)).sum();
    Some(Points { sum: signs - misfits, signs })
}

/// What in a row does not fit a dialect.
fn misfits(dialect: &'static Dialect, row: &Row, documented: &BTreeSet<String>) -> i64 {
    let column = |role| dialect.columns.iter().position(|it| it.role == role);
    let mut misfits = 0;
    if let Some(cell) = column(Role::Type).and_then(|idx| row.cells.get(idx)) {
        let is_cut =
            row.cells.len() > dialect.columns.len() && dialect.columns.last().is_some_and(|it| it.role == Role::Type);
        misfits += match type_expr::parse(cell, dialect.types).innermost() {
            TypeExpr::Unknown { .. } if is_cut => 0,
            TypeExpr::Name { text, .. } if documented.contains(dialect.types.model_name(text)) => 0,
            TypeExpr::Name { text, surely_model, .. } if *surely_model || text.starts_with(char::is_uppercase) => {
                DOUBTFUL
            }
            TypeExpr::Unknown { .. } | TypeExpr::Name { .. } => UNREADABLE,
            _ => 0,
        };
    }
    if column(Role::Notes).is_some_and(|idx| idx + 1 == dialect.columns.len())
        && let Some(cell) = row.cells.last()
        && row.cells.len() >= dialect.columns.len()
    {
        let text = cell.value.trim();
        let has = |words: &[NoteWord], text: &str| words.iter().any(|it| text.starts_with(it.text));
        let fits = text.is_empty()
            || has(dialect.phrases, text)
            || text.strip_prefix('[').is_some_and(|it| has(dialect.notes, it));
        misfits += if fits { 0 } else { DOUBTFUL };
    }
    misfits
}

fn is_on(sign: Sign, page: &Page, table: Option<&Table>, dialect: &Dialect) -> bool {
    let rows = || table.map(|it| it.rows.as_slice()).unwrap_or_default();
    let any_cell = |role: Role, test: &dyn Fn(&str) -> bool| {
        let Some(idx) = dialect.columns.iter().position(|it| it.role == role) else { return false };
        rows().iter().filter_map(|row| row.cells.get(idx)).filter(|it| !it.value.is_empty()).any(|it| test(&it.value))
    };
    let any_type = |test: &dyn Fn(&str) -> bool| any_cell(Role::Type, test);
    let any_block = |test: &dyn Fn(&Block) -> bool| page.blocks.iter().any(test);
    let title = || page.blocks.iter().find_map(heading).unwrap_or_default();
    let last = |row: &&Row| row.cells.last().map(|it| it.value.clone()).unwrap_or_default();
    match sign {
        Sign::FrontMatterTitle => any_block(&|it| matches!(it, Block::FrontMatterTitle(_))),
        Sign::Text(text) => any_block(&|it| matches!(it, Block::Paragraph(it) if it.value.contains(text))),
        Sign::TextStarts(text) => any_block(&|it| matches!(it, Block::Paragraph(it) if it.value.starts_with(text))),
        Sign::TitleHas(text) => title().contains(text),
        Sign::TitleStarts(text) => title().starts_with(text),
        Sign::TitleEnds(text) => title().ends_with(text),
        Sign::Heading(text) => any_block(&|it| heading(it) == Some(text)),
        Sign::HeadingStarts(text) => any_block(&|it| heading(it).is_some_and(|it| it.starts_with(text))),
        Sign::OuterPipes(piped) => table.is_some_and(|it| it.header.piped == piped),
        Sign::RowStarts(text) => rows().iter().any(|it| it.text_starts(text)),
        Sign::NameHas(text) => any_cell(Role::Name, &|it| it.contains(text)),
        Sign::NotesHave(text) => rows().iter().any(|row| last(&row).contains(text)),
        Sign::AllNotesHave(text) => !rows().is_empty() && rows().iter().all(|row| last(&row).contains(text)),
        Sign::TypeHas(text) => any_type(&|it| it.contains(text)),
        Sign::OptionalWithout(text) => {
            let Some(idx) = dialect.columns.iter().position(|it| it.role == Role::Type) else { return false };
            let is = |row: &&Row| {
                last(row).contains("[optional]") && row.cells.get(idx).is_some_and(|it| !it.value.contains(text))
            };
            rows().iter().any(|row| is(&row))
        }
        Sign::TypeBold => any_type(&|it| it.starts_with("**") || it.starts_with("[**")),
        Sign::TypeBare => any_type(&|it| !it.contains("**")),
    }
}
