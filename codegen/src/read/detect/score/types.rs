//! How the types of pages read in dialects.

use std::collections::{BTreeSet, HashMap};
use std::ptr;

use crate::dialect::TypeSyntax;
use crate::read::page::inline::Placed;
use crate::read::page::{Cell, Row};
use crate::read::type_expr::{self, TypeExpr};

/// How the types of pages read in dialects. SDKs have few different types, and many dialects share a notation, so each
/// text is read once in each notation.
pub(in crate::read::detect) struct TypeFits<'p> {
    documented: &'p BTreeSet<String>,
    /// The number of each text; only looked up.
    numbers: HashMap<&'p str, usize>,
    texts: Vec<Text<'p>>,
    notations: Vec<Notation>,
    /// The column that was asked for last. Most dialects have the same column of types.
    column: Column<'p>,
}

/// How a dialect reads a type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TypeFit {
    /// It has a meaning.
    Read,
    /// It can only be an undocumented model.
    Doubtful,
    /// It has none that the dialect writes.
    Unreadable,
    /// It cannot be parsed.
    Unknown,
}

/// The text of a type.
struct Text<'p> {
    /// A cell that has it.
    cell: &'p Cell,
    letters: Vec<Placed>,
}

/// A notation, and how it reads texts by their number.
struct Notation {
    syntax: &'static TypeSyntax,
    fits: Vec<Option<TypeFit>>,
}

/// A column of rows, and the numbers of the texts in it; `None` where a row is too short.
#[derive(Default)]
struct Column<'p> {
    rows: &'p [Row],
    idx: usize,
    numbers: Vec<Option<usize>>,
}

impl<'p> TypeFits<'p> {
    /// The names of the documents are those that types can name.
    pub(in crate::read::detect) fn new(documented: &'p BTreeSet<String>) -> Self {
        let (numbers, texts, notations) = (HashMap::new(), Vec::new(), Vec::new());
        Self { documented, numbers, texts, notations, column: Column::default() }
    }

    /// How a column of rows reads in a notation; `None` where a row is too short.
    pub(super) fn of_column(
        &mut self,
        rows: &'p [Row],
        column: usize,
        syntax: &'static TypeSyntax,
    ) -> Vec<Option<TypeFit>> {
        if !(ptr::eq(self.column.rows, rows) && self.column.idx == column) {
            self.column = self.numbered(rows, column);
        }
        let notation = self.notation(syntax);
        let known = &mut self.notations[notation].fits;
        known.resize(self.texts.len(), None);
        let mut fits = Vec::with_capacity(rows.len());
        for number in &self.column.numbers {
            let Some(number) = *number else {
                fits.push(None);
                continue;
            };
            let fit = match known[number] {
                Some(fit) => fit,
                None => fit(&self.texts[number], syntax, self.documented),
            };
            known[number] = Some(fit);
            fits.push(Some(fit));
        }
        fits
    }

    fn numbered(&mut self, rows: &'p [Row], idx: usize) -> Column<'p> {
        let mut numbers = Vec::with_capacity(rows.len());
        for row in rows {
            numbers.push(row.cells.get(idx).map(|cell| self.number(cell)));
        }
        Column { rows, idx, numbers }
    }

    fn number(&mut self, cell: &'p Cell) -> usize {
        let next = self.texts.len();
        let number = *self.numbers.entry(&cell.value).or_insert(next);
        if number == next {
            self.texts.push(Text { cell, letters: type_expr::letters(cell) });
        }
        number
    }

    /// The number of a notation. There are not many, and each has an address.
    fn notation(&mut self, syntax: &'static TypeSyntax) -> usize {
        for (idx, notation) in self.notations.iter().enumerate() {
            if ptr::eq(notation.syntax, syntax) {
                return idx;
            }
        }
        self.notations.push(Notation { syntax, fits: Vec::new() });
        self.notations.len() - 1
    }
}

/// How a text reads in a notation.
fn fit(text: &Text<'_>, syntax: &'static TypeSyntax, documented: &BTreeSet<String>) -> TypeFit {
    match type_expr::parse_letters(text.cell, &text.letters, syntax).ty.innermost() {
        TypeExpr::Name { text, .. } if documented.contains(syntax.model_name(text)) => TypeFit::Read,
        TypeExpr::Name { text, surely_model, .. } if *surely_model || text.starts_with(char::is_uppercase) => {
            TypeFit::Doubtful
        }
        TypeExpr::Name { .. } => TypeFit::Unreadable,
        TypeExpr::Unknown { .. } => TypeFit::Unknown,
        _ => TypeFit::Read,
    }
}
