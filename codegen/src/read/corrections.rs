//! Reads `CORRECTIONS.md`, which says where documents are wrong.
//!
//! A correction is a row of a table `Model | Field | Correction | Value | Reason`, whose type cells are in the
//! notation of [`words::HOUSE`].

use std::fmt;

use crate::diag::{Message, Place, Sink, codes, did_you_mean};
use crate::dialect::words;
use crate::read::page::{self, Block, Cell, Page, Row, inline};
use crate::read::type_expr::{self, TypeExpr};
use crate::schema::{Constraints, Origin, Presence};
use crate::source::{CORRECTION_COLUMNS as COLUMNS, Sources};

/// One row.
#[derive(Clone, Debug)]
pub struct Correction {
    /// The model, as its document spells it.
    pub model: String,
    /// The field, as its document spells it; `None` for the model as a whole.
    pub field: Option<String>,
    /// What is corrected.
    pub change: Change,
    /// The row.
    pub origin: Origin,
    /// How many characters the row has.
    pub width: u32,
}

impl Correction {
    /// The row.
    pub(crate) fn place(&self) -> Place {
        Place { origin: self.origin.clone(), width: self.width }
    }
}

/// What a row corrects.
#[derive(Clone, Debug)]
pub enum Change {
    /// The key in JSON.
    WireName(String),
    /// The type of a field or, without a field, the type that the model is another name for.
    Type(TypeCell),
    /// Whether the key must be there.
    Presence(Presence),
    /// The allowed values of a text.
    Values(Vec<String>),
    /// A text has no list of allowed values, although its description seems to have one.
    NoValues,
    /// The default, in JSON; a text needs no quotation marks.
    Default(String),
    /// All limits of the values.
    Constraints(Constraints),
    /// The name in generated code of the field or model.
    Rename(String),
    /// The name in generated code of the allowed values of a field, and of all fields that share them.
    ValuesName(String),
    /// Leaves out the field or model.
    Skip,
    /// Whether the value may be `null`.
    Nullable(bool),
    /// A field that the documents lack; the row has its key.
    AddField(NewField),
    /// Types that a union lacks.
    AddMembers(Vec<TypeCell>),
}

/// A field that the documents lack.
#[derive(Clone, Debug)]
pub struct NewField {
    /// The type.
    pub ty: TypeCell,
    /// Whether the key must be there.
    pub presence: Presence,
    /// Whether the row says that the value may be `null`.
    pub nullable: bool,
}

/// A type as a row writes it.
#[derive(Clone, Debug)]
pub struct TypeCell {
    /// The text of the cell.
    pub text: String,
    /// The type, as far as the text is one.
    pub expr: TypeExpr,
    /// Where the cell is.
    pub origin: Origin,
}

/// Reads the tables of a page of corrections.
pub fn read(page: &Page, sources: &Sources, sink: &mut Sink) -> Vec<Correction> {
    let mut corrections = Vec::new();
    if let Some(span) = page.conflict {
        sink.report(&codes::CONFLICT_MARKER, sources.place(span), page::conflict());
        return corrections;
    }
    for span in page.blocks.iter().filter_map(Block::broken_table) {
        sink.report(&codes::BROKEN_TABLE, sources.place(span), page::lost_rows());
    }
    for table in page.tables() {
        if !table.has_columns(COLUMNS) {
            let message = format!("a table of corrections has the columns `{}`", COLUMNS.join(" | "));
            sink.report(&codes::BAD_CORRECTION, sources.place(table.header.span), message);
            continue;
        }
        for row in &table.rows {
            match read_row(row, sources) {
                Ok(correction) => corrections.push(correction),
                Err(mistake) => {
                    sink.report(&codes::BAD_CORRECTION, sources.place(row.span), mistake.message());
                }
            }
        }
    }
    corrections
}

/// What the column `Correction` can say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    WireName,
    Type,
    Presence,
    Values,
    NoValues,
    Default,
    Constraints,
    Rename,
    ValuesName,
    Skip,
    Nullable,
    AddField,
    AddMember,
}

