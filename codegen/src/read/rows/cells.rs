//! The cells of a row, as many as its table has columns.

use std::borrow::Cow;

use crate::diag::{Message, Reported, codes};
use crate::dialect::{Dialect, NoteWord, Role};
use crate::read::context::Context;
use crate::read::notes::are_notes;
use crate::read::page::{Cell, Row, inline};
use crate::read::type_expr::{self, TypeExpr};
use crate::source::{Sources, Sp, Span};

/// One cell for each column of the table.
pub(super) struct Cells<'r> {
    cells: Cow<'r, [Cell]>,
    dialect: &'static Dialect,
}

impl Cells<'_> {
    /// The cell of the first column with a role.
    pub(super) fn of(&self, role: Role) -> Option<&Cell> {
        self.cells.get(column(self.dialect, role)?)
    }

    /// The cells that have one of several words, and these words.
    pub(super) fn with_words(&self) -> impl Iterator<Item = (&Cell, &'static [NoteWord])> {
        self.cells.iter().zip(self.dialect.all_columns()).filter_map(|(cell, column)| match column.role {
            Role::OneOf(words) => Some((cell, words)),
            _ => None,
        })
    }
}

fn column(dialect: &Dialect, role: Role) -> Option<usize> {
    dialect.columns.iter().position(|column| column.role == role)
}

fn ends_with_notes(dialect: &Dialect) -> bool {
    dialect.columns.last().is_some_and(|last| last.role == Role::Notes)
}

impl Context<'_> {
    /// The cells of a row in a table with this many columns, or as many as the property tables of the dialect have. A
    /// row that has too few or too many is reported, unless the surplus can be explained.
    pub(super) fn cells<'r>(&mut self, row: &'r Row, width: usize) -> Result<Cells<'r>, Reported> {
        let wanted = self.dialect.columns.len().max(width);
        let found = row.cells.len();
        if found == 1 && !row.piped {
            let message = "this line belongs to the table above and has no cells; it is not read";
            return Err(self.reject(&codes::TEXT_IN_TABLE, row.span, message.to_owned()));
        }
        if found < wanted {
            let message = format!("this row has {found} of {wanted} cells, so it is unclear which are missing");
            return Err(self.reject(&codes::SHORT_ROW, row.span, message));
        }
        if found == wanted {
            return Ok(Cells { cells: Cow::Borrowed(&row.cells), dialect: self.dialect });
        }
        let (cells, is_piped) = (row.cells.clone(), row.piped);
        let mut recovery = Recovery { cells, wanted, is_piped, dialect: self.dialect, sources: self.sources };
        if !recovery.recover() {
            let found = recovery.cells.len();
            let hint = if ends_with_notes(self.dialect) { ", and the last one holds no notes" } else { "" };
            let message = Message::new(format!("this row has {found} cells instead of {wanted}{hint}"));
            let message = message.help("write `\\|` for a `|` in the text");
            return Err(self.reject(&codes::SURPLUS_CELLS, row.span, message));
        }
        Ok(Cells { cells: Cow::Owned(recovery.cells), dialect: self.dialect })
    }
}

/// A row with surplus cells: one of its texts has an unescaped `|`.
///
/// Names have none. A type goes on until its brackets are closed. The notes are recognized by being empty or made of
/// notes; if the last cell is not, they may have been cut. The description is all that is between.
struct Recovery<'a> {
    cells: Vec<Cell>,
    /// The number of columns.
    wanted: usize,
    /// Whether the row starts with a pipe.
    is_piped: bool,
    dialect: &'static Dialect,
    sources: &'a Sources,
}

