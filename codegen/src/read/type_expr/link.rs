//! The links in a type cell.

use super::form::first_text;
use super::scan::{closing, may_start};
use super::{Mistake, Parser, TypeExpr, ends_name, text_of};
use crate::read::page::inline::Placed;
use crate::schema::{Problem, folded};

/// A link that starts here.
pub(super) struct Link<'a> {
    /// What follows its label, from the bracket of the target on; `None` if it is a label alone.
    target: Option<&'a [Placed]>,
    /// The length of the target, without its brackets; `None` if it is not closed.
    len: Option<usize>,
}

impl<'a> Parser<'a> {
    /// The link that a `[` opens here. If the dialect has types in such brackets, this depends on what follows the closing
    /// one.
    pub(super) fn link_here(&self) -> Option<Link<'a>> {
        if self.peek() != Some('[') || self.nameless {
            return None;
        }
        let rest = &self.text[self.at..];
        let target = closing(rest, '[', ']').map(|close| &rest[close + 1..]);
        let target = target.filter(|target| target.first().is_some_and(|first| first.letter == '('));
        let has_types = || self.syntax.generics.iter().any(|generic| generic.form.starts_with('['));
        let len = target.and_then(len_in_brackets);
        (target.is_some() || !has_types()).then_some(Link { target, len })
    }

    /// A link, or a label alone: generators write no target where the type is none of their models.
    pub(super) fn link(&mut self, link: &Link<'a>, depth: usize) -> Result<TypeExpr, Mistake> {
        let names_model = link.target.is_some() && !self.leads_to_form(link);
        self.eat('[');
        let start = self.at;
        self.nameless = self.leads_nowhere();
        let expr = self.ty(depth - 1, names_model)?;
        self.nameless = false;
        let label = &self.text[start..self.at];
        self.expect(']')?;
        let Some(target) = link.target else { return Ok(expr) };
        // Brackets in quotation marks are not those of the label.
        let rest = &self.text[self.at..];
        let len = if rest.len() == target.len() { link.len } else { len_in_brackets(rest) };
        let target = self.link_target(len)?;
        if self.syntax.in_anchors && target.first().is_some_and(|first| first.letter == '#') {
            return self.anchor(target, depth);
        }
        let page = || text_of(page_of(target));
        if self.syntax.spaced.is_some() && folded(&text_of(label)) == folded(&page()) {
            let text = label.iter().map(|placed| placed.letter).filter(|letter| !ends_name(*letter)).collect();
            return Ok(TypeExpr::Name { text, surely_model: true, span: self.span(start) });
        }
        let path = self.syntax.folder_links.then(|| text_of(target));
        let expr = match path.as_deref().and_then(folder_of) {
            Some(folder) => self.in_folder(expr, folder),
            None => expr,
        };
        Ok(expr.with_link(page))
    }

    /// Whether the page that a link leads to is called like a list or map, which generators link as if it were a model:
    /// `[**Vec<Vec<State>>**](Vec.md)`.
    fn leads_to_form(&self, link: &Link<'_>) -> bool {
        let page = page_of(link.target.zip(link.len).map_or(&[], |(target, len)| &target[1..=len]));
        let is_page = |name: &str| name.chars().eq(page.iter().map(|placed| placed.letter));
        // Most forms start otherwise, which is seen without taking them apart.
        let may_be_page = |form: &str| page.first().is_none_or(|first| may_start(form, Some(first.letter)));
        let mut forms = self.syntax.generics.iter().map(|generic| generic.form).filter(|form| may_be_page(form));
        forms.any(|form| first_text(form).is_some_and(|text| is_page(text.trim_end_matches(['<', '[', '(']))))
    }

    /// The type that is the target of a link.
    fn anchor(&self, target: &[Placed], depth: usize) -> Result<TypeExpr, Mistake> {
        let letters = target.iter().map(|placed| placed.letter).skip_while(|letter| *letter == '#');
        let text: Vec<Placed> = letters.map(|letter| Placed { letter, at: 0 }).collect();
        Parser {
            text: &text,
            at: 0,
            cell: self.cell,
            syntax: self.syntax,
            size: None,
            tails: Vec::new(),
            nameless: false,
        }
        .whole(depth - 1)
    }

    /// Whether the link at the end of the cell leads to a page without a name.
    fn leads_nowhere(&self) -> bool {
        let ends_with = |target: &str| {
            self.text.iter().rev().map(|placed| placed.letter).take(target.len()).eq(target.chars().rev())
        };
        // Other links end with a name, which is seen without comparing them.
        matches!(self.text, [.., Placed { letter: '(' | 'd' | 'l', .. }, Placed { letter: ')', .. }])
            && ["](.md)", "](.html)", "]()"].into_iter().any(ends_with)
    }

    /// Reads `(Segment.html)` after a label.
    fn link_target(&mut self, len: Option<usize>) -> Result<&'a [Placed], Mistake> {
        let (text, from) = (self.text, self.at + 1);
        let Some(len) = len else {
            self.at = text.len();
            return Err(self.mistake(Problem::Syntax, "the target of a link is not closed".to_owned()));
        };
        self.at = from + len + 1;
        Ok(&text[from..from + len])
    }
}

/// The length of the text in the brackets at the start of a text. Targets can hold brackets of their own.
fn len_in_brackets(text: &[Placed]) -> Option<usize> {
    closing(text, '(', ')')?.checked_sub(1)
}

/// The page that a link leads to: the name of the document without folder and extension.
fn page_of(target: &[Placed]) -> &[Placed] {
    let start = target.iter().rposition(|placed| placed.letter == '/').map_or(0, |slash| slash + 1);
    let file = &target[start..];
    let end = file.iter().rposition(|placed| placed.letter == '.');
    &file[..end.unwrap_or(file.len())]
}

/// The folder of a document that a link leads to.
fn folder_of(target: &str) -> Option<&str> {
    let (path, file) = target.rsplit_once('/')?;
    let file = file.split_once('#').map_or(file, |(file, _)| file);
    let folder = path.rsplit_once('/').map_or(path, |(_, folder)| folder);
    let is_document = file.rsplit_once('.').is_some_and(|(_, extension)| matches!(extension, "md" | "mdx"));
    Some(folder).filter(|folder| is_document && !folder.starts_with('.'))
}
