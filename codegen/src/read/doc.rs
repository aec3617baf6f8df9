//! What a page says about a model, in the page's own spelling.

use std::collections::BTreeSet;

use crate::dialect::{Constraint, Dialect, words};
use crate::read::page::inline;
use crate::read::type_expr::TypeExpr;
use crate::schema::{Scalar, UnionOf, folded};
use crate::source::{Sp, Span};

/// What one page says about one model.
#[derive(Clone, Debug)]
pub struct ModelDoc {
    /// The heading.
    pub name: Sp<String>,
    /// The text between heading and table; paragraphs are separated by an empty line.
    pub description: Option<String>,
    /// The kind of the model.
    pub body: Body,
    /// The rows that are fields, in order.
    pub fields: Vec<FieldDoc>,
    /// The values of keys that no field has.
    pub other_keys: Option<OtherKeysDoc>,
    /// The models whose fields it also has.
    pub inherits: Vec<Sp<String>>,
    /// The allowed values of fields, where they have sections of their own.
    pub lists: Vec<ListDoc>,
    /// The key that distinguishes the members of a union.
    pub discriminator: Option<DiscriminatorDoc>,
    /// The dialect of the page.
    pub dialect: &'static Dialect,
}

/// The values of keys that no field has.
#[derive(Clone, Debug)]
pub struct OtherKeysDoc {
    /// The names of the rows that state their type.
    pub names: Vec<String>,
    /// What these rows say about them.
    pub description: Option<String>,
    /// Their type.
    pub ty: Sp<TypeExpr>,
}

/// The kind of a model.
#[derive(Clone, Debug)]
pub enum Body {
    /// An object with the fields of a property table.
    Fields,
    /// One of these values.
    Values(ListDoc),
    /// One of these types.
    Union {
        /// How many of them a value is.
        of: UnionOf,
        /// The types.
        members: Vec<Sp<TypeExpr>>,
    },
    /// A value of this type.
    Whole(Sp<TypeExpr>),
}

/// The key that distinguishes the members of a union.
#[derive(Clone, Debug)]
pub struct DiscriminatorDoc {
    /// The key, as the SDK spells it.
    pub name: Sp<String>,
    /// Its values and the model that each of them names.
    pub values: Vec<MemberDoc>,
}

/// A value of the key that distinguishes the members of a union.
#[derive(Clone, Debug)]
pub struct MemberDoc {
    /// The value.
    pub value: String,
    /// The model that it names, as the SDK spells it.
    pub model: Sp<String>,
}

/// A list of allowed values.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub struct ListDoc {
    /// The type whose values are listed, as the heading names it.
    pub ty: Option<TypeExpr>,
    /// The heading without the words that are the same in all such headings, if it names a field or type.
    pub name: Option<String>,
    /// Where.
    pub span: Span,
    /// The values.
    pub values: Vec<ValueDoc>,
    /// The values that are listed again.
    pub again: Vec<Sp<String>>,
    /// Whether strings are in quotation marks, so that a value without them is a number.
    pub quoted: bool,
    /// What the values are in JSON, if a type cell states it.
    pub stated: Option<Scalar>,
    /// Whether `null` is listed, too.
    pub null: bool,
    /// Whether a value that exists only in the SDK was left out.
    pub left_out: bool,
    /// Whether the values are names that the SDK gives to them.
    pub named: bool,
}

/// An allowed value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ValueDoc {
    /// What the SDK calls it.
    pub name: Option<String>,
    /// The value, without quotation marks.
    pub value: String,
    /// Whether it has quotation marks.
    pub quoted: bool,
    /// The number that may be instead of it in JSON.
    pub number: Option<i64>,
    /// Where.
    pub span: Span,
}

/// What one row says.
#[derive(Clone, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a note of its own")]
pub struct FieldDoc {
    /// The name; the escapes of Markdown are undone, those of the SDK's language are not.
    pub name: Sp<String>,
    /// The type.
    pub ty: Sp<TypeExpr>,
    /// The description.
    pub description: Option<String>,
    /// The allowed values that a sentence of the description lists, if the value is a string.
    pub prose: Option<Box<Sp<Vec<String>>>>,
    /// `[optional]`.
    pub optional: bool,
    /// `[required]`.
    pub required: bool,
    /// `[readonly]`.
    pub read_only: bool,
    /// `[deprecated]`.
    pub deprecated: bool,
    /// `[default to …]`, with the place of the cell.
    pub default: Option<Sp<String>>,
    /// The limits of its values.
    pub limits: Vec<LimitDoc>,
    /// Whether the items of the list are distinct.
    pub unique_items: bool,
    /// The allowed values, if the row lists them.
    pub values: Option<Box<ListDoc>>,
}

/// A limit of the values of a field.
#[derive(Clone, Debug)]
pub struct LimitDoc {
    /// Its kind.
    pub of: Constraint,
    /// The limit, with the place of the cell.
    pub text: Sp<String>,
}