impl Recovery<'_> {
    /// Joins the cells of each text; `false` if it is unclear which these are.
    fn recover(&mut self) -> bool {
        if self.has_next_row() {
            return false;
        }
        self.close_type();
        self.drop_last_pipe();
        if self.surplus() == 0 {
            return true;
        }
        // Without a description, only a type that ends the row can have the surplus.
        let ends_with_type = self.dialect.columns.last().is_some_and(|last| last.role == Role::Type);
        let ty = column(self.dialect, Role::Type).filter(|_| ends_with_type);
        let Some(text) = column(self.dialect, Role::Description).or(ty) else { return false };
        if ends_with_notes(self.dialect) && !self.join_notes() {
            return false;
        }
        self.join(text, self.surplus());
        true
    }

    /// Whether the line goes on with the next row, because a line break is missing: where that would have its type is a
    /// word for a type, a bold type or a link.
    fn has_next_row(&self) -> bool {
        let Some(ty) = column(self.dialect, Role::Type) else { return false };
        let is_type = |cell: &Cell| {
            let ty = type_expr::parse(cell, self.dialect.types);
            let is_marked = cell.value.starts_with("**") || cell.value.contains("](");
            let is_word = matches!(ty.innermost(), TypeExpr::Word(_) | TypeExpr::LinkedWord(_));
            !cell.value.is_empty() && (is_word || (is_marked && !matches!(ty.innermost(), TypeExpr::Unknown { .. })))
        };
        // The pipes at the end of one line and the start of the next have an empty cell between them.
        if !self.is_piped {
            let at = (self.wanted + ty).saturating_sub(1);
            // The notes of one row and the name of the next are in one cell.
            let has_name = |cell: &Cell| cell.value.starts_with('[') && cell.value.ends_with(['*', '`']);
            let are_two =
                self.cells.len() + 1 == 2 * self.wanted && self.cells.get(self.wanted - 1).is_some_and(has_name);
            return are_two || at > ty && self.cells.get(at).is_some_and(is_type);
        }
        let rest = self.cells.get(self.wanted..).unwrap_or_default();
        let gap = rest.iter().take_while(|cell| cell.value.is_empty()).count();
        gap > 0 && (rest.get(gap + ty).is_some_and(is_type) || rest.len() == gap + self.wanted && self.are_two_rows())
    }

    /// Whether the cells at the ends of two rows in one line have what the last column has, and not both are empty.
    fn are_two_rows(&self) -> bool {
        let ends = [self.cells.get(self.wanted - 1), self.cells.last()];
        let is_end = |cell: &Cell| are_notes(cell, self.dialect) || self.is_last_word(cell);
        ends.into_iter().flatten().all(is_end) && ends.into_iter().flatten().any(|cell| !cell.value.is_empty())
    }

    fn surplus(&self) -> usize {
        self.cells.len().saturating_sub(self.wanted)
    }

    /// Joins a type cell with those after it until its marks and brackets are closed.
    fn close_type(&mut self) {
        let Some(ty) = column(self.dialect, Role::Type) else { return };
        let mut marks = Marks::default();
        let open = self.cells.iter().skip(ty).take_while(|cell| marks.stay_open(&cell.value)).count();
        self.join(ty, open.min(self.surplus()));
    }

    /// A person may have ended the row with a pipe too many.
    fn drop_last_pipe(&mut self) {
        if let [most @ .., before, last] = self.cells.as_slice()
            && last.value.is_empty()
            && !before.value.is_empty()
            && (are_notes(before, self.dialect) || self.is_last_word(before))
            && most.len() + 1 >= self.wanted
        {
            self.cells.pop();
        }
    }

    /// Whether a cell has one of the words of the last column.
    fn is_last_word(&self, cell: &Cell) -> bool {
        let text = inline::name(cell).value.to_lowercase();
        let words = self.dialect.columns.last().map(|column| column.role);
        matches!(words, Some(Role::OneOf(words)) if words.iter().any(|word| word.text == text))
    }

    /// Joins as many cells at the end as are notes together; `false` if not even the last one holds notes.
    fn join_notes(&mut self) -> bool {
        let last = self.cells.len() - 1;
        for from in last - self.surplus().min(MAX_CUTS)..=last {
            let notes = joined(&self.cells[from..], self.sources);
            let are_cut = self.cells[from..].iter().any(|cell| !are_notes(cell, self.dialect));
            if are_notes(&notes, self.dialect) && (from == last || are_cut) {
                self.cells.truncate(from);
                self.cells.push(notes);
                return true;
            }
        }
        false
    }

    /// Joins a cell with the next ones.
    fn join(&mut self, at: usize, count: usize) {
        let end = (at + count).min(self.cells.len().saturating_sub(1));
        let cell = joined(&self.cells[at..=end], self.sources);
        self.cells.splice(at..=end, [cell]);
    }
}

/// Notes are looked for in at most this many cells before the last one, so that long rows take no longer than others.
const MAX_CUTS: usize = 64;

/// Cells as one, with the `|` between them.
fn joined(cells: &[Cell], sources: &Sources) -> Cell {
    let (Some(first), Some(last)) = (cells.first(), cells.last()) else {
        return Sp { value: String::new(), span: Span { file: 0, start: 0, end: 0 } };
    };
    let span = Span { end: last.span.end.max(first.span.start), ..first.span };
    Sp { value: sources.text(span).trim_end().to_owned(), span }
}