static KINDS: &[(&str, Kind)] = &[
    ("wire name", Kind::WireName),
    ("type", Kind::Type),
    ("presence", Kind::Presence),
    ("values", Kind::Values),
    ("no values", Kind::NoValues),
    ("default", Kind::Default),
    ("constraints", Kind::Constraints),
    ("rename", Kind::Rename),
    ("values name", Kind::ValuesName),
    ("skip", Kind::Skip),
    ("nullable", Kind::Nullable),
    ("add field", Kind::AddField),
    ("add member", Kind::AddMember),
];

impl Kind {
    fn needs_field(self) -> bool {
        !matches!(self, Self::Type | Self::Values | Self::Rename | Self::Skip | Self::AddMember)
    }

    fn takes_field(self) -> bool {
        self != Self::AddMember
    }

    fn needs_value(self) -> bool {
        !matches!(self, Self::NoValues | Self::Skip)
    }
}

/// Why a row cannot be read.
#[derive(Debug)]
enum Mistake {
    CellCount(usize),
    UnknownKind(String),
    NoReason,
    NoField(String),
    SurplusField(String),
    NoValue(String),
    SurplusValue(String),
    EmptyKey,
    NotAPresence(String),
    EmptyValue,
    SdkValue(String),
    ValueTwice(String),
    NotALimit(String),
    NeitherYesNorNo(String),
    NotAFieldWord(String),
}

impl Mistake {
    fn message(&self) -> Message {
        let message = Message::new(self.to_string());
        match self {
            Self::UnknownKind(word) => message.hint(did_you_mean(word, KINDS.iter().map(|(known, _)| *known))),
            Self::EmptyValue => message.help("write the empty value as two backticks"),
            Self::NotALimit(_) => message.help("a limit looks like `minimum 1`"),
            _ => message,
        }
    }
}

impl fmt::Display for Mistake {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::CellCount(count) => write!(f, "this row has {count} cells instead of {}", COLUMNS.len()),
            Self::UnknownKind(word) => write!(f, "unknown correction `{word}`"),
            Self::NoReason => f.write_str("a correction needs a reason"),
            Self::NoField(word) => write!(f, "`{word}` needs a field"),
            Self::SurplusField(word) => write!(f, "`{word}` is for a model and takes no field"),
            Self::NoValue(word) => write!(f, "`{word}` needs a value"),
            Self::SurplusValue(word) => write!(f, "`{word}` takes no value"),
            Self::EmptyKey => f.write_str("a JSON key cannot be empty"),
            Self::NotAPresence(word) => write!(f, "presence is `required` or `optional`, not `{word}`"),
            Self::EmptyValue => f.write_str("a value is missing between two commas"),
            Self::SdkValue(value) => {
                write!(f, "`{value}` is what an SDK calls the values that it does not know; the API never sends it")
            }
            Self::ValueTwice(value) => write!(f, "the value `{value}` is listed twice"),
            Self::NotALimit(text) => write!(f, "`{text}` is not a limit, or is the second of its kind"),
            Self::NeitherYesNorNo(word) => write!(f, "`nullable` is `yes` or `no`, not `{word}`"),
            Self::NotAFieldWord(word) => {
                write!(f, "after its type a field is `optional`, `required` or `nullable`, not `{word}`")
            }
        }
    }
}

fn read_row(row: &Row, sources: &Sources) -> Result<Correction, Mistake> {
    let [model, field, kind, value, reason] = row.cells.as_slice() else {
        return Err(Mistake::CellCount(row.cells.len()));
    };
    let word = text_of(&kind.value);
    let Some((_, kind)) = KINDS.iter().find(|(known, _)| *known == word) else {
        return Err(Mistake::UnknownKind(word));
    };
    if reason.value.is_empty() {
        return Err(Mistake::NoReason);
    }
    if kind.needs_field() && field.value.is_empty() {
        return Err(Mistake::NoField(word));
    }
    if !kind.takes_field() && !field.value.is_empty() {
        return Err(Mistake::SurplusField(word));
    }
    if kind.needs_value() && value.value.is_empty() {
        return Err(Mistake::NoValue(word));
    }
    if !kind.needs_value() && !value.value.is_empty() {
        return Err(Mistake::SurplusValue(word));
    }
    let Place { origin, width } = sources.place(row.span);
    Ok(Correction {
        model: text_of(&model.value),
        field: Some(text_of(&field.value)).filter(|name| !name.is_empty()),
        change: read_change(*kind, value, sources)?,
        origin,
        width,
    })
}