impl FieldDoc {
    pub(super) fn new(name: Sp<String>, ty: Sp<TypeExpr>) -> Self {
        Self {
            name,
            ty,
            description: None,
            prose: None,
            optional: false,
            required: false,
            read_only: false,
            deprecated: false,
            default: None,
            limits: Vec::new(),
            unique_items: false,
            values: None,
        }
    }
}

impl ModelDoc {
    pub(super) fn new(name: Sp<String>, dialect: &'static Dialect) -> Self {
        Self {
            name,
            description: None,
            body: Body::Fields,
            fields: Vec::new(),
            other_keys: None,
            inherits: Vec::new(),
            lists: Vec::new(),
            discriminator: None,
            dialect,
        }
    }
}

impl ListDoc {
    /// A list in which each value is there once, without `null` and those that exist only in the SDK.
    pub(super) fn new(values: Vec<ValueDoc>, span: Span, quoted: bool) -> Self {
        let mut list = Self {
            ty: None,
            name: None,
            span,
            values: Vec::new(),
            again: Vec::new(),
            quoted,
            stated: None,
            null: false,
            left_out: false,
            named: false,
        };
        let mut seen = BTreeSet::new();
        for value in values.into_iter().map(|value| if quoted { value.without_suffix() } else { value }) {
            if words::is_artefact(&value.value) {
                list.left_out = true;
            } else if value.is_null() {
                list.null = true;
            } else if seen.insert(value.value.clone()) {
                list.values.push(value);
            } else {
                list.again.push(Sp { value: value.value, span: value.span });
            }
        }
        list
    }

    /// The same list of values of a type. Only a type without parts can have values.
    pub(super) fn of_type(mut self, ty: &TypeExpr) -> Self {
        match ty {
            TypeExpr::Nullable(inner) => {
                self.null = true;
                self.of_type(inner)
            }
            TypeExpr::Optional(inner) => self.of_type(inner),
            TypeExpr::Word(word) | TypeExpr::LinkedWord(word) => {
                self.null |= word.nullable;
                self.stated = Some(word.scalar).filter(|scalar| *scalar != Scalar::Any);
                self
            }
            _ => self,
        }
    }

    /// What the values are in JSON: what a type cell states, or else numbers, if they are written where texts would
    /// have quotation marks, or if all of them look like integers.
    pub fn kind(&self) -> Scalar {
        self.stated.unwrap_or_else(|| self.kind_of_values())
    }

    fn kind_of_values(&self) -> Scalar {
        let all = |is_one: fn(&ValueDoc) -> bool| self.values.iter().all(is_one);
        if all(ValueDoc::is_integer) {
            return Scalar::Int64;
        }
        let is_bare = |listed: &ValueDoc| listed.is_number() || listed.is_boolean();
        if !self.quoted || !self.values.iter().any(is_bare) {
            return Scalar::String;
        }
        match (all(ValueDoc::is_number), all(ValueDoc::is_boolean)) {
            (true, _) => Scalar::Float64,
            (_, true) => Scalar::Boolean,
            (false, false) => Scalar::Any,
        }
    }
}

impl ValueDoc {
    /// A value with or without quotation marks.
    pub(super) fn new(name: Option<String>, text: &str, span: Span) -> Self {
        let text = text.trim();
        match within(text, '"').or_else(|| within(text, '\'')) {
            Some(value) => Self { name, value: value.to_owned(), quoted: true, number: None, span },
            None => Self { name, value: text.to_owned(), quoted: false, number: None, span },
        }
    }

    /// A value in JSON.
    pub(super) fn in_json(text: &str, span: Span) -> Self {
        match serde_json::from_str::<String>(text.trim()) {
            Ok(value) => Self { name: None, value, quoted: true, number: None, span },
            Err(_) => Self::new(None, text, span),
        }
    }

    /// The same value; a number without what some languages write around it for its type: `1L`, `new BigDecimal("0.5")`.
    fn without_suffix(self) -> Self {
        let call = self.value.strip_suffix("\")").and_then(|text| Some(text.split_once("Decimal(\"")?.1));
        let digits = call.unwrap_or_else(|| self.value.trim_end_matches(['D', 'd', 'F', 'f', 'L', 'l', 'M', 'm']));
        let bare = Self { value: digits.to_owned(), ..self.clone() };
        if bare.is_number() { bare } else { self }
    }

    fn is_null(&self) -> bool {
        !self.quoted && self.value == "null"
    }

    /// Whether it looks like an integer, as JSON writes it.
    pub fn is_integer(&self) -> bool {
        !self.quoted && self.value.parse::<i64>().is_ok_and(|number| number.to_string() == self.value)
    }

    /// Whether it looks like a number.
    fn is_number(&self) -> bool {
        !self.quoted && serde_json::from_str::<serde_json::Number>(&self.value).is_ok()
    }

    fn is_boolean(&self) -> bool {
        !self.quoted && matches!(&*self.value, "true" | "false")
    }
}