/// The marks and brackets of the pieces of a cell.
#[derive(Default)]
struct Marks {
    bold: usize,
    quotes: usize,
    /// Opened less closed ones.
    angles: isize,
    squares: isize,
}

impl Marks {
    /// Adds those of another piece. Returns whether a mark or bracket is not closed, so that the type goes on.
    fn stay_open(&mut self, cell: &str) -> bool {
        self.bold += cell.matches("**").count();
        for letter in inline::plain(cell).chars() {
            match letter {
                '"' => self.quotes += 1,
                '<' => self.angles += 1,
                '>' => self.angles -= 1,
                '[' => self.squares += 1,
                ']' => self.squares -= 1,
                _ => {}
            }
        }
        self.bold % 2 == 1 || self.quotes % 2 == 1 || self.angles > 0 || self.squares > 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Levels, Sink, Subject};
    use crate::dialect;
    use crate::read::context::Tally;
    use crate::read::page;
    use crate::source::Source;

    /// The cells of a row as a dialect reads it, or the number of its diagnostics.
    fn read(dialect: &str, row: &str) -> Result<Vec<String>, usize> {
        let dialect = dialect::by_name(dialect).expect("a known dialect");
        let headings: Vec<&str> = dialect.columns.iter().map(|column| column.heading).collect();
        let text = format!("|{}|\n|{}|\n{row}\n", headings.join("|"), vec!["---"; headings.len()].join("|"));
        let sources = Sources::new(vec![Source::new("specs/Tag.md", text.as_str())]);
        let page = page::read(0, &text);
        let row = page.tables().next().and_then(|table| table.rows.first()).expect("a row");
        let mut sink = Sink::new();
        let (tally, subject, lost) = (Tally::default(), Subject::default(), Vec::new());
        let mut cx =
            Context { dialect, sources: &sources, sink: &mut sink, tally, subject, lost, asks_for_documents: false };
        let cells = cx.cells(row, 0);
        let diagnostics = sink.finish(&Levels::default(), &[]).len();
        cells.map(|row| row.cells.iter().map(|cell| cell.value.clone()).collect()).map_err(|_| diagnostics)
    }

    #[test]
    fn surplus_cells_belong_to_a_text() {
        for (row, cells) in [
            ("| a | str | b |  |", ["a", "str", "b", ""]),
            ("| a | str | b | c |  |", ["a", "str", "b | c", ""]),
            ("| a | str | b | c | [optional] |", ["a", "str", "b | c", "[optional]"]),
            ("| a | str | b | [optional] | |", ["a", "str", "b", "[optional]"]),
            ("| a | str | b | c | [optional] | |", ["a", "str", "b | c", "[optional]"]),
            ("| a | str | b | [default to x|y] |", ["a", "str", "b", "[default to x|y]"]),
            ("| a | str | b | c | [default to x|y] [optional] |", ["a", "str", "b | c", "[default to x|y] [optional]"]),
            ("| a | dict(str, [x|y]) | b | [optional] |", ["a", "dict(str, [x|y])", "b", "[optional]"]),
        ] {
            assert_eq!(read("genesys-python", row), Ok(cells.map(str::to_owned).to_vec()), "{row}");
        }
        let cells = ["f", "string | null"].map(str::to_owned);
        assert_eq!(read("openapi-typescript-fetch", "|f|string | null|"), Ok(cells.to_vec()));
    }

    /// The time would be minutes if it grew with the square of the length.
    #[test]
    fn long_rows_take_time_by_their_length() {
        for part in ["|x", "|[", "|[optional]", "|<x", "| **", "|&lt;"] {
            for start in ["| a | Map&lt; ", "| a | **str ", "| a | str | b "] {
                let cells = read("genesys-python", &format!("{start}{} |", part.repeat(5_000)));
                assert!(cells == Err(1) || cells.is_ok_and(|cells| cells.len() == 4), "{start}{part}");
            }
        }
    }

    #[test]
    fn a_row_that_is_left_out_is_reported() {
        let joined = [
            "| a | str | b | [optional] | | c | str | d |  |",
            "a | str | b | [optional] c | int | d |",
            "| a | str | b | [optional] | | | c | Tag | d | [optional] |",
            "**a** | str | b | [optional] **c** | [Tag] | d | [optional]",
        ];
        for row in ["| a | str | b | c | d |", "| a | str |", "a"].into_iter().chain(joined) {
            assert_eq!(read("genesys-python", row), Err(1), "{row}");
        }
        assert_eq!(read("jsonschema2md", "|a|b|c|d|e|f|"), Err(1));
    }
}