fn read_change(kind: Kind, value: &Cell, sources: &Sources) -> Result<Change, Mistake> {
    let text = text_of(&value.value);
    Ok(match kind {
        Kind::WireName if text.is_empty() => return Err(Mistake::EmptyKey),
        Kind::WireName => Change::WireName(text),
        Kind::Type => Change::Type(type_cell(text, value, sources)),
        Kind::Presence => Change::Presence(presence(text)?),
        Kind::Values => Change::Values(allowed_values(&value.value)?),
        Kind::NoValues => Change::NoValues,
        Kind::Default => Change::Default(text),
        Kind::Constraints => Change::Constraints(constraints(&value.value)?),
        Kind::Rename => Change::Rename(text),
        Kind::ValuesName => Change::ValuesName(text),
        Kind::Skip => Change::Skip,
        Kind::Nullable => Change::Nullable(match &*text {
            "yes" => true,
            "no" => false,
            _ => return Err(Mistake::NeitherYesNorNo(text)),
        }),
        Kind::AddField => Change::AddField(new_field(value, sources)?),
        Kind::AddMember => {
            let types = listed(&value.value)?.into_iter().map(|text| type_cell(text, value, sources));
            Change::AddMembers(types.collect())
        }
    })
}

/// A type that is a cell or a piece of one.
fn type_cell(text: String, cell: &Cell, sources: &Sources) -> TypeCell {
    let expr = type_expr::parse(&Cell { value: text.clone(), span: cell.span }, &words::HOUSE);
    TypeCell { text, expr, origin: sources.origin(cell.span) }
}

/// `string, optional, nullable`
fn new_field(cell: &Cell, sources: &Sources) -> Result<NewField, Mistake> {
    let mut pieces = listed(&cell.value)?.into_iter();
    let ty = type_cell(pieces.next().ok_or(Mistake::EmptyValue)?, cell, sources);
    let mut field = NewField { ty, presence: Presence::Optional, nullable: false };
    for piece in pieces {
        match &*piece {
            "optional" => field.presence = Presence::Optional,
            "required" => field.presence = Presence::Required,
            "nullable" => field.nullable = true,
            _ => return Err(Mistake::NotAFieldWord(piece)),
        }
    }
    Ok(field)
}

fn presence(word: String) -> Result<Presence, Mistake> {
    let known = [Presence::Required, Presence::Optional];
    known.into_iter().find(|it| it.word() == word).ok_or(Mistake::NotAPresence(word))
}

fn allowed_values(cell: &str) -> Result<Vec<String>, Mistake> {
    let values = listed(cell)?;
    for (idx, value) in values.iter().enumerate() {
        if words::is_artefact(value) {
            return Err(Mistake::SdkValue(value.clone()));
        }
        if values[..idx].contains(value) {
            return Err(Mistake::ValueTwice(value.clone()));
        }
    }
    Ok(values)
}

fn constraints(cell: &str) -> Result<Constraints, Mistake> {
    let mut limits = Constraints::default();
    for limit in listed(cell)? {
        if !limits.set(&limit) {
            return Err(Mistake::NotALimit(limit));
        }
    }
    Ok(limits)
}

/// The pieces of `a, b` or `` `a`, `b, c` ``: text in backticks is one piece and is taken as it is.
fn listed(cell: &str) -> Result<Vec<String>, Mistake> {
    let mut pieces = Vec::new();
    let mut piece = String::new();
    let mut in_code = false;
    for letter in cell.chars() {
        if letter == ',' && !in_code {
            pieces.push(std::mem::take(&mut piece));
        } else {
            in_code ^= letter == '`';
            piece.push(letter);
        }
    }
    pieces.push(piece);
    if pieces.iter().any(|piece| piece.trim().is_empty()) {
        return Err(Mistake::EmptyValue);
    }
    Ok(pieces.iter().map(|piece| text_of(piece.trim())).collect())
}

/// The text of a cell; text in backticks is taken as it is.
fn text_of(cell: &str) -> String {
    match cell.strip_prefix('`').and_then(|rest| rest.strip_suffix('`')) {
        Some(code) if !code.contains('`') => code.replace("\\|", "|"),
        _ => inline::plain(cell),
    }
}