/// The text between two marks.
fn within(text: &str, mark: char) -> Option<&str> {
    text.strip_prefix(mark)?.strip_suffix(mark)
}

/// Adds a text to a description, unless it is part of it.
pub(super) fn describe(description: &mut Option<String>, text: Option<String>) {
    let Some(text) = text else { return };
    let own = description.get_or_insert_default();
    if own.is_empty() {
        *own = text;
    } else if !folded(own).contains(&folded(&text)) {
        own.push_str("\n\n");
        own.push_str(&text);
    }
}

/// Paragraphs as a description.
pub(super) fn description(paragraphs: &[&Sp<String>]) -> Option<String> {
    let text: Vec<String> = paragraphs.iter().map(|text| inline::plain(&text.value)).collect();
    Some(with_paragraphs(text.join("\n\n"))).filter(|text| !text.is_empty())
}

/// A text with paragraphs where it has the tag of a line break, except in code.
pub(super) fn with_paragraphs(text: String) -> String {
    if !text.contains('<') {
        return text;
    }
    let mut pieces: Vec<String> = vec![String::new()];
    let mut rest = text.as_str();
    let mut in_code = false;
    while let Some(letter) = rest.chars().next() {
        in_code ^= letter == '`';
        let len = line_break(rest).filter(|_| !in_code);
        match (len, pieces.last_mut()) {
            (Some(_), _) => pieces.push(String::new()),
            (None, Some(piece)) => piece.push(letter),
            (None, None) => {}
        }
        rest = &rest[len.unwrap_or(letter.len_utf8())..];
    }
    if pieces.len() == 1 {
        return text;
    }
    pieces.retain(|piece| !piece.trim().is_empty());
    pieces.iter().map(|piece| piece.trim()).collect::<Vec<_>>().join("\n\n")
}

/// The length of the tag at the start of a text, if it is that of a line break.
fn line_break(text: &str) -> Option<usize> {
    let rest = text.strip_prefix('<')?;
    let end = rest.bytes().take(8).position(|byte| byte == b'>')?;
    let name = rest[..end].trim_end_matches('/').trim();
    name.eq_ignore_ascii_case("br").then_some(end + 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_breaks_outside_of_code_separate_paragraphs() {
        for (text, expected) in [
            ("One.<br>Two.", "One.\n\nTwo."),
            ("One.<br/><BR />Two.<br>", "One.\n\nTwo."),
            ("Write `a<br>b`.<br>Then\ngo.", "Write `a<br>b`.\n\nThen\ngo."),
            ("<b>One</b> <brand>", "<b>One</b> <brand>"),
            ("a ` b<br>", "a ` b<br>"),
            ("<\u{e4}\u{e4}\u{e4}\u{e4}\u{e4}>", "<\u{e4}\u{e4}\u{e4}\u{e4}\u{e4}>"),
        ] {
            assert_eq!(with_paragraphs(text.to_owned()), expected, "{text}");
        }
    }

    #[test]
    fn numbers_are_read_without_the_marks_of_their_type() {
        let span = Span { file: 0, start: 0, end: 0 };
        for (text, value, kind) in [
            ("1l", "1", Scalar::Int64),
            ("-2L", "-2", Scalar::Int64),
            ("0.5f", "0.5", Scalar::Float64),
            ("1e3", "1e3", Scalar::Float64),
            ("new BigDecimal(\"0.25\")", "0.25", Scalar::Float64),
            ("\"1l\"", "1l", Scalar::String),
            ("new BigDecimal(\"half\")", "new BigDecimal(\"half\")", Scalar::String),
        ] {
            let list = ListDoc::new(vec![ValueDoc::new(None, text, span)], span, true);
            assert_eq!((list.values[0].value.as_str(), list.kind()), (value, kind), "{text}");
        }
        let list = ListDoc::new(vec![ValueDoc::new(None, "1l", span)], span, false);
        assert_eq!((list.values[0].value.as_str(), list.kind()), ("1l", Scalar::String));
    }

    #[test]
    fn values_are_of_the_type_within_an_optional_or_nullable_one() {
        let integer = &words::PYTHON.words.iter().find(|word| word.scalar == Scalar::Int64).expect("a word");
        let word = || Box::new(TypeExpr::Word(integer));
        for (ty, null) in [
            (TypeExpr::Word(integer), false),
            (TypeExpr::Optional(word()), false),
            (TypeExpr::Nullable(word()), true),
            (TypeExpr::Optional(Box::new(TypeExpr::Nullable(word()))), true),
        ] {
            let list = ListDoc::new(Vec::new(), Span { file: 0, start: 0, end: 0 }, false).of_type(&ty);
            assert_eq!((list.kind(), list.null), (Scalar::Int64, null), "{ty:?}");
        }
        let list = ListDoc::new(Vec::new(), Span { file: 0, start: 0, end: 0 }, true).of_type(&TypeExpr::List(word()));
        assert_eq!(list.stated, None);
    }
}
