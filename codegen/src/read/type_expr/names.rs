//! The names of models in a type cell.

use super::{Parser, TypeExpr, ends_name, text_of};
use crate::dialect::Makes;

/// A name whose words had spaces between them, and the types around it.
pub(super) struct Spaced {
    pub(super) name: String,
    pub(super) around: Vec<Makes>,
}

impl Parser<'_> {
    /// A type with this folder before the name in it.
    pub(super) fn in_folder(&self, expr: TypeExpr, folder: &str) -> TypeExpr {
        let TypeExpr::Name { text, surely_model, span } = expr.innermost() else { return expr };
        let name = self.syntax.model_name(text);
        let text = format!("{folder}{}{name}", self.syntax.namespace.unwrap_or("."));
        let named = TypeExpr::Name { text, surely_model: *surely_model, span: *span };
        expr.with_innermost(named)
    }

    /// Takes a name with spaces between its words apart.
    pub(super) fn without_spaces(&self, written: String) -> Spaced {
        let Some(forms) = self.syntax.spaced else { return Spaced { name: written, around: Vec::new() } };
        let mut name = written.as_str();
        let mut around = Vec::new();
        while let Some((makes, inner)) = forms.iter().find_map(|form| Some((form.makes, form.part_of(name)?))) {
            around.push(makes);
            name = inner;
        }
        Spaced { name: name.replace(' ', ""), around }
    }

    /// The letters up to the end of a name, whose words may have spaces between them.
    pub(super) fn letters(&mut self) -> String {
        let rest = &self.text[self.at..];
        let has_words = self.syntax.spaced.is_some();
        let goes_on = |idx: usize| {
            let next_is_word = rest.get(idx + 1).is_some_and(|next| next.letter.is_alphanumeric());
            has_words && idx > 0 && rest[idx].letter == ' ' && next_is_word
        };
        let mut end = 0;
        while end < rest.len() && (!ends_name(rest[end].letter) || goes_on(end)) {
            end += 1;
        }
        self.at += end;
        text_of(&rest[..end])
    }
}
